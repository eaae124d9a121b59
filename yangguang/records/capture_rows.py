"""What was said of a recording, as a reader is shown it beside the recording."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from yangguang.base.components.texts import cn_moment, cn_time
from yangguang.kernel import clock
from yangguang.records.models import Capture, MediaManifest
from yangguang.records.rules.captures import ANNOUNCED, INTERRUPTED, PRIVATE, PRIVATE_PLACES, SPOKEN, basis, lasting

SAME = 1000  # milliseconds: clocks that agree


def row_of(one: Capture) -> dict[str, Any]:
    """When, where, of whom, what was spoken, where it stopped, how the clocks stood, and whether it has come."""
    region = one.body.region_code
    original = next((upload.manifest for upload in one.uploads.all() if upload.manifest is not None), None)
    spoken = [label for name, label in SPOKEN.items() if name in one.spoken]
    return {
        "title": f"{one.get_mode_display()}：{one.matter}", "arrived": original is not None, "warned": one.warned,
        "facts": [
            ("时间", _span(one)), ("地点", f"{one.place}（{one.get_place_kind_display()}）"), ("在场人员", one.people),
            ("拍摄人", one.officer_name), ("同意情况", _consent(one)), ("口述", "、".join(spoken)),
            ("没有口述的原因", one.unspoken_reason), ("无法继续的说明", one.failure_report),
            ("没有覆盖的原因", one.uncovered_reason), ("本机时钟", _clock(one)), ("定位", _located(one)),
            ("来源", "从本机选取，选取时取指纹" if one.chosen else "现场采集，采集时取指纹"),
        ],
        "gaps": [_gap(gap) for gap in one.gaps], "sha256": one.sha256,
        "announced_clause": basis(ANNOUNCED, region), "interrupted_clause": basis(INTERRUPTED, region),
        "consent_clause": basis(PRIVATE, region) if one.place_kind in PRIVATE_PLACES else "",
    }  # fmt: skip


def told_of(original: MediaManifest | None) -> dict[str, Any] | None:
    """The same for an original that came from the spot; None for any other."""
    capture = original.upload.capture if original is not None and hasattr(original, "upload") else None
    return row_of(capture) if capture is not None else None


def _span(one: Capture) -> str:
    if one.began_at == one.ended_at:
        return cn_moment(one.began_at)
    return f"{cn_moment(one.began_at)}—{cn_time(one.ended_at)}，{lasting(one.ended_at - one.began_at)}"


def _consent(one: Capture) -> str:
    return f"{one.get_consent_display()}：{one.consent_words}" if one.consent else ""


def _gap(gap: dict[str, str]) -> str:
    begins, ends = (datetime.fromisoformat(gap[name]).astimezone(clock.BEIJING) for name in ("from", "to"))
    return f"{begins:%H:%M:%S} 起 {lasting(ends - begins)}：{gap['reason']}"


def _clock(one: Capture) -> str:
    if one.clock_offset_ms is None:
        return "没有与服务器核对，时间按本机时钟"
    if abs(one.clock_offset_ms) < SAME:
        return "与服务器一致"
    way = "快" if one.clock_offset_ms > 0 else "慢"
    return f"比服务器{way} {abs(one.clock_offset_ms) / SAME:g} 秒，所列时间已折算"


def _located(one: Capture) -> str:
    if one.latitude is None or one.longitude is None:
        return ""
    return f"{one.latitude:.5f}，{one.longitude:.5f}（误差约 {one.accuracy or 0:.0f} 米）"
