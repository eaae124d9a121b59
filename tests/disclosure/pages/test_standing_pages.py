"""Publishers take lists out, correct them and take them back through the desk; what waits stands on their day (D16, D23)."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders.catalogues import an_adopted_edition
from tests.builders.directory import a_body, an_account, an_officer, code_for
from tests.builders.disclosure import deliver
from tests.builders.standing import WHY, a_publisher, released
from yangguang.bulletin.api import PublicList
from yangguang.disclosure.models import StandingChange, StandingPublication

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D16", "D23")]
DAY = date(2026, 11, 18)


@pytest.fixture
def body():
    return a_body()


@pytest.fixture
def waiting(body):
    edition = an_adopted_edition(body=body, from_day=DAY)
    deliver()
    return StandingPublication.objects.get(edition=edition)


def address(name, ref):
    return reverse(f"disclosure:{name}", args=[ref])


def text(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def post(client, path, **given):
    return client.post(path, given)


def test_publisher_finds_an_adopted_list_on_the_day_and_releases_it(client, body, waiting):
    publisher = a_publisher(body)
    client.force_login(publisher)
    assert "发布行政处罚裁量基准清单" in text(client, "/desk/")
    listed = text(client, "/desk/standing/")
    for shown in ("采集 周敏", "传递 周敏", "审核 高建华"):
        assert shown in listed
    assert "核对并发布" in text(client, address("standing", waiting.ref))
    refused = post(client, address("release_list", waiting.ref), code="")
    assert refused.status_code == 200
    assert post(client, address("release_list", waiting.ref), code=code_for(publisher)).status_code == 302
    deliver()
    page = text(client, address("standing", waiting.ref))
    assert "<dt>发布</dt><dd>何晓东" in page
    assert PublicList.objects.get(ref=waiting.ref).stands
    assert "发布行政处罚裁量基准清单" not in text(client, "/desk/")
    public = text(client, f"/lists/{waiting.ref}")
    assert not [name for name in ("周敏", "高建华", "何晓东") if name in public]


def test_who_drafted_reads_the_course_and_is_offered_nothing(client, body, waiting):
    drafter = an_account(roles=("legal_reviewer", "publisher"), body=body, named="周敏", second_factor=True)
    client.force_login(drafter)
    assert "核对并发布" not in text(client, address("standing", waiting.ref))
    assert address("standing", waiting.ref) in text(client, reverse("catalogues:edition", args=[waiting.ref]))
    told = post(client, address("release_list", waiting.ref), code=code_for(drafter)).content.decode()
    assert "采集和发布应当由不同的人办理" in told
    assert "三项制度" in told


def test_correction_is_proposed_and_approved_by_the_head_of_the_body(client, body, waiting):
    publication = released(waiting.edition, late_reason="")
    first, head = a_publisher(body), an_account(role="agency_head", body=body, named="石秀英", second_factor=True)
    client.force_login(first)
    old = publication.copy["rows"][0]["cells"]["violation"]
    wrong = post(
        client, address("correct_list", publication.ref), reason=WHY, old="没有这句话", new="x"
    ).content.decode()
    assert "公开的文本里没有“没有这句话”" in wrong
    assert "没有这句话</textarea>" in wrong or 'value="没有这句话"' in wrong
    post(client, address("correct_list", publication.ref), reason=WHY, old=old, new=f"{old}（补）")
    change = StandingChange.objects.get()
    page = text(client, address("standing", publication.ref))
    assert "等待另一人批准" in page
    assert "收回" in page
    assert ">批准" not in page
    client.force_login(head)
    assert "批准更正" in text(client, "/desk/")
    assert f"{old}（补）" in text(client, address("approve_change", change.public_id))
    assert post(client, address("approve_change", change.public_id), code=code_for(head)).status_code == 302
    deliver()
    assert PublicList.objects.get(ref=publication.ref).version == 2
    assert "石秀英" in text(client, address("standing", publication.ref))


def test_withdrawal_is_returned_then_proposed_again_and_approved(client, body, waiting):
    publication = released(waiting.edition, late_reason="")
    first, second = a_publisher(body), a_publisher(body, named="林国栋")
    for _ in range(2):
        client.force_login(first)
        post(client, address("withdraw_standing", publication.ref), ground="mistaken", reason=WHY)
        change = StandingChange.objects.filter(decided_on=None).get()
        client.force_login(second)
        if StandingChange.objects.count() == 1:
            post(client, address("return_change", change.public_id), reason="版本没有选错。")
            assert "退回：版本没有选错。" in text(client, address("standing", publication.ref))
    assert "变更待批准" in text(client, "/desk/standing/?view=changes")
    post(client, address("approve_change", change.public_id), code=code_for(second))
    deliver()
    assert WHY in text(client, "/desk/standing/?view=withdrawn")
    assert client.get(f"/lists/{publication.ref}").status_code == 410
    client.force_login(first)
    assert "恢复公开" in text(client, address("standing", publication.ref))
    post(client, address("restore_standing", publication.ref), reason="核实无误，恢复公开。")
    assert StandingChange.objects.filter(decided_on=None).get().kind == "restore"


def test_officer_of_the_body_is_chosen_and_others_are_not_offered(client, body):
    mine, other = an_officer(body=body, named="王海涛"), an_officer(named="赵文斌")
    client.force_login(a_publisher(body))
    page = text(client, reverse("disclosure:take_back_officer"))
    assert "王海涛" in page
    assert "赵文斌" not in page
    told = post(client, reverse("disclosure:take_back_officer"), officer=other.pk, ground="mistaken", reason=WHY)
    assert told.status_code == 200
    done = post(client, reverse("disclosure:take_back_officer"), officer=mine.pk, ground="mistaken", reason=WHY)
    assert done.status_code == 302
    assert StandingChange.objects.get().publication.officer == mine


def test_sheet_of_the_list_holds_the_four_names(client, body, waiting):
    released(waiting.edition, late_reason="")
    client.force_login(a_publisher(body))
    response = client.get("/desk/standing/?view=public&format=xlsx")
    assert response.status_code == 200
    assert "spreadsheet" in response["Content-Type"]


def test_list_and_page_ask_few_questions(client, body, django_assert_max_num_queries):
    for month in range(1, 7):
        released(an_adopted_edition(body=body, from_day=date(2026, month, 5), version=f"第{month}版"))
    client.force_login(a_publisher(body))
    with django_assert_max_num_queries(34):
        client.get("/desk/standing/?view=public")
    ref = StandingPublication.objects.first().ref
    with django_assert_max_num_queries(34):
        client.get(address("standing", ref))
