"""Put evidence into a file: kind, source, who obtained it, what it proves (APL-2021:46.1, 54.1)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yangguang.base import ledger, vault
from yangguang.base.events import Actor
from yangguang.base.models import Blob
from yangguang.base.parts_of_acts import part_of_an_act
from yangguang.directory.api import Body
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import chosen
from yangguang.records.events import EvidenceAdded
from yangguang.records.models import Document, Evidence, EvidenceKind
from yangguang.records.use_cases._brought import NOTHING, brought


@part_of_an_act
def add_evidence(
    *, body: Body, file_ref: str, kind: str, name: str, source: str, proves: str, obtained_on: date,
    collector_names: Sequence[str], actor: Actor, at: Moment, content: bytes | None = None, file_name: str = "",
    document: Document | None = None, obtained_at_place: str = "", original: bool = False, pages: int | None = None,
    monitor_record: bool = False, media_ref: str = "", blob: Blob | None = None,
) -> Evidence:  # fmt: skip
    """One piece of evidence: with the content of a file, a file kept already (`blob`), an original that was brought or something
    cut from one (`media_ref`). Raises Refused without a source, with fewer than two collectors, or dated in the future.
    """
    chosen(kind, EvidenceKind.values, label="证据种类", clause="APL-2021:46.1", field="kind")
    if not source.strip():
        raise Refused("证据没有来源记载。", "APL-2021:54.1", remedy="请填写提供人或者来源。", field="source")
    if len(set(collector_names)) < 2:
        raise Refused(
            "执法人员少于两人。", "APL-2021:42.1", remedy="请选择两名以上取证的执法人员。", field="collectors"
        )
    if obtained_on > Moment(at.recorded_at, at.recorded_at).day:
        raise Refused("取得日期不能晚于今天。", "APL-2021:47", field="obtained_on")
    found = brought(media_ref, file_ref, kind, alone=content is None) if media_ref else NOTHING
    if content is not None:
        blob = vault.store_upload(content, name=file_name)
    blob = found.blob or blob
    evidence = Evidence.objects.create(
        body=body, file_ref=file_ref, kind=kind, name=name.strip(), source=found.named_in(source.strip()), proves=proves.strip(),
        obtained_on=obtained_on, obtained_at_place=obtained_at_place.strip(), collector_names=list(collector_names),
        original=original, pages=pages, blob=blob, media=found.media,
        derivative=found.derivative, document=document, monitor_record=monitor_record,
        added_at=at.recorded_at,
    )  # fmt: skip
    digest = blob.sha256 if blob else (document.sheet_digest if document else "")
    ledger.record(
        EvidenceAdded(kind, evidence.name, evidence.source, digest), subject=evidence.subject, actor=actor, at=at
    )
    return evidence
