"""Instructions that reach the employer otherwise than by service, get a later day, or give way to another."""

import json
from datetime import date

import pytest
from django.urls import reverse

from tests.builders.cases import handler_of, officers_of, on, person_of
from tests.builders.labour import (
    DUE,
    ISSUED,
    a_drafted_instruction,
    a_labour_agency,
    a_roster,
    a_running_instruction,
    an_accepted_complaint,
    an_issued_instruction,
    front_desk,
    refs_of,
)
from tests.cases.refusing import failing, refusal_of
from yangguang.base import ledger
from yangguang.cases.kinds.labour.criminal import order_to_pay_unheeded
from yangguang.cases.kinds.labour.line_acts import possible
from yangguang.cases.models import Clock, Instruction
from yangguang.cases.presentation.clocks import explanation_of, why_of
from yangguang.cases.standing import papers_to_serve
from yangguang.cases.use_cases.draft_instruction import OrderEntry
from yangguang.cases.use_cases.extend_instruction import extend_instruction
from yangguang.cases.use_cases.hand_over_papers import hand_over_papers
from yangguang.cases.use_cases.instruct_on_the_spot import instruct_on_the_spot
from yangguang.cases.use_cases.post_order import Posting, post_order
from yangguang.cases.use_cases.propose_instruction import propose_instruction
from yangguang.cases.use_cases.record_worker_payments import WagePayment, record_worker_payments
from yangguang.cases.use_cases.replace_instruction import replace_instruction
from yangguang.records.api import EvidenceKind, evidence_of
from yangguang.records.models import Document

pytestmark = pytest.mark.django_db
PICTURE = b"\x89PNG\r\n\x1a\n" + b"\0" * 64
FLED = {
    "places": "示范县创业路18号办公场所、法定代表人住所", "fled": True, "fled_how": "9月6日起电话停机，工地停工，办公室搬空。",
    "tried_person": "9月7日到住所，本人不在。", "tried_family": "住所无人居住。", "tried_reception": "办公场所无人。",
    "film": PICTURE, "film_name": "张贴.png",
}  # fmt: skip


@pytest.fixture
def case():
    return a_roster(an_accepted_complaint(a_labour_agency()))


def sheet_of(kind):
    return json.dumps(Document.objects.filter(kind=kind).latest("pk").sheet, ensure_ascii=False)


def given_on_the_spot(draft, *, day=ISSUED, **facts):
    told = {
        "facts_plain": True, "certificate_shown": True, "officers": officers_of(draft.case.body),
        "service": front_desk(place="工地"),
    }  # fmt: skip
    with on(day, 10) as at:
        return instruct_on_the_spot(instruction=draft, actor=handler_of(draft.case), at=at, **(told | facts))


@pytest.mark.clause("LSP-2004:31")
def test_instruction_given_on_the_spot_has_a_number_and_runs_at_once(case):
    row = given_on_the_spot(a_drafted_instruction(case))
    assert (row.status, row.served_on, row.given_on_the_spot) == ("running", ISSUED, True)
    assert row.number.endswith("监令字〔2026〕第1号")
    assert Clock.objects.get(kind="fulfil_by").due_on == DUE
    assert case.services.get().method == "on_announcement"
    assert "InstructionGivenOnTheSpot" in {entry.event for entry in ledger.entries_of_file(case.public_id)}


@pytest.mark.clause("LSP-2004:31")
def test_instruction_on_facts_that_must_be_looked_into_is_not_given_on_the_spot(case):
    draft = a_drafted_instruction(case)
    refusal = refusal_of(given_on_the_spot, draft, facts_plain=False)
    assert refusal.reason == "事实不确凿，不能当场作出限期改正指令。"
    assert refusal.clauses == ("LSP-2004:31",)
    assert refusal_of(given_on_the_spot, draft, certificate_shown=False).reason == "未记录主动出示执法证件。"
    assert refusal_of(given_on_the_spot, draft, officers=officers_of(case.body)[:1]).reason == "执法人员少于两人。"
    assert refusal_of(given_on_the_spot, draft, service=front_desk(recipient="")).field == "recipient"


def test_instruction_before_its_signers_is_not_given_on_the_spot(case):
    draft = a_drafted_instruction(case)
    with on(ISSUED, 9) as at:
        propose_instruction(instruction=draft, opinion="建议。", actor=handler_of(case), at=at)
    assert refusal_of(given_on_the_spot, draft).reason == "指令正在审批，不能当场作出。"


