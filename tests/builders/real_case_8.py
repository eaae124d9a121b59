"""Real case 8 (阻挠检查), walked through the use cases: wage records asked for twice and refused, ordered in vain, fined.

The published facts and intervals; the names are invented and the dates moved to 2026.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from importlib import resources
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from tests.builders.cases import (
    a_credit_code,
    a_party,
    an_agency,
    an_open_case,
    approve,
    decision_signed,
    exempted,
    handler_of,
    inspection_allowed,
    officers_of,
    on,
    person_of,
)
from tests.builders.directory import an_account
from tests.builders.labour import front_desk
from tests.builders.remembered import remembered
from tests.builders.signing import all_signed
from yangguang.base import outbox
from yangguang.base.events import SYSTEM
from yangguang.cases.models import Case
from yangguang.cases.rules.instalments import Instalment
from yangguang.cases.standing import open_points
from yangguang.cases.use_cases.archive_file import archive_file
from yangguang.cases.use_cases.check_rectification import OrderFinding, check_rectification
from yangguang.cases.use_cases.collect_evidence import collect_evidence
from yangguang.cases.use_cases.conclude_investigation import conclude_investigation
from yangguang.cases.use_cases.draft_instruction import OrderEntry, draft_instruction
from yangguang.cases.use_cases.find_facts import find_facts
from yangguang.cases.use_cases.give_prior_notice import give_prior_notice
from yangguang.cases.use_cases.grant_deferred_payment import grant_deferred_payment
from yangguang.cases.use_cases.inspect_on_site import inspect_on_site
from yangguang.cases.use_cases.issue_interview_notice import issue_interview_notice
from yangguang.cases.use_cases.judge_evidence import judge_evidence
from yangguang.cases.use_cases.prepare_draft import prepare_draft
from yangguang.cases.use_cases.propose_instruction import propose_instruction
from yangguang.cases.use_cases.re_examine import re_examine
from yangguang.cases.use_cases.record_payment import record_payment
from yangguang.cases.use_cases.record_statement import record_statement
from yangguang.cases.use_cases.request_deferred_payment import request_deferred_payment
from yangguang.cases.use_cases.request_end import request_end
from yangguang.cases.use_cases.serve_document import ServiceFacts, serve_document
from yangguang.cases.use_cases.serve_instruction import serve_instruction
from yangguang.kernel import clock
from yangguang.records.api import attach_signed_page, bind_waiting, documents_of, evidence_of

FILMED_IN_PART = "10月21日的现场检查全程录像，录像已经入卷；此后执法记录仪送修，其他环节没有录音录像，已书面说明。"
OPENED, FIRST, SECOND, VISIT = date(2026, 10, 12), date(2026, 10, 13), date(2026, 10, 16), date(2026, 10, 21)
ORDER_DUE, CHECKED, CONCLUDED = date(2026, 10, 26), date(2026, 10, 27), date(2026, 10, 28)
NOTIFIED, SAID, HEARD, SIGNED = date(2026, 10, 29), date(2026, 10, 30), date(2026, 11, 4), date(2026, 11, 5)
DECIDED, SERVED, ASKED, GRANTED = date(2026, 11, 6), date(2026, 11, 9), date(2026, 11, 13), date(2026, 11, 16)
PAID, PAID_UP = date(2026, 11, 30), date(2026, 12, 28)
CLOSED, ARCHIVED = date(2026, 12, 29), date(2026, 12, 30)
PARTS = ((PAID, 200_000), (PAID_UP, 300_000))
BASIS = ["LSR-2004:30.1#refusal", "LSR-2004:30.1#fine"]
PLACE, WANTED = "示范县工业园区6号", "2026年1月至9月工资支付台账\n考勤记录\n劳动合同"
FACT = "当事人经两次书面调查询问和责令限期改正，拒不提供2026年1月至9月工资支付台账、考勤记录。"
SIGNED_PAGE = ("示范县人力资源和社会保障局", "现场检查笔录（签名页）", "以上笔录已经当场宣读，与现场情况一致。")
FACE = next(Path(str(resources.files("pylopdf_fonts_zh_cn"))).rglob("*Sans*"))  # the face that ships with the product
FILM = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom"


def a_photograph(words: str) -> bytes:
    """A closed double door with its lock, and below it what the picture shows: nobody photographed anything."""
    picture, written = Image.new("RGB", (900, 640), "#d8dde3"), io.BytesIO()
    draw = ImageDraw.Draw(picture)
    for left in (210, 450):
        draw.rectangle((left, 60, left + 240, 520), fill="#b9a58a", outline="#6b5a45", width=5)
        draw.rectangle((left + 50, 110, left + 190, 270), fill="#cdbb9f", outline="#6b5a45", width=3)
    draw.rectangle((425, 280, 475, 350), fill="#5a6b7c", outline="#2f3b47", width=3)
    _written(draw, (40, 565), f"（示意图）{words}", 30)
    picture.save(written, "JPEG", quality=70)
    return written.getvalue()


SIGNED_COPY = ("示范县人力资源和社会保障局", "签名页", "本页与原件核对一致。")


def a_signed_page(words: Sequence[str], signed: str) -> bytes:
    """The scan of a printed page somebody signed, as a camera would bring it in."""
    picture, written = Image.new("RGB", (840, 1188), "#fbfaf6"), io.BytesIO()
    draw = ImageDraw.Draw(picture)
    for line, text in enumerate(words):
        _written(draw, (90, 110 + line * 56), text, 26)
    _written(draw, (90, 1000), signed, 34, "#1d2f6f")
    picture.save(written, "JPEG", quality=70)
    return written.getvalue()


def _written(draw: ImageDraw.ImageDraw, at: tuple[int, int], words: str, size: int, ink: str = "#223344") -> None:
    """In the face the papers are printed in."""
    draw.text(at, words, fill=ink, font=ImageFont.truetype(str(FACE), size))


def the_file_of_real_case_8() -> Case:
    """From the opening to the archived and bound file."""
    case = the_fined_case()
    _paid_closed_archived(case)
    return case


@remembered
def the_fined_case() -> Case:
    """The order was not heeded, and the fine is decided and served."""
    case = an_open_case(
        body=an_agency(named="示范县人力资源和社会保障局"), day=OPENED, title="拒不配合劳动保障监察、拒不提供工资支付资料",
        matter_code="LDJC-04", violation_code="LD-04", facts="日常巡视中当事人拒不提供工资支付台账、考勤记录。",
        discovered_on=date(2026, 10, 9), reported_on=date(2026, 10, 9), violation_began_on=date(2026, 10, 9),
        violation_ended_on=None,
        parties=(a_party(name="示范县瑞丰食品有限公司", code=a_credit_code(88), legal_representative="罗志平", address=PLACE),),
    )  # fmt: skip
    _asked_twice(case)
    _visited(case)
    _ordered_in_vain(case)
    _concluded(case)
    _told_and_heard(case)
    _decided(case)
    return case


def _asked_twice(case: Case) -> None:
    party = case.parties.get()
    for day, due in ((FIRST, date(2026, 10, 15)), (SECOND, date(2026, 10, 20))):
        with on(day) as at:
            notice = issue_interview_notice(
                case_id=case.pk, party_ref=party.public_id, appear_at=clock.beijing(due, 9), place="示范县政务路1号",
                materials=WANTED, due_on=due, officers=officers_of(case.body), actor=handler_of(case), at=at,
            )  # fmt: skip
        with on(day, 15) as at:
            serve_document(
                case_id=case.pk, document_ref=notice.document.public_id, party_ref=party.public_id, service=_handed(day),
                actor=handler_of(case), at=at,
            )  # fmt: skip


def _visited(case: Case) -> None:
    inspection_allowed(case, day=VISIT, place=PLACE, purpose="核对工资支付台账、考勤记录，须到现场。")
    handler, officers = handler_of(case), officers_of(case.body)
    with on(VISIT, 10) as at:
        record = inspect_on_site(
            case_id=case.pk, place=PLACE, present="刘芳（前台）", officers=officers, certificate_shown=True, badge_worn=True,
            findings="财务室上锁，在场人称负责人不在，拒绝打开财务室，拒绝提供工资支付台账和考勤记录。",
            proves="当事人拒绝提供资料", actor=handler, at=at,
        )  # fmt: skip
        attach_signed_page(
            document_id=record.document_id,
            content=a_signed_page(SIGNED_PAGE, "刘芳　陈立　周敏　2026年10月21日"),
            file_name="笔录.jpg",
            actor=handler,
            at=at,
        )
        for name, kind, content, file_name in (
            ("财务室门锁照片", "documentary_evidence", a_photograph("财务室门锁，2026年10月21日10时12分"), "door.jpg"),
            ("现场执法录像", "audiovisual_material", FILM, "visit.mp4"),
        ):
            collect_evidence(
                case_id=case.pk, kind=kind, name=name, source="执法人员现场拍摄", officers=officers,
                proves="当事人拒绝提供资料", obtained_on=VISIT, certificate_shown=True, content=content, file_name=file_name,
                actor=handler, at=at,
            )  # fmt: skip
        for one in evidence_of(case.public_id):
            judge_evidence(
                case_id=case.pk,
                evidence_ref=one.public_id,
                verified=True,
                words="与原件核对一致。",
                actor=handler,
                at=at,
            )
        found = evidence_of(case.public_id).exclude(kind="audiovisual_material").values_list("public_id", flat=True)
        find_facts(case_id=case.pk, facts=[(FACT, list(found))], actor=handler, at=at)


def _ordered_in_vain(case: Case) -> None:
    handler, party = handler_of(case), case.parties.get()
    with on(VISIT, 14) as at:
        instruction = draft_instruction(
            case=case, party=party, facts="拒不提供2026年1月至9月工资支付台账、考勤记录。", basis=BASIS[:1],
            orders=[OrderEntry("hand_over_records", "提供2026年1月至9月工资支付台账、考勤记录", ORDER_DUE)], actor=handler, at=at,
        )  # fmt: skip
        approval = propose_instruction(instruction=instruction, opinion="建议责令限期提供。", actor=handler, at=at)
    approve(approval, case.body, VISIT, hour=15)
    instruction.refresh_from_db()
    with on(VISIT, 16) as at:
        serve_instruction(instruction=instruction, service=_handed(VISIT), actor=handler, at=at)
    _checked(case, CHECKED, "期满仍未提供。", "unrectified")


def _checked(case: Case, day: date, finding: str, outcome: str) -> None:
    instruction = case.instructions.get()
    with on(day) as at:
        findings = [
            OrderFinding(order.public_id, finding, outcome) for order in instruction.orders.order_by("position")
        ]
        check_rectification(instruction=instruction, findings=findings, actor=handler_of(case), at=at)


def _concluded(case: Case) -> None:
    with on(CONCLUDED) as at:
        conclude_investigation(
            case_id=case.pk, actor=handler_of(case), at=at,
            circumstances={"overdue_days": 2, "prior_violations": 0, "rectified": False, "harm": "minor", "gains_fen": 0},
            content={
                "nature": "经责令改正拒不改正，拒不配合劳动保障监察。", "basis": BASIS, "gains": "无",
                "circumstances": "首次查处，逾期未改正2日。", "suggestion": "建议处罚款5000元。",
            },
        )  # fmt: skip


def the_proposal() -> dict:
    """A fine of 5,000 yuan: below the hearing threshold, within 2,000 to 20,000."""
    return {
        "penalties": ["fine"], "fine_fen": 500_000, "basis": BASIS, "reasons": "经责令改正仍拒不提供工资支付台账、考勤记录。",
        "discretion": {"tier": "轻微", "reasons": "逾期未改正2日，首次查处，酌情确定。"},
        "rectification": {"status": "ordered", "note": "已经责令限期提供，期满未提供。"},
        "illegal_gains": {"fen": 0, "note": "无"}, "additional_fine": True,
        "fulfilment": "自收到本决定书之日起按缴款要求缴纳罚款。",
        "judged": {"public_interest": False, "social_risk": False, "major_interest": False, "complex": False, "legal_relations": 1},
    }  # fmt: skip


def _told_and_heard(case: Case) -> None:
    handler = handler_of(case)
    with on(NOTIFIED) as at:
        give_prior_notice(case_id=case.pk, proposal=the_proposal(), hearing_told=False, actor=handler, at=at)
    _served(case, "prior_notice", NOTIFIED)
    points = ["经营困难，请求减轻罚款。", "请求分期缴纳罚款。"]
    with on(SAID) as at:
        notice_ref = case.notices.get().public_id
        record_statement(
            case_id=case.pk, notice_ref=notice_ref, way="written", made_by="罗志平", points=points, actor=handler, at=at
        )
    with on(HEARD) as at:
        said = ("没有提供证据，不符合减轻处罚的情形。", "不影响处罚；决定送达后可以书面申请分期缴纳。")
        answers = {point.pk: (False, words) for point, words in zip(open_points(case), said, strict=True)}
        re_examine(case_id=case.pk, answers=answers, actor=handler, at=at)


def _served(case: Case, kind: str, day: date) -> None:
    document = documents_of(case.public_id).filter(kind=kind).order_by("-position").first()
    with on(day, 14) as at:
        serve_document(
            case_id=case.pk, document_ref=document.public_id, party_ref=case.parties.get().public_id, service=_handed(day),
            actor=handler_of(case), at=at,
        )  # fmt: skip


def _handed(day: date) -> ServiceFacts:
    """To the front desk, with a proof of that day's own number."""
    return front_desk(proof_number=f"回证〔2026〕{day:%m%d}号")


