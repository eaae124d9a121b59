"""The notice that tells the party what was put right in public, as the public reads it."""

from __future__ import annotations

from datetime import date

from yangguang.base.press.blocks import (
    Addressee,
    DocumentNumber,
    Heading,
    Letterhead,
    SealPlace,
    Table,
    paragraph,
)
from yangguang.base.press.sheet import Sheet
from yangguang.bulletin.api import Notice, link_of
from yangguang.disclosure.collecting import original_copy
from yangguang.disclosure.decided import notice_kind
from yangguang.disclosure.models import Publication, PublishedVersion
from yangguang.disclosure.rules.citing import cited
from yangguang.disclosure.rules.objections import CLAUSES
from yangguang.kernel.written_days import in_words

NOTICE = "公示信息更正告知书"


def notice_sheet(publication: Publication, version: PublishedVersion, notice: Notice, *, day: date) -> Sheet:
    """To whom, of which decision, when and why it was put right, and what the public reads before and after."""
    kind, body = notice_kind(publication)[1], publication.body.name
    told = (
        f"本机关于{in_words(publication.decided_on)}就{publication.case.title}一案作出的决定（{kind}，{publication.number}）"
        f"已经公示。{in_words(version.released_on)}，本机关更正了公示的信息，更正理由：{_ended(version.reason)}"  # type: ignore[arg-type]
    )
    changes = [] if version.hides_more else _changes(notice, version)
    shown = "更正前后的内容如下，公示页面一并显示：" if changes else "更正前的文字不再展示。"
    table = [Table(("更正前", "更正后"), tuple(changes))] if changes else []
    after = (
        f"更正只涉及公示的文字，不改变决定的内容。现依据{cited(CLAUSES)}的规定告知你（单位）；"
        "认为公示信息仍有错误的，可以向本机关提出。"
    )
    where = link_of(publication.notice_ref)
    return Sheet(
        title=NOTICE, dated_on=day, body_name=body,
        blocks=(Letterhead(body), DocumentNumber(""), Heading(NOTICE), Addressee(f"{original_copy(publication).party_name}："),
                paragraph(told), paragraph(shown), *table, paragraph(after),
                *([paragraph(f"公示页面：{where}")] if where else ()), SealPlace(body, day)),
    )  # fmt: skip


def _changes(notice: Notice, version: PublishedVersion) -> list[tuple[str, str]]:
    """What fell and what came, as the public compares it; nothing where a later change hid it."""
    if notice.version != version.number or not notice.history:
        return []
    return [(before or "（无）", after or "（删去）") for before, after in notice.history[-1].get("changes") or ()]


def _ended(words: str) -> str:
    return words if words.endswith(("。", "！", "？")) else f"{words}。"
