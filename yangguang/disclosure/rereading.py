"""Before anything is released, what the public would get is made and read again: the page, the copy, the PDF, their names.

What is known to be private is looked for in all of it. While anything is left, or a file cannot be read, nothing is released.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from yangguang.base.press.inside import Part, Unreadable, parts_of_html, parts_of_pdf
from yangguang.bulletin.api import Notice, copy_of, html_of, name_of_paper, pages_on_disk, paper_of
from yangguang.disclosure.rules.checks import SECRECY
from yangguang.disclosure.rules.leftovers import Leftover, leftovers, meetings, words_of
from yangguang.disclosure.rules.redaction import Known
from yangguang.kernel.refusal import Refused

REACH = 6  # signs at the end of a line and the beginning of the next that may spell a name by chance
REMEDY = "请退回编制人：把这些文字填入“还要隐去的文字”，重新编制；已经公开的，以“更正是为了隐去”的方式更正。"


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


def left_in(parts: Iterable[Part], known: Sequence[Known], *, lines: Iterable[str] = ()) -> list[Leftover]:
    """What known private things, and numbers whose own check gives them away, the parts still say."""
    meet = meetings(lines, REACH)
    return [found for part in parts for found in leftovers(part.place, part.text, known, lines=meet)]


def refuse_leftovers(notice: Notice, known: Sequence[Known]) -> None:
    """Raises Refused, saying where and what kind but not what, while anything known is left or cannot be read."""
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
    frame = {(one.kind, one.original) for one in left_in(_frame(notice), known)}
    found = [one for one in left_in(parts, known, lines=lines) if (one.kind, one.original) not in frame]
    if found:
        raise Refused(f"公开内容中还能读到不应公开的信息——{words_of(found)}。", SECRECY, remedy=REMEDY)


def _frame(notice: Notice) -> list[Part]:
    """What the page says whatever the decision: names of the body and of the site, which are no secret of anybody."""
    day = notice.published_on
    blank = Notice(
        ref="a" * 26, kind=notice.kind, kind_label=notice.kind_label, number="-", decided_on=day, published_on=day,
        digest="0", body_name=notice.body_name, body_ref=notice.body_ref,
    )  # fmt: skip
    return parts_of_html(html_of(blank))


def _said(value: object) -> Iterable[str]:
    if isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _said(one)
    elif value is not None:
        yield str(value)
