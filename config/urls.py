"""Addresses of the site or sites this process serves; everything comes from the page register."""

from typing import Any

from django.conf import settings
from django.urls import include, path

from yangguang.base import pages


def _urlpatterns() -> list[Any]:
    patterns = list(pages.urlpatterns("root"))
    if settings.SITES in {"both", "desk"}:
        patterns.append(path("desk/", include(pages.urlpatterns("desk"))))
    if settings.SITES in {"both", "portal"}:
        patterns += pages.urlpatterns("portal")
    return patterns


urlpatterns = _urlpatterns()
handler403 = "yangguang.base.errors.forbidden"
handler404 = "yangguang.base.errors.not_found"
handler500 = "yangguang.base.errors.broken"
