"""What evidence is made of when it is no new file: an original that was brought, or a picture or stretch cut from one."""

from __future__ import annotations

from dataclasses import dataclass

from yangguang.base.media_kinds import is_recording
from yangguang.base.models import Blob
from yangguang.kernel.refusal import Refused
from yangguang.records.models import Derivative, EvidenceKind, MediaManifest
from yangguang.records.queries import cuttings_to_attach, media_to_attach
from yangguang.records.use_cases._make_derivative import source_of

RECORDED = frozenset({EvidenceKind.AUDIOVISUAL, EvidenceKind.ELECTRONIC})
CLAUSE, SOURCE_MOST = "APL-2021:47", 200


@dataclass(frozen=True)
class Found:
    """The stored file, and which original it is or was cut from."""

    media: MediaManifest | None = None
    derivative: Derivative | None = None

    @property
    def blob(self) -> Blob | None:
        """The stored file."""
        return self.media.blob if self.media else self.derivative.blob if self.derivative else None

    def named_in(self, source: str) -> str:
        """The source as typed; of something cut, which original and which instant before it."""
        told = f"{source_of(self.derivative)}；{source}" if self.derivative else source
        return told[:SOURCE_MOST]


NOTHING = Found()


def brought(ref: str, file_ref: str, kind: str, *, alone: bool) -> Found:
    """An original of this very file, or something cut from one, that is no evidence yet. Raises Refused otherwise, and for a
    recording that is not in the catalogue.
    """
    media = media_to_attach(file_ref).select_for_update(of=("self",)).filter(public_id=ref).first()
    cut = None if media else cuttings_to_attach(file_ref).select_for_update(of=("self",)).filter(public_id=ref).first()
    source = media or (cut.source if cut else None)
    if source is None:
        raise Refused("没有这个已上传的文件，或者已经归入证据。", CLAUSE, remedy="请重新选择。", field="media_ref")
    if not alone:
        raise Refused("存件和已上传的文件只能选一个。", CLAUSE, remedy="请分两次归入。", field="media_ref")
    if is_recording(source.media_type) and kind not in RECORDED:
        raise Refused(
            "录音录像应当归为视听资料或者电子数据。", "APL-2021:46.1", remedy="请改选证据种类。", field="kind"
        )
    if is_recording(source.media_type) and not source.entries.exists():
        raise Refused("录音录像没有编目，不得作为证据。", CLAUSE, remedy="请先在音像记录页编目。", field="media_ref")
    return Found(media, cut)
