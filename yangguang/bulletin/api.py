"""The face of the public store: disclosure writes through it, the portal reads through it."""

from yangguang.bulletin import pages_on_disk
from yangguang.bulletin.events import NoticeCopy
from yangguang.bulletin.models import Notice, NoticeStatus, PublicBody, PublicList, PublicOfficer
from yangguang.bulletin.queries import Found, Search, find, notice_by_ref, notices_by_number, standing_notices
from yangguang.bulletin.receiving import receive_notice
from yangguang.bulletin.rendering import html_of, put_page
from yangguang.bulletin.search_index import is_findable
from yangguang.bulletin.site_frame import frame
from yangguang.bulletin.standing_copies import put_body, put_list, put_officers, supersede_list
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
    "frame",
    "html_of",
    "is_findable",
    "notice_by_ref",
    "notices_by_number",
    "pages_on_disk",
    "put_body",
    "put_list",
    "put_officers",
    "put_page",
    "receive_notice",
    "standing_notices",
    "supersede_list",
    "withdraw_notice",
]
