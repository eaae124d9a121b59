"""People and bodies most tests of the directory need."""

from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user
from django.http import HttpRequest

from tests.builders.directory import a_body, an_account


@pytest.fixture
def county():
    """A county: its government, the judicial bureau that supervises, two bureaus and an entrusted brigade."""
    government = a_body(named="示范县人民政府", mark="示政")
    justice = a_body(named="示范县司法局", mark="示司", under=government, supervises=True)
    bureau = a_body(named="示范县人力资源和社会保障局", under=government)
    other = a_body(named="示范县市场监督管理局", mark="示市监", under=government)
    brigade = a_body(named="示范县劳动保障监察大队", under=bureau, category="entrusted")
    return SimpleNamespace(
        government=government, justice=justice, bureau=bureau, other=other, brigade=brigade,
        supervisor=an_account(role="supervisor", body=justice),
        system=an_account(role="system_administrator", body=justice),
        security=an_account(role="security_administrator", body=justice),
        head=an_account(role="agency_head", body=bureau, principal=True),
        handler=an_account(role="case_handler", body=bureau),
    )  # fmt: skip


@pytest.fixture
def last_entry():
    """The newest line of a body's chain."""
    from yangguang.base.models import LedgerEntry

    def newest(body):
        return LedgerEntry.objects.filter(chain=body.public_id).order_by("-sequence").first()

    return newest


@pytest.fixture
def is_signed_in(client):
    """Whether the test client's session still stands for anyone."""

    def ask():
        request = HttpRequest()
        request.session = client.session
        return get_user(request).is_authenticated

    return ask
