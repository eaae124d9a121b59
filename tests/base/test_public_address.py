"""A public site that others reach by name says by which, or does not start: what it names stays in readers' hands."""

import socket
from types import SimpleNamespace

import pytest

from yangguang.base import public_address
from yangguang.base.commands import serve
from yangguang.base.commands.terminal import NotReady

URL = {"url": "https://gongshi.example"}


@pytest.fixture
def site(settings):
    settings.PUBLIC_SITE = settings.PUBLIC_SITE | {"url": ""}
    settings.ALLOWED_HOSTS, settings.SITES = ["10.2.3.4", "gongshi.example"], "both"
    settings.DEMO = settings.DEBUG = False
    return settings


@pytest.mark.parametrize("which", ["portal", "both"])
def test_public_site_without_an_address_does_not_start(site, which):
    site.SITES = which
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(NotReady, match="YANGGUANG_PUBLIC_SITE_URL"):
        serve.run(SimpleNamespace(host="127.0.0.1", port=port, workers=1))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SITES", "desk"),
        ("DEMO", True),
        ("DEBUG", True),
        ("ALLOWED_HOSTS", ["localhost", "127.0.0.1"]),
        ("PUBLIC_SITE", URL),
    ],
)
def test_site_that_needs_none_or_has_one_starts(site, name, value):
    assert public_address.is_untold()
    setattr(site, name, value)
    assert not public_address.is_untold()
