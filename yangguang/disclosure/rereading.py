"""Before anything is released, what the public would get is made and read again: the page, the copy, the PDF, their names.

What is known to be private is looked for in all of it. While anything is left, or a file cannot be read, nothing is released.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from yangguang.base.press.inside import Part, Unreadable, parts_of_html, parts_of_pdf
from yangguang.bulletin.api import Notice, copy_of, frame, html_of, name_of_paper, pages_on_disk, paper_of
from yangguang.disclosure.rules.checks import SECRECY
from yangguang.disclosure.rules.folding import key_of
from yangguang.disclosure.rules.leftovers import Leftover, leftovers, meetings, words_of
from yangguang.disclosure.rules.redaction import Known
from yangguang.kernel.refusal import Refused

REACH = 6  # signs at the end of a line and the beginning of the next that may spell a name by chance
NAMES = frozenset({"文件名"})
IN_NUMBER = (
    "文号和文件名里的文字不能隐去：是编制时填入“还要隐去的文字”的，退回编制人改回；文号有误的，先补正决定书；"
    "都不是的，由机关负责人办理“决定不予公开”。"
)
REMEDY = "请退回编制人：把这些文字填入“还要隐去的文字”，重新编制；已经公开的，以“更正是为了隐去”的方式更正。"


class StillReadable(Refused):
    """Refused because something known can still be read. The sentence does not say what, since refusals are kept; `found` does,
    for the page of the publisher who asked and nothing else.
    """

    def __init__(self, found: Sequence[Leftover], number: str) -> None:
        self.found = found
        self.in_number = [one for one in found if one.place in NAMES or key_of(one.original) in key_of(number)]
        remedy = "".join(
            ([REMEDY] if len(self.in_number) < len(found) else []) + ([IN_NUMBER] if self.in_number else [])
        )
        super().__init__(f"公开内容中还能读到不应公开的信息——{words_of(list(found))}。", SECRECY, remedy=remedy)

    @property
    def rows(self) -> list[tuple[Leftover, str]]:
        """Each place and what to do about it."""
        return [(one, IN_NUMBER if one in self.in_number else REMEDY) for one in self.found]


def parts_of(notice: Notice) -> list[Part]:
    """Everything the public would get of a notice. Raises Unreadable."""
    names = (
        pages_on_disk.path_of(notice.ref).name,
        pages_on_disk.paper_of(notice.ref).name,
        name_of_paper(notice),
    )
    return [
        *parts_of_html(html_of(notice)),
        *(Part("公开副本（JSON）", text) for text in _said(copy_of(notice).__dict__)),
        *parts_of_pdf(paper_of(notice)),
        *(Part("文件名", name) for name in names),
    ]


def left_in(
    parts: Iterable[Part], known: Sequence[Known], *, lines: Iterable[str] = (), phrases: Iterable[str] = ()
) -> list[Leftover]:
    """What known private things, and numbers whose own check gives them away, the parts still say."""
    meet, told = meetings(lines, REACH), tuple(phrases)
    return [found for part in parts for found in leftovers(part.place, part.text, known, lines=meet, phrases=told)]


def refuse_leftovers(notice: Notice, known: Sequence[Known]) -> None:
    """Raises StillReadable, saying where and what kind but not what, while anything known is left or cannot be read."""
    try:
        parts = parts_of(notice)
    except Unreadable as error:
        raise Refused(f"公开文件无法读回检查（{error}），不能发布。", SECRECY, remedy="请联系系统管理员。") from error
    lines = (
        notice.title,
        notice.number,
        *(text for row in notice.summary for text in row),
        *notice.text,
        notice.body_name,
    )
    if found := left_in(parts, known, lines=lines, phrases=_frame(notice, known)):
        raise StillReadable(found, notice.number)


def _frame(notice: Notice, known: Sequence[Known]) -> list[str]:
    """What the page says whatever the decision: the names of body and site, and the words of the frame that hold something
    known. These places are excused, the same words anywhere else are not.
    """
    day = notice.published_on
    blank = Notice(
        ref="a" * 26, kind=notice.kind, kind_label=notice.kind_label, number="-", decided_on=day, published_on=day,
        digest="0", body_name=notice.body_name, body_ref=notice.body_ref,
    )  # fmt: skip
    held = [part.text for part in parts_of_html(html_of(blank)) if leftovers(part.place, part.text, known)]
    return [notice.body_name, str(frame()["public_site"]["name"]), *held]


def _said(value: object) -> Iterable[str]:
    if isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _said(one)
    elif value is not None:
        yield str(value)
