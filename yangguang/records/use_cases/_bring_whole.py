"""Bring a file in one part, as a plain form does: what an upload in parts does, without anything in between."""

from __future__ import annotations

from collections.abc import Callable

from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.models import Upload
from yangguang.records.use_cases._receive_part import Part, receive_part
from yangguang.records.use_cases.begin_upload import Brought, begin_upload


def bring_whole(
    *, file_ref: str, brought: Brought, read: Callable[[int], bytes | memoryview], actor: Account, at: Moment
) -> Upload:
    """Raises what both steps raise: Refused, and ContentRefused for what its name does not say."""
    begun = begin_upload(file_ref=file_ref, brought=brought, actor=actor, at=at)
    return receive_part(begun.public_id, Part(0, begun.length, read), actor=actor, at=at)
