"""Rows of records."""

from yangguang.records.models.bound_file import BindingState, BoundFile, BoundFor, Retention
from yangguang.records.models.device import DeviceKind, DeviceLending, DeviceState, RecordingDevice
from yangguang.records.models.document import Document, DocumentScan, DocumentStatus
from yangguang.records.models.evidence import Evidence, EvidenceKind
from yangguang.records.models.upload import MediaManifest, StationImport, TrustOrigin, Upload, UploadState

__all__ = [
    "BindingState",
    "BoundFile",
    "BoundFor",
    "DeviceKind",
    "DeviceLending",
    "DeviceState",
    "Document",
    "DocumentScan",
    "DocumentStatus",
    "Evidence",
    "EvidenceKind",
    "MediaManifest",
    "RecordingDevice",
    "Retention",
    "StationImport",
    "TrustOrigin",
    "Upload",
    "UploadState",
]
