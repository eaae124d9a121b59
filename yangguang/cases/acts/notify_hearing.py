"""通知听证."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.db.models import Q, QuerySet

from yangguang.base.form_fields import NamesField, WrittenField, YesNoField, offer
from yangguang.base.forms import Parts
from yangguang.cases.acts.fields import MinuteField, earliest_hearing_words
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.models import Case, ClosedGround
from yangguang.cases.use_cases._hearing_room import ThirdParty
from yangguang.cases.use_cases.notify_hearing import notify_hearing
from yangguang.cases.withdrawn import recusals_of
from yangguang.directory.api import Account, Role, accounts_holding
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

CHAIRS = (Role.LEGAL_REVIEWER, Role.AGENCY_HEAD)


def chairs_of(case: Case) -> QuerySet[Account]:
    """Those who do the legal work of the body, never investigated this case and have not withdrawn from it."""
    investigated = case.assignments.exclude(officer__account=None).values("officer__account")
    able = Q()
    for role in CHAIRS:
        able |= Q(pk__in=accounts_holding(role, case.body, clock.today()).values("pk"))
    gone = [one.account_id for one in recusals_of(case) if one.granted and one.account_id]
    return Account.objects.filter(able).exclude(pk__in=investigated).exclude(pk__in=gone).order_by("pk")


@form_of("notify_hearing")
class HearingNoticeForm(ActForm):
    """Who presides, when and where."""

    button = "制作听证通知书"
    done = "听证通知书已编号，请送达各当事人和第三人；从送达起算，期限没有满的不能举行。"

    parts: ClassVar[Parts] = (
        ("听证人员", ("chair", "chair_conflicted", "member_names", "clerk_name")),
        ("时间和地点", ("set_for", "place")), ("第三人", ("third_parties",)),
        ("是否公开", ("in_public", "closed_ground")), *ActForm.parts,
    )  # fmt: skip
    shown_when: ClassVar[dict[str, str]] = {"closed_ground": "in_public=no"}

    chair = forms.ModelChoiceField(queryset=Account.objects.none(), label="听证主持人")
    chair_conflicted = YesNoField(label="主持人与本案有直接利害关系")
    member_names = NamesField(label="听证员", most=200, required=False)
    clerk_name = WrittenField(label="听证记录员", most=60)
    set_for = MinuteField(label="听证时间")
    place = WrittenField(label="听证地点", most=200)
    third_parties = WrittenField(
        label="与案件有利害关系的第三人", most=2000, lines=True, required=False,
        help_text="一并通知参加听证的，一行一人，写成“姓名：与案件的利害关系”，单位写成“名称（单位）：利害关系”。投诉人须先登记本人公开参加的意愿。没有的不填。",
    )  # fmt: skip
    in_public = YesNoField(label="公开举行", initial=True)
    closed_ground = forms.ChoiceField(
        label="不公开的理由", choices=[("", "请选择"), *ClosedGround.choices], required=False
    )

    def prepare(self) -> None:
        """Those who do the legal work of the body and never investigated this case."""
        self.fields["set_for"].help_text = earliest_hearing_words()
        offer(self, "chair", chairs_of(self.case))

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Make the notice."""
        told: dict[str, Any] = self.told
        told["third_parties"] = ThirdParty.read(told["third_parties"].splitlines())
        return notify_hearing(actor=actor, at=at, **told)
