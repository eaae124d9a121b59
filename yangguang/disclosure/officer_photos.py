"""Photos beside public entries follow what the desk has and what each body shows, day by day (D11)."""

from __future__ import annotations

import hashlib

from yangguang.bulletin.api import photos_in_public, put_photo
from yangguang.directory.api import public_photos
from yangguang.kernel import clock


def photos_of_today() -> int:
    """Show every photo that may be shown today and no other; how many changed."""
    shown = dict(photos_in_public().values_list("officer__ref", "sha256"))
    wanted, changed = set(), 0
    for ref, content in public_photos(clock.today()):
        wanted.add(ref)
        if shown.get(ref) != hashlib.sha256(content).hexdigest():
            changed += put_photo(ref, content)
    return changed + sum(put_photo(ref, b"") for ref in sorted(shown.keys() - wanted))
