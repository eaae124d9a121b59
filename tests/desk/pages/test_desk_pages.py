"""The desk's own pages open for the roles they name and say what they should."""

import pytest

from tests.builders.directory import a_body, an_account
from tests.builders.labour import a_complaint

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    return a_body()


def _open(client, account, address):
    client.force_login(account)
    return client.get(address)


def test_stranger_is_sent_to_sign_in(client):
    assert client.get("/desk/").status_code == 302


def test_handler_with_an_empty_day_is_told_so(client, body):
    page = _open(client, an_account(role="case_handler", body=body), "/desk/")
    assert page.status_code == 200
    assert "今天没有要办的事" in page.content.decode()


@pytest.mark.parametrize("address", ["/desk/search/?q=示人社", "/desk/clauses/?q=听证"])
def test_handler_searches_cases_and_clauses(client, body, address):
    assert _open(client, an_account(role="case_handler", body=body), address).status_code == 200


def test_window_finds_a_complaint_by_its_number_and_by_the_employer(client):
    lead = a_complaint()
    clerk = an_account(role="window_clerk", body=lead.body)
    for words in (lead.number, lead.employer_name):
        assert lead.public_id in _open(client, clerk, f"/desk/search/?q={words}").content.decode(), words
    reviewer = an_account(role="legal_reviewer", body=lead.body)
    assert lead.public_id not in _open(client, reviewer, f"/desk/search/?q={lead.number}").content.decode()


def test_one_character_is_too_little_to_search_for(client, body):
    page = _open(client, an_account(role="case_handler", body=body), "/desk/search/?q=示")
    assert "至少输入两个字" in page.content.decode()


def test_handler_does_not_open_the_ledger_of_everyone(client, body):
    assert _open(client, an_account(role="case_handler", body=body), "/desk/ledger/").status_code == 403


def test_audit_administrator_reads_the_ledger(client, body):
    page = _open(client, an_account(role="audit_administrator", body=body), "/desk/ledger/")
    assert "登记行政执法主体" in page.content.decode() or page.status_code == 200


def test_administrator_sees_which_values_are_missing_and_sets_one(client, body):
    account = an_account(role="system_administrator", body=body)
    page = _open(client, account, "/desk/local-values/")
    assert "还没有设定" in page.content.decode()
    posted = {"name": "review_period_workdays", "value": "7", "source": "示法审〔2026〕1号", "in_force": "2026-01-01"}
    answer = client.post("/desk/local-values/", posted, follow=True)
    assert "示法审〔2026〕1号" in answer.content.decode()


def test_administrator_who_forgets_the_source_keeps_what_was_typed(client, body):
    account = an_account(role="system_administrator", body=body)
    _open(client, account, "/desk/local-values/")
    page = client.post(
        "/desk/local-values/", {"name": "review_period_workdays", "value": "7", "in_force": "2026-01-01"}
    )
    assert "请填写来源文件" in page.content.decode()
    assert 'value="7"' in page.content.decode()


def test_reading_page_refuses_a_post(client, body):
    account = an_account(role="case_handler", body=body)
    client.force_login(account)
    assert client.post("/desk/search/").status_code == 405


def test_address_with_an_impossible_character_is_told_so(client, body):
    page = _open(client, an_account(role="case_handler", body=body), "/desk/search/?q=%00")
    assert page.status_code == 400


def test_lawyer_finds_the_clauses_that_want_checking(client, body):
    account = an_account(role="legal_reviewer", body=body)
    whole = _open(client, account, "/desk/clauses/").content.decode()
    wanting = _open(client, account, "/desk/clauses/?view=check&q=若干规定").content.decode()
    assert "待核对" in whole
    assert "没有读到原文" in wanting
    assert "已读全文" not in wanting


def test_page_of_a_clause_says_what_is_still_to_be_checked(client, body):
    account = an_account(role="legal_reviewer", body=body)
    doubtful = _open(client, account, "/desk/clauses/MWR-2019:55").content.decode()
    assert "待法制机构确认" in doubtful
    part = _open(client, account, "/desk/clauses/MWR-2019:54%23unit")
    assert "已读全文" in part.content.decode()
    assert _open(client, account, "/desk/clauses/nothing").status_code == 404


@pytest.mark.parametrize(("ref", "read"), [
    ("ARL-2023:66", "没有读到原文"), ("ARL-2023:64.1", "只读到摘录"), ("ARL-2023:73", "只读到摘录"), ("AJL-2017:60.1", "只读到摘录"),
    ("AJL-2017:70", "只读到摘录"), ("AJL-2017:72", "只读到摘录"),
])  # fmt: skip
def test_page_of_a_clause_nobody_read_whole_warns_before_its_words(client, body, ref, read):
    page = _open(client, an_account(role="case_handler", body=body), f"/desk/clauses/{ref}").content.decode()
    assert f"待法制机构核对：</strong>{read}" in page


def test_administrator_of_the_authority_sets_the_values_of_an_agency_below(client):
    county = a_body(named="示范县人民政府", mark="示政")
    authority = a_body(named="示范县司法局", mark="示司", under=county, supervises=True)
    agency = a_body(named="示范县人社局", mark="示人社", under=county)
    client.force_login(an_account(role="system_administrator", body=authority))
    address = f"/desk/local-values/?body={agency.public_id}"
    posted = {
        "name": "hearing_threshold_person_fen", "value": "5000", "source": "省规定第六条", "in_force": "2026-01-01",
    }  # fmt: skip
    assert client.post(address, posted).status_code == 302
    assert "5,000.00 元" in client.get(address).content.decode()
    elsewhere = a_body(named="邻县人民政府", mark="邻政")
    assert client.get(f"/desk/local-values/?body={elsewhere.public_id}").status_code == 404


def test_value_typed_as_something_else_comes_back_with_what_was_typed(client, body):
    client.force_login(an_account(role="system_administrator", body=body))
    posted = {
        "name": "review_period_workdays",
        "value": "七天",
        "source": "示法审〔2026〕1号",
        "in_force": "2026-01-01",
    }
    page = client.post("/desk/local-values/", posted).content.decode()
    assert "大于零的整数" in page
    assert 'value="七天"' in page


def test_audit_administrator_of_the_supervising_body_reads_the_record_of_every_body_below(client):
    government = a_body(named="示范县人民政府")
    justice = a_body(named="示范县司法局", under=government, supervises=True)
    bureau, other = a_body(named="示范县人社局", under=government), a_body(named="邻县人社局")
    for one in (bureau, other):
        an_account(role="case_handler", body=one)
    auditor = an_account(role="audit_administrator", body=justice)
    page = _open(client, auditor, f"/desk/ledger/?body={bureau.public_id}").content.decode()
    assert "开立账号" in page
    assert "示范县人社局" in page
    assert _open(client, auditor, f"/desk/ledger/?body={other.public_id}").status_code == 404
    assert "邻县人社局" not in _open(client, auditor, "/desk/ledger/").content.decode()
    head = an_account(role="agency_head", body=bureau)
    assert _open(client, head, f"/desk/ledger/?body={justice.public_id}").status_code == 404
