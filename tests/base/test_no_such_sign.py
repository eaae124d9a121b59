"""A sign no database keeps, in a field that no form looks at: what was typed is kept or refused, and nothing breaks."""

import pytest
from django.urls import reverse

from tests.builders.cases import an_open_case
from tests.builders.directory import an_account
from yangguang.base import drafts
from yangguang.base.models.draft import FormDraft
from yangguang.cases.models import Case

pytestmark = pytest.mark.django_db
NUL = "拖欠\0工资"


def test_draft_with_a_nul_is_kept_without_it(client):
    client.force_login(an_account(role="case_handler"))
    answer = client.post(f"{reverse('desk:autosave')}?key=form", {"facts": NUL, "several": [NUL, "b"], "na\0me": "c"})
    assert answer.status_code == 200
    assert FormDraft.objects.get().content == {"facts": "拖欠工资", "several": ["拖欠工资", "b"], "name": "c"}


def test_draft_with_a_lone_half_of_a_sign_is_kept_without_it():
    drafts.save(account_ref="account:a", key="form", content={"facts": "拖欠\ud83d工资"})
    assert FormDraft.objects.get().content == {"facts": "拖欠工资"}


def test_form_whose_token_has_a_nul_is_answered(client):
    case = an_open_case()
    client.force_login(an_account(role="case_handler", body=case.body, unit=case.unit))
    address = reverse("cases:act", args=[case.public_id, "append_note"])
    for once in ("\0", "a\0b"):
        assert client.post(address, {"once": once, "save_draft": "1", "text": NUL}).status_code < 500
    assert Case.objects.count() == 1


def test_name_with_a_nul_signs_nobody_in(client):
    for told in ({"username": "a\0", "password": "x"}, {"username": "a", "password": "x\0"}):
        assert client.post(reverse("directory:sign_in"), told).status_code < 500


@pytest.mark.parametrize(
    "address", ["/correction/", "/progress/", "/voice/wages/", "/subscriptions/leave/", "/repair/"]
)
def test_public_form_with_a_nul_is_answered(client, address):
    told = dict.fromkeys(
        ("once", "stamp", "number", "tail", "t", "ref", "n", "d", "q", "words", "receipt", "about"), "a\0b"
    )
    assert client.post(address, told).status_code < 500
    assert client.get(address, told).status_code < 500
