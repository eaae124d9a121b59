"""Rows of records."""

from yangguang.records.models.bound_file import BindingState, BoundFile, BoundFor, Retention
from yangguang.records.models.capture import Capture
from yangguang.records.models.device import DeviceKind, DeviceLending, DeviceState, RecordingDevice
from yangguang.records.models.document import Document, DocumentScan, DocumentStatus
from yangguang.records.models.evidence import Evidence, EvidenceKind
from yangguang.records.models.upload import MediaManifest, StationImport, TrustOrigin, Upload, UploadState
from yangguang.records.models.viewing import (
    ONCE,
    Derivative,
    DerivedAs,
    MakingState,
    MarkKind,
    MediaMark,
    RecordingEntry,
)

__all__ = [
    "ONCE",
    "BindingState",
    "BoundFile",
    "BoundFor",
    "Capture",
    "Derivative",
    "DerivedAs",
    "DeviceKind",
    "DeviceLending",
    "DeviceState",
    "Document",
    "DocumentScan",
    "DocumentStatus",
    "Evidence",
    "EvidenceKind",
    "MakingState",
    "MarkKind",
    "MediaManifest",
    "MediaMark",
    "RecordingEntry",
    "RecordingDevice",
    "Retention",
    "StationImport",
    "TrustOrigin",
    "Upload",
    "UploadState",
]
