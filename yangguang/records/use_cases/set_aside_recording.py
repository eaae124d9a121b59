"""Say that a recording from the station belongs to no case: a test of the device, a way to work. It stays where it is kept."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.written_text import clean
from yangguang.records.events import RecordingSetAside
from yangguang.records.models import Upload, UploadState
from yangguang.records.use_cases.claim_recording import waiting


@transaction.atomic
def set_aside_recording(*, upload: Upload, reason: str, actor: Account, at: Moment) -> Upload:
    """Raises Refused without a reason; originals are never deleted by this."""
    found = waiting(upload, actor)
    reason = clean(reason, label="理由", most=200, least=1, field="reason")
    found.state, found.why = UploadState.ASIDE, reason
    found.save(update_fields=["state", "why"])
    ledger.record(RecordingSetAside(found.name, reason), subject=found.subject, actor=actor, at=at)
    return found
