"""What the context that writes the public log is told of a day of originals, and where the proof of it is kept."""

from __future__ import annotations

from yangguang.records.models import EvidenceDay
from yangguang.records.sealing import content_of


def content_said(day_ref: str) -> tuple[str, bytes] | None:
    """The name of a day and what is committed to; None for no day of this reference."""
    day = EvidenceDay.objects.select_related("body").filter(public_id=day_ref).first()
    return None if day is None else (f"{day.body.name}{day.day}的每日存证", content_of(day))


def keep_proof(day_ref: str, proof: bytes) -> bool:
    """Keep the proof that the day stands in the log; whether there is such a day."""
    return bool(EvidenceDay.objects.filter(public_id=day_ref).update(proof=proof))
