"""The face of the public store: disclosure writes through it, the portal reads through it."""

from yangguang.bulletin import pages_on_disk
from yangguang.bulletin.events import NoticeCopy
from yangguang.bulletin.models import Notice, NoticeStatus, PublicBody, PublicList, PublicOfficer
from yangguang.bulletin.queries import Found, Search, find, notice_by_ref, notices_by_number, standing_notices
from yangguang.bulletin.receiving import receive_notice
from yangguang.bulletin.taking_down import expire_notice, withdraw_notice

__all__ = [
    "Found",
    "Notice",
    "NoticeCopy",
    "NoticeStatus",
    "PublicBody",
    "PublicList",
    "PublicOfficer",
    "Search",
    "expire_notice",
    "find",
    "notice_by_ref",
    "notices_by_number",
    "pages_on_disk",
    "receive_notice",
    "standing_notices",
    "withdraw_notice",
]
