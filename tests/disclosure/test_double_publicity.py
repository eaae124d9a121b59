"""双公示: every published penalty of the ordinary procedure is a row of the credit site's table, with what it still lacks."""

import io

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from tests.builders.disclosure import a_case, a_publication
from yangguang.disclosure.double_publicity import TAKEN, reported, rows_of
from yangguang.disclosure.models import Publication
from yangguang.disclosure.rules.profiles import DOUBLE_PUBLICITY, profile_for

pytestmark = pytest.mark.django_db
PAGE = "disclosure:double_publicity"


def rows():
    return rows_of(reported(Publication.objects.all()))


def test_published_penalty_is_a_row_with_its_items(people, published):
    people.body.credit_code = "11110000000012345H"
    people.body.save()
    (row,) = rows()
    decision = published.decision
    assert row.cells | {
        "CF_XDR_MC": "示范县晨曦电子有限公司", "CF_XDR_LB": "法人及非法人组织", "CF_XDR_SHXYM": "91990101MA7C4K2R0K",
        "CF_FRDB": "卢志远", "CF_WSH": decision.number, "CF_CFLB": "警告;罚款", "CF_NR_FK": "2.520000", "CF_NR_WFFF": "",
        "CF_JDRQ": f"{decision.decided_on:%Y/%m/%d}", "CF_CFJG": people.body.name, "CF_SJLYDM": "11110000000012345H",
    } == row.cells  # fmt: skip
    assert "王某某" in row.cells["CF_SY"]
    assert "王小芸" not in str(row.cells)
    assert row.missing == ["处罚有效期"]


def test_party_who_is_a_person_is_told_by_surname_and_without_a_number(people):
    case = a_case(people.body, party_kind="person", party_name="高建国")
    a_publication(people, state="published", case=case, parties=[{"name": "高建国"}])
    (row,) = rows()
    assert (row.cells["CF_XDR_MC"], row.cells["CF_XDR_LB"]) == ("高某某", "自然人")
    assert not any(row.cells[code] for code in ("CF_XDR_SHXYM", "CF_FRDB", "CF_XDR_ZJHM"))
    assert "法定代表人" not in row.missing
    assert (row.missing[:2], row.there) == (["自然人证件类型", "处罚有效期"], ["自然人证件号码"])


def test_kind_of_a_person_s_document_is_told_and_its_number_stays_in_the_file(client, people):
    number = "110101199003071233"
    case = a_case(people.body, party_kind="person", party_name="高建国")
    case.parties.update(code=number)
    a_publication(people, state="published", case=case, parties=[{"name": "高建国"}])
    (row,) = rows()
    assert (row.cells["CF_XDR_ZJLX"], row.cells["CF_XDR_ZJHM"]) == ("身份证", "")
    assert (row.missing[0], row.there) == ("处罚有效期", ["自然人证件号码"])
    client.force_login(people.first)
    told = client.get(reverse(PAGE)).content.decode()
    assert "自然人证件号码在信用网站填写" in told
    assert number not in told
    assert number not in str(row.cells)


@pytest.mark.clause("SDC-2020:20.3")
def test_person_is_no_row_where_the_province_shows_none_on_the_credit_site(people, published):
    case = a_case(people.body, party_kind="person", party_name="高建国")
    a_publication(people, state="published", case=case, parties=[{"name": "高建国"}])
    assert len(rows()) == 2
    people.body.region_code = "370281"
    people.body.save()
    assert [row.publication for row in rows()] == [published]


@pytest.mark.clause("GD-DISC-2021:15.1")
@pytest.mark.parametrize("told_by", ["birth date", "number", "roster"])
def test_party_found_to_be_a_minor_after_the_publication_is_no_row(client, people, published, told_by):
    case = a_case(people.body, party_kind="person", party_name="高建国")
    publication = a_publication(people, state="published", case=case, parties=[{"name": "高建国"}])
    assert len(rows()) == 2
    if told_by == "roster":
        case.workers.filter(name="丁海").update(name="高建国", person_id="110101201001011237")
    else:
        case.parties.update(
            **({"birth_date": "2010-01-01"} if told_by == "birth date" else {"code": "110101201001011237"})
        )
    assert [row.publication for row in rows()] == [published]
    client.force_login(people.first)
    told = client.get(reverse(PAGE)).content.decode()
    assert (published.decision.number in told, publication.decision.number in told) == (True, False)


def test_rows_are_made_in_two_questions_however_many(people, django_assert_max_num_queries):
    for name in ("高建国", "高建军", "高建华"):
        case = a_case(people.body, party_kind="person", party_name=name)
        a_publication(people, state="published", case=case, parties=[{"name": name}])
    every = list(reported(Publication.objects.all()))
    with django_assert_max_num_queries(2):
        assert len(rows_of(every)) == 3


def test_what_is_not_public_and_what_is_slight_is_no_row(people, pending, prepared):
    a_publication(people, state="withdrawn")
    a_publication(people, state="published", kind="on_the_spot_penalty")
    assert rows() == []


def test_item_that_a_penalty_asks_for_is_missing_only_with_that_penalty(people):
    a_publication(people, state="published", penalties=["warning", "confiscation_of_gains"], fine_fen=0)
    (row,) = rows()
    assert "没收违法所得、没收非法财物的金额（万元）" in row.missing
    assert "罚款金额（万元）" not in row.missing


def test_every_item_of_the_profile_can_be_taken():
    fields = profile_for(DOUBLE_PUBLICITY, "000000").fields
    assert {one.takes for one in fields} - {""} <= set(TAKEN)
    assert len({one.code for one in fields}) == len(fields) == 30


def test_workbook_has_the_items_in_the_order_of_the_table(client, people, published):
    client.force_login(people.first)
    assert published.decision.number in client.get(reverse(PAGE)).content.decode()
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(client.get(reverse(PAGE) + "?format=xlsx").content))
    told = [list(map(str, row)) for row in sheet.get_sheet_by_index(0).to_python()]
    head = next(row for row in told if "行政相对人名称" in row)
    assert head[:3] == ["行政相对人名称", "行政相对人类别", "行政相对人代码_1（统一社会信用代码）"]
    assert any(published.decision.number in row for row in told)


def test_another_body_sees_no_row(client, people, published):
    from tests.builders.disclosure import the_people

    client.force_login(the_people().first)
    assert published.decision.number not in client.get(reverse(PAGE)).content.decode()
