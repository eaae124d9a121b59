"""The register of officers as the public asks it: by the number on a certificate, and without those who left (D07)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from yangguang.base.search import normalised
from yangguang.bulletin import list_files, open_data
from yangguang.bulletin.models import PublicList, PublicOfficer
from yangguang.bulletin.photos import put_photo

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
    held = PublicOfficer.objects.filter(withdrawn_on=None, certificate_numbers__contains=f"{BETWEEN}{wanted}{BETWEEN}")
    found = [
        (officer, one)
        for officer in held.order_by("pk")
        for one in officer.certificates
        if normalised(one["certificate_number"]) == wanted
    ]
    exact = [pair for pair in found if pair[1]["certificate_number"] == number]
    return next(iter(exact or found), None)


def withdrawn_officer_by_number(number: str) -> PublicOfficer | None:
    """What is left of an entry that was taken back, by the number of a certificate; None for every other number."""
    wanted = normalised(number)
    rows = PublicOfficer.objects.exclude(withdrawn_on=None).filter(
        certificate_numbers__contains=f"{BETWEEN}{wanted}{BETWEEN}"
    )
    return rows.order_by("pk").first() if wanted else None


@transaction.atomic(using=STORE)
def withdraw_officer(
    ref: str, *, body_ref: str, body_name: str, numbers: Collection[str], reason: str, basis: str, on: date
) -> None:
    """Leave a tombstone without name, photo, post and certificates, also of an entry that never arrived; take the person out of the
    public lists of officers and their files. The numbers stay, so that a scanned certificate leads to the reason.
    """
    values: dict[str, Any] = {
        "name": "", "post": "", "certificates": [], "certificate_numbers": keys_of(numbers), "body_ref": body_ref,
        "body_name": body_name, "left_on": None, "updated_on": on, "withdrawn_on": on, "withdrawal_reason": reason,
        "withdrawal_basis": basis,
    }  # fmt: skip
    PublicOfficer.objects.update_or_create(ref=ref, defaults=values)
    put_photo(ref, b"")
    _take_out_of_lists(numbers)
    open_data.give_out_no_more()


def forget_people(refs: Collection[str], numbers: Collection[str]) -> int:
    """Take those who left out of the register, out of every public list of officers and out of its files; how many changed.

    The agency's own records keep them; what the public no longer needs to know of a person is not kept public. Files are made
    anew before the rows are let go: what breaks off half-way is done again.
    """
    with transaction.atomic(using=STORE):
        gone, _ = PublicOfficer.objects.filter(ref__in=refs).delete()
        shortened = _take_out_of_lists(numbers)
        if gone:
            open_data.give_out_no_more()
    return gone + shortened


def _take_out_of_lists(numbers: Collection[str]) -> int:
    """Shorten every public list of officers and make its files anew; how many changed."""
    shortened = [edition.ref for edition in _editions() if _shortened(edition, numbers)]
    if shortened:
        open_data.give_out_no_more()
    for ref in shortened:
        if list_files.files_of(ref):
            list_files.put_files(ref)
    return len(shortened)


def _editions() -> Iterable[PublicList]:
    return PublicList.objects.select_for_update().filter(list_kind=OFFICERS).order_by("pk")


def _shortened(edition: PublicList, numbers: Collection[str]) -> bool:
    kept = [row for row in edition.rows if row["cells"].get("number", row["code"]) not in numbers]
    if len(kept) == len(edition.rows):
        return False
    edition.rows = kept
    edition.save(update_fields=["rows"])
    return True
