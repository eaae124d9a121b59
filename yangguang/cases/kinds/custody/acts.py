"""Acts on preservations and measures as their page offers them: title, button, form, one use case each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yangguang.cases.kinds.custody import forms, spot_forms
from yangguang.cases.kinds.custody.held import Line
from yangguang.cases.models import GOES_BACK, AdvancePreservation, CoerciveMeasure, MeasureKind
from yangguang.cases.policy import may_take
from yangguang.cases.use_cases._confiscation import confiscation_of
from yangguang.cases.use_cases._lines import FLOW_OF
from yangguang.cases.use_cases.advance_preservation import advance_preservation
from yangguang.cases.use_cases.dispose_of_items import dispose_of_items
from yangguang.cases.use_cases.end_expert_examination import end_expert_examination
from yangguang.cases.use_cases.entrust_custody import entrust_custody
from yangguang.cases.use_cases.hand_over_items import hand_over_items
from yangguang.cases.use_cases.propose_custody_act import propose_custody_act
from yangguang.cases.use_cases.record_item_return import record_item_return
from yangguang.cases.use_cases.sell_perishables import sell_perishables
from yangguang.cases.use_cases.start_expert_examination import start_expert_examination
from yangguang.cases.use_cases.take_coercive_measure import take_coercive_measure
from yangguang.cases.use_cases.tell_extension import tell_extension


@dataclass(frozen=True)
class CustodyAct:
    """One act: title, words on the button, form, the use case, what it is given, and by which name it knows its line."""

    title: str
    words: str
    form: type[Any]
    run: Callable[..., Any]
    given: Callable[[Any], dict[str, Any]] = lambda form: form.facts
    owner: str = "measure"


def _asked(act: str, told: Callable[[Any], dict[str, Any]]) -> Callable[[Any], dict[str, Any]]:
    return lambda form: {"act": act, "told": told(form), "opinion": form.facts["opinion"]}


def _spot(form: Any) -> dict[str, Any]:
    return {"items": form.entries(), "spot": form.spot(), "officers": form.acting()}


def _only(*names: str) -> Callable[[Any], dict[str, Any]]:
    return lambda form: {name: form.facts[name] for name in names}


ON_PRESERVATION = {
    "advance_preservation": CustodyAct(
        "实施先行登记保存", "登记保存，制作通知书和清单", spot_forms.PreservedForm, advance_preservation,
        lambda form: _spot(form) | {"urgent_reason": form.facts["urgent_reason"]}, "preservation",
    ),
    "dispose_of_preserved_items": CustodyAct(
        "处理登记保存物品", "提请机关负责人决定", forms.FatesForm, propose_custody_act,
        _asked("dispose_of_preserved_items", lambda form: {"fates": form.chosen(), "note": form.facts["note"]}), "line",
    ),
    "record_item_return": CustodyAct("登记退还签收", "登记签收", forms.ReturnForm, record_item_return, owner="line"),
}  # fmt: skip
ON_MEASURE = {
    "take_coercive_measure": CustodyAct(
        "实施查封、扣押", "实施，制作决定书和清单", spot_forms.TakenForm, take_coercive_measure, _spot
    ),
    "approve_after_the_fact": CustodyAct(
        "报告并提请补办批准", "报告机关负责人", forms.LateReportForm, propose_custody_act,
        _asked("approve_after_the_fact", _only("late_reason")), "line",
    ),
    "extend_coercive_measure": CustodyAct(
        "提请延长", "提交审批", forms.ExtensionForm, propose_custody_act,
        _asked("extend_coercive_measure", _only("reason")), "line",
    ),
    "tell_extension": CustodyAct("书面告知延长", "登记告知", forms.ToldForm, tell_extension),
    "start_expert_examination": CustodyAct(
        "检测、鉴定", "登记期间，制作告知书", forms.ExaminationForm, start_expert_examination
    ),
    "end_expert_examination": CustodyAct("检测、鉴定结束", "登记结束", forms.EndedForm, end_expert_examination),
    "entrust_custody": CustodyAct("委托保管", "登记委托保管", forms.CustodyForm, entrust_custody),
    "sell_perishables": CustodyAct("变卖鲜活、易腐物品", "变卖", forms.SaleForm, sell_perishables),
    "release_coercive_measure": CustodyAct(
        "提请解除", "提请机关负责人解除", forms.ReleaseForm, propose_custody_act,
        _asked("release_coercive_measure", lambda form: {
            "release_ground": form.facts["release_ground"], "ways": form.chosen(), "note": form.facts["note"],
        }), "line",
    ),
    "dispose_of_items": CustodyAct("没收、销毁", "登记处理", forms.ConfiscationForm, dispose_of_items),
    "hand_over_items": CustodyAct("随案移送物品", "登记移交，制作告知书", forms.HandoverForm, hand_over_items),
    "record_item_return": CustodyAct("登记退还签收", "登记签收", forms.ReturnForm, record_item_return, owner="line"),
}  # fmt: skip
PROPOSED = frozenset({
    "dispose_of_preserved_items", "approve_after_the_fact", "extend_coercive_measure", "release_coercive_measure",
})  # fmt: skip
ONLY_WHEN_EXPIRED = frozenset(
    {"release_coercive_measure", "dispose_of_items", "dispose_of_preserved_items", "record_item_return"}
)


def acts_on(line: Line) -> dict[str, CustodyAct]:
    """The acts a line knows."""
    return ON_PRESERVATION if isinstance(line, AdvancePreservation) else ON_MEASURE


def possible(line: Line, account: Any) -> list[tuple[str, str]]:
    """Name and title of the acts this person may begin now, in the order of the law."""
    known, found = acts_on(line), []
    for step in FLOW_OF[type(line)].steps_from(line.status):
        act = known.get(step.act)
        by = ("case_handler",) if step.act in PROPOSED else step.by
        if act and _fits(line, step.act) and may_take(account, line.case, by):
            found.append((step.act, act.title))
    return found


def _fits(line: Line, act: str) -> bool:
    """Whether an act makes sense where the line stands, beyond what its table says."""
    if line.status == "expired" and act not in ONLY_WHEN_EXPIRED:
        return False
    if line.status == "urgent" and act == "extend_coercive_measure":
        return False
    if act == "record_item_return":
        return line.items.filter(fate__in=GOES_BACK, returned_on=None).exists()
    return not isinstance(line, CoerciveMeasure) or _fits_measure(line, act)


def _fits_measure(line: CoerciveMeasure, act: str) -> bool:
    tested = line.examinations.filter(ended_on=None).exists() if "expert_examination" in act else False
    return {
        "tell_extension": line.extension_told_on is None, "start_expert_examination": not tested,
        "end_expert_examination": tested, "entrust_custody": line.kind == MeasureKind.SEALING_UP,
        "dispose_of_items": act == "dispose_of_items" and confiscation_of(line.case) is not None,
    }.get(act, True)  # fmt: skip
