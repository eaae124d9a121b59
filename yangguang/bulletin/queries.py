"""What the public may read: every list, page, search and feed reads through here."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date

from django.db.models import Count, Q, QuerySet

from yangguang.base.search import matches, normalised
from yangguang.bulletin import search_index
from yangguang.bulletin.events import NoticeCopy
from yangguang.bulletin.models import Notice, NoticeStatus, PublicBody, PublicList, PublicOfficer

STANDING = (NoticeStatus.PUBLIC, NoticeStatus.CORRECTED)
PAGE = 20
BATCH = 400


@dataclass(frozen=True)
class Search:
    """What somebody looks for: words, and narrowing by kind, body and days of decision."""

    words: str = ""
    kind: str = ""
    body_ref: str = ""
    decided_from: date | None = None
    decided_to: date | None = None


@dataclass
class Found:
    """A page of results, newest first, with how many there are (capped) and how they spread over kinds and bodies."""

    notices: list[Notice]
    total: int
    capped: bool = False
    by_kind: dict[str, int] = field(default_factory=dict)
    by_body: dict[tuple[str, str], int] = field(default_factory=dict)


def standing_notices() -> QuerySet[Notice]:
    """Notices whose content may be shown, newest first."""
    return Notice.objects.filter(status__in=STANDING).order_by("-published_on", "-pk")


def notice_by_ref(ref: str) -> Notice | None:
    """Any notice ever published under a reference, withdrawn ones included."""
    return Notice.objects.filter(ref=ref).first()


def notices_by_number(number: str) -> list[Notice]:
    """Notices under a number, however it is typed; the only way to find a withdrawn one."""
    wanted = normalised(number)
    if len(wanted) < 2:
        return []
    return list(Notice.objects.filter(number_key__contains=wanted).order_by("-published_on", "-pk")[:PAGE])


def narrowed(search: Search) -> QuerySet[Notice]:
    """Standing notices within the filters, words aside."""
    rows = standing_notices()
    if search.kind:
        rows = rows.filter(kind=search.kind)
    if search.body_ref:
        rows = rows.filter(body_ref=search.body_ref)
    if search.decided_from:
        rows = rows.filter(decided_on__gte=search.decided_from)
    if search.decided_to:
        rows = rows.filter(decided_on__lte=search.decided_to)
    return rows


def find(search: Search, *, page: int = 1) -> Found:
    """A page of what is found, counted up to a cap. Bigrams propose, the text decides."""
    start = (max(page, 1) - 1) * PAGE
    if not normalised(search.words):
        rows = narrowed(search)
        return _with_facets(Found(list(rows[start : start + PAGE]), min(rows.count(), search_index.CAP)), rows)
    ids = search_index.candidates(search.words, search_index.CAP + 1)
    capped = len(ids) > search_index.CAP
    rows = narrowed(search).filter(pk__in=ids[: search_index.CAP])
    if len(normalised(search.words)) > 2:
        rows = rows.filter(pk__in=_verified(ids, search.words, start + PAGE * 5))
    return _with_facets(Found(list(rows[start : start + PAGE]), rows.count(), capped), rows)


def _verified(ids: list[int], words: str, wanted: int) -> list[int]:
    """The candidates whose text really holds the words; false ones are fewer than one in a hundred."""
    true_ids: list[int] = []
    for begin in range(0, len(ids), BATCH):
        for notice in Notice.objects.filter(pk__in=ids[begin : begin + BATCH]):
            if matches(search_index.searchable_text(notice), words):
                true_ids.append(notice.pk)
        if len(true_ids) >= wanted:
            return true_ids + ids[begin + BATCH :]
    return true_ids


def _with_facets(found: Found, rows: QuerySet[Notice]) -> Found:
    plain = rows.order_by()
    found.by_kind = {kind: n for kind, n in plain.values_list("kind").annotate(n=Count("pk"))}
    bodies = plain.values_list("body_ref", "body_name").annotate(n=Count("pk")).order_by("-n", "body_name")
    found.by_body = {(ref, name): n for ref, name, n in bodies}
    return found


def recent_changes(most: int = 5) -> list[Notice]:
    """What was corrected or taken back last."""
    withdrawn = Notice.objects.filter(status=NoticeStatus.WITHDRAWN).order_by("-withdrawn_on", "-pk")[:most]
    corrected = Notice.objects.filter(status=NoticeStatus.CORRECTED).order_by("-received_at", "-pk")[:most]
    return sorted([*withdrawn, *corrected], key=lambda one: one.history[-1]["on"], reverse=True)[:most]


def copy_of(notice: Notice) -> NoticeCopy:
    """A standing notice as the copy it came as: what its digest is taken over."""
    return NoticeCopy(**{one.name: getattr(notice, one.name) for one in fields(NoticeCopy)})


def public_bodies() -> QuerySet[PublicBody]:
    """Every enforcement body, in the fixed order."""
    return PublicBody.objects.order_by("position", "pk")


def officers_found(name: str = "", number: str = "", body_ref: str = "") -> QuerySet[PublicOfficer]:
    """Officers by name, by the number of a certificate, and by body."""
    rows = PublicOfficer.objects.order_by("name", "pk")
    if name:
        rows = rows.filter(name__icontains=name)
    if number:
        rows = rows.filter(certificate_numbers__icontains=number)
    return rows.filter(body_ref=body_ref) if body_ref else rows


def public_lists(words: str = "", kind: str = "", body_ref: str = "") -> QuerySet[PublicList]:
    """Adopted editions, those in force first."""
    rows = PublicList.objects.order_by("list_kind", "body_name", "-in_force_from", "-pk").defer("rows", "columns")
    if words:
        rows = rows.filter(Q(title__icontains=words) | Q(body_name__icontains=words))
    if kind:
        rows = rows.filter(list_kind=kind)
    return rows.filter(body_ref=body_ref) if body_ref else rows
