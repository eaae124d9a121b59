"""发出送达公告；登记公告期满."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base import calendars, vault
from yangguang.base.components.texts import cn_date
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.fields import several
from yangguang.cases.acts.register import ActForm, form_of, officers_named, officers_to_choose
from yangguang.cases.models import AnnouncementStatus, Case, ServiceAnnouncement
from yangguang.cases.serving import announcements_to_make
from yangguang.cases.use_cases._announcing import clause_of
from yangguang.cases.use_cases.deem_served import deem_served, last_day_of
from yangguang.cases.use_cases.serve_by_announcement import serve_by_announcement
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.statutes import deadlines

PHOTOS = ("photo", "photo_2", "photo_3")
EMPTY_FILE = {"empty": "文件是空的，请重新选择。"}


def named(row: ServiceAnnouncement) -> str:
    """One announcement, to choose from."""
    return f"《{row.document.title}》{row.document.number}，{row.whom.name}"


@form_of("serve_by_announcement")
class AnnouncingForm(ActForm):
    """Which announcement was made, where, with its photographs."""

    button = "登记发出公告"
    done = "已登记。公告期满之日视为送达，到时系统自动登记。"
    parts: ClassVar[Parts] = (
        ("公告", ("announcement_ref", "places")), ("张贴照片", PHOTOS), ("公告人", ("officers",)), *ActForm.parts,
    )  # fmt: skip

    announcement_ref = forms.ChoiceField(label="公告")
    places = WrittenField(
        label="公告地点和方式",
        most=400,
        lines=True,
        help_text="例如：张贴于本机关公告栏和受送达人住所地，并在本机关网站刊登。",
    )
    photo = forms.FileField(label="照片", required=False, help_text="归入视听资料。", error_messages=EMPTY_FILE)
    photo_2 = forms.FileField(label="照片二", required=False, error_messages=EMPTY_FILE)
    photo_3 = forms.FileField(label="照片三", required=False, error_messages=EMPTY_FILE)
    officers = several("公告人")

    def prepare(self) -> None:
        """What was agreed to; which day would be full for one made today."""
        rows = announcements_to_make(self.case)
        field: Any = self.fields["announcement_ref"]
        field.choices = [(one.public_id, named(one)) for one in rows]
        field.help_text = "、".join(dict.fromkeys(full_if_made_today(self.case, one) for one in rows))
        self.fields["officers"].choices = officers_to_choose(self.case)  # type: ignore[attr-defined]
        self.fields["officers"].initial = self.officers_of_today

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """The days run."""
        told = self.cleaned_data
        uploads = [upload for name in PHOTOS if (upload := told[name])]
        return serve_by_announcement(
            case_id=self.case.pk, announcement_ref=told["announcement_ref"], places=told["places"],
            photos=[(upload.name, vault.content_of(upload)) for upload in uploads],
            officers=officers_named(told["officers"]), actor=actor, at=at, seen_version=told["seen_version"],
        )  # fmt: skip


@form_of("deem_served")
class FullForm(ActForm):
    """Which announcement is full: for whoever comes before the system does."""

    button = "登记公告期满"
    done = "已登记。文书自公告期满之日视为送达。"

    announcement_ref = forms.ChoiceField(label="公告")

    def prepare(self) -> None:
        """Those that run, with the day they are full."""
        rows = self.case.announcements.filter(status=AnnouncementStatus.RUNNING).select_related(
            "document", "party", "service_recipient"
        )
        days = [(one, last_day_of(one)) for one in rows.order_by("pk")]
        choices = [(one.public_id, f"{named(one)}，{cn_date(day)}期满") for one, day in days if day]
        self.fields["announcement_ref"].choices = choices  # type: ignore[attr-defined]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Served as of the day that was full."""
        return deem_served(announcement_ref=self.cleaned_data["announcement_ref"], actor=actor, at=at)


def full_if_made_today(case: Case, row: ServiceAnnouncement) -> str:
    """On which day an announcement made today is full."""
    today = clock.today()
    due = deadlines.due(clause_of(case, row.document, on=today), today, calendars.in_force())
    return f"今天发出的，{cn_date(due.day)}期满，这一天视为送达"
