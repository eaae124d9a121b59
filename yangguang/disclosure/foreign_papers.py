"""Papers the product did not make: rebuilt as page pictures with everything known blackened, and read again before they leave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from yangguang.base import vault
from yangguang.base.models.blob import Blob
from yangguang.base.press.foreign import Read, page_counts, page_pictures, page_signs, pages_read
from yangguang.base.press.inside import Part, Unreadable, parts_of_pdf
from yangguang.base.press.rebuilding import Box, ink_beside, rebuilt
from yangguang.directory.api import Account
from yangguang.disclosure.models import ForeignPaper, Publication, PublishedVersion
from yangguang.disclosure.paper_places import AGAIN, UNREADABLE, StillSeen, boxes_of, seen_in
from yangguang.disclosure.policy import is_same_person
from yangguang.disclosure.rereading import left_in
from yangguang.disclosure.rules.checks import SECRECY
from yangguang.disclosure.rules.leftovers import words_of
from yangguang.disclosure.rules.redaction import Known, Span, find, with_aliases
from yangguang.kernel.refusal import Refused

LARGE = 0.1  # of a page: images that take so much may be a scan; a seal takes less
MUCH = 0.3  # of what is drawn on a page: so much beside its text layer may be writing
OPEN, CLOSE = "还有外来附件没有确认。", "请先遮盖、确认，或者决定不公开。"
OTHER_HANDS = "请编制人重新确认附件，再由您发布。"  # the one who prepared does not release: the two change hands
OTHER_NAME = "请决定不公开这份附件，换一个名称重新收入。"
MOST_PAGES = 40  # of one paper that is looked through page by page


@dataclass(frozen=True)
class Rebuilt:
    """The new file; the places blackened, page by page; what still has to be judged; pages that only a person can read in full."""

    content: bytes
    hidden: tuple[tuple[int, Span], ...]
    questions: tuple[tuple[int, Span], ...]
    pictures_only: tuple[int, ...]


def rebuild(file: Path, known: Sequence[Known], *, boxes: Iterable[Box] = (), named: str = "") -> Rebuilt:
    """Make a foreign PDF anew. Raises Refused when it cannot be read, or when what comes out still says anything known."""
    read, pictures = pages_read(file), page_pictures(file)
    if read is None:
        raise Refused(UNREADABLE, SECRECY, remedy="请重新扫描成不加密的 PDF。")
    pages = [page.signs for page in read]
    texts = ["".join(sign.sign for sign in page) for page in pages]
    everything = with_aliases(known, texts)
    found = [(number, span) for number, text in enumerate(texts, start=1) for span in find(text, everything)]
    hidden = tuple(one for one in found if one[1].certain)
    black = [box for number, span in hidden for box in boxes_of(number, pages[number - 1][span.start : span.end])]
    try:
        content = rebuilt(pictures, [*boxes, *black])
        parts = [*parts_of_pdf(content), Part("文件名", named)]
    except Unreadable as error:
        raise Refused(f"重建的 PDF 不能公开（{error}）。", SECRECY, remedy="请重新扫描成不加密的 PDF。") from error
    if left := left_in(parts, everything):
        raise Refused(f"重建的 PDF 中还能读到不应公开的信息——{words_of(left)}。", SECRECY, remedy=OTHER_NAME)
    return Rebuilt(
        content, hidden, tuple(one for one in found if not one[1].certain),
        tuple(n for n, (page, picture) in enumerate(zip(read, pictures, strict=True), 1) if _needs_eyes(page, picture)),
    )  # fmt: skip


def _needs_eyes(page: Read, picture: bytes) -> bool:
    """Whether a page says more, or may, than its text layer tells: a scan with a page number or a recognised text, drawn letters,
    signs of which the file does not say what letter they are.
    """
    signs = [Box(1, one.left, one.top, one.right, one.bottom) for one in page.told]
    return not signs or page.untold or page.pictured >= LARGE or ink_beside(picture, signs) >= MUCH


def looked_into(file: Path) -> list[bytes]:
    """The pages of a PDF as it came, as pictures. Raises Refused when nobody can look through it."""
    (count,) = page_counts([file])
    if count > MOST_PAGES:
        raise Refused(
            f"这份 PDF 有 {count} 页，超过 {MOST_PAGES} 页。", SECRECY, field="file", remedy="请分成几份上传。"
        )
    pictures = page_pictures(file) if count else []
    if not pictures or page_signs(file) is None:
        raise Refused(UNREADABLE, SECRECY, field="file", remedy="请重新扫描成不加密的 PDF。")
    return pictures


def confirmed_papers(publication: Publication) -> list[ForeignPaper]:
    """What goes with the public copy."""
    rows = publication.foreign_papers.exclude(confirmed_on=None).filter(dropped_on=None)
    return list(rows.select_related("made", "original", "confirmed_by").order_by("pk"))


def contents_of(version: PublishedVersion) -> list[bytes]:
    """The attachments of a released version, as they were confirmed."""
    digests = [str(one[1]) for one in version.copy.get("attachments") or ()]
    blobs = {one.sha256: one for one in Blob.objects.filter(sha256__in=digests)}
    return [vault.read(blobs[digest]) for digest in digests]


def refuse_papers(publication: Publication, known: Sequence[Known], actor: Account) -> list[list[str]]:
    """The attachments of the copy: name and SHA-256. Raises Refused while one is open, was confirmed by whoever releases it,
    or, read once more, says or shows anything that is known today, whatever was known when it was blackened.
    """
    if publication.foreign_papers.filter(confirmed_on=None, dropped_on=None).exists():
        raise Refused(OPEN, SECRECY, remedy=CLOSE)
    papers = confirmed_papers(publication)
    for paper in papers:
        if paper.confirmed_by is None or paper.made is None:
            raise Refused(OPEN, SECRECY, remedy=CLOSE)
        if is_same_person(paper.confirmed_by, actor):
            raise Refused("外来附件是您（或者与您同名的人）确认的，应当由另一人确认。", SECRECY, remedy=OTHER_HANDS)
        try:
            left = left_in([*parts_of_pdf(vault.read(paper.made)), Part("文件名", paper.label)], known)
        except Unreadable as error:
            raise Refused(f"外来附件无法读回检查（{error}），不能发布。", SECRECY, remedy=AGAIN) from error
        if left:
            raise Refused(f"外来附件中还能读到不应公开的信息——{words_of(left)}。", SECRECY, remedy=OTHER_NAME)
    if seen := [one for paper in papers for one in seen_in(paper, known)]:
        raise StillSeen(seen)
    return [[paper.label, paper.made.sha256] for paper in papers if paper.made]
