"""大字版 without scripts, and open forms that save themselves."""

import pytest
from django.test import Client

from tests.builders.directory import an_account
from yangguang.base import drafts
from yangguang.directory.rules.roles import Role

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("asked", "goes_to"),
    [
        ("/decisions/?q=x", "/decisions/?q=x"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example", "/"),
        ("", "/"),
    ],
)
def test_large_type_is_remembered_and_returns_only_to_this_site(asked, goes_to):
    answer = Client().get("/large-type/", {"large": "1", "next": asked})
    assert answer.status_code == 302
    assert answer.headers["Location"] == goes_to
    assert answer.cookies["large_type"].value == "1"


def test_large_type_is_switched_off_again():
    assert Client().get("/large-type/", {"large": "0", "next": "/"}).cookies["large_type"].value == "0"


def test_open_form_is_kept_for_its_writer_without_tokens_and_secrets():
    writer, other = an_account(role=Role.CASE_HANDLER), an_account(role=Role.CASE_HANDLER)
    client = Client()
    client.force_login(writer)
    typed = {
        "reasons": "两次通知均未提供。",
        "kinds": ["a", "b"],
        "password": "x",
        "once": "y",
        "csrfmiddlewaretoken": "z",
    }

    answer = client.post("/desk/drafts/?key=notice:1", typed)

    assert answer.json() == {"saved_at": "10:00"}
    draft = drafts.find(account_ref=writer.actor_ref, key="notice:1")
    assert draft.content == {"reasons": "两次通知均未提供。", "kinds": ["a", "b"]}
    assert drafts.find(account_ref=other.actor_ref, key="notice:1") is None


def test_form_without_a_key_is_not_kept():
    client = Client()
    client.force_login(an_account(role=Role.CASE_HANDLER))
    assert client.post("/desk/drafts/", {"reasons": "x"}).status_code == 400
