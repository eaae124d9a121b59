"""A party merges or is renamed while its case runs: the successor owes what is left, earlier papers keep the earlier name."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders import fulfilment
from tests.cases.refusing import asked, refusal_of
from yangguang.base.models import LedgerEntry
from yangguang.cases.known_persons import private_facts
from yangguang.cases.models import Case
from yangguang.cases.owing import unpaid_of
from yangguang.cases.plugs.succession import succession_panel
from yangguang.cases.use_cases.record_succession import Successor, record_succession
from yangguang.disclosure.collecting import copy_of_decision
from yangguang.records.api import documents_of, sheet_of

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 18)
NEW, CODE = "示范新锦纺织集团有限公司", build.a_credit_code(77)


def succeeded(case, *, day=DAY, actor=None, **changes):
    told = {
        "party_ref": case.parties.get().public_id, "kind": "merged", "name": NEW, "code": CODE,
        "proof": "登记机关准予变更登记通知书", "effective_on": date(2026, 11, 16), "legal_representative": "钱新",
    } | changes  # fmt: skip
    with build.on(day) as at:
        return record_succession(
            case_id=case.pk, successor=Successor(**told), actor=actor or build.handler_of(case), at=at
        )


def words_of(document):
    return str(sheet_of(document).to_json())


@pytest.mark.history("P10.46")
@pytest.mark.clause("ACL-2011:40")
def test_successor_of_a_merged_party_owes_the_fine_and_is_named_in_what_follows():
    case = fulfilment.an_overdue_fine().case
    party = case.parties.get()
    old, head = party.name, party.legal_representative
    row = succeeded(case, day=fulfilment.LATE)
    party.refresh_from_db()
    assert (party.name, party.code, party.legal_representative) == (NEW, CODE, "钱新")
    assert (party.counterpart.name, row.before["name"], row.document.volume) == (NEW, old, "side")
    assert LedgerEntry.objects.get(event="PartySucceeded").summary.startswith(f"{old}变更为{NEW}")
    decision = build.the_decision(Case.objects.get(pk=case.pk))
    assert unpaid_of(decision) == 500000
    assert old in words_of(decision.document)  # what was issued keeps its words
    assert NEW not in words_of(decision.document)
    demanded = fulfilment.demanded(decision)
    paper = documents_of(case.public_id).get(kind="demand_notice")
    assert demanded.demanded_on
    assert (NEW in words_of(paper), old in words_of(paper)) == (True, False)
    copy = copy_of_decision(decision)
    assert copy.party_name == old  # the public reads whom the decision was made for
    assert {head, "钱新"} <= {fact.text for fact in private_facts(case)}
    assert len(succession_panel(Case.objects.get(pk=case.pk), None).values["successions"]) == 1


def test_draft_that_names_the_predecessor_is_not_decided():
    case = build.a_case_ready_to_decide()
    succeeded(case, day=build.DECIDED, effective_on=build.DECIDED)
    case = Case.objects.get(pk=case.pk)
    with build.on(build.DECIDED, 11) as at:
        verdict = asked("decision_items_complete", case, at=at)
    assert verdict.reason == "代拟稿中的当事人已经变更名称，应当重新拟制。"


def test_renamed_party_keeps_its_code_and_its_counterpart():
    case = build.an_open_case()
    party = case.parties.get()
    counterpart = party.counterpart_id
    succeeded(case, kind="renamed", code="")
    party.refresh_from_db()
    assert (party.name, party.counterpart_id) == (NEW, counterpart)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"party_ref": ""}, "party_ref"), ({"kind": "vanished"}, "kind"), ({"proof": " "}, "proof"), ({"code": ""}, "code"),
        ({"effective_on": date(2026, 12, 1)}, "effective_on"), ({"name": " "}, "name"),
    ],
)  # fmt: skip
def test_succession_without_what_it_needs_is_refused(told, field):
    assert refusal_of(succeeded, build.an_open_case(), **told).field == field
