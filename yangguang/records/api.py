"""The face of records for the contexts above."""

from yangguang.records.access_queries import waiting_for as accesses_waiting_for
from yangguang.records.evidence_days import content_said, keep_proof
from yangguang.records.holds import must_not_be_held
from yangguang.records.models import (
    AccessRequest,
    BoundFile,
    BoundFor,
    Document,
    DocumentScan,
    DocumentStatus,
    Evidence,
    EvidenceKind,
    MediaManifest,
)
from yangguang.records.models.bound_file import BindingState, Retention
from yangguang.records.queries import (
    bound_files_of,
    document_visible_to,
    documents_of,
    evidence_of,
    evidence_visible_to,
    media_to_attach,
)
from yangguang.records.rules.volumes import VolumePlan
from yangguang.records.use_cases._bind_waiting import bind_waiting
from yangguang.records.use_cases._file_plan import every_volume, plan_of
from yangguang.records.use_cases._file_sheets import contents_table
from yangguang.records.use_cases._mark_served import mark_served
from yangguang.records.use_cases._sealed import CLAUSE as SEALED_CLAUSE
from yangguang.records.use_cases._sealed import REMEDY as SEALED_REMEDY
from yangguang.records.use_cases._sealed import SEALED, lies_open, seal_file
from yangguang.records.use_cases.add_evidence import add_evidence
from yangguang.records.use_cases.ask_for_bound_file import ask_for_bound_file
from yangguang.records.use_cases.attach_signed_page import attach_signed_page, is_signed
from yangguang.records.use_cases.make_document import make_document, sheet_of
from yangguang.records.use_cases.render_document import render_document
from yangguang.records.use_cases.verify_evidence import exclude_evidence, verify_evidence
from yangguang.records.use_cases.void_document import void_document

__all__ = [
    "SEALED",
    "SEALED_CLAUSE",
    "SEALED_REMEDY",
    "AccessRequest",
    "BindingState",
    "BoundFile",
    "BoundFor",
    "Retention",
    "VolumePlan",
    "accesses_waiting_for",
    "ask_for_bound_file",
    "bind_waiting",
    "bound_files_of",
    "content_said",
    "contents_table",
    "keep_proof",
    "must_not_be_held",
    "every_volume",
    "plan_of",
    "seal_file",
    "Document",
    "DocumentScan",
    "DocumentStatus",
    "Evidence",
    "EvidenceKind",
    "MediaManifest",
    "add_evidence",
    "attach_signed_page",
    "document_visible_to",
    "documents_of",
    "evidence_of",
    "evidence_visible_to",
    "exclude_evidence",
    "is_signed",
    "lies_open",
    "make_document",
    "mark_served",
    "media_to_attach",
    "render_document",
    "sheet_of",
    "verify_evidence",
    "void_document",
]
