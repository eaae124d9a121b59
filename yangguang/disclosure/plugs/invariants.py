"""What must hold between the case files and the public store at any time."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from yangguang.base import calendars, numbers
from yangguang.base.models import Delivery
from yangguang.base.verifying import invariant, reminder
from yangguang.bulletin.api import (
    Notice,
    guide_papers,
    html_of,
    is_findable,
    list_files,
    months,
    notice_by_ref,
    open_data,
    pages_on_disk,
    report_files,
)
from yangguang.cases.api import Decision, coercing
from yangguang.disclosure.collecting import copy_of, slips_of
from yangguang.disclosure.correction_work import corrections_due
from yangguang.disclosure.following_up import follow_up_of
from yangguang.disclosure.models import (
    CorrectionNotice,
    Publication,
    PublicationStatus,
    PublishedVersion,
    StandingPublication,
    StandingStatus,
)
from yangguang.disclosure.models.publication import DOWN, STANDING
from yangguang.disclosure.plugs.standing_invariants import on_their_way
from yangguang.disclosure.policy import is_same_person
from yangguang.disclosure.queries import exemption_filing_due, shown_version, standing_of, waiting
from yangguang.kernel import clock
from yangguang.kernel.workdays import workdays_left
from yangguang.kernel.written_days import in_words

BEING_WRITTEN = ".new-"


@invariant("publications", title="公开中的信息与公示库、网页一致，撤下的没有残留")
def publications() -> Iterator[str]:
    """Every standing one is public letter for letter; every one taken down is nowhere but in its tombstone."""
    rows = Publication.objects.filter(status__in=(*STANDING, *DOWN)).select_related("decision", "paper").order_by("pk")
    for publication in rows.iterator():
        notice = notice_by_ref(publication.notice_ref)
        if notice is None:
            yield f"{publication}：公示库中没有副本"
        elif publication.stands:
            yield from _standing_faults(publication, notice)
        else:
            yield from _taken_down_faults(publication, notice)


@invariant("publication_people", title="每一条公开都由两个人经手")
def two_people() -> Iterator[str]:
    """The one who prepared and the one who released are different people."""
    released = PublishedVersion.objects.exclude(released_on=None)
    for version in released.select_related("publication__decision", "publication__paper", "prepared_by", "released_by"):
        if version.released_by is None or is_same_person(version.prepared_by, version.released_by):
            yield f"{version}：编制和发布是同一人"


@invariant("publication_numbers", title="公示登记号都有取号记录，取过的号都有公示信息")
def publication_numbers() -> Iterator[str]:
    """A number that was taken and stands on nothing, or on what was never released, is one that nobody can explain."""
    borne = Publication.objects.exclude(register_number="").order_by("pk")
    yield from numbers.unissued("publication", borne.values_list("public_id", "register_number"))
    told = dict(Notice.objects.order_by("pk").values_list("ref", "register_number"))
    for publication in borne.select_related("decision", "paper"):
        if told.get(publication.notice_ref, publication.register_number) != publication.register_number:
            yield f"{publication}：公示库中的登记号不是 {publication.register_number}"


@invariant("publication_duties", title="每一份决定都列入公开或者决定不予公开")
def every_decision_is_listed() -> Iterator[str]:
    """A decision without a publication, and without one on its way, is one that nobody would miss."""
    missing = Decision.objects.filter(publication=None).exclude(status="voided").order_by("pk")
    waiting = Delivery.objects.filter(done_at=None, listener__startswith="disclosure.")
    told = waiting.order_by("pk").values_list("entry__facts", flat=True)
    on_their_way = {value for facts in told for value in facts.values() if isinstance(value, str)}
    for ref, number in missing.values_list("public_id", "number"):
        if ref not in on_their_way:
            yield f"决定 {number}：没有列入待公开"


@invariant("coercion_duties", title="每一份行政强制决定都列入公开或者决定不予公开")
def every_coercion_is_listed() -> Iterator[str]:
    """The same of measures, additional fines and executions by the body itself."""
    waiting = Delivery.objects.filter(done_at=None, listener="disclosure.schedule_coercion").order_by("pk")
    on_their_way = {facts.get("paper_ref") for facts in waiting.values_list("entry__facts", flat=True)}
    for paper in coercing.papers_of_coercion().filter(publication=None):
        if paper.public_id not in on_their_way:
            yield f"{paper.title} {paper.number}：没有列入待公开"


@invariant("public_pages", title="网页和公示库中的每一条都有对应的公示信息")
def public_pages() -> Iterator[str]:
    """A page or a copy that no publication answers for was put there by nobody who may."""
    refs = set(Publication.objects.filter(status__in=(*STANDING, *DOWN)).values_list("notice_ref", flat=True))
    folder = Path(settings.PAGES_DIR)
    kinds = (pages_on_disk.path_of, pages_on_disk.packed_path_of, pages_on_disk.paper_of, pages_on_disk.proof_of)
    known = {kind(ref) for ref in refs for kind in kinds} | {pages_on_disk.form_mark()}
    told = Notice.objects.filter(ref__in=refs).values_list("ref", "attachments")
    known |= {pages_on_disk.attachment_of(ref, at + 1) for ref, papers in told for at in range(len(papers))}
    taken_back = StandingPublication.objects.filter(status=StandingStatus.WITHDRAWN).exclude(ref__in=on_their_way())
    lists = set(StandingPublication.objects.filter(officer=None).values_list("ref", flat=True))
    lists -= set(taken_back.values_list("ref", flat=True))
    known |= {
        pages_on_disk.list_file_of(ref, suffix) for ref in lists for suffix in (*list_files.FORMATS, list_files.PROOF)
    }
    known |= open_data.files() | guide_papers.files() | report_files.report_paths() | months.month_paths()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith(BEING_WRITTEN) and path not in known:
            yield f"网页 {path.relative_to(folder)}：没有对应的公示信息"
    for notice in Notice.objects.exclude(ref__in=refs).order_by("pk"):
        yield f"公示库 {notice.ref}：没有对应的公示信息"


@reminder("publication_terms", title="临期和逾期的公开、撤回")
def publication_terms() -> Iterator[str]:
    """What waits to be published or taken back, with its last day: the agency's to do, no fault of the record."""
    today, calendar = clock.today(), calendars.in_force()
    for publication in waiting():
        standing = standing_of(publication, today, calendar)
        if not standing.deferred:
            yield f"{publication}：应于{in_words(standing.due.day)}前公开，{_left(standing.left)}"
    for publication in (
        Publication.objects.filter(status__in=STANDING, until__lt=today)
        .select_related("decision", "paper")
        .order_by("pk")
    ):
        yield f"{publication}：公开至{in_words(publication.until)}，期满还没有下架"  # type: ignore[arg-type]
    pulled = Publication.objects.filter(status=PublicationStatus.WITHDRAWN).exclude(proposals=None)
    for publication in pulled.select_related("decision", "paper", "body").prefetch_related("proposals").order_by("pk"):
        if (term := follow_up_of(publication, today)) is not None:
            yield f"{publication}：紧急撤下应于{in_words(term.due.day)}前由另一人确认或者恢复公开，{_left(term.left)}"
    to_withdraw = (
        Publication.objects.filter(status__in=STANDING).exclude(withdraw_by=None).select_related("decision", "paper")
    )
    for publication in to_withdraw.order_by("pk"):
        left = workdays_left(today, publication.withdraw_by, calendar)  # type: ignore[arg-type]
        yield f"{publication}：应于{in_words(publication.withdraw_by)}前撤回，{_left(left)}"  # type: ignore[arg-type]


