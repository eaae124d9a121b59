"""提请延长办案期限，延长、中止、恢复调查，提请查询账户、房产、车辆."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base.components.texts import cn_date
from yangguang.base.form_fields import DayField, WrittenField, YesNoField
from yangguang.base.forms import Parts
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.decision_terms import extendable
from yangguang.cases.kinds.labour.investigation_gates import investigation_clock, is_city_or_above
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases.request_head_approval import request_head_approval
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

LEVELS = (("city", "设区的市级"), ("province", "省级"), ("county", "县级"))


class HeadForm(ActForm):
    """Why, and the handler's opinion."""

    act = ""
    button = "提交审批"
    done = "已提请审批。"

    reason = WrittenField(label="理由", most=1000, lines=True)
    opinion = WrittenField(label="承办人意见", most=1000, lines=True)

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Put it before the signers."""
        return request_head_approval(act=self.act, actor=actor, at=at, **self.told)


@form_of("request_extension")
class ExtensionForm(HeadForm):
    """Why the investigation needs thirty working days more."""

    act = "extend_investigation"

    def prepare(self) -> None:
        """Until when the term runs now."""
        if (running := investigation_clock(self.case)) is not None:
            due = cn_date(run_clocks.due_of(running).day)
            self.fields[
                "reason"
            ].help_text = f"现在的调查期限到{due}为止。情况复杂的，经批准可以延长一次，应当在届满以前批准。"


@form_of("request_decision_extension")
class DecisionExtensionForm(HeadForm):
    """By how many days the term of decision should be longer, and why."""

    act = "extend_decision_term"
    parts: ClassVar[Parts] = (("延长多少，为什么", ("days", "reason")), ("意见", ("opinion",)), *ActForm.parts)

    days = forms.IntegerField(label="延长的天数", min_value=1, max_value=999)

    def prepare(self) -> None:
        """Under which rule, until when the term runs now and by how much it may be longer."""
        try:
            found = extendable(self.case, clock.today())
        except Refused as refusal:
            self.fields["days"].help_text = refusal.reason
            return
        unit = found.rule.unit_label
        self.fields["days"].label = f"延长的天数（{unit}）"
        self.fields["days"].initial = found.left or None
        self.fields["days"].help_text = (
            f"现在的办案期限到{cn_date(found.due_on)}为止，已经延长{found.taken}次。按{found.basis}，"
            f"这一次最多延长{found.left}{unit}，应当在届满以前批准。"
        )


@form_of("request_suspension")
class SuspensionForm(HeadForm):
    """Why the investigation cannot go on."""

    act = "suspend_investigation"
    done = "已提请审批。中止以后只有调查期限停止计算，作出处罚决定的期限不停。"


@form_of("request_resumption")
class ResumptionForm(HeadForm):
    """Why it can go on."""

    act = "resume_investigation"


@form_of("request_asset_query")
class AssetQueryForm(HeadForm):
    """Whom, about whom, what; who above the county approved it."""

    act = "query_assets"
    parts: ClassVar[Parts] = (
        ("查询什么", ("migrant_workers", "to", "about", "objects", "reason")),
        ("上级批准", ("level", "body", "name", "number", "approved_on")), ("意见", ("opinion",)), *ActForm.parts,
    )  # fmt: skip

    migrant_workers = YesNoField(label="本案查处拖欠农民工工资")
    to = WrittenField(label="协助查询的单位", most=120, help_text="银行、不动产登记机构、车辆管理所等。")
    about = WrittenField(label="查询对象", most=200)
    objects = WrittenField(label="查询内容", most=1000, lines=True, help_text="每行一项：账户、房产、车辆及期间。")
    level = forms.ChoiceField(label="批准机关的级别", choices=LEVELS)
    body = WrittenField(label="批准机关", most=120, required=False)
    name = WrittenField(label="批准的负责人", most=60, required=False)
    number = WrittenField(label="批准文号", most=80, required=False)
    approved_on = DayField(label="批准日期", required=False)

    def prepare(self) -> None:
        """A body of the city or above needs nobody above it."""
        if is_city_or_above(self.case.body):
            for name in ("level", "body", "name", "number", "approved_on"):
                del self.fields[name]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Put it before the signers."""
        told: dict[str, Any] = self.told
        above = {name: told.pop(name) for name in ("level", "body", "name", "number", "approved_on") if name in told}
        superior = above | {"approved_on": str(above.get("approved_on") or "")} if above else None
        return request_head_approval(act=self.act, actor=actor, at=at, superior=superior, **told)
