"""The register of officers as the public asks it: by the number on a certificate, and without those who left (D07)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db import transaction

from yangguang.base.search import normalised
from yangguang.bulletin import list_files, open_data
from yangguang.bulletin.models import PublicList, PublicOfficer

STORE = "public"
OFFICERS = "officers"  # the kind of list that names them
BETWEEN = "\n"


def keys_of(numbers: Iterable[str]) -> str:
    """Numbers as they are looked for, each between line ends, so that one can be told from the beginning of another."""
    return BETWEEN + "".join(f"{normalised(number)}{BETWEEN}" for number in numbers)


def officer_by_number(number: str) -> tuple[PublicOfficer, Mapping[str, Any]] | None:
    """Who holds the certificate under a number, and that certificate; None when it is not listed here."""
    wanted = normalised(number)
    if not wanted:
        return None
    held = PublicOfficer.objects.filter(certificate_numbers__contains=f"{BETWEEN}{wanted}{BETWEEN}").order_by("pk")
    found = [
        (officer, one)
        for officer in held
        for one in officer.certificates
        if normalised(one["certificate_number"]) == wanted
    ]
    exact = [pair for pair in found if pair[1]["certificate_number"] == number]
    return next(iter(exact or found), None)


def forget_people(refs: Collection[str], numbers: Collection[str]) -> int:
    """Take those who left out of the register, out of every public list of officers and out of its files; how many changed.

    The agency's own records keep them; what the public no longer needs to know of a person is not kept public. Files are made
    anew before the rows are let go: what breaks off half-way is done again.
    """
    with transaction.atomic(using=STORE):
        gone, _ = PublicOfficer.objects.filter(ref__in=refs).delete()
        shortened = [edition.ref for edition in _editions() if _shortened(edition, numbers)]
        for ref in shortened:
            if list_files.files_of(ref):
                list_files.put_files(ref)
        if gone:
            open_data.give_out_no_more()
    return gone + len(shortened)


def _editions() -> Iterable[PublicList]:
    return PublicList.objects.select_for_update().filter(list_kind=OFFICERS).order_by("pk")


def _shortened(edition: PublicList, numbers: Collection[str]) -> bool:
    kept = [row for row in edition.rows if row["cells"].get("number", row["code"]) not in numbers]
    if len(kept) == len(edition.rows):
        return False
    edition.rows = kept
    edition.save(update_fields=["rows"])
    return True
