"""Rows of the public store. Nothing here refers to a row outside it."""

from yangguang.bulletin.models.notice import Notice, NoticeStatus
from yangguang.bulletin.models.standing import PublicBody, PublicList, PublicOfficer

__all__ = ["Notice", "NoticeStatus", "PublicBody", "PublicList", "PublicOfficer"]
