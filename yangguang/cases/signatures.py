"""Papers that somebody signs by hand, and those of a file whose signed pages are not in it: the one place that says what lacks."""

from __future__ import annotations

from yangguang.cases import standing
from yangguang.cases.models import Case
from yangguang.records.api import Document, DocumentStatus, is_signed, lies_open

TO_SIGN = (
    "interview_record", "on_site_record", "on_the_spot_rectification", "statement_record", "proof_of_service",
    "collective_discussion_record", "hearing_record", "on_the_spot_record", "on_the_spot_statement_record",
    "on_the_spot_penalty_decision", "evidence_extraction", "case_item_inventory", "rectification_check", "posting_record",
)  # fmt: skip


def unsigned_papers(case: Case) -> list[Document]:
    """In the order of the file; a voided paper needs no signature any more."""
    return [
        paper for paper in standing.papers_of(case)
        if paper.kind in TO_SIGN and paper.status != DocumentStatus.VOIDED and not is_signed(paper)
    ]  # fmt: skip


def lacking_signatures(case: Case) -> list[Document]:
    """Those that can still be signed: what lies in an archived volume is not asked for again."""
    return [paper for paper in unsigned_papers(case) if lies_open(paper)]


def titles_of(papers: list[Document]) -> str:
    """Papers as a sentence names them."""
    return "、".join(f"《{one.title}》" for one in papers)
