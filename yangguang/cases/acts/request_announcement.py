"""提请公告送达."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.record_service_failure import unserved
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.models import AnnouncementGround
from yangguang.cases.presentation.serving import attempt_words
from yangguang.cases.serving import recipients_to_choose
from yangguang.cases.use_cases.request_announcement import request_announcement
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("request_announcement")
class AnnouncementRequestForm(ActForm):
    """Which paper, for whom, why nothing else is left."""

    button = "提交承办机构负责人审批"
    done = "已提交。承办机构负责人同意后制作公告。"
    parts: ClassVar[Parts] = (
        ("送达什么，给谁", ("document_ref", "party_ref")),
        ("为什么只能公告", ("ground", "course", "whereabouts_proof")), ("意见", ("opinion",)), *ActForm.parts,
    )  # fmt: skip
    shown_when: ClassVar[dict[str, str]] = {"whereabouts_proof": f"ground={AnnouncementGround.WHEREABOUTS_UNKNOWN}"}

    document_ref = forms.ChoiceField(label="文书")
    party_ref = forms.ChoiceField(label="受送达人")
    ground = forms.ChoiceField(
        label="情形", choices=AnnouncementGround.choices, initial=AnnouncementGround.OTHER_WAYS_FAILED,
        help_text="公告送达是最后的方式：自发出公告之日起经过三十日才视为送达，期限从那天起算。",
    )  # fmt: skip
    course = WrittenField(
        label="原因和经过",
        most=2000,
        lines=True,
        required=False,
        help_text="何时用过哪些方式、电话联系的情况、为什么都没有送达。",
    )
    whereabouts_proof = WrittenField(
        label="下落不明的证据",
        most=1000,
        lines=True,
        required=False,
        help_text="例如：社区证明、登记住所查无此人的记录。",
    )
    opinion = WrittenField(label="承办人意见", most=1000, lines=True)

    def prepare(self) -> None:
        """Papers that wait, and the parties."""
        self.fields["document_ref"].choices = unserved(self.case)  # type: ignore[attr-defined]
        self.fields["party_ref"].choices = recipients_to_choose(self.case)  # type: ignore[attr-defined]

    def aside(self) -> dict[str, Any]:
        """The attempts that failed so far."""
        rows = (
            self.case.services.filter(succeeded=False)
            .select_related("document", "party", "service_recipient")
            .order_by("attempted_on", "pk")
        )
        told = [
            (f"{one.attempted_on:%Y-%m-%d} {one.document.title}", f"{one.whom.name}：{attempt_words(one)}")
            for one in rows
        ]
        return {"title": "已登记的送达未果", "note": "", "rows": told or [("", "还没有登记送达未果。")], "source": ""}

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Put it before the head of the unit."""
        return request_announcement(actor=actor, at=at, **self.told)
