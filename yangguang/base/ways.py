"""Which links lead somebody on: a page that would turn them away is named without a link, or not at all."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

from yangguang.base import pages


def leads_on(account: Any, href: str) -> bool:
    """Whether the role of an account opens the page at an address; what it shows there is decided by the page."""
    try:
        name = resolve(urlsplit(href).path).view_name
    except Resolver404:
        return True
    known = pages.register().get(name)
    return known is None or pages.may_open(account, known.allow)
