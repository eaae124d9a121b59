"""Who must pay the workers of a construction project."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yangguang.cases.rules.who_pays import Link, who_pays

OWNER = Link("o", "建设单位", "owner")
GENERAL = Link("g", "总包", "general_contractor", "o")


def duties(*links):
    return [(one.name, one.clause) for one in who_pays(links)]


@pytest.mark.clause("MWR-2019:30.3")
def test_general_contractor_pays_first_when_a_subcontractor_owes():
    sub = Link("s", "分包", "subcontractor", "g", hired_workers=True)
    assert duties(OWNER, GENERAL, sub) == [("总包", "MWR-2019:30.3"), ("分包", "MWR-2019:30.1")]


@pytest.mark.clause("MWR-2019:30.4")
def test_general_contractor_pays_first_when_the_whole_project_was_handed_on():
    sub = Link("s", "转包方", "subcontractor", "g", "whole_handed_on", hired_workers=True)
    assert ("总包", "MWR-2019:30.4") in duties(OWNER, GENERAL, sub)


@pytest.mark.clause("MWR-2019:36.1")
def test_whoever_engages_an_unqualified_team_pays():
    team = Link("t", "张班组", "team", "g", qualified=False, hired_workers=True)
    assert ("总包", "MWR-2019:36.1") in duties(OWNER, GENERAL, team)


@pytest.mark.clause("MWR-2019:36.2")
def test_lender_of_a_name_pays():
    lender = Link("l", "出借单位", "general_contractor", "o")
    borrower = Link("b", "借用人", "team", "l", "borrowed_name", hired_workers=True)
    assert ("出借单位", "MWR-2019:36.2") in duties(OWNER, lender, borrower)


@pytest.mark.clause("MWR-2019:29.2")
def test_owner_that_did_not_pay_the_price_advances_up_to_it():
    owner = Link("o", "建设单位", "owner", price_overdue_fen=500_000_00)
    sub = Link("s", "分包", "subcontractor", "g", hired_workers=True)
    found = {one.clause: one for one in who_pays([owner, GENERAL, sub])}
    assert found["MWR-2019:29.2"].limit_fen == 500_000_00


def test_nobody_is_named_while_nobody_hired_the_workers():
    assert duties(Link("o", "建设单位", "owner", price_overdue_fen=1), GENERAL) == []


def test_a_circle_of_contracts_ends():
    first = Link("a", "甲", "subcontractor", "b", hired_workers=True)
    second = Link("b", "乙", "subcontractor", "a")
    assert duties(first, second) == [("甲", "MWR-2019:30.1")]


LINKS = st.lists(
    st.builds(
        Link, ref=st.sampled_from("abcd"), name=st.just("某"),
        level=st.sampled_from(["owner", "general_contractor", "subcontractor", "team"]),
        above=st.sampled_from(["", "a", "b", "c", "d"]),
        relation=st.sampled_from(["contract", "whole_handed_on", "borrowed_name"]), qualified=st.booleans(),
        hired_workers=st.booleans(), price_overdue_fen=st.integers(0, 10),
    ),
    max_size=5, unique_by=lambda link: link.ref,
)  # fmt: skip


@given(LINKS)
def test_every_chain_has_an_answer_that_names_links_of_the_chain(links):
    found = who_pays(links)
    assert {one.ref for one in found} <= {link.ref for link in links}
    assert not found or any(link.hired_workers for link in links)
