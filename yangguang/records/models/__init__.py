"""Rows of records."""

from yangguang.records.models.bound_file import BindingState, BoundFile, BoundFor, Retention
from yangguang.records.models.document import Document, DocumentScan, DocumentStatus
from yangguang.records.models.evidence import Evidence, EvidenceKind

__all__ = [
    "BindingState",
    "BoundFile",
    "BoundFor",
    "Document",
    "DocumentScan",
    "DocumentStatus",
    "Evidence",
    "EvidenceKind",
    "Retention",
]
