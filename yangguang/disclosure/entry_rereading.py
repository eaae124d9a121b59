"""Before an entry is released or changed, its page's words and its files are made and read again: nothing private is left."""

from __future__ import annotations

from collections.abc import Iterator

from yangguang.base.press.inside import Part, Unreadable, parts_of_pdf
from yangguang.bulletin.api import ListCopy, list_files
from yangguang.disclosure.entry_copies import known_of_entry, told_of
from yangguang.disclosure.models import StandingPublication
from yangguang.disclosure.rereading import left_in
from yangguang.disclosure.rules.checks import SECRECY
from yangguang.disclosure.rules.leftovers import words_of
from yangguang.disclosure.rules.redaction import with_aliases
from yangguang.kernel.refusal import Refused

REMEDY = "请把这些文字从案卷的公布内容中改正；已经公开的，以“更正是为了隐去”的方式更正，或者撤回公开。"
SAYS_ALL = ("json", "csv")


def refuse_private(publication: StandingPublication, copy: ListCopy, *, reason: str = "") -> None:
    """Raises Refused, saying where and what kind but not what, while anything known is left or a file cannot be read."""
    known = with_aliases(known_of_entry(publication), [text for row in copy.rows for text in row["cells"].values()])
    try:
        parts = [*_parts(copy), Part("公开的理由", reason)]
    except Unreadable as error:
        raise Refused(f"公开文件无法读回检查（{error}），不能发布。", SECRECY, remedy="请联系系统管理员。") from error
    lines = [copy.title, *(text for row in copy.rows for text in row["cells"].values())]
    if found := left_in(parts, known, lines=lines, phrases=(publication.body.name, *told_of(publication).by_law)):
        raise Refused(f"公开内容中还能读到不应公开的信息——{words_of(found)}。", SECRECY, remedy=REMEDY)


def _parts(copy: ListCopy) -> Iterator[Part]:
    """Every word of the copy, and its files as somebody reads them who takes them home."""
    for row in copy.rows:
        for column in copy.columns:
            yield Part(column["label"], row["cells"][column["name"]])
    files = list_files.drawn(copy)
    yield from (Part(f"{suffix.upper()} 文件", files[suffix].decode("utf-8-sig")) for suffix in SAYS_ALL)
    yield from parts_of_pdf(files["pdf"])
