"""A body's rule on photos takes force on a day of its own; what is public of them is compared with the desk (D11, D23)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q

from yangguang.base.jobs import scheduled
from yangguang.base.models import Delivery
from yangguang.base.verifying import invariant
from yangguang.bulletin.api import officers_found, photos_in_public
from yangguang.directory.api import public_photos
from yangguang.disclosure.officer_photos import photos_of_today
from yangguang.kernel import clock

ABOUT = Q(entry__subject_kind__in=("officer", "standing_publication"))
RULES = Q(entry__subject_kind="local_value")


@scheduled("disclosure.officer_photos", title="公示网的执法人员照片与登记、本机关的设定一致", every=timedelta(hours=1))
def compare_photos() -> int:
    """As the body's rule is today; how many changed."""
    return photos_of_today()


@invariant("officer_photos", title="公示的执法人员照片与登记的一致，不公示的人员没有残留")
def officer_photos() -> Iterator[str]:
    """What is still on its way is looked at afterwards; a rule that changed overnight is followed within the hour."""
    on_their_way = Delivery.objects.filter(done_at=None)
    if on_their_way.filter(RULES).exists():
        return
    waiting = set(on_their_way.filter(ABOUT).order_by("pk").values_list("entry__subject_ref", flat=True))
    today = clock.today()
    now, before = (_fingerprints(day) for day in (today, today - timedelta(days=1)))
    seen = set()
    for photo in photos_in_public().iterator():
        officer = photo.officer
        seen.add(officer.ref)
        if officer.ref in waiting:
            continue
        wanted = now.get(officer.ref) or before.get(officer.ref)
        if wanted is None or officer.withdrawn_on is not None:
            yield f"{officer.ref}：公示库中有不公示的照片"
        elif not wanted == photo.sha256 == hashlib.sha256(bytes(photo.content)).hexdigest():
            yield f"{officer.ref}：公示的照片与登记的不一致"
    for ref in officers_found().order_by("pk").values_list("ref", flat=True):
        if ref in now and ref in before and ref not in seen | waiting:
            yield f"{ref}：应当公示的照片没有公示"


def _fingerprints(on: date) -> dict[str, str]:
    return {ref: hashlib.sha256(content).hexdigest() for ref, content in public_photos(on)}
