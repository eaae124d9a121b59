"""The forms about recordings: instants typed as 00:12:40, the five things a catalogue says, reasons."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm, Parts
from yangguang.kernel import clock
from yangguang.records import player
from yangguang.records.instant_fields import WRITTEN, InstantField, TimeField
from yangguang.records.models import MarkKind, MediaManifest
from yangguang.records.use_cases.ask_for_cutting import CUTTINGS
from yangguang.records.use_cases.catalogue_recording import Entry


class MarkForm(OfficialForm):
    """When, what kind, in which words."""

    button = "加标记"
    parts: ClassVar[Parts] = (("标记", ("instant", "kind", "words")),)
    instant = InstantField(label="时刻")
    kind = forms.ChoiceField(label="种类", choices=MarkKind.choices)
    words = WrittenField(label="内容", most=200, required=False, help_text="这一刻发生了什么。")

    @property
    def facts(self) -> dict[str, Any]:
        """As the use case is given them."""
        told = dict(super().facts)
        return told | {"at_ms": told.pop("instant")}


class RetireForm(OfficialForm):
    """Why it is no longer used."""

    button = "停用"
    parts: ClassVar[Parts] = (("停用", ("reason",)),)
    reason = WrittenField(label="停用理由", most=200, help_text="停用以后仍然保留，不删除。")


class RetryForm(OfficialForm):
    """Nothing is asked."""

    button = "重新制作"


class CuttingForm(OfficialForm):
    """A picture at an instant, or a stretch."""

    button = "开始制作"
    parts: ClassVar[Parts] = (("截图或者片段", ("purpose", "begins", "ends", "words")),)
    purpose = forms.ChoiceField(
        label="种类", choices=[(one.value, one.label) for one in CUTTINGS], widget=forms.RadioSelect
    )
    begins = InstantField(label="时刻或者片段开始")
    ends = InstantField(label="片段结束", required=False, help_text="截图不填。")
    words = WrittenField(label="内容说明", most=200, help_text="画面或者片段里是什么。")


class CatalogueForm(OfficialForm):
    """环节、时段、地点、人员、要点."""

    button = "保存编目"
    parts: ClassVar[Parts] = (
        ("编目", ("stage", "began_at", "ended_at", "place", "people", "points")), ("更正", ("reason",)),
    )  # fmt: skip
    stage = WrittenField(label="环节", most=60, help_text="例如现场检查、询问、查封、留置送达。")
    began_at = TimeField(label="起始时间")
    ended_at = TimeField(label="结束时间")
    place = WrittenField(label="地点", most=200)
    people = WrittenField(label="人员", most=200, help_text="执法人员和在场的人。")
    points = WrittenField(label="要点", most=400, lines=True, help_text="说了什么、做了什么、看到什么。")
    reason = WrittenField(label="更正理由", most=200)

    def __init__(self, *args: Any, media: MediaManifest, **kwargs: Any) -> None:
        shown, known = player.Shown.of(media), media.entries.last()
        ends = shown.began_at + timedelta(milliseconds=shown.milliseconds or 0)
        start: dict[str, Any] = {
            "began_at": _typed(shown.began_at),
            "ended_at": _typed(ends),
            "people": media.officer_name,
        }
        if known is not None:
            start = {name: getattr(known, name) for name in ("stage", "place", "people", "points")}
            start |= {"began_at": _typed(known.began_at), "ended_at": _typed(known.ended_at)}
        super().__init__(*args, initial=start, **kwargs)
        if known is None:
            del self.fields["reason"]

    def entry(self, facts: dict[str, Any]) -> Entry:
        """What the catalogue is to say."""
        return Entry(**facts)


def _typed(instant: datetime) -> str:
    return instant.astimezone(clock.BEIJING).strftime(WRITTEN)
