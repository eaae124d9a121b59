"""The face of voices for the contexts above."""

from yangguang.voice.letter_box import collect
from yangguang.voice.models import Voice, VoiceStatus
from yangguang.voice.queries import Term, late_below, tallies, term_of, voices_visible_to, waiting_for
from yangguang.voice.use_cases.answer_voice import answer_voice
from yangguang.voice.use_cases.keep_voice import keep_voice
from yangguang.voice.use_cases.move_voice import move_voice
from yangguang.voice.use_cases.press_for_answer import press_for_answer
from yangguang.voice.use_cases.refuse_voice import refuse_voice
from yangguang.voice.use_cases.take_as_lead import take_as_lead

__all__ = [
    "answer_voice", "collect", "keep_voice", "late_below", "move_voice", "press_for_answer", "refuse_voice",
    "take_as_lead", "tallies", "Term", "term_of", "Voice", "voices_visible_to", "VoiceStatus", "waiting_for",
]  # fmt: skip