def _left(workdays: int) -> str:
    return f"逾期{-workdays}个工作日" if workdays < 0 else f"还有{workdays}个工作日"


def _standing_faults(publication: Publication, notice: Notice) -> Iterator[str]:
    version = shown_version(publication)
    if version is None:
        yield f"{publication}：没有已发布的版本"
        return
    if not notice.stands or notice.digest != version.digest or copy_of(version).digest() != version.digest:
        yield f"{publication}：公示库中的副本与发布的版本不一致"
        return
    if not is_findable(notice):
        yield f"{publication}：检索中找不到"
    yield from _page_faults(publication, notice)


def _taken_down_faults(publication: Publication, notice: Notice) -> Iterator[str]:
    left = (
        notice.title,
        notice.party_name,
        notice.conclusion,
        notice.basis,
        notice.summary,
        notice.text,
        notice.attachments,
        notice.clarifications,
    )
    if notice.stands or any(left):
        yield f"{publication}：撤下以后公示库中还有内容"
    if is_findable(notice):
        yield f"{publication}：撤下以后还能检索到"
    if pages_on_disk.proof_of(publication.notice_ref).exists():
        yield f"{publication}：撤下以后还有存证证明"
    if pages_on_disk.paper_of(publication.notice_ref).exists():
        yield f"{publication}：撤下以后 PDF 还在"
    yield from _page_faults(publication, notice)


def _page_faults(publication: Publication, notice: Notice) -> Iterator[str]:
    path, wanted = pages_on_disk.path_of(publication.notice_ref), html_of(notice)
    packed = path.with_suffix(".html.gz")
    if not path.exists() or not packed.exists():
        yield f"{publication}：网页不在"
    elif path.read_text(encoding="utf-8") != wanted or gzip.decompress(packed.read_bytes()).decode() != wanted:
        yield f"{publication}：网页内容与公示库不一致"


@reminder("exemptions", title="不予公开的信息应当备案、评估的")
def exemptions_due() -> Iterator[str]:
    """What is withheld and has still to be filed, or to be looked at again."""
    for publication in Publication.objects.filter(status=PublicationStatus.WITHHELD).select_related(
        "decision", "paper", "under", "body"
    ):
        if day := exemption_filing_due(publication):
            yield f"{publication}：应于{in_words(day)}前报司法行政部门备案"
        by = publication.exemption_review_by
        if publication.is_exempt and (by is None or by <= clock.today()):
            yield f"{publication}：应{f'于{in_words(by)}前' if by else '当'}评估是否仍不能公开"


@reminder("published_slips", title="已经补正、公开的文本还没有更正的决定")
def published_slips() -> Iterator[str]:
    """A slip put right in the file that the public still reads as it was."""
    for publication, term in corrections_due(Publication.objects.select_related("decision", "paper", "body")):
        for one in slips_of(publication):
            told = f"“{one.wrong}”已经补正为“{one.right}”，公开的文本还没有更正"
            yield f"{publication}：{told}，应于{in_words(term.due.day)}前更正，{_left(term.left)}"


@reminder("correction_notices", title="更正以后还没有登记告知当事人的")
def correction_notices() -> Iterator[str]:
    """A correction the party has still to be told of."""
    waiting = CorrectionNotice.objects.filter(told_on=None).select_related(
        "document", "version__publication__decision", "version__publication__paper"
    )
    for one in waiting.order_by("pk"):
        yield f"{one.version.publication}：{in_words(one.version.released_on)}更正，{one.document.number}还没有登记告知当事人"  # type: ignore[arg-type]
