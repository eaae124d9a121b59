"""A voice that still waits, locked."""

from __future__ import annotations

from yangguang.directory.api import Account
from yangguang.kernel.refusal import Refused
from yangguang.voice.models import Voice
from yangguang.voice.policy import keeper_fault, way_on


def lock_voice(voice_id: int) -> Voice:
    """The row, for this act alone. Raises Refused when it is settled."""
    voice = Voice.objects.select_for_update().get(pk=voice_id)
    if not voice.is_open:
        raise Refused("这件来件已经办结。", remedy="提出人有新的事实和理由的，可以再次提出。")
    return voice


def lock_kept_voice(voice_id: int, actor: Account) -> Voice:
    """The row, for whoever has it in hand. Raises Refused for everybody else."""
    voice = lock_voice(voice_id)
    if fault := keeper_fault(actor, voice):
        raise Refused(fault, remedy=way_on(fault))
    return voice
