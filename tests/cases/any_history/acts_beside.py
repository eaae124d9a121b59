"""What anybody may try beside the penalty line: on the spot, with things held, and on the labour lines."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.builders import custody, labour, summary
from tests.cases.any_history.acts import NOTHING, one_of
from tests.cases.any_history.world import World
from yangguang.base import vault
from yangguang.cases.use_cases._lines import FLOW_OF
from yangguang.cases.use_cases.check_rectification import OrderFinding, check_rectification
from yangguang.cases.use_cases.collect_on_the_spot import Collecting, collect_on_the_spot
from yangguang.cases.use_cases.confirm_service_address import AddressFacts
from yangguang.cases.use_cases.convert_to_ordinary import convert_to_ordinary
from yangguang.cases.use_cases.decide_disposition import decide_disposition
from yangguang.cases.use_cases.deliver_on_the_spot import Delivery, Electronic, deliver_on_the_spot
from yangguang.cases.use_cases.draft_instruction import OrderEntry, draft_instruction
from yangguang.cases.use_cases.file_with_authority import file_with_authority
from yangguang.cases.use_cases.find_circumstances import Circumstance
from yangguang.cases.use_cases.give_notice_on_the_spot import give_notice_on_the_spot
from yangguang.cases.use_cases.mark_expired import mark_expired
from yangguang.cases.use_cases.penalise_on_the_spot import Written, penalise_on_the_spot
from yangguang.cases.use_cases.propose_custody_act import propose_custody_act
from yangguang.cases.use_cases.propose_instruction import propose_instruction
from yangguang.cases.use_cases.record_item_return import record_item_return
from yangguang.cases.use_cases.record_statement_on_the_spot import Heard, record_statement_on_the_spot
from yangguang.cases.use_cases.remit_to_agency import remit_to_agency
from yangguang.cases.use_cases.remit_to_bank import remit_to_bank
from yangguang.cases.use_cases.request_disposition_decision import request_disposition_decision
from yangguang.cases.use_cases.serve_disposition import serve_disposition
from yangguang.cases.use_cases.serve_instruction import serve_instruction
from yangguang.cases.use_cases.void_on_the_spot_decision import void_on_the_spot_decision
from yangguang.records.api import evidence_of

LATE = "路远。"


def _scan() -> Any:
    return vault.store_upload(b"%PDF-1.4\n%%EOF\n", name="凭证.pdf")


def _spot_notice(w: World) -> None:
    kinds, fine = w.mostly(
        (["warning", "fine"], 60000), (["fine"], 400000), (["warning"], 0), (["public_criticism"], 0)
    )
    told = summary.a_notice(penalties=kinds, fine_fen=fine)
    give_notice_on_the_spot(case_id=w.case.pk, proposal=told, actor=w.handler(), at=w.moment())


def _spot_statement(w: World) -> None:
    heard = Heard(answered=w.mostly("none", "points"))
    record_statement_on_the_spot(case_id=w.case.pk, heard=heard, actor=w.handler(), at=w.moment())


def _spot_penalty(w: World) -> None:
    kinds, fine = w.mostly((("warning", "fine"), 60000), (("warning", "fine"), 90000), (("fine",), 400000))
    refs = tuple(one.public_id for one in evidence_of(w.case.public_id))
    milder = Circumstance(w.mostly("harm_reduced", "other_heavier", "minor"), "已经补休。", w.mostly(refs, ()))
    leniency, found = w.mostly(("", ()), ("lighter", (milder,)), ("lighter", ()), ("", (milder,)))
    written = Written(penalties=kinds, fine_fen=fine, rectification=summary.ORDERED, additional_fine=True,
                      leniency=leniency, circumstances=found)  # fmt: skip
    penalise_on_the_spot(case_id=w.case.pk, written=written, actor=w.handler(), at=w.moment())


def _spot_delivery(w: World) -> None:
    consent = AddressFacts(
        address="示范县人民路12号", consents=True, electronic_way="email", electronic_address="haowei@example.com",
        signed_by="孟广文", signed_copy=w.mostly(_scan(), None), consequences_told=True,
    )  # fmt: skip
    arrival = w.mostly("arrived", "bounced")
    sent = Electronic(arrival=arrival, proof_number="回执1", online_channel="网上平台", consent=w.mostly(consent, None))
    delivery = Delivery(recipient=w.mostly("孟广文", ""), electronic=w.pick([None, None, sent]))
    deliver_on_the_spot(case_id=w.case.pk, delivery=delivery, actor=w.handler(), at=w.moment())


def _spot_collection(w: World) -> None:
    ground = w.mostly("hard_to_execute", "small_fine", "remote")
    given = {"reason": w.mostly("流动摊位。", ""), "receipt_number": w.mostly("省财0001", "")}
    collecting = Collecting(ground=ground, proof=_scan(), **given)
    collect_on_the_spot(case_id=w.case.pk, collecting=collecting, actor=w.handler(), at=w.moment())


def _spot_filing(w: World) -> None:
    file_with_authority(case_id=w.case.pk, filed_with="窦敏", overdue_reason=LATE, actor=w.handler(), at=w.moment())


def _spot_remittance(w: World) -> None:
    remit_to_agency(
        case_id=w.case.pk, voucher="交1号", proof=_scan(), overdue_reason=LATE, actor=w.handler(), at=w.moment()
    )


def _spot_banking(w: World) -> None:
    remit_to_bank(
        case_id=w.case.pk, voucher="回1号", proof=_scan(), overdue_reason=LATE, actor=w.handler(), at=w.moment()
    )


def _spot_voiding(w: World) -> None:
    void_on_the_spot_decision(case_id=w.case.pk, reason="写错。", actor=w.handler(), at=w.moment())


def _spot_conversion(w: World) -> None:
    convert_to_ordinary(
        case_id=w.case.pk, reason="事实须查。", informed_head="赵文斌", actor=w.handler(), at=w.moment()
    )


def _ask_preservation(w: World) -> None:
    custody.request_advance_preservation(
        case=w.case, party=w.case.parties.first(), objects_named="考勤记录本3本", proves="加班", reason=w.mostly("可能灭失。", ""),
        opinion="建议。", actor=w.handler(), at=w.moment(),
    )  # fmt: skip


def _preserve(w: World) -> None:
    line = one_of(w, w.case.preservations.filter(preserved_at=None))
    spot = custody.OnTheSpot(place="示范县滨河路8号", certificate_shown=w.mostly(True, False), signature="signed")
    custody.advance_preservation(
        preservation=line,
        items=w.mostly([custody.BOOKS], []),
        spot=spot,
        officers=w.two(),
        actor=w.handler(),
        at=w.moment(),
    )


def _ask_measure(w: World) -> None:
    custody.request_coercive_measure(
        case=w.case, party=w.case.parties.first(), kind="seizure", objects_named="冲压机1台", reason="防止转移。",
        matter_code=custody.POWER, opinion="建议。", actor=w.handler(), at=w.moment(),
    )  # fmt: skip


def _take_measure(w: World) -> None:
    line = one_of(w, w.case.measures.filter(taken_at=None))
    spot = custody.a_spot(delivered=w.mostly(True, False), rights_told=w.mostly(True, False))
    custody.take_coercive_measure(
        measure=line, items=[custody.PRESS], spot=spot, officers=w.two(), actor=w.handler(), at=w.moment()
    )


def _take_urgently(w: World) -> None:
    custody.take_measure_urgently(
        case=w.case, party=w.case.parties.first(), items=[custody.PRESS], spot=custody.a_spot(), officers=w.two(),
        actor=w.handler(), at=w.moment(), kind="seizure", matter_code=custody.POWER, objects_named="冲压机1台",
        reason="防止转移。", urgent_reason=w.mostly("货车正在装运。", ""),
    )  # fmt: skip


def _held(w: World) -> Any:
    return one_of(w, [*w.case.measures.order_by("pk"), *w.case.preservations.order_by("pk")])


def _propose_custody(w: World) -> None:
    line = _held(w)
    refs = [one.public_id for one in line.items.all()]
    ways = dict.fromkeys(refs, w.mostly("return", "notify"))
    acts: list[tuple[str, dict[str, Any]]] = [
        ("extend_coercive_measure", {"reason": "案情复杂。"}),
        ("release_coercive_measure", {"release_ground": "other", "ways": ways}),
        ("dispose_of_preserved_items", {"fates": dict.fromkeys(refs, w.mostly("copied_and_returned", "confiscated", "")), "note": ""}),
        ("approve_after_the_fact", {"late_reason": "没有信号。"}),
        ("refuse_after_the_fact", {"reason": "不必。"}),
    ]  # fmt: skip
    known = {step.act for step in FLOW_OF[type(line)].steps}
    act, told = w.pick([one for one in acts if one[0] in known])
    propose_custody_act(line=line, act=act, told=told, opinion="建议。", actor=w.handler(), at=w.moment())


def _return_items(w: World) -> None:
    line = _held(w)
    refs = [one.public_id for one in line.items.all()]
    record_item_return(
        line=line,
        items=refs,
        received_by=w.mostly("罗玉梅", ""),
        receipt_number="签1号",
        proof=_scan(),
        actor=w.handler(),
        at=w.moment(),
    )


def _expire(w: World) -> None:
    mark_expired(line=_held(w), actor=w.handler(), at=w.moment())


def _draft_instruction(w: World) -> None:
    due = (w.now + timedelta(days=w.pick([7, 15]))).date()
    draft_instruction(
        case=w.case, party=w.case.parties.first(), facts="拖欠工资。", basis=["LSR-2004:18.1", "LSR-2004:26#compensation"],
        orders=[OrderEntry("pay_wages", "支付拖欠的劳动报酬", due)], actor=w.handler(), at=w.moment(),
    )  # fmt: skip


def _instruction(w: World) -> Any:
    return one_of(w, w.case.instructions.order_by("-pk"))


def _propose_instruction(w: World) -> None:
    propose_instruction(instruction=_instruction(w), opinion="建议。", actor=w.handler(), at=w.moment())


def _serve_instruction(w: World) -> None:
    facts = labour.front_desk(sealed=w.mostly(True, False))
    serve_instruction(instruction=_instruction(w), service=facts, actor=w.handler(), at=w.moment())


def _check_instruction(w: World) -> None:
    row = _instruction(w)
    findings = [OrderFinding(order.public_id, "期满未支付。") for order in row.orders.order_by("position")]
    check_rectification(instruction=row, findings=findings, actor=w.handler(), at=w.moment())


def _disposition(w: World) -> Any:
    return one_of(w, w.case.dispositions.order_by("-pk"))


def _decide_disposition(w: World) -> None:
    row = _disposition(w)
    if w.mostly(True, False):
        request_disposition_decision(
            disposition=row, opinion="建议。", overdue_reason=LATE, actor=w.handler(), at=w.moment()
        )
    else:
        decide_disposition(disposition=row, proof=None, actor=w.person("agency_head"), at=w.moment())


def _serve_disposition(w: World) -> None:
    serve_disposition(disposition=_disposition(w), service=labour.front_desk(), actor=w.handler(), at=w.moment())


HELPERS = {"_held", "_scan", "_instruction", "_disposition"}
ACTS = {
    name.strip("_"): act
    for name, act in globals().items()
    if name.startswith("_") and callable(act) and name not in HELPERS and getattr(act, "__module__", "") == __name__
}
__all__ = ["ACTS", "NOTHING"]
