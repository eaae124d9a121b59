"""What binds a file together: cover, contents, back note, the list of what cannot be printed, the page for a broken file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from yangguang.base.press.blocks import Block, Heading, Letterhead, PageBreak, SignatureLine, Table, facts, paragraph
from yangguang.base.press.sheet import Sheet
from yangguang.records.models import BoundFile, BoundFor, Evidence
from yangguang.records.readers import FileFront
from yangguang.records.rules.volumes import VolumePlan

COVER, CONTENTS, BACK_NOTE = "卷宗封面", "卷内文件目录", "备考表"
UNPRINTED, BROKEN, WITHHELD = "音像、电子材料和实物清单", "不能排印的存件", "不予查阅的材料"
HEAD = ("序号", "文号", "责任者", "题名", "日期", "页号")
NOT_ARCHIVED, READING_COPY = "未归档", "阅卷副本"
MARKS = {BoundFor.PREVIEW: NOT_ARCHIVED, BoundFor.PARTIES: READING_COPY}


def cover(front: FileFront, volume: VolumePlan, bound: BoundFile) -> Sheet:
    """卷宗封面 of one volume."""
    rows: list[tuple[str, str]] = [
        ("案号", front.number), ("案由", front.title), ("当事人", front.parties),
        ("立案日期", _day(front.opened_on)), ("结案日期", _day(front.closed_on)), ("处理结果", front.outcome),
        ("承办人", "、".join(front.handlers)), ("归档日期", _day(bound.asked_on) if _is_final(bound) else ""),
        ("保管期限", bound.get_kept_for_display() if bound.kept_for else ""),
        ("本卷", f"{volume.label}，{len(volume.entries)}件，{volume.pages}页"),
    ]  # fmt: skip
    blocks: list[Block] = [Letterhead(front.body_name, red=False), Heading(f"{COVER}（{volume.label}）"), facts(*rows)]
    return _sheet(f"{front.number}　卷宗", blocks, bound, front, watermark=MARKS.get(BoundFor(bound.purpose), ""))


def contents(front: FileFront, volume: VolumePlan, bound: BoundFile) -> Sheet:
    """卷内文件目录 of one volume: every entry with its pages."""
    blocks: list[Block] = [Heading(f"{CONTENTS}（{volume.label}）"), contents_table(volume)]
    return _sheet(CONTENTS, blocks, bound, front)


def contents_table(volume: VolumePlan) -> Table:
    """The lines of the contents."""
    rows = tuple(
        (str(place), one.number, one.author, one.title, one.dated_on.isoformat() if one.dated_on else "", one.span)
        for place, one in enumerate(volume.entries, start=1)
    )
    return Table(HEAD, rows, (5, 14, 12, 22, 11, 7))


def back_note(front: FileFront, volume: VolumePlan, bound: BoundFile) -> Sheet:
    """备考表 of one volume: pages, state, who made it, who checked it, when. Left open until the file is archived."""
    final = _is_final(bound)
    told = bound.condition or ("材料齐全，页号连续，无缺损、修改、补充、移出。" if final else "")
    rows = [
        ("本卷情况说明", f"本卷共{volume.pages}页，{len(volume.entries)}件。{told}"),
        ("封面、目录、备考表", "不编页号。电子材料的指纹（SHA-256）见清单。"),
    ]  # fmt: skip
    maker = front.handlers[0] if final and front.handlers else ""
    signed_on = bound.asked_on if final else None
    blocks: list[Block] = [
        Heading(f"{BACK_NOTE}（{volume.label}）"), facts(*rows),
        SignatureLine("立卷人", maker, signed_on), SignatureLine("检查人", bound.asked_by_name if final else "", signed_on),
    ]  # fmt: skip
    return _sheet(BACK_NOTE, blocks, bound, front)


def unprinted_list(evidence: Sequence[Evidence], cover: Callable[[str], str]) -> Sheet:
    """Recordings, tables and things: what each is, where it came from, and the fingerprint of its stored file."""
    rows = tuple(
        (
            str(place),
            cover(one.name),
            one.get_kind_display(),
            cover(one.source),
            one.obtained_on.isoformat(),
            _stored(one),
        )
        for place, one in enumerate(evidence, start=1)
    )
    table = Table(("序号", "名称", "种类", "来源", "取得日期", "存放和指纹（SHA-256）"), rows, (5, 13, 9, 10, 11, 24))
    day = max(one.obtained_on for one in evidence)
    return Sheet(title=UNPRINTED, blocks=(Heading(UNPRINTED), table), dated_on=day, form=True)


def broken(name: str, media_type: str, size: int, sha256: str, dated_on: date) -> Sheet:
    """The page that stands for a stored file nobody can print."""
    rows = [("名称", name), ("格式", media_type), ("大小", f"{size}字节"), ("SHA-256", sha256)]
    said = paragraph("该存件不能在受限环境中打开排印，原件按上列指纹保存在系统中，可以单独下载核对。")
    return Sheet(title=BROKEN, blocks=(Heading(BROKEN), facts(*rows), said), dated_on=dated_on, form=True)


def withheld(pages: int, dated_on: date) -> Sheet:
    """As many pages as the piece of evidence has, so that every page number stays the one of the file."""
    page: tuple[Block, ...] = (Heading(WITHHELD), paragraph("本件涉及举报人、投诉人身份，依法保密，阅卷副本不予载入。"))
    blocks = page + (PageBreak(), *page) * (pages - 1)
    return Sheet(title=WITHHELD, blocks=blocks, dated_on=dated_on, form=True)


def _stored(one: Evidence) -> str:
    if one.blob is None:
        return "实物或者原件，另行存放"
    return f"{one.blob.media_type}，{one.blob.size}字节　{one.blob.sha256}"


def _is_final(bound: BoundFile) -> bool:
    return bound.purpose == BoundFor.ARCHIVE


def _day(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def _sheet(title: str, blocks: Iterable[Block], bound: BoundFile, front: FileFront, watermark: str = "") -> Sheet:
    return Sheet(
        title=title, blocks=tuple(blocks), dated_on=bound.asked_on, body_name=front.body_name, form=True,
        watermark=watermark,
    )  # fmt: skip
