"""大字版 without scripts, and open forms that save themselves."""

import pytest
from django.test import Client

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


def test_stranger_saves_no_draft():
    answer = Client().post("/desk/drafts/?key=case:1", {"reasons": "x"})
    assert answer.status_code == 302
    assert "sign-in" in answer.headers["Location"] or "next=" in answer.headers["Location"]
