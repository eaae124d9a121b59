"""What `yangguang demo` calls: the county first, then everything that happened in it."""

from __future__ import annotations

from django.db import transaction

from yangguang.desk.demo.county import make_county
from yangguang.kernel.chance import Source


@transaction.atomic
def make(source: Source) -> None:
    """Fill the empty site in one transaction: either the whole county stands, or nothing does."""
    make_county()
