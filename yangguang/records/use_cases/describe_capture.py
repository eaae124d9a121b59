"""Say what a recording made on the spot is, before it comes: what was spoken, where, its gaps and its fingerprint (REC-02…08)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account, Body
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused, Verdict
from yangguang.records.events import CaptureDescribed
from yangguang.records.models import Capture
from yangguang.records.queries import captures_of, own_captures
from yangguang.records.readers import face_of
from yangguang.records.rules.captures import MODES, PLACES, SPOKEN, Gap, judged, lasting, stretches
from yangguang.records.rules.told_captures import Told

CLAUSE = "APL-2021:47"
GRACE = timedelta(minutes=1)  # for clocks that differ


@transaction.atomic
def describe_capture(*, file_ref: str, told: Told, actor: Account, at: Moment) -> Capture:
    """The row of a recording that is still on a telephone. Asked twice under one key it is written once. Raises Refused for
    somebody who does not keep the file, for a recording of the future, and where a gate does not hold.
    """
    if not face_of(actor, file_ref).keeps:
        raise Refused("只有本案承办人可以上传录音录像。", CLAUSE, remedy="请由本案承办人上传。")
    body = Body.objects.select_for_update().get(pk=actor.body_id)  # one key is written by one at a time
    if (known := own_captures(actor).filter(key=told.key).first()) is not None:
        if (known.sha256, known.size, known.file_ref) != (told.sha256, told.size, file_ref):
            raise Refused("这段记录已经登记过，内容与登记时不同。", CLAUSE, remedy="请保留本机文件，并联系系统管理员。")
        return known
    _must_be_told(told, at)
    verdicts = judged(told.said, _covered_beside(file_ref), body.region_code)
    _must_hold(verdicts)
    made = _written(told, verdicts, body=body, file_ref=file_ref, actor=actor, at=at)
    ledger.record(_event(made), subject=made.subject, actor=actor, at=at)
    return made


def _must_be_told(told: Told, at: Moment) -> None:
    if told.said.ended_at > at.recorded_at + GRACE:
        raise Refused("拍摄时间不能晚于现在。", CLAUSE, remedy="请核对本机时间。", field="ended_at")
    for name, label in (("place", "地点"), ("matter", "事项")):
        if not getattr(told.said, name):
            raise Refused(f"没有填写{label}。", CLAUSE, remedy=f"请填写{label}。", field=name)


def _must_hold(verdicts: tuple[Verdict, ...]) -> None:
    if failed := [one for one in verdicts if not one.holds]:
        clauses = tuple(dict.fromkeys(clause for one in failed for clause in one.clauses))
        raise Refused("".join(one.reason for one in failed), clauses, remedy="".join(one.remedy for one in failed),
                      verdicts=verdicts)  # fmt: skip


def _covered_beside(file_ref: str) -> list[tuple[datetime, datetime]]:
    """What the other recordings of the file cover."""
    found = []
    for one in captures_of(file_ref):
        gaps = [Gap(datetime.fromisoformat(g["from"]), datetime.fromisoformat(g["to"])) for g in one.gaps]
        began, ended = (moment.astimezone(clock.BEIJING) for moment in (one.began_at, one.ended_at))
        found += stretches(began, ended, gaps)
    return found


def _written(
    told: Told, verdicts: tuple[Verdict, ...], *, body: Body, file_ref: str, actor: Account, at: Moment
) -> Capture:
    said = told.said
    latitude, longitude, accuracy = told.located or (None, None, None)
    return Capture.objects.create(
        body=body, file_ref=file_ref, account_ref=actor.actor_ref, officer_name=actor.actor_name, key=told.key,
        mode=said.mode, size=told.size, sha256=told.sha256, chosen=told.chosen, recovered=told.recovered,
        began_at=said.began_at, ended_at=said.ended_at, place=said.place, place_kind=said.place_kind,
        consent=said.consent, consent_words=said.consent_words, people=said.people, matter=said.matter,
        spoken={name: moment.isoformat() for name, moment in said.spoken.items()},
        unspoken_reason=said.unspoken_reason,
        gaps=[{"from": g.begins.isoformat(), "to": g.ends.isoformat(), "reason": g.reason} for g in said.gaps],
        broken_off=said.broken_off, failure_report=said.failure_report, whole=said.whole, arrived_at=said.arrived_at,
        left_at=said.left_at, uncovered_reason=said.uncovered_reason,
        warned=[one.reason for one in verdicts if one.warns_only], clock_offset_ms=told.clock_offset_ms,
        latitude=latitude, longitude=longitude, accuracy=accuracy, made_at=at.recorded_at,
    )  # fmt: skip


def _event(made: Capture) -> CaptureDescribed:
    return CaptureDescribed(
        MODES[made.mode], made.matter, made.place, PLACES[made.place_kind], made.get_consent_display(),
        made.began_at.isoformat(), made.ended_at.isoformat(),
        tuple(label for name, label in SPOKEN.items() if name in made.spoken), made.unspoken_reason,
        tuple(_gap_told(one) for one in made.gaps), made.failure_report, made.uncovered_reason, made.clock_offset_ms,
        made.latitude is not None, made.chosen, made.size, made.sha256, tuple(made.warned),
    )  # fmt: skip


def _gap_told(gap: dict[str, str]) -> str:
    begins, ends = (datetime.fromisoformat(gap[name]) for name in ("from", "to"))
    return f"{begins:%H:%M:%S}起{lasting(ends - begins)}：{gap['reason']}"
