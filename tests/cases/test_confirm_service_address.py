"""Where a party is to be served is confirmed in a paper, party by party; a change keeps what was confirmed before."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders import serving
from tests.cases.refusing import refusal_of
from yangguang.base import outbox
from yangguang.base.models import LedgerEntry
from yangguang.cases.known_persons import private_facts
from yangguang.cases.presentation.serving import addresses_of, confirmations_of
from yangguang.cases.serving import address_of, consent_of
from yangguang.records.api import attach_signed_page

pytestmark = pytest.mark.django_db

FIRST, LATER = date(2026, 10, 13), date(2026, 10, 20)


@pytest.mark.clause("APL-2021:61.2")
def test_confirmation_becomes_a_paper_that_names_the_consequences():
    case = build.an_open_case()
    row = serving.confirmed(case, FIRST)
    words = str(row.document.sheet)
    for told in (
        "示范县滨河路8号",
        "hongji@example.com",
        "没有告知的",
        "留置送达",
        "公告期满即视为送达",
        "拒绝填写本确认书",
    ):
        assert told in words
    outbox.deliver_all()
    row.document.refresh_from_db()
    assert row.document.pdf is not None
    entry = LedgerEntry.objects.get(event="ServiceAddressConfirmed")
    assert entry.summary == f"{row.party.name}确认送达地址，同意电子送达"


def test_change_of_address_keeps_the_history():
    case = build.an_open_case()
    first = serving.confirmed(case, FIRST)
    second = serving.confirmed(case, LATER, address="示范县创业路18号", consents=False)
    first.refresh_from_db()
    party = case.parties.get()
    assert (first.superseded_on, second.superseded_on) == (LATER, None)
    assert address_of(party, date(2026, 10, 19)) == first
    assert address_of(party, LATER) == second
    assert [one["until"] for one in confirmations_of(case)] == [None, LATER]
    assert "示范县创业路18号" in addresses_of(case, LATER)[0][1]
    assert (
        LedgerEntry.objects.filter(event="ServiceAddressConfirmed")
        .last()
        .summary.endswith("变更送达地址，不同意电子送达")
    )


def test_address_confirmed_before_the_one_on_file_is_refused():
    case = build.an_open_case()
    serving.confirmed(case, LATER)
    assert refusal_of(serving.confirmed, case, date(2026, 10, 19)).field == "occurred_at"


def test_each_party_confirms_its_own_address():
    case = build.an_open_case(parties=(build.a_party(1), build.a_party(2)))
    one, two = case.parties.order_by("position")
    serving.confirmed(case, FIRST, party=two, address="示范县创业路18号")
    told = dict(addresses_of(case, FIRST))
    assert told[one.name] == "没有确认书"
    assert "示范县创业路18号" in told[two.name]


@pytest.mark.history("P10.1")
def test_party_that_refuses_to_confirm_is_noted_and_is_served_on_paper():
    case = build.an_open_case()
    row = serving.confirmed(case, FIRST, refused=True, refusal="负责人称不需要。")
    assert (row.consents, row.address) == (False, "")
    assert "负责人称不需要。" in str(row.document.sheet)
    assert consent_of(case.parties.get(), FIRST) is None
    assert addresses_of(case, FIRST)[0][1] == "2026年10月13日拒绝确认：负责人称不需要。"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"consequences_told": False}, "consequences_told"), ({"address": " "}, "address"), ({"signed_by": ""}, "signed_by"),
        ({"electronic_way": ""}, "electronic_address"), ({"electronic_address": "hongji"}, "electronic_address"),
        ({"refused": True, "refusal": " "}, "refused_because"),
    ],
)  # fmt: skip
def test_confirmation_that_is_not_whole_is_refused(facts, field):
    assert refusal_of(serving.confirmed, build.an_open_case(), FIRST, **facts).field == field


@pytest.mark.clause("APL-2021:61.2")
def test_consent_counts_once_the_signed_page_is_in_the_file():
    case = build.an_open_case()
    row, party = serving.confirmed(case, FIRST, signed=False), case.parties.get()
    assert consent_of(party, FIRST) is None
    with build.on(FIRST, 15) as at:
        attach_signed_page(
            document_id=row.document.pk, content=build.PAGE, file_name="确认书.pdf", actor=build.handler_of(case), at=at
        )
    assert consent_of(party, FIRST) == row


def test_addresses_of_service_are_private():
    case = build.an_open_case()
    serving.confirmed(case, FIRST, phone="0000-1111111")
    assert {"hongji@example.com", "0000-1111111", "刘芳"} <= {fact.text for fact in private_facts(case)}
