"""The face of the public store: disclosure writes through it, the portal reads through it."""

from yangguang.bulletin import guide_papers, guides, pages_on_disk
from yangguang.bulletin.events import NoticeCopy
from yangguang.bulletin.excerpts import excerpt, marked
from yangguang.bulletin.inbox import (
    CAPACITY,
    forget_senders,
    letter_by_receipt,
    letter_taken,
    open_for_letters,
    post_letter,
    put_letter_key,
    put_reply,
    waiting_letters,
)
from yangguang.bulletin.list_files import LIST_FILES, list_files_of, put_list_files
from yangguang.bulletin.models import (
    Letter,
    LetterStatus,
    Notice,
    NoticeStatus,
    PublicBody,
    PublicFlowchart,
    PublicGuide,
    PublicList,
    PublicOfficer,
    Relation,
)  # fmt: skip
from yangguang.bulletin.papers import paper_of, put_paper
from yangguang.bulletin.proofs import put_proof
from yangguang.bulletin.queries import (
    Found,
    Search,
    copy_of,
    find,
    notice_by_ref,
    notices_by_number,
    officers_found,
    public_bodies,
    public_flowcharts,
    public_lists,
    recent_changes,
    standing_notices,
)
from yangguang.bulletin.receiving import receive_fulfilment, receive_notice
from yangguang.bulletin.rendering import html_of, put_page, refresh_pages
from yangguang.bulletin.rules.certificates import Answer, answer, fault_of
from yangguang.bulletin.search_index import CAP, is_findable
from yangguang.bulletin.site_frame import frame
from yangguang.bulletin.standing_copies import (
    put_body,
    put_filing,
    put_flowchart,
    put_list,
    put_officers,
    supersede_list,
)  # fmt: skip
from yangguang.bulletin.taking_down import expire_notice, withdraw_notice

__all__ = [
    "CAP", "CAPACITY", "Answer", "Found", "Letter", "LetterStatus", "Notice", "NoticeCopy", "NoticeStatus",
    "PublicBody", "PublicFlowchart", "PublicGuide", "PublicList", "PublicOfficer", "Relation", "Search", "answer",
    "copy_of", "excerpt", "expire_notice", "fault_of", "find", "forget_senders", "frame", "guide_papers", "guides",
    "html_of", "is_findable", "letter_by_receipt", "letter_taken", "LIST_FILES", "list_files_of", "marked",
    "notice_by_ref", "notices_by_number", "officers_found", "open_for_letters", "pages_on_disk", "paper_of",
    "post_letter", "public_bodies", "public_flowcharts", "public_lists", "put_body", "put_filing", "put_flowchart",
    "put_letter_key", "put_list", "put_list_files", "put_officers", "put_page", "put_paper", "put_proof",
    "put_reply", "receive_fulfilment", "receive_notice", "recent_changes", "refresh_pages", "standing_notices",
    "supersede_list", "waiting_letters", "withdraw_notice",
]  # fmt: skip
