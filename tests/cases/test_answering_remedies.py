"""The body answers where its decision is contested: in its term, with evidence, agreed to by the head, sent with a receipt."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.cases.refusing import refusal_of
from tests.cases.test_remedies import TAKEN_UP, contested, ended
from yangguang.base.models import LedgerEntry
from yangguang.cases.kinds.penalty.documents.remedy_answer import Reply
from yangguang.cases.models import Clock
from yangguang.cases.plugs.closing import unsettled_of
from yangguang.cases.plugs.contesting import remedies_panel
from yangguang.cases.presentation.acts import next_acts
from yangguang.cases.presentation.history import history_of
from yangguang.cases.use_cases.answer_remedy import answer_remedy
from yangguang.cases.use_cases.forward_application import forward_application
from yangguang.cases.use_cases.receive_application import receive_application
from yangguang.cases.use_cases.request_remedy_answer import request_remedy_answer
from yangguang.cases.use_cases.submit_remedy_answer import submit_remedy_answer
from yangguang.records.api import documents_of, evidence_of

pytestmark = pytest.mark.django_db

ASKED, SENT, LATE = date(2026, 11, 19), date(2026, 11, 20), date(2026, 12, 4)
COURT = {"kind": "litigation", "authority": "示范县人民法院", "number": "（2026）示行初3号"}


def asked(remedy, *, day=ASKED, **changes):
    case = remedy.case
    told = {
        "applicant": "示范锦程制衣有限公司", "reasons": "事实清楚，程序合法。", "basis": "《劳动保障监察条例》第二十五条。",
        "asks": "请求维持。", "evidence_refs": [one.public_id for one in evidence_of(case.public_id)], "opinion": "建议答复。",
    } | changes  # fmt: skip
    with build.on(day) as at:
        return request_remedy_answer(
            case_id=case.pk, remedy_ref=remedy.public_id, actor=build.handler_of(case), at=at, **told
        )


def answered(remedy, *, day=ASKED):
    build.approve(asked(remedy, day=day), remedy.case.body, day)
    remedy.refresh_from_db()
    return remedy


def sent(remedy, *, day=SENT, **changes):
    told = {"sent_on": day, "way": "posted", "receipt": "EMS1234567890", **changes}
    with build.on(day, 16) as at:
        return submit_remedy_answer(
            case_id=remedy.case_id, remedy_ref=remedy.public_id, actor=build.handler_of(remedy.case), at=at, **told
        )


def fresh(case):
    return type(case).objects.get(pk=case.pk)


@pytest.mark.clause("ARL-2023:48")
@pytest.mark.clause("ARL-2023:54.1")
@pytest.mark.clause("AJL-2017:67.1")
@pytest.mark.parametrize(
    ("told", "term", "due"),
    [
        ({}, "answer_reconsideration_by", date(2026, 11, 30)),
        ({"simplified": True}, "answer_simplified_reconsideration_by", date(2026, 11, 23)),
        (COURT, "answer_lawsuit_by", date(2026, 12, 1)),
    ],
)  # fmt: skip
def test_term_to_answer_runs_from_the_copy_and_stops_when_the_answer_is_sent(told, term, due):
    remedy = contested(build.a_served_case(), **told)
    clock = Clock.objects.get(kind=term, about_ref=remedy.public_id)
    assert (clock.started_on, clock.due_on, clock.stopped_on) == (TAKEN_UP, due, None)
    answered(remedy)
    clock.refresh_from_db()
    assert clock.stopped_on is None  # agreed to is not sent
    sent(remedy)
    clock.refresh_from_db()
    assert clock.stopped_on == SENT


def test_short_term_is_of_reconsideration_only():
    assert refusal_of(contested, build.a_served_case(), simplified=True, **COURT).field == "simplified"


@pytest.mark.clause("ARL-2023:48")
def test_answer_and_its_evidence_are_papers_the_head_agreed_to_and_the_receipt_lies_behind():
    case = build.a_served_case()
    remedy = contested(case)
    assert refusal_of(sent, remedy).remedy == "请先提请审批。"
    approval = asked(remedy)
    assert not documents_of(case.public_id).filter(kind="remedy_answer").exists()
    build.approve(approval, case.body, ASKED)
    remedy.refresh_from_db()
    assert (remedy.answer.title, remedy.evidence_list.title) == ("行政复议答复书", "证据目录")
    assert remedy.answer.number
    text = str(remedy.answer.sheet)
    assert "事实清楚，程序合法。" in text
    assert "证据目录（2件）" in text
    assert "考勤记录" in str(remedy.evidence_list.sheet)
    sent(remedy)
    kinds = set(documents_of(case.public_id).filter(volume="side").values_list("kind", flat=True))
    assert {"remedy_answer", "remedy_evidence_list", "remedy_answer_receipt"} <= kinds
    events = set(LedgerEntry.objects.values_list("event", flat=True))
    assert {"RemedyAnswered", "RemedyAnswerSubmitted"} <= events
    assert refusal_of(sent, remedy).field == "remedy_ref"  # once
    assert refusal_of(asked, remedy).field == "remedy_ref"


def test_answer_is_the_heads_to_make_and_rests_on_evidence_of_this_file():
    remedy = contested(build.a_served_case())
    case, reply = (
        remedy.case,
        Reply("示范锦程制衣有限公司", "事实清楚。", "《劳动保障监察条例》第二十五条。", "请求维持。"),
    )

    def made(actor, refs):
        with build.on(ASKED) as at:
            answer_remedy(
                case_id=case.pk, remedy_ref=remedy.public_id, reply=reply, evidence_refs=refs, actor=actor, at=at
            )

    refs = [one.public_id for one in evidence_of(case.public_id)]
    assert refusal_of(made, build.handler_of(case), refs).reason
    assert refusal_of(made, build.person_of(case.body, "agency_head"), ["none"]).field == "evidence_refs"
    assert not documents_of(case.public_id).filter(kind="remedy_answer").exists()


def test_defence_in_a_lawsuit_has_its_own_name():
    assert answered(contested(build.a_served_case(), **COURT)).answer.title == "行政诉讼答辩状"


@pytest.mark.clause("ARL-2023:70")
@pytest.mark.parametrize(
    ("changes", "field"),
    [({"evidence_refs": []}, "evidence_refs"), ({"evidence_refs": ["none"]}, "evidence_refs"), ({"reasons": " "}, "reasons"),
     ({"basis": ""}, "basis"), ({"applicant": ""}, "applicant"), ({"asks": ""}, "asks")],
)  # fmt: skip
def test_answer_without_evidence_or_basis_is_refused(changes, field):
    assert refusal_of(asked, contested(build.a_served_case()), **changes).field == field


@pytest.mark.clause("ARL-2023:46.1")
@pytest.mark.history("P9.86")
def test_answer_does_not_rest_on_what_was_gathered_once_the_decision_was_contested():
    remedy = contested(build.a_served_case())
    evidence_of(remedy.case.public_id).filter(name="考勤记录").update(obtained_on=ASKED)
    refusal = refusal_of(asked, remedy)
    assert (refusal.field, refusal.clauses) == ("evidence_refs", ("ARL-2023:46.1", "AJL-2017:35"))
    remedy.leave_on, remedy.leave_paper = ASKED, "准许补充证据通知书"
    remedy.save()
    assert asked(remedy).proposal["evidence_refs"]


@pytest.mark.clause("ARL-2023:70")
def test_missed_term_is_shown_and_the_late_answer_says_why():
    case = build.a_served_case()
    remedy = answered(contested(case))
    with build.on(LATE):
        row = remedies_panel(fresh(case), None).values["remedies"][0]
        assert (row.overdue, row.due_on) == (True, date(2026, 11, 30))
    refusal = refusal_of(sent, remedy, day=LATE)
    assert (refusal.field, refusal.clauses) == ("late_because", ("ARL-2023:48",))
    sent(remedy, day=LATE, overdue_reason="邮路中断。")
    row = remedies_panel(fresh(case), None).values["remedies"][0]
    assert (row.late, row.overdue) == (True, False)
    assert Clock.objects.get(about_ref=remedy.public_id).overdue_reason == "邮路中断。"


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"way": "pigeon"}, "way"), ({"receipt": " "}, "receipt"), ({"sent_on": TAKEN_UP}, "sent_on"), ({"sent_on": LATE}, "sent_on")],
)  # fmt: skip
def test_answer_is_sent_with_its_receipt_and_not_before_the_head_agreed(changes, field):
    assert refusal_of(sent, answered(contested(build.a_served_case())), **changes).field == field


def test_outcome_ends_the_term_of_an_answer():
    remedy = contested(build.a_served_case())
    ended(remedy, "withdrawn")
    assert Clock.objects.get(kind="answer_reconsideration_by").stopped_on
    assert refusal_of(asked, remedy).field == "remedy_ref"


def test_answering_and_passing_on_are_main_events_of_the_file():
    case = build.a_served_case()
    forwarded(received(case))
    remedy = answered(contested(case))
    sent(remedy)
    titles = [row["title"] for row in history_of(case, everything=False)["rows"]]
    wanted = [
        "收到经本机关提交的复议申请",
        "转送复议申请",
        "登记复议、诉讼",
        "制作复议答复、诉讼答辩",
        "提交复议答复、诉讼答辩",
    ]
    assert set(wanted) <= set(titles)
    assert any("应当在2026年11月23日以前转送" in row["words"] for row in history_of(case, everything=False)["rows"])


def received(case, **changes):
    told = {
        "decision_ref": build.the_decision(case).public_id, "applicant": "示范锦程制衣有限公司", "authority": "示范县人民政府",
        "received_on": TAKEN_UP, **changes,
    }  # fmt: skip
    with build.on(TAKEN_UP) as at:
        return receive_application(case_id=case.pk, actor=build.handler_of(case), at=at, **told)


def forwarded(row, *, day=SENT, **changes):
    told = {"outcome": "forwarded", "words": "事实清楚，应当维持。", "receipt": "县司法局李某签收", **changes}
    with build.on(day) as at:
        return forward_application(
            case_id=row.case_id, application_ref=row.public_id, actor=build.handler_of(row.case), at=at, **told
        )


@pytest.mark.clause("ARL-2023:32.2")
def test_application_handed_in_here_is_passed_on_within_five_working_days_and_keeps_the_case_open():
    case = build.a_served_case()
    row = received(case)
    term = Clock.objects.get(kind="forward_application_by", about_ref=row.public_id)
    assert term.due_on == date(2026, 11, 23)
    assert refusal_of(received, case).field == "applicant"
    assert "复议申请的转送" in unsettled_of(fresh(case))
    assert refusal_of(forwarded, row, outcome="corrected").field == "outcome"  # said, not done
    assert refusal_of(forwarded, row, receipt="").field == "receipt"
    assert refusal_of(forwarded, row, day=date(2026, 11, 13)).field == "occurred_at"
    assert refusal_of(forwarded, row, day=LATE).field == "late_because"
    assert forwarded(row).letter.title == "行政复议申请转送函"
    term.refresh_from_db()
    assert term.stopped_on == SENT
    assert "复议申请的转送" not in unsettled_of(fresh(case))
    assert refusal_of(forwarded, row).field == "application_ref"


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"decision_ref": "none"}, "decision_ref"), ({"received_on": build.OPENED}, "received_on"), ({"applicant": ""}, "applicant")],
)  # fmt: skip
def test_application_is_recorded_with_all_it_needs(changes, field):
    assert refusal_of(received, build.a_served_case(), **changes).field == field


def offered(case, day):
    with build.on(day):
        return {row["act"] for row in next_acts(fresh(case), build.handler_of(case))["possible"]}


def test_acts_of_answering_are_offered_while_something_waits_and_their_forms_open(client):
    case = build.a_served_case()
    acts = {"request_remedy_answer", "submit_remedy_answer", "forward_application"}
    assert not offered(case, TAKEN_UP) & acts
    remedy, _ = contested(case), received(case)
    assert offered(case, ASKED) & acts == {"request_remedy_answer", "forward_application"}
    client.force_login(build.handler_of(case))
    with build.on(ASKED):
        home = f"/desk/cases/{case.public_id}/"
        form = client.get(f"{home}acts/request_remedy_answer/").content.decode()
        passed_on = client.get(f"{home}acts/forward_application/").content.decode()
    assert "请求行政复议机关维持" in form
    assert "考勤记录" in form
    assert "示范县" in passed_on
    answered(remedy)
    assert "submit_remedy_answer" in offered(case, SENT)
    with build.on(SENT):
        assert "行政复议答复书" in client.get(f"{home}acts/submit_remedy_answer/").content.decode()
    sent(remedy)
    assert not offered(case, SENT) & {"request_remedy_answer", "submit_remedy_answer"}
    with build.on(SENT):
        page = client.get(home).content.decode()
    assert "回执 EMS1234567890" in page
    assert "经本机关提交的复议申请" in page
