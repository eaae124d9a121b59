"""Whether what was handed up is what the record says, and was public at the time."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from yangguang.base import local_values, vault
from yangguang.base.models import LedgerEntry
from yangguang.base.tlog.keys import KeyUnusable
from yangguang.base.tlog.notes import BadNote
from yangguang.bulletin.api import PublicList, PublicReport
from yangguang.disclosure.api import ListVersion, Publication, list_versions
from yangguang.exchange.events import UpwardBatchHanded
from yangguang.exchange.models import BatchState, RowAction, RowState, UpwardBatch, UpwardItem, UpwardReceipt, UpwardRow
from yangguang.exchange.packing import MANIFEST, SIGNATURE, told, unpacked
from yangguang.exchange.queries import PLATFORM_KEY
from yangguang.exchange.rules.columns import DECISIONS, LISTS, PENALTIES, REPORTS
from yangguang.exchange.signing import FIRST, head_of, platform_signed, receipt_head, signed_head
from yangguang.exchange.sources import digest_of_entry
from yangguang.kernel import clock
from yangguang.kernel.digests import digest_of
from yangguang.kernel.refusal import Refused

BATCH = 500
HANDED = UpwardBatchHanded.__name__
MADE_PUBLIC = frozenset({"PublicationPublished", "PublicationCorrected", "PublicationPutBack", "FulfilmentPublished"})
TAKEN_DOWN = frozenset({"PublicationWithdrawn", "PublicationExpired", "PublicationRepaired"})


def batch_faults() -> Iterator[str]:
    """Batch by batch, body by body."""
    last: dict[int, UpwardBatch] = {}
    rows = UpwardBatch.objects.filter(state=BatchState.HANDED).select_related("body", "files")
    for batch in rows.order_by("body", "number"):
        before = last.get(batch.body_id)
        if batch.number != (before.number or 0 if before else 0) + 1:
            yield f"{batch.body}{batch}：前面缺少批次"
        if batch.previous != (before.manifest_digest if before else FIRST):
            yield f"{batch.body}{batch}：不是接着上一批的"
        last[batch.body_id] = batch
        if fault := _fault_of(batch):
            yield f"{batch.body}{batch}：{fault}"


def _fault_of(batch: UpwardBatch) -> str:
    try:
        files = unpacked(vault.read(batch.files)) if batch.files else {}
        head = signed_head(files[SIGNATURE])
    except (Refused, KeyError, BadNote, KeyUnusable):
        return "文件不在，或者签名不对"
    manifest = files[MANIFEST]
    digest = digest_of(manifest)
    wanted = head_of(
        code=batch.code, number=batch.number or 0, previous=batch.previous, manifest=batch.manifest_digest
    )  # fmt: skip
    if digest != batch.manifest_digest or head != wanted:
        return "清单与报送时的指纹不一致"
    sets = json.loads(manifest)["sets"]
    for file in (one for each in sets for one in each["files"]):
        if digest_of(files.get(file["name"], b"")) != file["sha256"]:
            return f"{file['name']} 与清单的指纹不一致"
    handed: dict[str, dict[str, str]] = {}
    for each in sets:
        for line in json.loads(files[f"{each['name']}.json"]):
            handed[line["row"]] = {code: text for code, text in line.items() if text}
    kept = {
        str(row.number): {code: text for code, text in told(row).items() if text}
        for row in batch.rows.select_related("item").order_by("number")
    }
    return "" if handed == kept else "数据行与报送的文件不一致"


def row_faults() -> Iterator[str]:
    """Row by row, and the counts of each receipt."""
    counted: Counter[tuple[int, str]] = Counter()
    rows = UpwardRow.objects.select_related("batch__body", "item", "answered_by").order_by("pk")
    for row in rows.iterator(chunk_size=BATCH):
        drafted = row.state in {RowState.DRAFTED, RowState.LACKING}
        answered = row.state in {RowState.ACCEPTED, RowState.REFUSED}
        if drafted != row.batch.is_draft or (row.number is None) != drafted:
            yield f"{row.batch.body}{row.batch}“{row.item}”：状态与批次不符"
        if answered != (row.answered_by_id is not None) or (row.state == RowState.REFUSED) != bool(row.reason):
            yield f"{row.batch.body}{row.batch}第{row.number}行：状态与回执不符"
        if (row.state == RowState.LACKING) != bool(row.missing):
            yield f"{row.batch.body}{row.batch}“{row.item}”：缺项与状态不符"
        if row.answered_by is not None:
            counted[row.answered_by_id or 0, row.state] += 1
            if row.answered_by.batch_id != row.batch_id:
                yield f"{row.batch.body}{row.batch}第{row.number}行：回执是另一批的"
    for one in UpwardReceipt.objects.select_related("batch__body", "file").order_by("pk"):
        told_of = (counted[one.pk, RowState.ACCEPTED], counted[one.pk, RowState.REFUSED])
        if told_of != (one.accepted, one.refused):
            yield f"{one.batch.body}{one}：登记的行数与数据行不一致"
        if fault := _signature_fault(one):
            yield f"{one.batch.body}{one}：{fault}"
    yield from _item_faults()


def _signature_fault(receipt: UpwardReceipt) -> str:
    """What is wrong with the platform's signature; one without is looked at against the key that was set when it came."""
    body, on = receipt.batch.body, receipt.taken_at.astimezone(clock.BEIJING).date()
    if not receipt.signed_with:
        known = local_values.find(PLATFORM_KEY, chain=body.public_id, on=on)
        return "没有上级平台的签名" if known is not None and known.set_at < receipt.taken_at else ""
    head = receipt_head(batch=receipt.batch.code, serial=receipt.serial, digest=receipt.digest)
    try:
        content = vault.read(receipt.file)
    except Refused:
        return "文件不在，或者与入库时的指纹不一致"
    if digest_of(content) != receipt.digest:
        return "文件与收取时的指纹不一致"
    signed = platform_signed(receipt.signature.encode(), head=head, vkey=receipt.signed_with)
    return "" if signed else "上级平台的签名不对"


