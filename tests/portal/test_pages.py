"""A citizen finds a decision, reads it, checks it; what was withdrawn is gone, and says so."""

import hashlib
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.builders.directory import a_body, an_entrustment, an_officer
from tests.builders.disclosure import a_publication, deliver, release, withdraw
from tests.builders.standing import a_public_edition
from yangguang.base.events import SYSTEM
from yangguang.bulletin.api import PublicOfficer, html_of, notice_by_ref, pages_on_disk, put_page, put_paper
from yangguang.directory.use_cases.suspend_certificate import suspend_certificate
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D19")]
NOBODY = "z" * 26


def read(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def test_citizen_finds_a_decision_from_the_home_page(client, people):
    published = a_publication(people, state="published")
    home = read(client, "/")
    assert published.decision.number in home
    assert f"/decisions/{published.notice_ref}" in home


def test_citizen_finds_a_decision_by_two_characters_and_sees_where_they_stand(client, people):
    a_publication(people, state="published")
    page = read(client, "/search?q=超时")
    assert "共 1 份" in page
    assert "<mark>超时</mark>" in page


def test_citizen_narrows_by_kind_body_and_day_and_takes_it_back(client, people):
    a_publication(people, state="published")
    a_publication(people, state="published", kind="no_penalty", fine_fen=0)
    page = read(client, f"/search?kind=penalty&body={people.body.public_id}&from=2026-11-01")
    assert "共 1 份" in page
    assert "2026-11-01起" in page
    assert "共 0 份" in read(client, "/search?to=2026-01-01")


@pytest.mark.parametrize(
    "hostile",
    ["page=99999999999", "page=-1", "page=x", "from=31", "q=%00", "body=%00&kind=%00", "kind=%27", "q=" + "超" * 500],
)
def test_hostile_questions_are_answered_calmly(client, people, hostile):
    read(client, f"/search?{hostile}")


def test_decision_page_says_what_to_do_without_a_date_for_strangers(client, people):
    published = a_publication(people, state="published")
    page = read(client, f"/decisions/{published.notice_ref}")
    assert "收到决定书之日起60日内，向示范县人民政府申请行政复议" in page
    assert "期限从当事人收到决定书之日起算" in page
    assert '<span class="visually-hidden">已隐去：</span>证件号码' in page
    assert "已隐去：自然人姓名" in page


def test_fingerprint_is_that_of_the_copy_anyone_can_download(client, people):
    published = a_publication(people, state="published")
    copy = client.get(f"/decisions/{published.notice_ref}/copy.json")
    digest = hashlib.sha256(copy.content).hexdigest()
    assert digest == notice_by_ref(published.notice_ref).digest
    assert digest in read(client, f"/decisions/{published.notice_ref}")
    assert digest in read(client, f"/verify/?n={published.notice_ref}")


def test_withdrawn_decision_says_why_and_shows_nothing_else(client, people):
    withdrawn = a_publication(people, state="withdrawn")
    page = read(client, f"/decisions/{withdrawn.notice_ref}")
    assert "复议机关撤销原决定" in page
    assert "noindex" in page
    assert "晨曦" not in page
    read(client, f"/decisions/{withdrawn.notice_ref}/copy.json", 404)
    assert "晨曦" not in read(client, "/")
    assert "没有符合条件的决定" in read(client, "/search?q=晨曦")
    assert withdrawn.decision.number in read(client, f"/search?q={withdrawn.decision.number}")


def test_page_that_was_lost_on_disk_is_shown_from_its_row(client, people):
    published = a_publication(people, state="published")
    before = read(client, f"/decisions/{published.notice_ref}")
    pages_on_disk.remove(published.notice_ref)
    assert read(client, f"/decisions/{published.notice_ref}") == before


def test_large_type_reaches_pages_that_lie_on_disk(client, people):
    published = a_publication(people, state="published")
    client.cookies["large_type"] = "1"
    assert '<html lang="zh-CN" class="large-type">' in read(client, f"/decisions/{published.notice_ref}")


@pytest.mark.parametrize("address", ["decisions", "officers", "bodies", "lists"])
def test_unknown_reference_is_not_found(client, db, address):
    words = read(client, f"/{address}/{NOBODY}", 404)
    assert "行政执法公示" in words
    assert "/desk/" not in words


@pytest.mark.duty("D07")
def test_officer_with_a_valid_certificate_may_enforce_today(client, db):
    officer = an_officer(named="王海涛")
    deliver()
    page = read(client, f"/officers/{officer.public_id}")
    for shown in ("证件有效，今天可以执法", "0000-1234567", "工作日 8:30—12:00"):
        assert shown in page
    number = officer.certificates.get().number
    assert "王海涛" in read(client, f"/officers/?number={number}")
    assert "王海涛" in read(client, "/officers/?q=王海涛")
    assert "没有查到这个人" in read(client, "/officers/?name=无此人")


def test_officer_whose_certificate_ran_out_may_not_and_stays_findable(client, db):
    officer = an_officer(named="王海涛", valid_until=date(2026, 11, 18))
    deliver()
    assert "今天可以执法" in read(client, f"/officers/{officer.public_id}")
    with clock.frozen(clock.beijing(date(2026, 11, 19), 9)):
        page = read(client, f"/officers/{officer.public_id}")
    assert "不得执法" in page
    assert "证件已于2026年11月18日到期" in page


def test_suspended_officer_may_not_enforce_and_the_reason_stays_inside(client, db):
    officer = an_officer()
    suspend_certificate(certificate=officer.certificates.get(), reason="另案审查", actor=SYSTEM, at=Moment.now())
    deliver()
    page = read(client, f"/officers/{officer.public_id}")
    assert "不得执法" in page
    assert "暂停使用" in page
    assert "另案审查" not in page


def test_officer_who_left_may_not_enforce(client, db):
    officer = an_officer()
    deliver()
    PublicOfficer.objects.filter(ref=officer.public_id).update(left_on=date(2026, 11, 1))
    assert "2026年11月1日起不在执法岗位" in read(client, f"/officers/{officer.public_id}")


def test_body_shows_its_duties_contacts_entrustments_and_decisions(client, people):
    an_entrustment(entrusting=people.body)
    published = a_publication(people, state="published")
    page = read(client, f"/bodies/{people.body.public_id}")
    for shown in (
        "依法查处劳动保障违法行为", "0000-1234567", "工作日 8:30—12:00", "拖欠工资", "权限：检查、调查", "sfx.example/wt",
        published.decision.number,
    ):  # fmt: skip
        assert shown in page
    assert people.body.name in read(client, "/bodies/")


def test_adopted_list_is_read_row_by_row(client, db):
    edition = a_public_edition(body=a_body())
    deliver()
    page = read(client, f"/lists/{edition.public_id}")
    assert "LD-01" in page
    assert "现行有效" in page
    assert "LD-01" in page
    read(client, "/lists/")


def test_citizen_compares_two_editions_of_a_list_row_by_row(client, db):
    body = a_body()
    first = a_public_edition(body=body, codes=("LD-01", "LD-02"))
    second = a_public_edition(body=body, from_day=clock.today(), codes=("LD-01", "LD-03"))
    deliver()
    page = read(client, f"/lists/{second.public_id}/compare")
    for shown in ("新增 1 条", "删去 1 条", "其余 1 条没有变化", "LD-02", "LD-03"):
        assert shown in page
    assert '<span class="whole">LD-01</span>' not in page
    assert '<span class="whole">LD-01</span>' in read(client, f"/lists/{second.public_id}/compare?all=1")
    assert "新旧对照" in read(client, f"/lists/{first.public_id}")
    read(client, f"/lists/{NOBODY}/compare", 404)


def test_first_edition_has_nothing_to_be_compared_with(client, db):
    edition = a_public_edition(body=a_body())
    deliver()
    assert "没有可以对照的版本" in read(client, f"/lists/{edition.public_id}/compare?with={NOBODY}")


def test_public_list_shows_articles_and_not_the_numbers_they_are_kept_by(client, db):
    edition = a_public_edition(body=a_body())
    deliver()
    page = read(client, f"/lists/{edition.public_id}")
    assert "劳动保障监察条例第二十五条" in page
    assert "LSR-2004:25" not in page


def test_body_leads_to_the_officers_of_the_organisation_it_entrusts(client, people):
    agreement = an_entrustment(entrusting=people.body)
    an_officer(body=agreement.entrusted)
    deliver()
    page = read(client, f"/bodies/{people.body.public_id}")
    assert f"/bodies/{agreement.entrusted.public_id}" in page
    assert f"/officers/?body={agreement.entrusted.public_id}" in page


def test_correction_is_listed_beside_the_latest_decisions(client, people):
    from tests.disclosure.test_prepare_correction import correct

    published = a_publication(people, state="published")
    correct(published, people)
    release(published, people)
    assert "更正过公开内容" in read(client, "/")


def test_citizen_keeps_the_public_text_as_a_pdf_and_it_goes_with_the_decision(client, people):
    published = a_publication(people, state="published")
    address = f"/decisions/{published.notice_ref}/decision.pdf"
    assert address in read(client, f"/decisions/{published.notice_ref}")
    kept = pages_on_disk.paper_of(published.notice_ref)
    assert client.get(address).content == kept.read_bytes()
    text = pdf_text(kept.read_bytes())
    assert published.decision.number in text
    assert "王小芸" not in text
    assert "公开编号" in text
    kept.unlink()
    assert pdf_text(client.get(address).content) == text
    withdraw(published, people)
    assert not kept.exists()
    assert client.get(address).status_code == 404


def test_paper_of_what_was_withdrawn_meanwhile_is_not_drawn(people):
    withdrawn = a_publication(people, state="withdrawn")
    assert put_paper(withdrawn.notice_ref, version=1)
    assert not put_paper(withdrawn.notice_ref, version=2)
    assert not put_paper(NOBODY, version=1)
    assert not pages_on_disk.paper_of(withdrawn.notice_ref).exists()


def test_page_of_a_decision_leads_a_telephone_to_itself_where_the_site_has_a_name(people, settings):
    published = a_publication(people, state="published")
    assert 'class="qr"' not in pages_on_disk.path_of(published.notice_ref).read_text()
    settings.PUBLIC_SITE = settings.PUBLIC_SITE | {"url": "https://gongshi.example"}
    put_page(published.notice_ref)
    assert 'class="qr"><svg' in pages_on_disk.path_of(published.notice_ref).read_text()


def test_page_on_disk_is_the_same_in_another_year(people):
    published = a_publication(people, state="published")
    with clock.frozen(clock.beijing(date(2027, 3, 1), 9)):
        assert html_of(notice_by_ref(published.notice_ref)) == pages_on_disk.path_of(published.notice_ref).read_text()


def test_citizen_learns_whom_to_ask_for_a_correction(client, people):
    published = a_publication(people, state="published")
    page = read(client, f"/correction/?n={published.notice_ref}")
    for shown in (published.decision.number, people.body.name, "0000-1234567"):
        assert shown in page
    assert people.body.name in read(client, "/correction/?n=%00")


def pdf_text(content):
    return "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
