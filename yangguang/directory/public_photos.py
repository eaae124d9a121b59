"""Whose photo is public (D11): the one kept for the certificate, of officers in post, where a rule or the person's consent has it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Q

from yangguang.base import local_values
from yangguang.directory.models import Body, Entrustment, Officer, OfficerPhoto
from yangguang.statutes.keepers import keeps

RULE = "publish_officer_photos"
AT_ONCE = 50


@keeps("PIP-2021:25")
def photos_are_public(body: Body, on: date) -> bool:
    """Whether a body shows its officers' photos on a day: it says so itself, or the body that entrusts it; unset it does not."""
    running = Entrustment.objects.in_force_on(on).filter(entrusted=body).order_by("pk")
    chains = [body.public_id, *running.values_list("entrusting__public_id", flat=True)]
    found = [row for chain in chains if (row := local_values.find(RULE, chain=chain, on=on)) is not None]
    return bool(found and found[0].value)


def public_photo_of(officer: Officer, on: date) -> bytes:
    """The photo as it is public on a day, byte for byte the one on the card; nothing where there is none to show."""
    is_here = officer.left_on is None or officer.left_on > on
    held = OfficerPhoto.objects.filter(officer=officer).first() if is_here else None
    return bytes(held.content) if held is not None and photos_are_public(officer.body, on) else b""


def public_photos(on: date) -> Iterator[tuple[str, bytes]]:
    """Every photo that may be shown on a day, with the public reference of its officer."""
    held = OfficerPhoto.objects.filter(Q(officer__left_on=None) | Q(officer__left_on__gt=on))
    bodies = Body.objects.filter(officers__photo__isnull=False).distinct().order_by("pk")
    showing = [body.pk for body in bodies if photos_are_public(body, on)]
    rows = held.filter(officer__body__in=showing).order_by("pk").values_list("officer__public_id", "content")
    for ref, content in rows.iterator(chunk_size=AT_ONCE):
        yield ref, bytes(content)
