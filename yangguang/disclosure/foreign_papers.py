"""Papers the product did not make: rebuilt as page pictures with everything known blackened, and read again before they leave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from yangguang.base.press.foreign import Sign, page_signs
from yangguang.base.press.inside import Part, Unreadable, parts_of_pdf
from yangguang.base.press.rebuilding import Box, rebuilt
from yangguang.disclosure.rereading import left_in
from yangguang.disclosure.rules.checks import SECRECY
from yangguang.disclosure.rules.leftovers import words_of
from yangguang.disclosure.rules.redaction import Known, Span, find, with_aliases
from yangguang.kernel.refusal import Refused

LINE = 0.6  # of a sign's height: signs that stand closer than that above each other share a line


@dataclass(frozen=True)
class Rebuilt:
    """The new file; the places blackened, page by page; what still has to be judged; pages nobody can read but a person."""

    content: bytes
    hidden: tuple[tuple[int, Span], ...]
    questions: tuple[tuple[int, Span], ...]
    pictures_only: tuple[int, ...]


def rebuild(file: Path, known: Sequence[Known], *, boxes: Iterable[Box] = (), named: str = "") -> Rebuilt:
    """Make a foreign PDF anew. Raises Refused when it cannot be read, or when what comes out still says anything known."""
    pages = page_signs(file)
    if pages is None:
        raise Refused("这份 PDF 打不开或者读不完整，不能公开。", SECRECY, remedy="请重新扫描成不加密的 PDF。")
    texts = ["".join(sign.sign for sign in page) for page in pages]
    everything = with_aliases(known, texts)
    found = [(number, span) for number, text in enumerate(texts, start=1) for span in find(text, everything)]
    hidden = tuple(one for one in found if one[1].certain)
    black = [box for number, span in hidden for box in _boxes(number, pages[number - 1][span.start : span.end])]
    try:
        content = rebuilt(file, [*boxes, *black])
        parts = [*parts_of_pdf(content), Part("文件名", named)]
    except Unreadable as error:
        raise Refused(f"重建的 PDF 不能公开（{error}）。", SECRECY, remedy="请重新扫描成不加密的 PDF。") from error
    if left := left_in(parts, everything):
        raise Refused(f"重建的 PDF 中还能读到不应公开的信息——{words_of(left)}。", SECRECY, remedy="请改文件名后重试。")
    return Rebuilt(
        content, hidden, tuple(one for one in found if not one[1].certain),
        tuple(number for number, text in enumerate(texts, start=1) if not text.strip()),
    )  # fmt: skip


def _boxes(page: int, signs: list[Sign]) -> Iterable[Box]:
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
