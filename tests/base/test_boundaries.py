"""What holds before any page is asked: the desk stays in no cache, and nothing too large is read."""

import pytest
from django.urls import reverse

from tests.builders.directory import an_account
from yangguang.base import vault
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db


class Unread:
    """A body that must not be read."""

    def read(self, *size):
        raise AssertionError("read before it was refused")

    readline = read


class Upload:
    """A file so large that reading it would be the harm."""

    name = "a.pdf"

    def __init__(self, size):
        self.size = size

    def read(self):
        raise AssertionError("read before it was refused")


@pytest.mark.parametrize(
    "path", ["/desk/", "/desk/sign-in", "/desk/cases/", "/desk/nowhere/", "/desk/officers?format=xlsx"]
)
def test_whatever_the_desk_answers_stays_in_no_cache(client, path):
    for account in (None, an_account(role="case_handler")):
        if account:
            client.force_login(account)
        assert "no-store" in client.get(path)["Cache-Control"]


def test_public_pages_may_be_cached(client):
    assert "no-store" not in client.get("/").get("Cache-Control", "")


def post(client, size):
    told = {"CONTENT_LENGTH": size, "wsgi.input": Unread()}
    return client.generic(
        "POST", f"{reverse('desk:autosave')}?key=form", b"", "multipart/form-data; boundary=x", **told
    )


def test_stranger_may_send_little_and_the_rest_is_refused_unread(client):
    answer = post(client, "2097153")
    assert answer.status_code == 413
    assert "超过2 MB，没有接收" in answer.content.decode()


def test_colleague_may_send_one_large_file_and_no_more(client):
    client.force_login(an_account(role="case_handler"))
    assert post(client, str(54 * 1024 * 1024 + 1)).status_code == 413
    assert post(client, str(54 * 1024 * 1024)).status_code != 413


@pytest.mark.parametrize("announced", ["-1", "1e9", "９９", "12 3"])
def test_length_that_is_no_number_is_refused(client, announced):
    assert post(client, announced).status_code == 413


def test_file_that_is_too_large_is_refused_before_it_is_read():
    with pytest.raises(Refused, match="超过 50 MB"):
        vault.content_of(Upload(vault.LIMIT + 1))
    with pytest.raises(AssertionError):
        vault.content_of(Upload(vault.LIMIT))
