"""Reconsiderations and lawsuits: no evidence is made up meanwhile, and what falls is taken back from the public."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders import labour
from tests.builders.disclosure import deliver
from tests.cases.refusing import asked, refusal_of
from yangguang.base import verifying
from yangguang.base.models import LedgerEntry
from yangguang.cases.plugs.closing import unsettled_of
from yangguang.cases.presentation.acts import next_acts
from yangguang.cases.rules.remedies import ANNULS, TAKES_BACK
from yangguang.cases.use_cases.record_evidence_leave import record_evidence_leave
from yangguang.cases.use_cases.record_remedy import record_remedy
from yangguang.cases.use_cases.record_remedy_outcome import record_remedy_outcome
from yangguang.disclosure.models import Publication

pytestmark = pytest.mark.django_db

TAKEN_UP, ENDED = date(2026, 11, 16), date(2026, 11, 18)
PAPER = "示政复决字〔2026〕第12号行政复议决定书"


def contested(case, *, day=TAKEN_UP, **changes):
    with build.on(day) as at:
        told = {
            "decision_ref": build.the_decision(case).public_id, "kind": "reconsideration", "authority": "示范县人民政府",
            "number": "示政复受字〔2026〕第12号", "received_on": day,
        } | changes  # fmt: skip
        remedy = record_remedy(case_id=case.pk, actor=build.handler_of(case), at=at, **told)
    case.refresh_from_db()
    return remedy


def ended(remedy, outcome, *, day=ENDED, **changes):
    case = remedy.case
    with build.on(day) as at:
        told = {
            "outcome": outcome, "outcome_paper": PAPER, "outcome_received_on": day, "outcome_words": "程序违法，撤销原决定。",
        } | changes  # fmt: skip
        record_remedy_outcome(case_id=case.pk, remedy_ref=remedy.public_id, actor=build.handler_of(case), at=at, **told)
    case.refresh_from_db()
    return case


def gathers(case, day, act="interview"):
    with build.on(day) as at:
        return asked("no_evidence_in_remedy", case, act=act, at=at)


@pytest.mark.clause("ARL-2023:46.1")
@pytest.mark.history("P9.86")
@pytest.mark.parametrize("act", ["interview", "inspect_on_site", "collect_evidence"])
def test_evidence_gathered_while_a_decision_is_contested_is_refused(act):
    case = build.a_served_case()
    assert gathers(case, TAKEN_UP, act).holds
    remedy = contested(case)
    verdict = gathers(case, ENDED, act)
    assert (verdict.reason, verdict.clauses) == ("复议或者诉讼期间不得自行收集证据。", ("ARL-2023:46.1", "AJL-2017:35"))
    assert gathers(case, build.SERVED, act).holds
    assert gathers(ended(remedy, "upheld"), ENDED, act).holds


@pytest.mark.clause("AJL-2017:35")
def test_leave_of_the_court_lets_evidence_be_supplemented_from_its_day_on():
    case = build.a_served_case()
    remedy = contested(case, kind="litigation", authority="示范县人民法院", number="（2026）示行初3号")
    with build.on(ENDED) as at:
        told = {"case_id": case.pk, "remedy_ref": remedy.public_id, "actor": build.handler_of(case), "at": at}
        assert refusal_of(record_evidence_leave, paper=" ", leave_on=ENDED, **told).field == "paper"
        assert refusal_of(record_evidence_leave, paper="准许", leave_on=build.SERVED, **told).field == "leave_on"
        record_evidence_leave(paper="示范县人民法院准许补充证据通知书", leave_on=ENDED, **told)
    assert not gathers(case, TAKEN_UP).holds
    assert gathers(case, ENDED).holds
    assert LedgerEntry.objects.get(event="EvidenceLeaveRecorded").summary == "示范县人民法院准许补充证据通知书"


@pytest.mark.clause("ARL-2023:46.1")
def test_disposition_that_is_contested_stops_gathering_evidence_in_its_case():
    disposition = labour.a_decided_disposition()
    case = disposition.case
    day = labour.DECIDED + build.ONE_DAY
    with build.on(day) as at:
        record_remedy(
            case_id=case.pk, decision_ref=disposition.decision.public_id, kind="reconsideration", authority="示范县人民政府",
            number="示政复受字〔2026〕第13号", received_on=day, actor=build.handler_of(case), at=at,
        )  # fmt: skip
    assert not gathers(case, day).holds


@pytest.mark.clause("APL-2021:48.2")
@pytest.mark.parametrize(
    ("outcome", "status", "decision", "ground"),
    [("annulled", "annulled", "annulled", "annulled"), ("ordered_to_remake", "annulled", "annulled", "annulled"),
     ("declared_invalid", "annulled", "annulled", "ruled_void"), ("altered", "served", "served", "altered"),
     ("declared_illegal", "served", "served", "ruled_unlawful")],
)  # fmt: skip
def test_outcome_against_the_decision_opens_the_withdrawal_from_the_day_the_paper_came(
    outcome, status, decision, ground
):
    case = build.a_served_case()
    deliver()
    Publication.objects.update(status="published", published_on=build.SERVED)
    case = ended(contested(case), outcome, day=date(2026, 11, 20), outcome_received_on=ENDED)
    with build.on(date(2026, 11, 20), 15):
        deliver()
    publication = Publication.objects.get()
    assert (case.status, build.the_decision(case).status) == (status, decision)
    assert (publication.withdrawal_ground, publication.ground_received_on) == (ground, ENDED)
    assert publication.withdraw_by == date(2026, 11, 23)  # three working days from the 18th, a Wednesday
    assert PAPER in publication.withdrawal_paper


@pytest.mark.clause("APL-2021:48.2")
@pytest.mark.parametrize("outcome", ["upheld", "withdrawn"])
def test_decision_that_was_upheld_stays_public(outcome):
    case = build.a_served_case()
    deliver()
    Publication.objects.update(status="published", published_on=build.SERVED)
    case = ended(contested(case), outcome)
    deliver()
    assert (case.status, Publication.objects.get().withdraw_by) == ("served", None)


def test_decision_that_fell_before_it_became_public_is_struck_from_the_list():
    case = build.a_served_case()
    deliver()
    ended(contested(case), "annulled")
    deliver()
    publication = Publication.objects.get()
    assert (publication.status, publication.withholding_ground) == ("withheld", "no_longer_stands")


def test_every_outcome_that_annuls_takes_back_too():
    assert ANNULS < TAKES_BACK


def test_judgment_that_is_not_in_force_ends_nothing():
    remedy = contested(build.a_served_case(), kind="litigation", authority="示范县人民法院", number="（2026）示行初3号")
    refusal = refusal_of(ended, remedy, "annulled")
    assert (refusal.reason, refusal.field) == ("裁判尚未生效。", "in_force")
    assert ended(remedy, "annulled", in_force=True).status == "annulled"


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"outcome": "lost"}, "outcome"), ({"outcome_paper": ""}, "outcome_paper"), ({"outcome_words": " "}, "outcome_words"),
     ({"outcome_received_on": build.SERVED}, "outcome_received_on")],
)  # fmt: skip
def test_outcome_is_recorded_with_its_paper(changes, field):
    remedy = contested(build.a_served_case())
    assert refusal_of(ended, remedy, changes.pop("outcome", "annulled"), **changes).field == field


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"kind": "appeal"}, "kind"), ({"decision_ref": "none"}, "decision_ref"), ({"authority": ""}, "authority"),
     ({"number": " "}, "number"), ({"received_on": build.OPENED}, "received_on")],
)  # fmt: skip
def test_remedy_is_recorded_with_all_it_needs(changes, field):
    assert refusal_of(contested, build.a_served_case(), **changes).field == field


def test_same_way_is_recorded_once_until_it_has_ended():
    case = build.a_served_case()
    remedy = contested(case)
    assert refusal_of(contested, case).field == "kind"
    ended(remedy, "upheld")
    again = contested(case, day=ENDED, kind="litigation", authority="示范县人民法院", number="（2026）示行初3号")
    assert again.pk != remedy.pk


def test_case_is_not_closed_while_its_decision_is_contested():
    case = build.a_served_case()
    remedy = contested(case)
    assert "复议、诉讼" in unsettled_of(case)
    assert "复议、诉讼" not in unsettled_of(ended(remedy, "upheld"))


def test_contested_decision_stands_on_the_case_page(client):
    case = build.a_served_case()
    contested(case)
    client.force_login(build.handler_of(case))
    with build.on(ENDED):
        page = client.get(f"/desk/cases/{case.public_id}/").content.decode()
        form = client.get(f"/desk/cases/{case.public_id}/acts/record_remedy_outcome/").content.decode()
    assert "示政复受字〔2026〕第12号" in page
    assert "还没有结果" in page
    assert "示范县人民政府 示政复受字〔2026〕第12号" in form


def test_nothing_is_found_wrong_after_a_decision_fell():
    ended(contested(build.a_served_case()), "annulled")
    deliver()
    assert [fault for _, _, faults in verifying.run({"decisions_on_record", "legal_review"}) for fault in faults] == []


def offered(case, day):
    with build.on(day):
        rows = next_acts(case, build.handler_of(case))
    return {row["act"] for row in rows["possible"]}, {row["label"] for row in rows["blocked"]}


def test_acts_on_contested_decisions_are_offered_only_where_there_is_something_to_record():
    acts = {"record_remedy", "record_evidence_leave", "record_remedy_outcome"}
    case = build.a_concluded_case()
    possible, blocked = offered(case, build.NOTIFIED)
    assert not possible & acts
    assert not [label for label in blocked if "复议" in label or "准许补充" in label]
    served = build.a_served_case(body=build.an_agency(mark="邻人社"))
    assert offered(served, TAKEN_UP)[0] & acts == {"record_remedy"}
    contested(served)
    assert acts <= offered(served, TAKEN_UP)[0]
