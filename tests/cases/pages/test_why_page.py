"""为什么: what each condition of an act says now, without having tried it."""

import pytest
from django.urls import reverse

from tests.builders.cases import a_case_ready_to_decide, an_open_case, handler_of, person_of
from tests.builders.directory import an_account
from yangguang.base.models import LedgerEntry

pytestmark = pytest.mark.django_db


def why(client, case, act, account):
    client.force_login(account)
    return client.get(reverse("cases:why", args=[case.public_id, act]))


def test_handler_reads_every_missing_condition_with_its_clause(client):
    case = an_open_case()
    words = why(client, case, "conclude_investigation", handler_of(case)).content.decode()
    assert "现在还不能调查终结：1 个条件没有满足" in words
    assert "询问或者检查未制作笔录" in words
    assert "行政处罚法 第五十五条第二款" in words
    assert words.index("询问、检查有笔录") < words.index("引用的证据已查证")
    assert "没有别的通道" in words
    assert reverse("cases:act", args=[case.public_id, "interview"]) in words


def test_act_of_a_later_stage_says_where_the_case_stands_and_who_decides(client):
    case = an_open_case()
    words = why(client, case, "decide_penalty", handler_of(case)).content.decode()
    assert "已立案，调查中" in words
    assert "本案的机关负责人办理" in words


def test_condition_only_the_form_can_tell_is_not_called_missing(client):
    case = an_open_case()
    words = why(client, case, "interview", handler_of(case)).content.decode()
    assert "现在可以询问" in words
    assert "办理时在表单中填写后判断" in words


def test_decision_that_only_waits_for_the_head_is_open_to_the_head(client):
    case = a_case_ready_to_decide()
    assert (
        "现在可以作出处罚决定"
        in why(client, case, "decide_penalty", person_of(case.body, "agency_head")).content.decode()
    )


def test_looking_changes_nothing_and_leaves_no_attempt(client):
    case = an_open_case()
    before = LedgerEntry.objects.count()
    why(client, case, "decide_penalty", handler_of(case))
    assert LedgerEntry.objects.count() == before


def test_unknown_act_and_case_of_another_body_are_not_there(client):
    case = an_open_case()
    assert why(client, case, "pardon", handler_of(case)).status_code == 404
    assert why(client, case, "decide_penalty", an_account(role="agency_head")).status_code == 404
