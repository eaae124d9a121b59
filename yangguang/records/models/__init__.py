"""Rows of records."""

from yangguang.records.models.access import (
    IN_FORCE,
    AccessGround,
    AccessItem,
    AccessRequest,
    AccessScope,
    AccessState,
)
from yangguang.records.models.bound_file import BindingState, BoundFile, BoundFor, Retention
from yangguang.records.models.custody import (
    DamagedBlob,
    DamageKind,
    EvidenceDay,
    HoldGround,
    LegalHold,
    ManifestSeal,
    ScrubRun,
)
from yangguang.records.models.document import Document, DocumentScan, DocumentStatus
from yangguang.records.models.evidence import Evidence, EvidenceKind
from yangguang.records.models.outside import BY_PAPER, OutsideProvision, OutsideState, Recipient, Secrecy
from yangguang.records.models.upload import MediaManifest, TrustOrigin, Upload, UploadState

__all__ = [
    "BY_PAPER",
    "OutsideProvision",
    "OutsideState",
    "Recipient",
    "Secrecy",
    "DamageKind",
    "DamagedBlob",
    "EvidenceDay",
    "HoldGround",
    "LegalHold",
    "ManifestSeal",
    "ScrubRun",
    "IN_FORCE",
    "AccessGround",
    "AccessItem",
    "AccessRequest",
    "AccessScope",
    "AccessState",
    "BindingState",
    "BoundFile",
    "BoundFor",
    "Document",
    "DocumentScan",
    "DocumentStatus",
    "Evidence",
    "EvidenceKind",
    "MediaManifest",
    "Retention",
    "TrustOrigin",
    "Upload",
    "UploadState",
]
