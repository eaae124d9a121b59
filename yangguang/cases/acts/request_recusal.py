"""记录回避申请."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.register import ActForm, form_of, officers_named, officers_to_choose
from yangguang.cases.models import Case, RecusedRole
from yangguang.cases.standing import hearing_set
from yangguang.cases.use_cases.request_recusal import request_recusal
from yangguang.directory.api import Account, Role, accounts_holding
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

BY = (("party", "当事人申请"), ("officer", "本人声明与本案有利害关系"))
BY_NAME = (RecusedRole.HEARING_MEMBER, RecusedRole.CLERK, RecusedRole.TRANSLATOR, RecusedRole.EXPERT)
HOLDING = {
    RecusedRole.UNIT_HEAD: Role.UNIT_HEAD, RecusedRole.REVIEWER: Role.LEGAL_REVIEWER,
    RecusedRole.AGENCY_HEAD: Role.AGENCY_HEAD,
}  # fmt: skip


@form_of("request_recusal")
class RecusalForm(ActForm):
    """About whom, by whom, why."""

    button = "登记回避"
    done = "已登记。决定以前调查不停止，但不能作出决定。"
    consequence = "本人声明的，即时回避；当事人申请的，由行政机关负责人决定，机关负责人的回避由本机关设定的决定人决定。"
    shown_when: ClassVar[dict[str, str]] = {"name": f"who={'|'.join(BY_NAME)}"}

    who = forms.ChoiceField(label="谁回避")
    name = WrittenField(label="姓名", most=60, required=False)
    by = forms.ChoiceField(label="由谁提出", choices=BY)
    reason = WrittenField(label="利害关系或者申请理由", most=400, lines=True)

    def prepare(self) -> None:
        """Everybody who has a part in the case, by what they are in it."""
        self.fields["who"].choices = [("", "请选择"), *_people(self.case)]  # type: ignore[attr-defined]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        told: dict[str, Any] = self.told
        told["role"], _, ref = told.pop("who").partition(":")
        told["by_officer"] = told.pop("by") == "officer"
        if told["role"] == RecusedRole.OFFICER:
            told["officer"] = next(iter(officers_named([ref])), None)
        elif ref:
            told["account"] = Account.objects.filter(public_id=ref).first()
        return request_recusal(actor=actor, at=at, **told)


def _people(case: Case) -> list[tuple[str, list[tuple[str, str]]]]:
    officer = RecusedRole.OFFICER
    groups = [(officer.label, [(f"{officer}:{ref}", label) for ref, label in officers_to_choose(case)])]
    if (hearing := hearing_set(case)) is not None:
        groups.append(
            (RecusedRole.CHAIR.label, [(f"{RecusedRole.CHAIR}:{hearing.chair.public_id}", hearing.chair.name)])
        )
    for role, held in HOLDING.items():
        rows = [(f"{role}:{one.public_id}", one.name) for one in accounts_holding(held, case.body, clock.today())]
        groups.append((role.label, rows))
    groups.append(("其他人员（填写姓名）", [(str(role.value), str(role.label)) for role in BY_NAME]))
    return [(str(label), rows) for label, rows in groups if rows]
