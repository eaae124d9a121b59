"""Receive the copies of what stands: bodies, officers, adopted lists. Sent twice, they are kept once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from yangguang.bulletin import open_data
from yangguang.bulletin.models import PublicBody, PublicFlowchart, PublicList, PublicOfficer
from yangguang.bulletin.officers import keys_of
from yangguang.bulletin.photos import put_photo

STORE = "public"


@transaction.atomic(using=STORE)
def put_body(
    ref: str, *, name: str, position: int, columns: list[list[str]], entrustments: list[Any], on: date
) -> None:
    """One enforcement body as the public list shows it."""
    values = {"name": name, "position": position, "columns": columns, "entrustments": entrustments, "updated_on": on}
    PublicBody.objects.update_or_create(ref=ref, defaults=values)


@transaction.atomic(using=STORE)
def put_officers(
    rows: Iterable[Mapping[str, Any]], *, body_ref: str, on: date, photos: Mapping[str, bytes] | None = None
) -> None:
    """Officers of a body, one row a certificate, as the directory gives them; whose photo is not among `photos` has none."""
    officers: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        officers.setdefault(row["officer_ref"], []).append(row)
    for ref, held in officers.items():
        first = held[0]
        PublicOfficer.objects.update_or_create(
            ref=ref,
            defaults={
                "name": first["name"], "body_ref": body_ref, "body_name": first["body"], "post": first["post"],
                "certificates": [_certificate(row) for row in held],
                "certificate_numbers": keys_of(row["certificate_number"] for row in held),
                "left_on": date.fromisoformat(first["left_on"]) if first["left_on"] else None, "updated_on": on,
                "withdrawn_on": None, "withdrawal_reason": "", "withdrawal_basis": "",
            },
        )  # fmt: skip
        put_photo(ref, (photos or {}).get(ref, b""))


def _certificate(row: Mapping[str, Any]) -> dict[str, Any]:
    shown = ("certificate_kind", "certificate_number", "fields", "areas", "valid_from", "valid_until", "state",
             "state_label", "suspensions", "unit")  # fmt: skip
    return {name: row[name] for name in shown}


@transaction.atomic(using=STORE)
def put_list(ref: str, *, on: date, **values: Any) -> None:
    """One adopted edition with its rows, or a list of those on whom something stands. Whose row fell is in no file any more."""
    held = PublicList.objects.select_for_update().filter(ref=ref).first()
    if held is not None and held.rows != values.get("rows", held.rows):
        open_data.give_out_no_more()
    PublicList.objects.update_or_create(ref=ref, defaults=values, create_defaults=values | {"published_on": on})


@transaction.atomic(using=STORE)
def put_filing(ref: str, *, filing: str) -> bool:
    """Say with whom and under which number an edition is filed. False while its copy has not arrived."""
    return bool(PublicList.objects.filter(ref=ref).update(filing=filing))


@transaction.atomic(using=STORE)
def supersede_list(ref: str, *, since: date) -> None:
    """Another edition is in force from a day, or none."""
    PublicList.objects.filter(ref=ref).update(superseded_from=since)


@transaction.atomic(using=STORE)
def put_flowchart(ref: str, **values: Any) -> None:
    """One flowchart of a body, in the place of the one before."""
    PublicFlowchart.objects.update_or_create(ref=ref, defaults=values)