def _item_faults() -> Iterator[str]:
    last = dict(
        UpwardRow.objects.exclude(number=None).order_by("item_id", "batch__number").values_list("item_id", "pk")
    )
    for item in UpwardItem.objects.order_by("pk").iterator(chunk_size=BATCH):
        if item.latest_id != last.get(item.pk):
            yield f"上报事项“{item}”：最近一次报送记错了"


def public_faults() -> Iterator[str]:
    """Each row that was handed up beside what the ledger and the public store say was public then."""
    handed = UpwardRow.objects.exclude(number=None).select_related("batch__body", "item").order_by("pk")
    chunk: list[UpwardRow] = []
    for row in handed.iterator(chunk_size=BATCH):
        chunk.append(row)
        if len(chunk) == BATCH:
            yield from _not_public(chunk)
            chunk = []
    yield from _not_public(chunk)


def _not_public(rows: list[UpwardRow]) -> Iterator[str]:
    wanted = {row.item.source_ref for row in rows if row.item.kind == LISTS}
    editions = list_versions(wanted)
    lists = {one.ref: one for one in PublicList.objects.filter(ref__in=wanted - set(editions)).order_by("pk")}
    reports = {row.item.source_ref for row in rows if row.item.kind == REPORTS}
    fixed = dict(PublicReport.objects.filter(ref__in=reports).order_by("pk").values_list("ref", "digest"))
    told_of = _told_of({row.item.source_ref for row in rows if row.item.kind in {DECISIONS, PENALTIES}})
    lines = _lines_of({row.batch.public_id for row in rows})
    for row in rows:
        if row.action == RowAction.WITHDRAW:
            continue
        ref, line = row.item.source_ref, lines.get(row.batch.public_id, 0)
        if row.item.kind == LISTS and ref in editions:
            if row.source_digest not in _entries_at(editions[ref], line, row.item.part):
                yield _faulty(row)
            continue
        if row.item.kind == LISTS and ref in lists:
            entry = next((one for one in lists[ref].rows if str(one["code"])[:120] == row.item.part), None)
            if entry is None:  # taken out of a register that stays
                continue
            fixed[ref] = digest_of_entry(lists[ref], entry)
        decides = row.item.kind in {DECISIONS, PENALTIES}
        digests = _public_at(told_of.get(ref, []), line) if decides else {fixed.get(ref)}
        if row.source_digest not in digests:
            yield _faulty(row)


def _faulty(row: UpwardRow) -> str:
    return f"{row.batch.body}{row.batch}第{row.number}行“{row.item}”：不是报送时公开的内容"


def _entries_at(versions: list[ListVersion], line: int, part: str) -> set[str]:
    """The fingerprints under which an entry of an edition stood at a line of the ledger since the edition was last taken back."""
    digests: set[str] = set()
    for one in versions:
        if one.line > line:
            break
        if one.copy is None:
            digests = set()
            continue
        digests |= {digest_of_entry(one.copy, row) for row in one.copy.rows if str(row["code"])[:120] == part}
    return digests


def _lines_of(batches: set[str]) -> dict[str, int]:
    """The line of the ledger by which each batch was handed over."""
    entries = LedgerEntry.objects.filter(subject_kind="upward_batch", subject_ref__in=batches, event=HANDED).order_by(
        "pk"
    )
    return dict(entries.values_list("subject_ref", "pk"))


def _told_of(refs: set[str]) -> dict[str, list[tuple[int, str, str]]]:
    """What the ledger says of each publication, by its name outside: line, event, fingerprint."""
    outside = dict(
        Publication.objects.filter(notice_ref__in=refs).order_by("pk").values_list("public_id", "notice_ref")
    )
    entries = LedgerEntry.objects.filter(
        subject_kind="publication", subject_ref__in=list(outside), event__in=[*MADE_PUBLIC, *TAKEN_DOWN]
    ).order_by("pk")
    found: dict[str, list[tuple[int, str, str]]] = {}
    for line, ref, event, facts in entries.values_list("pk", "subject_ref", "event", "facts"):
        found.setdefault(outside[ref], []).append((line, event, str(facts.get("digest", ""))))
    return found


def _public_at(known: list[tuple[int, str, str]], line: int) -> set[str | None]:
    """The fingerprints under which it stood at a line of the ledger since it was last taken down; none while it was down."""
    digests: set[str | None] = set()
    for when, event, digest in known:
        if when > line:
            break
        digests = set() if event in TAKEN_DOWN else {*digests, digest}
    return digests
