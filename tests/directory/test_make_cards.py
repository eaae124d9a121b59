"""Cards of certificates: only of those that may be used, only by the supervising authority, on record, of the right size."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.builders.directory import a_certificate, an_officer
from yangguang.base import ledger
from yangguang.base.events import SYSTEM
from yangguang.directory.models import CardBatch
from yangguang.directory.use_cases.leave_post import leave_post
from yangguang.directory.use_cases.make_cards import MOST, make_cards
from yangguang.directory.use_cases.suspend_certificate import suspend_certificate
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D12")]
MM = 72 / 25.4


@pytest.fixture(autouse=True)
def _site_with_a_name(settings):
    settings.PUBLIC_SITE = settings.PUBLIC_SITE | {"url": "https://gongshi.example"}


def make(body, *certificates, actor=SYSTEM):
    return make_cards(body=body, certificates=certificates, actor=actor, at=Moment.now())


def test_making_is_put_on_record_with_the_numbers(county):
    card = an_officer(body=county.bureau).certificates.get()
    batch = make(county.bureau, card)
    assert list(batch.certificates.all()) == [card]
    made = [one for one in ledger.entries_about("body", county.bureau.public_id) if one.event == "CardsMade"]
    assert [one.facts["numbers"] for one in made] == [[card.number]]


@pytest.mark.clause("APL-2021:42.1#qualified")
def test_card_of_a_certificate_that_may_not_be_used_is_refused(county):
    expired = an_officer(body=county.bureau, valid_until=date(2026, 1, 1)).certificates.get()
    suspended = an_officer(body=county.bureau).certificates.get()
    suspend_certificate(certificate=suspended, reason="接受调查", actor=SYSTEM, at=Moment.now())
    gone = an_officer(body=county.bureau)
    leave_post(officer=gone, left_on=date(2026, 11, 1), actor=SYSTEM, at=Moment.now())
    for one in (expired, suspended, gone.certificates.get()):
        with pytest.raises(Refused, match="不能制作证件卡"):
            make(county.bureau, one)
    assert not CardBatch.objects.exists()


def test_card_on_its_last_day_is_made(county):
    last = clock.today()
    assert make(county.bureau, an_officer(body=county.bureau, valid_until=last).certificates.get())


def test_certificate_of_another_body_none_and_too_many_are_refused(county):
    officer, elsewhere = an_officer(body=county.bureau), an_officer()
    with pytest.raises(Refused, match="没有选择"):
        make(county.bureau, elsewhere.certificates.get())
    with pytest.raises(Refused, match="没有选择"):
        make(county.bureau)
    many = [a_certificate(officer) for _ in range(MOST + 1)]
    with pytest.raises(Refused, match="一次最多"):
        make(county.bureau, *many)


def test_card_without_a_public_address_is_refused(county, settings):
    settings.PUBLIC_SITE = settings.PUBLIC_SITE | {"url": ""}
    with pytest.raises(Refused, match="没有设置公示网站的网址"):
        make(county.bureau, an_officer(body=county.bureau).certificates.get())


def test_body_cannot_make_cards_for_its_own_people(county):
    with pytest.raises(Refused, match="本级司法行政部门"):
        make(county.bureau, an_officer(body=county.bureau).certificates.get(), actor=county.head)


def test_supervisor_makes_cards_and_takes_them_as_files(county, client):
    officers = [an_officer(body=county.bureau, named=f"王海{one}") for one in "一二三四五六七八九十百"]
    client.force_login(county.supervisor)
    address = f"/desk/bodies/{county.bureau.public_id}/cards"
    cards = [one.certificates.get() for one in officers]
    page = client.get(f"{address}?c={cards[0].public_id}").content.decode()
    assert cards[0].number in page
    assert "还没有制作过" in page
    client.post(address, {"certificates": [one.public_id for one in cards]})
    batch = CardBatch.objects.get()
    single = pdf(client, f"/desk/cards/{batch.public_id}/cards.pdf")
    assert len(single.pages) == 2 * len(cards)
    box = single.pages[0].mediabox
    assert (round(float(box.width) / MM, 1), round(float(box.height) / MM, 1)) == (85.6, 54.0)
    words = single.pages[0].extract_text() + single.pages[1].extract_text()
    for told in (cards[0].number, "王海一", county.bureau.name, "劳动保障监察", "2030-12-31", "gongshi.example"):
        assert told in words
    sheets = pdf(client, f"/desk/cards/{batch.public_id}/sheets.pdf")
    assert len(sheets.pages) == 4
    assert round(float(sheets.pages[0].mediabox.width) / MM) == 210
    assert client.get(f"/desk/cards/{batch.public_id}/poster.pdf").status_code == 404


def test_file_leaves_out_what_may_not_be_used_any_more(county, client):
    stays, ends = (an_officer(body=county.bureau).certificates.get() for _ in range(2))
    batch = make(county.bureau, stays, ends)
    suspend_certificate(certificate=ends, reason="接受调查", actor=SYSTEM, at=Moment.now())
    client.force_login(county.supervisor)
    address = f"/desk/cards/{batch.public_id}/cards.pdf"
    assert len(pdf(client, address).pages) == 2
    suspend_certificate(certificate=stays, reason="接受调查", actor=SYSTEM, at=Moment.now())
    assert client.get(address).status_code == 404


def pdf(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    return PdfReader(BytesIO(response.content))