@pytest.mark.clause("LSP-2004:32")
def test_paper_given_on_the_spot_is_handed_over_within_two_days(case):
    row = given_on_the_spot(a_drafted_instruction(case))
    running = Clock.objects.get(kind="hand_over_papers_by")
    assert running.due_on == date(2026, 9, 10)
    assert "hand_over_papers" in dict(possible(row, handler_of(case)))
    told = {"instruction": row, "received_by": "窦敏", "actor": handler_of(case)}
    with on(date(2026, 9, 11)) as at:
        late = refusal_of(hand_over_papers, at=at, **told)
        assert (late.field, late.clauses) == ("overdue_reason", ("LSP-2004:32",))
        hand_over_papers(at=at, overdue_reason="连日在外检查。", **told)
    running.refresh_from_db()
    assert (running.stopped_on, running.overdue_reason) == (date(2026, 9, 11), "连日在外检查。")
    assert "hand_over_papers" not in dict(possible(row, handler_of(case)))


def test_paper_issued_by_the_head_is_not_handed_over(case):
    row = a_running_instruction(case)
    with on(ISSUED, 16) as at:
        refusal = refusal_of(hand_over_papers, instruction=row, received_by="窦敏", actor=handler_of(case), at=at)
    assert refusal.reason == "不是当场作出的文书，或者已经交存。"


def posted(issued, *, day=ISSUED, officers=None, **facts):
    with on(day, 15) as at:
        return post_order(
            instruction=issued, posting=Posting(**(FLED | facts)), officers=officers or officers_of(issued.case.body),
            actor=handler_of(issued.case), at=at,
        )  # fmt: skip


@pytest.mark.clause("WPI-2013:4.2")
def test_posted_and_filmed_order_counts_as_ordered(case):
    row = posted(an_issued_instruction(case))
    assert (row.status, row.posted_on, row.served_on) == ("running", ISSUED, None)
    running = Clock.objects.get(kind="fulfil_by")
    assert (running.start_event, running.due_on) == ("责令支付文书张贴", DUE)
    film = evidence_of(case.public_id).get(kind=EvidenceKind.AUDIOVISUAL)
    assert film.blob.size
    for words in ("电话停机", "住所无人居住", "办公场所无人", film.name):
        assert words in sheet_of("posting_record")
    assert not order_to_pay_unheeded(case, DUE)
    assert order_to_pay_unheeded(case, date(2026, 9, 19))


@pytest.mark.clause("WPI-2013:4.2")
@pytest.mark.parametrize(
    "lacking", [{"film": None}, {"tried_person": ""}, {"tried_family": " "}, {"tried_reception": ""}]
)
def test_posting_without_a_picture_or_without_having_tried_is_refused(case, lacking):
    refusal = refusal_of(posted, an_issued_instruction(case), **lacking)
    assert refusal.reason == "张贴责令没有拍照、录像，或者未记明无法送交的情况，不能视为责令支付。"
    assert refusal.clauses == ("WPI-2013:4.2",)
    assert set(failing(refusal)) == {"posting_filmed"}


@pytest.mark.clause("WPI-2013:4.2")
@pytest.mark.parametrize("there", [{"fled": False}, {"fled_how": ""}])
def test_posting_for_an_employer_who_did_not_flee_is_refused(case, there):
    assert refusal_of(posted, an_issued_instruction(case), **there).reason == "行为人没有逃匿，应当依法送达。"


def test_posting_by_one_officer_after_the_day_or_of_another_order_is_refused(case):
    issued = an_issued_instruction(case)
    assert refusal_of(posted, issued, officers=officers_of(case.body)[:1]).reason == "执法人员少于两人。"
    assert refusal_of(posted, issued, day=date(2026, 9, 19)).reason == "送达时指定期限已过，应当重新确定期限。"
    assert refusal_of(posted, issued, places=" ").field == "places"
    other = an_issued_instruction(case, orders=[OrderEntry("other", "补签合同", DUE)])
    assert refusal_of(posted, other).reason == "张贴只对责令支付的文书有效。"


LATER = date(2026, 9, 28)


def put_off(row, day, *, until=LATER, **facts):
    with on(day) as at:
        head = person_of(row.case.body, "agency_head")
        return extend_instruction(
            instruction=row, until=until, reason="已提交清偿计划。", actor=facts.pop("actor", head), at=at, **facts
        )


