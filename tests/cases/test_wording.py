"""Wording guides stand folded beside the fields where inspectors err, with what is often written instead."""

import ast

import pytest
from django.urls import reverse

from tests.builders import cases as build
from tests.structure.source import python_files, syntax_tree
from yangguang.base.wording import guide_beside, guides_of
from yangguang.cases.acts.register import find_form
from yangguang.cases.kinds.labour.lead_acts import ACTS as LEAD_ACTS
from yangguang.cases.use_cases.record_statement import record_statement


def test_guide_with_a_wrong_example_stands_beside_a_short_field_too():
    assert guide_beside(find_form("collect_evidence"), "proves", "").wrong == "证明违法。"
    assert guide_beside(find_form("record_payment"), "payee", "") is None


def test_acts_that_share_a_form_share_its_guide():
    first, again = (guide_beside(find_form(act), "reasons", "") for act in ("prepare_draft", "change_draft"))
    assert first is again is not None
    assert guide_beside(LEAD_ACTS["pass_on_lead"].form, "wanted", "").wrong


def test_one_guide_serves_every_numbered_field_that_begins_so():
    form = find_form("find_facts")
    assert guide_beside(form, "text_2", "") is guide_beside(form, "text_1", "") is not None
    assert guide_beside(form, "evidence_1", "") is None


@pytest.mark.django_db
def test_every_point_a_party_made_is_answered_beside_a_guide():
    case = build.a_notified_case()
    handler, notice = build.handler_of(case), case.notices.get()
    with build.on(build.NOTIFIED + build.ONE_DAY) as at:
        record_statement(
            case_id=case.pk, notice_ref=notice.public_id, way="written", made_by="罗玉梅", points=["不服", "请求从轻"],
            actor=handler, at=at,
        )  # fmt: skip
    form = find_form("re_examine")(case=case, account=handler)
    answers = [name for name in form.fields if name.startswith("answer_")]
    assert len(answers) == 2
    assert all(form.guide(name).wrong == "理由不成立，不予采纳。" for name in answers)


def test_there_is_one_kind_of_wording_guide():
    found = [
        node.name for path in python_files() for node in ast.walk(syntax_tree(path))
        if isinstance(node, ast.ClassDef) and node.name == "Guide"
    ]  # fmt: skip
    assert found == ["Guide"]


def test_what_is_written_wrong_is_not_what_is_right():
    told = [guide for guide in guides_of("cases").values() if guide.wrong]
    assert told
    assert all(guide.wrong != guide.right for guide in told)


@pytest.mark.django_db
def test_handler_unfolds_how_facts_are_written(client):
    case = build.with_records(build.an_open_case())
    client.force_login(build.handler_of(case))
    page = client.get(reverse("cases:act", args=[case.public_id, "find_facts"])).content.decode()
    guide = guide_beside(find_form("find_facts"), "text_1", "")
    assert "怎样写" in page
    assert guide.right in page
    assert guide.wrong in page
    assert page.count('<details class="wording">') >= 2
    assert '<details class="wording" open' not in page
