"""The face of records for the contexts above."""

from yangguang.records.models import Document, DocumentScan, DocumentStatus, Evidence, EvidenceKind
from yangguang.records.queries import document_visible_to, documents_of, evidence_of, evidence_visible_to
from yangguang.records.use_cases._mark_served import mark_served
from yangguang.records.use_cases.add_evidence import add_evidence
from yangguang.records.use_cases.attach_signed_page import attach_signed_page, is_signed
from yangguang.records.use_cases.make_document import make_document, sheet_of
from yangguang.records.use_cases.render_document import render_document
from yangguang.records.use_cases.verify_evidence import exclude_evidence, verify_evidence
from yangguang.records.use_cases.void_document import void_document

__all__ = [
    "Document",
    "DocumentScan",
    "DocumentStatus",
    "Evidence",
    "EvidenceKind",
    "add_evidence",
    "attach_signed_page",
    "document_visible_to",
    "documents_of",
    "evidence_of",
    "evidence_visible_to",
    "exclude_evidence",
    "is_signed",
    "make_document",
    "mark_served",
    "render_document",
    "sheet_of",
    "verify_evidence",
    "void_document",
]
