"""Wording guides stand folded beside the fields where inspectors err, and only beside fields that exist."""

import pytest
from django.urls import reverse

from tests.builders import cases as build
from yangguang.cases.acts.register import find_form
from yangguang.cases.acts.wording import guide_for, guides
from yangguang.cases.kinds.labour.lead_acts import ACTS as LEAD_ACTS
from yangguang.cases.kinds.register import FLOWS
from yangguang.kernel.written_text import clean

MADE_IN_PREPARE = {"text_*", "answer_*"}


@pytest.mark.parametrize("guide", guides(), ids=lambda guide: f"{guide.acts[0]}-{guide.fields[0]}")
def test_every_guide_stands_beside_fields_that_exist(guide):
    for act in guide.acts:
        assert act in {step.act for step in FLOWS["penalty"].steps} | LEAD_ACTS.keys()
        known = set((LEAD_ACTS[act].form if act in LEAD_ACTS else find_form(act)).base_fields)
        assert set(guide.fields) <= known | MADE_IN_PREPARE, act
    assert guide.wrong != guide.right
    for words in (guide.wrong, guide.right, guide.why):
        assert clean(words, label="示例", most=200) == words


def test_not_every_field_has_a_guide():
    assert guide_for("find_facts", "text_2") is guide_for("find_facts", "text_1") is not None
    assert guide_for("find_facts", "evidence_1") is None
    assert guide_for("record_payment", "payee") is None


@pytest.mark.django_db
def test_handler_unfolds_how_facts_are_written(client):
    case = build.with_records(build.an_open_case())
    client.force_login(build.handler_of(case))
    page = client.get(reverse("cases:act", args=[case.public_id, "find_facts"])).content.decode()
    assert "怎样写" in page
    assert guides()[0].right in page
    assert page.count('<details class="wording">') >= 2
    assert '<details class="wording" open' not in page
