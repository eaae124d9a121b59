"""The filters over the case list as HTML, drawn once for what is chosen in them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from yangguang.cases.lacking import LACKS
from yangguang.cases.models import CaseKind
from yangguang.cases.rules.flow import STAGES


def drawn(view: str, sort: str, wanted: Mapping[str, str]) -> SafeString:
    """The form with what was asked for, in this view and order."""
    return _drawn(view, sort, tuple(wanted.items()))


@lru_cache(maxsize=256)
def _drawn(view: str, sort: str, wanted: tuple[tuple[str, str], ...]) -> SafeString:
    return render_to_string("cases/filters.html", {
        "view": view, "sort": sort, "wanted": dict(wanted), "stages": STAGES, "kinds": CaseKind.choices,
        "lacks": [(key, words) for key, (words, _) in LACKS.items()],
    })  # fmt: skip
