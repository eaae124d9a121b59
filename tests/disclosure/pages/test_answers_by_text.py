"""An answer of an examination belongs to a text, not to a place in a list that may have changed since the form was shown."""

import pytest
from django.urls import reverse

from tests.builders.disclosure import KANGPING, a_publication
from tests.disclosure.pages.test_desk_pages import EXAMINED
from yangguang.disclosure.comparing import comparison_of
from yangguang.disclosure.examination_form import GUESS, LOOSE, ExaminationForm, asked_as

pytestmark = pytest.mark.django_db
LIXIN = asked_as(GUESS, "赵立新")


@pytest.fixture
def pending(people):
    told = "证人康平的情况说明属实。证人赵立新的情况说明属实。"
    return a_publication(people, facts=[{"text": told, "evidence": "情况说明"}])


def register(publication, name):
    publication.case.workers.create(position=9, name=name, person_id="", owed_fen=100, from_month=publication.decided_on,
                                    to_month=publication.decided_on)  # fmt: skip


def test_answer_does_not_land_on_another_name_when_a_person_is_registered_meanwhile(client, people, pending):
    assert comparison_of(pending, None).questions == ["康平", "赵立新"]
    register(pending, "康平")
    client.force_login(people.first)
    address = reverse("disclosure:prepare", args=[pending.public_id])
    page = client.post(address, EXAMINED | {KANGPING: "harmless"})
    assert page.status_code == 200
    assert "请填写“赵立新”是不是自然人姓名。" in page.content.decode()
    assert not pending.versions.exists()
    assert client.post(address, EXAMINED | {KANGPING: "harmless", LIXIN: "private"}).status_code == 302
    version = pending.versions.get()
    assert (version.private, version.harmless) == (["赵立新"], [])


def test_what_is_answered_so_far_is_read_by_text_as_well(people, pending):
    form = ExaminationForm(compared=comparison_of(pending, None))
    assert form.so_far({LIXIN: "harmless", KANGPING: "private"}) == form.so_far(
        {KANGPING: "private", LIXIN: "harmless"}
    )
    told = form.so_far({LIXIN: "harmless", KANGPING: "private"})
    assert (told.private, told.harmless) == (["康平"], ["赵立新"])


def test_question_about_a_name_and_one_about_a_shape_have_different_fields():
    assert asked_as(GUESS, "康平") != asked_as(LOOSE, "康平") != asked_as(LOOSE, "丁海")
