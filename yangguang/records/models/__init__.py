"""Rows of records."""

from yangguang.records.models.document import Document, DocumentScan, DocumentStatus
from yangguang.records.models.evidence import Evidence, EvidenceKind

__all__ = ["Document", "DocumentScan", "DocumentStatus", "Evidence", "EvidenceKind"]
