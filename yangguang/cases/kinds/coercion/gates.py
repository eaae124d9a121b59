"""Gates before sealing-up and seizure: power, approval, and what is done on the spot (law/stages-penalty §1.7)."""

from __future__ import annotations

from yangguang.cases import standing
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.models import CoerciveMeasure, MeasureKind
from yangguang.cases.rules.coercion_basis import grants_the_power, names_the_measure
from yangguang.cases.rules.inventory import REFUSED_TO_SIGN, SIGNED, OnTheSpot, are_listed
from yangguang.catalogues.api import ActKind, find_matter
from yangguang.kernel.refusal import Refused
from yangguang.statutes import clause

ENTRUSTED = "entrusted"


@gate(
    "measure_set_by_law", label="有法律、法规授权", clauses=("ACL-2011:10", "ACL-2011:22", "ACL-2011:29.1", "LSR-2004:15.1"),
    remedy="请核对本机关行政执法事项清单；没有授权的，可以依法先行登记保存证据，或者移送有权机关。",
)  # fmt: skip
def measure_set_by_law(attempt: Attempt) -> str:
    """The body's list of that day has no such power, or its basis is no law or regulation that gives it."""
    line: CoerciveMeasure = attempt.given["coercion"]
    day = attempt.at.day
    matter = find_matter(attempt.case.body, line.matter_code, day)
    held = (
        line.kind in MeasureKind.values and matter is not None and matter.act_kind is ActKind.COERCION
        and names_the_measure(matter.name, MeasureKind(line.kind).label) and grants_the_power(matter.basis, day)
    )  # fmt: skip
    return "" if held else "没有法律、法规依据，不得采取该强制措施。"


@gate(
    "measure_not_entrusted", label="不是受委托实施", clauses=("ACL-2011:17.1",),
    remedy="请由委托机关自己的执法人员提请和实施。",
)  # fmt: skip
def measure_not_entrusted(attempt: Attempt) -> str:
    """Whoever asks or acts belongs to an organisation that only acts for another."""
    case = attempt.case
    people = [attempt.actor, *standing.acting_officers(attempt)]
    bodies = [person.body for person in people if getattr(person, "body", None) is not None]
    entrusted = any(body.category == ENTRUSTED or body.pk == case.acting_body_id for body in bodies)
    return "行政强制措施权不得委托。" if entrusted or case.body.category == ENTRUSTED else ""


@gate(
    "measure_approved_before", label="实施前经批准", clauses=("ACL-2011:18.1.1",),
    remedy="请机关负责人先在审批表上签署；情况紧急的，按“紧急查封、扣押”办理并在时限内补批。",
)  # fmt: skip
def measure_approved_before(attempt: Attempt) -> str:
    """The head had not signed by the minute it was done."""
    line: CoerciveMeasure = attempt.given["coercion"]
    before = line.approved_at is not None and line.approved_at <= attempt.at.occurred_at
    return "" if before else "实施前未经行政机关负责人批准。"


@gate(
    "party_called", label="通知当事人到场", clauses=("ACL-2011:18.1.4", "ACL-2011:18.1.9"),
    remedy="请通知当事人；不到场的，邀请见证人到场并记明姓名。",
)  # fmt: skip
def party_called(attempt: Attempt) -> str:
    """Not called, or not there and nobody witnessed it."""
    spot = _spot(attempt)
    witnessed = spot.party_came or bool(spot.witness.name)
    return "" if spot.party_called and witnessed else "未通知当事人到场，或者当事人不到场没有见证人。"


@gate(
    "notified_and_heard_on_site", label="当场告知并听取意见", clauses=("ACL-2011:18.1.5", "ACL-2011:18.1.6"),
    remedy="请当场告知，并记下当事人的陈述申辩；没有意见的写“当事人表示无意见”。",
)  # fmt: skip
def notified_and_heard_on_site(attempt: Attempt) -> str:
    """Not told reasons, basis, rights and remedies, or nobody wrote down what the party said."""
    spot = _spot(attempt)
    told = spot.rights_told and bool(spot.heard.strip())
    return "" if told else "未当场告知理由、依据、权利和救济途径或者未听取申辩。"


@gate(
    "on_site_record_made", label="制作现场笔录", clauses=("ACL-2011:18.1.7", "ACL-2011:18.1.8"),
    remedy="请由当事人和执法人员签名；拒绝签名的，在笔录中注明。",
)  # fmt: skip
def on_site_record_made(attempt: Attempt) -> str:
    """Neither signed, nor a word on why not."""
    spot = _spot(attempt)
    noted = spot.signature == REFUSED_TO_SIGN and bool(spot.refusal_note.strip())
    return "" if spot.signature == SIGNED or noted else "未制作现场笔录或者签章手续不全。"


@gate(
    "only_case_related", label="限于涉案财物", clauses=("ACL-2011:23.1",),
    remedy="请从清单中去掉与违法行为无关的财物，以及当事人和其扶养家属的生活必需品。",
)  # fmt: skip
def only_case_related(attempt: Attempt) -> str:
    """Something listed has nothing to do with the violation, or the party's family lives by it."""
    items = attempt.given.get("items") or ()
    wrong = any(not one.case_related or one.daily_necessity for one in items)
    return "不得查封、扣押与违法行为无关的财物或者生活必需品。" if wrong else ""


@gate(
    "not_already_sealed", label="没有重复查封", clauses=("ACL-2011:23.2",),
    remedy="请从清单中去掉；轮候的不登记为查封。",
)  # fmt: skip
def not_already_sealed(attempt: Attempt) -> str:
    """Another organ of state has sealed it already."""
    items = attempt.given.get("items") or ()
    sealed = any(one.sealed_by.strip() for one in items)
    return "已被其他国家机关依法查封，不得重复查封。" if sealed else ""


@gate(
    "decision_and_inventory_delivered", label="当场交付决定书和清单",
    clauses=("ACL-2011:24.1", "ACL-2011:24.2", "ACL-2011:24.3"),
    remedy="请当场清点、逐件登记，清单一式二份，连同决定书当场交付；当事人不在场的，按送达的规定办理并有见证。",
)  # fmt: skip
def decision_and_inventory_delivered(attempt: Attempt) -> str:
    """Nothing listed, too few copies, or not handed over on the spot."""
    spot = _spot(attempt)
    copies = spot.copies >= clause("ACL-2011:24.3").amount(unit="count")
    listed = are_listed(attempt.given.get("items") or ())
    return "" if spot.delivered and copies and listed else "未当场交付查封、扣押决定书和清单。"


def _spot(attempt: Attempt) -> OnTheSpot:
    spot = attempt.given.get("spot")
    if spot is None:
        raise Refused("没有现场情况，不能办理。", remedy="请填写现场情况。")
    return spot  # type: ignore[no-any-return]
