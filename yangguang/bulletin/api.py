"""The face of the public store: disclosure writes through it, the portal reads through it."""

from yangguang.bulletin import (
    changes,
    digests,
    guide_papers,
    guides,
    list_copies,
    list_files,
    months,
    open_data,
    pages_on_disk,
    report_files,
    reports,
    results,
    subscriptions,
    voices,
)
from yangguang.bulletin.boards import OnDuty, on_duty, public_boards, put_board
from yangguang.bulletin.events import ListCopy, NoticeCopy
from yangguang.bulletin.excerpts import excerpt, marked
from yangguang.bulletin.inbox import (
    REPAIR,
    forget_senders,
    letter_by_receipt,
    letter_taken,
    open_for_letters,
    post_letter,
    put_due_day,
    put_letter_key,
    put_reply,
    waiting_letters,
)
from yangguang.bulletin.models import (
    Letter,
    LetterStatus,
    ListStatus,
    Notice,
    NoticeStatus,
    PublicBoard,
    PublicBody,
    PublicFlowchart,
    PublicGuide,
    PublicList,
    PublicMonth,
    PublicOfficer,
    PublicProgress,
    PublicReport,
    PublicVoice,
    Relation,
    Subscriber,
    Subscription,
    ThingKind,
    VoiceKind,
)
from yangguang.bulletin.officers import (
    forget_people,
    officer_by_number,
    withdraw_officer,
    withdrawn_officer_by_number,
)
from yangguang.bulletin.papers import name_of_paper, paper_of, put_attachments, put_paper
from yangguang.bulletin.photos import photo_of, photos_in_public, put_photo
from yangguang.bulletin.progress import Progress, ask_progress, forget_progress, put_progress, tail_of
from yangguang.bulletin.proofs import put_proof
from yangguang.bulletin.public_things import PublicThing, thing_of
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
from yangguang.bulletin.receiving import receive_fulfilment, receive_notice, would_stand
from yangguang.bulletin.rendering import html_of, put_page, qr_of, refresh_pages
from yangguang.bulletin.rules.certificates import Answer, answer, fault_of
from yangguang.bulletin.search_index import CAP, is_findable
from yangguang.bulletin.site_frame import frame, link_of, officer_link
from yangguang.bulletin.standing_copies import (
    put_body,
    put_filing,
    put_flowchart,
    put_list,
    put_officers,
    supersede_list,
)
from yangguang.bulletin.taking_down import expire_notice, repair_notice, withdraw_notice

__all__ = [
    "answer", "Answer", "ask_progress", "CAP", "changes", "copy_of", "digests", "excerpt", "expire_notice", "fault_of",
    "find", "forget_people", "forget_progress", "forget_senders", "Found", "frame", "guide_papers", "guides", "html_of",
    "is_findable", "Letter", "letter_by_receipt", "letter_taken", "LetterStatus", "link_of", "list_copies", "list_files",
    "ListCopy", "ListStatus", "marked", "months", "name_of_paper", "Notice", "notice_by_ref", "NoticeCopy",
    "notices_by_number", "NoticeStatus", "officer_by_number", "officer_link", "officers_found", "on_duty", "OnDuty",
    "open_data", "open_for_letters", "pages_on_disk", "paper_of", "photo_of", "photos_in_public", "post_letter", "Progress",
    "public_boards", "public_bodies", "public_flowcharts", "public_lists", "PublicBoard", "PublicBody", "PublicFlowchart",
    "PublicGuide", "PublicList", "PublicMonth", "PublicOfficer", "PublicProgress", "PublicReport", "PublicThing",
    "PublicVoice", "put_attachments", "put_board", "put_body", "put_due_day", "put_filing", "put_flowchart",
    "put_letter_key", "put_list", "put_officers", "put_page", "put_paper", "put_photo", "put_progress", "put_proof",
    "put_reply", "qr_of", "receive_fulfilment", "receive_notice", "recent_changes", "refresh_pages", "Relation", "REPAIR",
    "repair_notice", "report_files", "reports", "results", "Search", "standing_notices", "Subscriber", "Subscription",
    "subscriptions", "supersede_list", "tail_of", "thing_of", "ThingKind", "VoiceKind", "voices", "waiting_letters",
    "withdraw_notice", "withdraw_officer", "withdrawn_officer_by_number", "would_stand",
]  # fmt: skip
