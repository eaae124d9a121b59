"""Which decisions went by an entry of a list: a comparison of editions links to them."""

from __future__ import annotations

from typing import Any

from django.db.models import F
from django.urls import reverse

from yangguang.cases.models import Decision
from yangguang.cases.queries import cases_visible_to
from yangguang.catalogues.api import ListKind
from yangguang.catalogues.readers import Asked, Use, reader

CODE_OF = {ListKind.MATTERS.value: "case__matter_code", ListKind.DISCRETION_STANDARDS.value: "case__violation_code"}


@reader("decisions")
def decisions_under(account: Any, asked: Asked) -> dict[str, list[Use]]:
    """Decisions of the days the edition was in force, in cases this person may see; of the body and those it entrusts."""
    column = CODE_OF.get(asked.list_kind)
    if column is None:
        return {}
    rows = Decision.objects.filter(
        body=asked.body,
        decided_on__gte=asked.since,
        case__in=cases_visible_to(account),
        **{f"{column}__in": asked.codes},
    )
    if asked.until:
        rows = rows.filter(decided_on__lt=asked.until)
    found: dict[str, list[Use]] = {}
    told = rows.annotate(code=F(column), ref=F("case__public_id")).values_list("code", "number", "decided_on", "ref")
    for code, number, decided_on, ref in told.order_by("-decided_on", "-pk"):
        found.setdefault(code, []).append(Use(number, decided_on, reverse("cases:case", args=[ref])))
    return found
