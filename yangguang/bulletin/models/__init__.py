"""Rows of the public store. Nothing here refers to a row outside it."""

from yangguang.bulletin.models.bundle import BundleTaken
from yangguang.bulletin.models.flowchart import PublicFlowchart
from yangguang.bulletin.models.guide import PublicGuide
from yangguang.bulletin.models.letter import Letter, LetterKey, LetterStatus, Relation, ThingKind
from yangguang.bulletin.models.month import PublicMonth
from yangguang.bulletin.models.notice import Notice, NoticeStatus
from yangguang.bulletin.models.progress import ProgressAsk, PublicProgress
from yangguang.bulletin.models.report import PublicReport
from yangguang.bulletin.models.standing import ListStatus, PublicBody, PublicList, PublicOfficer, PublicPhoto
from yangguang.bulletin.models.subscription import Subscriber, Subscription, ToldNotice
from yangguang.bulletin.models.voice import PublicVoice, PublicVoiceCount, PublicVoiceFile, VoiceKind
from yangguang.bulletin.models.window_board import PublicBoard

__all__ = [
    "BundleTaken",
    "Letter",
    "LetterKey",
    "LetterStatus",
    "ListStatus",
    "Notice",
    "NoticeStatus",
    "ProgressAsk",
    "PublicBoard",
    "PublicBody",
    "PublicFlowchart",
    "PublicGuide",
    "PublicList",
    "PublicMonth",
    "PublicOfficer",
    "PublicPhoto",
    "PublicProgress",
    "PublicReport",
    "PublicVoice",
    "PublicVoiceCount",
    "PublicVoiceFile",
    "Relation",
    "Subscriber",
    "Subscription",
    "ThingKind",
    "ToldNotice",
    "VoiceKind",
]
