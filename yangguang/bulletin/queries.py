"""What the public may read: every list, page, search and feed reads through here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from datetime import date

from django.db.models import Count, Q, QuerySet

from yangguang.base.search import matches, normalised, terms
from yangguang.bulletin import search_index
from yangguang.bulletin.events import NoticeCopy
from yangguang.bulletin.models import (
    ListStatus,
    Notice,
    NoticeStatus,
    PublicBody,
    PublicFlowchart,
    PublicList,
    PublicOfficer,
)
from yangguang.bulletin.search_index import NOTICES
from yangguang.bulletin.word_index import CAP

STANDING = (NoticeStatus.PUBLIC, NoticeStatus.CORRECTED)
PAGE = 20
BATCH = 100


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
    """Notices under a number, however it is typed; no other search finds a withdrawn one."""
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


def find(search: Search, *, page: int = 1, facets: bool = True) -> Found:
    """A page of what is found, counted up to a cap. Bigrams propose, the text decides."""
    start = (max(page, 1) - 1) * PAGE
    words = terms(search.words)
    rows = narrowed(search)
    if words:
        rows = rows.filter(pk__in=NOTICES.matching(search.words)).order_by("-pk")
    if words and replace(search, words="") == Search():
        counted = NOTICES.counted(search.words)
        notices, dropped = _newest(NOTICES.candidates, search.words, start)
    else:
        counted = rows.order_by()[: CAP + 1].count()
        notices, dropped = _newest(lambda _, most: list(rows.values_list("pk", flat=True)[:most]), search.words, start)
    capped = counted > CAP
    found = Found(notices, min(counted, CAP) - dropped, capped)
    return _with_facets(found, rows) if facets else found


def _newest(ids_of: Callable[[str, int], list[int]], words: str, start: int) -> tuple[list[Notice], int]:
    """One page of notices, and how many proposals on the way there did not really hold the words."""
    surely = all(len(word) <= 2 for word in terms(words))
    most = start + PAGE if surely else max(start + PAGE * 2, BATCH)
    ids = ids_of(words, most)
    if surely:
        return _in_order(ids[start : start + PAGE]), 0
    kept: list[Notice] = []
    dropped, reached = 0, 0
    while reached < len(ids) and (len(kept) < start + PAGE or len(ids) < most):
        rows = _in_order(ids[reached : reached + PAGE])
        true = [one for one in rows if matches(search_index.searchable_text(one), words)]
        kept, dropped, reached = [*kept, *true], dropped + len(rows) - len(true), reached + PAGE
        if reached >= len(ids) == most < CAP and len(kept) < start + PAGE:
            most = CAP
            ids = ids_of(words, most)
    return kept[start : start + PAGE], dropped


def _in_order(ids: list[int]) -> list[Notice]:
    rows = Notice.objects.in_bulk(ids)
    return [rows[one] for one in ids if one in rows]


def _with_facets(found: Found, rows: QuerySet[Notice]) -> Found:
    """How what is found spreads over kinds and bodies, in one pass."""
    grouped = rows.order_by().values_list("kind", "body_ref", "body_name").annotate(n=Count("pk"))
    kinds: Counter[str] = Counter()
    bodies: Counter[tuple[str, str]] = Counter()
    for kind, ref, name, n in grouped:
        kinds[kind] += n
        bodies[ref, name] += n
    found.by_kind, found.by_body = dict(kinds), dict(bodies.most_common())
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
    rows = PublicOfficer.objects.filter(withdrawn_on=None).order_by("name", "pk")
    if name:
        rows = rows.filter(name__icontains=name)
    if number:
        rows = rows.filter(certificate_numbers__contains=normalised(number) or number)
    return rows.filter(body_ref=body_ref) if body_ref else rows


def public_lists(words: str = "", kind: str = "", body_ref: str = "") -> QuerySet[PublicList]:
    """Adopted editions, those in force first; none that was taken back."""
    rows = PublicList.objects.exclude(status=ListStatus.WITHDRAWN).defer("rows", "columns")
    rows = rows.order_by("list_kind", "body_name", "-in_force_from", "-pk")
    for word in words.split():
        rows = rows.filter(Q(title__icontains=word) | Q(body_name__icontains=word))
    if kind:
        rows = rows.filter(list_kind=kind)
    return rows.filter(body_ref=body_ref) if body_ref else rows


def public_flowcharts(body_ref: str = "") -> QuerySet[PublicFlowchart]:
    """Flowcharts without what they say, body by body."""
    rows = PublicFlowchart.objects.order_by("body_name", "pk").defer("outline")
    return rows.filter(body_ref=body_ref) if body_ref else rows
