"""Whoever says that a body shows its officers' photos, or shows them no longer, is followed at once (D11)."""

from __future__ import annotations

from typing import Any

from yangguang.base.outbox import listener
from yangguang.desk.use_cases.set_local_value import LocalValueSet
from yangguang.disclosure.api import photos_of_today


@listener(LocalValueSet, name="desk.officer_photos")
def rule_set(entry: Any) -> None:
    """What takes force on a later day is left to that day."""
    if entry.facts["name"] == "publish_officer_photos":
        photos_of_today()