def _decided(case: Case) -> None:
    with on(HEARD, 15) as at:
        prepare_draft(case_id=case.pk, kind="penalty", proposal=the_proposal(), actor=handler_of(case), at=at)
    case.refresh_from_db()
    exempted(case, day=SIGNED)
    decision_signed(case, day=DECIDED, recording_note=FILMED_IN_PART)
    _served(case, "penalty_decision", SERVED)


def _granted_parts(case: Case) -> None:
    """It pleads poverty in writing; the head grants two parts; the notice of it is handed over."""
    decision = case.decisions.get()
    with on(ASKED) as at:
        request_deferred_payment(
            decision=decision,
            grounds="订单减少，账户余额不足，申请分两期缴纳。",
            requested_on=ASKED,
            actor=handler_of(case),
            at=at,
        )
    with on(GRANTED, 11) as at:
        plan = [Instalment(*one) for one in PARTS]
        grant_deferred_payment(
            decision=decision,
            plan=plan,
            reason="确有经济困难，准予分两期缴纳。",
            actor=person_of(case.body, "agency_head"),
            at=at,
        )
    _served(case, "deferral_notice", GRANTED)


def _paid_closed_archived(case: Case) -> None:
    handler = handler_of(case)
    _granted_parts(case)
    _checked(case, PAID, "受处罚以后已经提供全部资料。", "rectified")
    for number, (day, fen) in enumerate(PARTS, start=101):
        with on(day) as at:
            record_payment(
                case_id=case.pk, amount_fen=fen, paid_on=day, payee="示范县农村商业银行", receipt_number=f"示财〔2026〕{number:06d}",
                actor=handler, at=at,
            )  # fmt: skip
    with on(CLOSED) as at:
        approval = request_end(
            case_id=case.pk, act="close_case", opinion="建议结案。", ground="fulfilled", summary="罚款已分两期缴清，资料已经提供。",
            recording_note=FILMED_IN_PART, actor=handler, at=at,
        )  # fmt: skip
    approve(approval, case.body, CLOSED, hour=15)
    archivist = an_account(role="archivist", body=case.body, named="何静")
    with on(ARCHIVED) as at:
        outbox.deliver_all()
        all_signed(case, day=ARCHIVED, hour=8, scan=a_signed_page(SIGNED_COPY, "刘芳　陈立　周敏"))
        archive_file(case_id=case.pk, kept_for="10_years", actor=archivist, at=at)
        outbox.deliver_all()
        bind_waiting(actor=SYSTEM, at=at)
    case.refresh_from_db()