@pytest.mark.clause("LSR-2004:18.1")
def test_head_puts_the_day_off_and_the_clock_tells_both_papers(case):
    row = put_off(a_running_instruction(case), DUE)
    running = Clock.objects.get(kind="fulfil_by")
    assert (running.due_on, row.orders.get().due_on) == (LATER, LATER)
    lines = [(line.kind, line.label, line.reached) for line in explanation_of(running, DUE).lines]
    assert lines[1:] == [("fixed", "文书载明的期限", DUE), ("extension", "书面延长改正期限", LATER)]
    assert "经批准延期后文书载明的期限" in why_of(running)
    assert "由2026年9月18日延长至2026年9月28日" in sheet_of("instruction_extension_notice")
    assert [paper.kind for paper in papers_to_serve(case)] == ["instruction_extension_notice"]
    assert not order_to_pay_unheeded(case, LATER)
    assert order_to_pay_unheeded(case, date(2026, 9, 29))


@pytest.mark.clause("LSR-2004:18.1")
def test_day_that_is_over_is_not_put_off(case):
    row = a_running_instruction(case)
    refusal = refusal_of(put_off, row, date(2026, 9, 19))
    assert refusal.reason == "期限已满，不能延长。"
    assert refusal_of(put_off, row, DUE, until=DUE).field == "until"
    assert refusal_of(put_off, row, DUE, position=9).field == "position"
    assert refusal_of(put_off, row, DUE, actor=handler_of(case)).reason == "您不能延长改正期限。"


@pytest.mark.clause("LSP-2004:39")
def test_replaced_instruction_falls_and_its_draft_asks_for_what_is_owed_now(case):
    row = a_running_instruction(case)
    with on(date(2026, 9, 10)) as at:
        record_worker_payments(
            case=case,
            payments=[WagePayment(refs_of(case)[0], 10_000_00, at.day, "转账1")],
            actor=handler_of(case),
            at=at,
        )
        draft = replace_instruction(
            instruction=row, reason="金额计算有误。", actor=person_of(case.body, "agency_head"), at=at
        )
    row.refresh_from_db()
    assert (row.status, draft.status, draft.orders.get().owed_fen) == ("replaced", "drafted", 20_000_00)
    assert Clock.objects.get(kind="fulfil_by").stop_event == "变更指令"
    assert "重新作出指令" in sheet_of("instruction_annulment")
    assert not order_to_pay_unheeded(case, date(2026, 9, 30))


def test_officer_posts_an_order_on_screen_and_keeps_what_was_typed(client, case):
    from django.core.files.uploadedfile import SimpleUploadedFile

    row = an_issued_instruction(case)
    client.force_login(handler_of(case))
    address = reverse("cases:order_act", args=[case.public_id, row.public_id, "post_order"])
    typed = {name: value for name, value in FLED.items() if not name.startswith("film")}
    typed |= {
        "fled": "on", "officers": [o.public_id for o in officers_of(case.body)], "occurred_at": "2026-09-08T14:00",
        "late_reason": "",
    }  # fmt: skip
    with on(ISSUED, 15):
        answer = client.post(address, typed)
        shown = answer.content.decode()
        assert "不能视为责令支付" in shown
        assert "办公室搬空" in shown
        picture = SimpleUploadedFile("张贴.png", PICTURE, content_type="image/png")
        assert client.post(address, typed | {"film": picture}).status_code == 302
        assert "2026年9月8日张贴" in client.get(reverse("cases:orders", args=[case.public_id])).content.decode()
    assert Instruction.objects.get().posted_on == ISSUED


def test_officer_gives_a_draft_on_the_spot_on_screen(client, case):
    row = a_drafted_instruction(case)
    client.force_login(handler_of(case))
    address = reverse("cases:order_act", args=[case.public_id, row.public_id, "instruct_on_the_spot"])
    typed = {
        "facts_plain": "on", "certificate_shown": "on", "officers": [o.public_id for o in officers_of(case.body)],
        "place": "工地", "recipient": "刘芳", "relation": "reception", "refused_because": "", "proof_number": "1",
        "occurred_at": "2026-09-08T14:00", "late_reason": "",
    }  # fmt: skip
    with on(ISSUED, 15):
        assert client.post(address, typed).status_code == 302
    row.refresh_from_db()
    assert row.status == "running"
