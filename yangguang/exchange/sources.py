"""Where rows come from: the public store's own copies, kind by kind, and the 双公示 rows of what stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from yangguang.bulletin.api import ListCopy, Notice, PublicList, PublicReport, list_copies, standing_notices
from yangguang.directory.api import Body
from yangguang.disclosure.api import (
    DOUBLE_PUBLICITY,
    STANDING,
    Publication,
    lists_taken_back,
    profile_for,
    reported,
    rows_of,
)
from yangguang.exchange.rules.columns import COLUMNS, DECISIONS, LISTS, PENALTIES, REPORTS, Item
from yangguang.kernel.digests import canonical, digest_of

BATCH = 500
NATIONAL = "000000"
NOT_OURS, ENDED = "不再列入报送范围", "已经停止公开"
IN_CASE = "请承办人在案件的当事人信息中补录，再重新草拟。"
ON_THE_ROW = "请在这一行补填。"
NUMBER = "CF_WSH"
OF_PENALTIES_THAT_STAY = frozenset({NUMBER, "CF_CFJG", "CF_CFJGDM", "CF_JDRQ"})
OF_THE_PARTY = frozenset({"party_name", "party_kind", "party_code", "legal_representative"})


@dataclass(frozen=True)
class Found:
    """One thing that is public now, in standard data items."""

    kind: str
    source_ref: str
    part: str
    label: str
    body_id: int
    region: str
    cells: dict[str, str]
    digest: str
    optional: frozenset[str] = field(default_factory=frozenset)


def items_of(kind: str, region: str) -> tuple[Item, ...]:
    """The standard data items of a kind."""
    if kind != PENALTIES:
        return COLUMNS[kind]
    profile = profile_for(DOUBLE_PUBLICITY, region or NATIONAL)
    return tuple(
        Item(one.code, one.label, required=one.required and not one.there, by_hand=not one.takes and not one.there,
             stays=one.code in OF_PENALTIES_THAT_STAY, hint=one.hint,
             remedy=ON_THE_ROW if not one.takes else IN_CASE if one.takes in OF_THE_PARTY else COLUMNS[DECISIONS][0].remedy)
        for one in profile.fields
    )  # fmt: skip


def found_of(bodies: list[Body]) -> Iterator[Found]:
    """Everything these bodies have public, in a fixed order."""
    known = {one.public_id: one for one in bodies}
    yield from _decisions(known)
    yield from _penalties(known)
    yield from _lists(known)
    yield from _reports(known)


def _in_force(known: Mapping[str, Body]) -> dict[str, Publication]:
    """Publications that stand in their file and need not be taken back, by the name they have outside."""
    rows = Publication.objects.filter(
        body__in=[one.pk for one in known.values()], status__in=STANDING, withdraw_by=None
    )
    return {one.notice_ref: one for one in rows.select_related("body").order_by("pk")}


def _decisions(known: Mapping[str, Body]) -> Iterator[Found]:
    standing = _in_force(known)
    rows = standing_notices().filter(body_ref__in=list(known)).order_by("pk").defer("text", "attachments", "history")
    for notice in rows.iterator(chunk_size=BATCH):
        if notice.ref in standing:
            yield decision_of(notice, known[notice.body_ref])


def decision_of(notice: Notice, body: Body) -> Found:
    """A decision as the public reads it."""
    cells = _cells(DECISIONS, notice) | {"body_code": body.credit_code}
    return Found(DECISIONS, notice.ref, "", notice.number, body.pk, body.region_code, cells, notice.digest)


def _penalties(known: Mapping[str, Body]) -> Iterator[Found]:
    rows = reported(Publication.objects.filter(body__in=[one.pk for one in known.values()], withdraw_by=None))
    public = dict(standing_notices().filter(body_ref__in=list(known)).order_by().values_list("ref", "digest"))
    for row in rows_of(rows.select_related("decision__case", "body").order_by("pk")):
        one = row.publication
        if one.notice_ref not in public:
            continue
        codes = {item.code for item in items_of(PENALTIES, one.body.region_code) if item.label in row.missing}
        wanted = {item.code for item in items_of(PENALTIES, one.body.region_code) if item.required}
        unasked = frozenset(code for code in wanted - codes if not row.cells[code])
        yield Found(
            PENALTIES, one.notice_ref, row.party.public_id, f"{one.number} {row.cells['CF_XDR_MC']}".strip()[:240],
            one.body_id, one.body.region_code, row.cells, public[one.notice_ref], unasked,
        )  # fmt: skip


def _lists(known: Mapping[str, Body]) -> Iterator[Found]:
    rows = list_copies.standing_lists().filter(body_ref__in=list(known)).order_by("pk")
    fallen = lists_taken_back(list(rows.values_list("ref", flat=True)))
    for one in rows.exclude(ref__in=list(fallen)).iterator(chunk_size=BATCH):
        yield from rows_of_list(one, known[one.body_ref])


def rows_of_list(one: PublicList, body: Body) -> Iterator[Found]:
    """Each entry of an edition as it was released, or corrected since."""
    titles = {column["name"]: column["label"] for column in one.columns}
    told = _cells(LISTS, one) | {"body_code": body.credit_code}
    for row in one.rows:
        code = str(row["code"])
        content = "\n".join(f"{titles.get(name, name)}：{text}" for name, text in row["cells"].items() if text)
        yield Found(
            LISTS, one.ref, code[:120], f"{one.title} {code}"[:240], body.pk, body.region_code,
            told | {"code": code, "content": content}, digest_of_entry(one, row),
        )  # fmt: skip


def digest_of_entry(one: PublicList | ListCopy, row: Mapping[str, Any]) -> str:
    """A fingerprint of what an entry of an edition says; only a correction of it changes it, though others may be taken out
    beside it.
    """
    return digest_of(canonical({"ref": one.ref, "columns": one.columns, "row": row}))


def _reports(known: Mapping[str, Body]) -> Iterator[Found]:
    for one in PublicReport.objects.filter(body_ref__in=list(known)).order_by("pk").iterator(chunk_size=BATCH):
        yield from rows_of_report(one, known[one.body_ref])


def rows_of_report(one: PublicReport, body: Body) -> Iterator[Found]:
    """Each figure of an annual report."""
    told = _cells(REPORTS, one) | {"body_code": body.credit_code}
    for table in one.content.get("tables", ()):
        for column in table["columns"]:
            part = f"{table['name']}.{column['name']}"
            cells = told | {"table": table["title"], "column": column["label"], "value": str(column["shown"])}
            label = f"{one.body_name}{one.title} {table['title']} {column['label']}"[:240]
            yield Found(REPORTS, one.ref, part, label, body.pk, body.region_code, cells, one.digest)


def reason_of(kind: str, ref: str, part: str) -> str:
    """Why it is not public any more, as the public reads it."""
    if kind not in {DECISIONS, PENALTIES}:
        why = lists_taken_back([ref]).get(ref) if kind == LISTS else ""
        return why or (NOT_OURS if _stands(kind, ref, part) else ENDED)
    notice = Notice.objects.filter(ref=ref).first()
    if notice is None or notice.stands:
        return NOT_OURS
    return notice.withdrawal_reason or notice.get_status_display()


def _stands(kind: str, ref: str, part: str) -> bool:
    """Whether an entry of a list, or a report, is public all the same."""
    if kind == REPORTS:
        return PublicReport.objects.filter(ref=ref).exists()
    found = PublicList.objects.filter(ref=ref).first()
    return found is not None and any(str(row["code"])[:120] == part for row in found.rows)


def _cells(kind: str, row: Any) -> dict[str, str]:
    return {one.code: _text(getattr(row, one.code, "")) for one in COLUMNS[kind]}


def _text(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
