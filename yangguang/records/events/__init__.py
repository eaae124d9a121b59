"""What records announce: papers, evidence, files on their way in, and the devices they are made with."""

from yangguang.records.events.devices import (
    DeviceCalibrated,
    DeviceCheckedOut,
    DeviceFaultReported,
    DeviceRegistered,
    DeviceRepaired,
    DeviceRetired,
    DeviceReturned,
)
from yangguang.records.events.files import (
    BoundFileAsked,
    DocumentIssued,
    DocumentSigned,
    DocumentVoided,
    EvidenceAdded,
    EvidenceExcluded,
    EvidenceVerified,
    FileBound,
    MediaArrived,
    UploadBegun,
    UploadEnded,
)

__all__ = [
    "BoundFileAsked",
    "DeviceCalibrated",
    "DeviceCheckedOut",
    "DeviceFaultReported",
    "DeviceRegistered",
    "DeviceRepaired",
    "DeviceRetired",
    "DeviceReturned",
    "DocumentIssued",
    "DocumentSigned",
    "DocumentVoided",
    "EvidenceAdded",
    "EvidenceExcluded",
    "EvidenceVerified",
    "FileBound",
    "MediaArrived",
    "UploadBegun",
    "UploadEnded",
]
