"""A county with a body and the supervisor above it."""

from types import SimpleNamespace

import pytest

from tests.builders.directory import a_body, an_account


@pytest.fixture
def county():
    government = a_body(named="示范县人民政府", mark="示府")
    justice = a_body(named="示范县司法局", mark="示司", under=government, supervises=True)
    body = a_body(under=government)
    return SimpleNamespace(body=body, supervisor=an_account(role="supervisor", body=justice))
