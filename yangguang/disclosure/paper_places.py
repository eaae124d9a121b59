"""Where on the pages of a paper from outside something stands, and what of it is not black in what was made of the paper.

The rebuilt file is pictures without a text: only the original tells where things stand, and only the picture whether they are black.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from yangguang.base import vault
from yangguang.base.models.blob import Blob
from yangguang.base.press.foreign import Sign, page_signs
from yangguang.base.press.rebuilding import Box, not_black
from yangguang.disclosure.models import ForeignPaper
from yangguang.disclosure.rereading import StillReadable
from yangguang.disclosure.rules.checks import SECRECY
from yangguang.disclosure.rules.leftovers import AROUND, Leftover, words_of
from yangguang.disclosure.rules.redaction import Known, find, with_aliases
from yangguang.kernel.refusal import Refused

UNREADABLE = "这份 PDF 打不开或者读不完整，不能公开。"
NOWHERE = "外来附件里有不应公开的文字看不出在页面的哪里，不能确认已经遮盖。"
SCAN_AGAIN = "请决定不公开这份附件，重新扫描成不加密的 PDF 再上传。"
AGAIN = "请打开外来附件重新遮盖（已知的会自动遮盖），逐页看过后再确认。"
LINE = 0.6  # of a sign's height: signs that stand closer than that above each other share a line


class StillSeen(StillReadable):
    """Refused because something that is known today is not black in a paper from outside."""

    def __init__(self, found: Sequence[Leftover]) -> None:
        self.found, self.in_number = found, []
        reason = f"外来附件里还有没有遮盖、不应公开的信息——{words_of(list(found))}。"
        Refused.__init__(self, reason, SECRECY, remedy=AGAIN)

    @property
    def rows(self) -> list[tuple[Leftover, str]]:
        """Each place and what to do about it."""
        return [(one, AGAIN) for one in self.found]


def seen_in(paper: ForeignPaper, known: Sequence[Known]) -> list[Leftover]:
    """Every place of the original that has to be hidden by what is known now and is not black in what was made of it.
    Raises Refused when the original cannot be read.
    """
    pages = page_signs(vault.path_of(paper.original.sha256))
    if pages is None:
        raise Refused(UNREADABLE, SECRECY, remedy=SCAN_AGAIN)
    texts = ["".join(sign.sign for sign in page) for page in pages]
    everything, found = with_aliases(known, texts), []
    pictures = _pictures(paper)
    for number, (page, text) in enumerate(zip(pages, texts, strict=True), start=1):
        spans = [
            (one, list(boxes_of(number, page[one.start : one.end]))) for one in find(text, everything) if one.certain
        ]
        if not all(boxes for _, boxes in spans):
            raise Refused(NOWHERE, SECRECY, remedy=SCAN_AGAIN)
        bare = set(not_black(pictures.get(number, b""), [box for _, boxes in spans for box in boxes]))
        found += [
            Leftover(
                f"“{paper.label}”第 {number} 页", span.kind, span.original,
                text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND],
            )
            for span, boxes in spans if bare.intersection(boxes)
        ]  # fmt: skip
    return found


def _pictures(paper: ForeignPaper) -> dict[int, bytes]:
    """The rebuilt pages by their number, counted from 1."""
    blobs = {one.sha256: one for one in Blob.objects.filter(sha256__in=paper.made_pages)}
    return {number: vault.read(blobs[one]) for number, one in enumerate(paper.made_pages, start=1) if one in blobs}


def boxes_of(page: int, signs: list[Sign]) -> Iterable[Box]:
    """One box a line: a name that is broken over two lines is two boxes."""
    line: list[Sign] = []
    for sign in (one for one in signs if one.right > one.left and one.bottom > one.top):
        if line and abs(sign.top - line[-1].top) > LINE * (line[-1].bottom - line[-1].top):
            yield _around(page, line)
            line = []
        line.append(sign)
    if line:
        yield _around(page, line)


def _around(page: int, line: list[Sign]) -> Box:
    return Box(
        page,
        min(s.left for s in line),
        min(s.top for s in line),
        max(s.right for s in line),
        max(s.bottom for s in line),
    )
