"""That a party had no fault is shown by the party: its evidence is asked for, and the exemption rests on it (APL-2021:33.2)."""

import pytest

from tests.builders import cases as build
from tests.builders import circumstances as weighed
from tests.cases.refusing import asked
from tests.cases.test_circumstances import finding
from yangguang.cases.rules.circumstances import shown_by_party
from yangguang.records.api import evidence_of

pytestmark = [pytest.mark.django_db, pytest.mark.clause("APL-2021:33.2")]

DOCUMENT, STATEMENT = "documentary_evidence", "party_statement"


def sourced(case, source, kind=DOCUMENT):
    evidence_of(case.public_id).update(source=source, kind=kind)
    return case


@pytest.mark.parametrize(("source", "kind", "holds"), [
    ("当事人提供", DOCUMENT, True), ("示范县鼎盛公司提交", DOCUMENT, True), ("王建国", DOCUMENT, True),
    ("当事人", STATEMENT, False), ("执法人员现场拍摄", DOCUMENT, False), ("投诉人提供", DOCUMENT, False),
    ("非当事人提供", DOCUMENT, False),
])  # fmt: skip
def test_evidence_comes_from_the_party_when_its_source_says_so_and_it_is_more_than_its_words(source, kind, holds):
    assert shown_by_party(source, kind, ["示范县鼎盛公司", "王建国", ""]) is holds


@pytest.mark.parametrize(
    ("source", "kind"), [("执法人员现场拍摄", DOCUMENT), ("投诉人提供", DOCUMENT), ("当事人", STATEMENT)]
)
def test_no_fault_without_evidence_of_the_party_is_refused(source, kind):
    case = sourced(build.with_records(build.an_open_case()), source, kind)
    refusal = finding(case, weighed.a_circumstance(case, "no_fault"))
    assert (refusal.field, refusal.clause) == ("evidence_1", "APL-2021:33.2")
    assert "没有当事人提供的证据" in refusal.reason


def test_other_circumstances_may_rest_on_evidence_of_anybody():
    case = sourced(build.with_records(build.an_open_case()), "执法人员现场拍摄")
    case = weighed.found(case, "minor", day=build.OPENED)
    assert case.found_circumstances.get(dropped_on=None).kind == "minor"


def test_exemption_falls_when_the_evidence_of_the_party_is_no_more():
    case = weighed.excused(build.a_concluded_case(), "no_fault_exemption")
    build.drafted(case, kind="no_penalty", day=build.NOTIFIED, penalties=[], fine_fen=0, outcome="no_fault_exemption")

    def asked_now():
        with build.on(build.HEARD) as at:
            return asked("exemption_shown", case, act="decide_no_penalty", at=at)

    assert asked_now().holds
    theirs = evidence_of(case.public_id).filter(source="当事人提供")
    theirs.update(source="执法人员复制")
    evidence_of(case.public_id).exclude(name="考勤记录").update(source="执法人员现场制作")
    verdict = asked_now()
    assert (verdict.holds, verdict.clauses) == (False, ("APL-2021:33.2",))


def test_evidence_of_one_party_does_not_show_that_another_had_no_fault():
    parties = (build.a_party(), build.a_party(2))
    case = build.with_records(build.an_open_case(parties=parties))
    first, second = case.parties.order_by("position")
    sourced(case, f"{first.name}提供")
    row = weighed.a_circumstance(case, "no_fault", party_ref=second.public_id)
    assert finding(case, row).field == "evidence_1"
    assert weighed.found(case, several=[weighed.a_circumstance(case, "no_fault", party_ref=first.public_id)]).pk


def test_form_names_what_the_party_handed_in(client):
    case = build.with_records(build.an_open_case())
    with build.on(build.OPENED, 18):
        client.force_login(build.handler_of(case))
        page = client.get(f"/desk/cases/{case.public_id}/acts/find_circumstances/").content.decode()
    assert "当事人提供的证据" in page
    assert "考勤记录" in page
    assert "没有主观过错由当事人提供证据证明" in page
