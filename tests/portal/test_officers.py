"""Whoever scans or types the number of a certificate learns whether it holds, or that it is not listed here."""

from datetime import date

import pytest

from tests.builders.directory import a_certificate, an_officer
from tests.builders.disclosure import deliver
from yangguang.base.events import SYSTEM
from yangguang.directory.use_cases.deregister_certificate import deregister_certificate
from yangguang.directory.use_cases.leave_post import leave_post
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D07"), pytest.mark.duty("D12")]


def read(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def test_code_on_a_card_leads_to_its_officer(client):
    officer = an_officer(named="王海涛")
    deliver()
    number = officer.certificates.get().number
    for typed in (number, f"{number[:4]}-{number[4:]}"):
        page = read(client, f"/officers/no/{typed}")
        for shown in ("王海涛", "证件有效，今天可以执法", "核对的是证件", f"/complaint/?n={number}"):
            assert shown in page


def test_answer_is_that_of_the_card_and_not_of_another_one(client):
    officer = an_officer(named="王海涛")
    old = officer.certificates.get()
    new = a_certificate(officer, number="示执A/7")
    deregister_certificate(certificate=old, reason="换发", actor=SYSTEM, at=Moment.now())
    deliver()
    assert "不得执法" in read(client, f"/officers/no/{old.number}")
    assert "证件已注销" in read(client, f"/officers/no/{old.number}")
    assert "今天可以执法" in read(client, f"/officers/no/{new.number}")
    assert "今天可以执法" in read(client, f"/officers/{officer.public_id}")


def test_number_that_is_not_listed_says_what_to_do(client):
    an_officer()
    deliver()
    response = client.get("/officers/no/99010188888")
    assert response.status_code == 404
    assert response["Cache-Control"] == "private, no-store"
    page = response.content.decode()
    for shown in ("没有这个证号", "99010188888", "请对方出示证件原件", "12345", "0000-1234567", "noindex"):
        assert shown in page


@pytest.mark.parametrize("hostile", ["%00", "%20", "%27%20OR%201=1", "<b>", "%25", "a/b/c", "九" * 300])
def test_hostile_number_is_not_listed(client, hostile):
    an_officer()
    deliver()
    assert "<b>" not in read(client, f"/officers/no/{hostile}", 404)


def test_card_of_somebody_who_left_is_not_listed(client):
    officer = an_officer(named="王海涛")
    leave_post(officer=officer, left_on=date(2026, 11, 1), actor=SYSTEM, at=Moment.now())
    deliver()
    assert "王海涛" not in read(client, f"/officers/no/{officer.certificates.get().number}", 404)
    assert "没有查到这个人" in read(client, "/officers/?name=王海涛")


def test_officer_page_shows_the_code_of_the_card_where_the_site_has_a_name(client, settings):
    officer = an_officer()
    deliver()
    assert (
        "<svg"
        not in read(client, f"/officers/{officer.public_id}").partition("card-code")[2].partition("three-looks")[0]
    )
    settings.PUBLIC_SITE = settings.PUBLIC_SITE | {"url": "https://gongshi.example"}
    assert "card-code" in read(client, f"/officers/{officer.public_id}")


def test_complaint_page_names_the_body_of_the_officer_asked_about(client):
    officer, elsewhere = an_officer(named="王海涛"), an_officer()
    deliver()
    page = read(client, f"/complaint/?n={officer.certificates.get().number}")
    assert "王海涛" in page
    assert officer.body.name in page
    assert elsewhere.body.name not in page
    for shown in ("12345", "12388", elsewhere.body.name):
        assert shown in read(client, "/complaint/?n=%00")


def test_expired_card_is_still_listed(client):
    officer = an_officer(valid_until=date(2026, 11, 18))
    deliver()
    with clock.frozen(clock.beijing(date(2026, 11, 19), 9)):
        assert "证件已于2026年11月18日到期" in read(client, f"/officers/no/{officer.certificates.get().number}")
