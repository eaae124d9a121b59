"""Paragraphs of a Word file as pieces of text with their styles; anything that is not text is refused with its place."""

from dataclasses import dataclass

from lxml import etree

from yangguang.base.press import wordml as w
from yangguang.kernel.refusal import Refused

_SKIPPED = {"pPr", "rPr", "bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak", "softHyphen"}
_BREAKS = {"br": "\n", "cr": "\n", "tab": " ", "noBreakHyphen": "-"}
_REASONS = {
    "ins": "有未接受的修订",
    "del": "有未接受的修订",
    "moveFrom": "有未接受的修订",
    "moveTo": "有未接受的修订",
    "commentRangeStart": "有批注",
    "commentReference": "有批注",
    "drawing": "有图片或者图形",
    "pict": "有图片或者图形",
    "object": "有嵌入对象",
    "hyperlink": "有超链接",
    "fldSimple": "有域",
    "fldChar": "有域",
    "instrText": "有域",
    "sdt": "有内容控件",
    "oMath": "有公式",
    "footnoteReference": "有脚注",
    "numPr": "用了自动编号（编号不是文字）",
    "tbl": "有嵌套的表格",
    "vMerge": "有上下合并的单元格",
}


@dataclass(frozen=True)
class Stretch:
    """Text in one character style."""

    text: str
    style: str
    underline: bool


@dataclass(frozen=True)
class Piece:
    """One paragraph: its style by name, its text, where it stands, and whether it is only a page break."""

    style: str
    stretches: tuple[Stretch, ...]
    place: str
    breaks_page: bool = False

    @property
    def text(self) -> str:
        """The words of the paragraph."""
        return "".join(stretch.text for stretch in self.stretches)

    def split_at(self, style: str) -> tuple[str, str] | None:
        """The words before the first stretch in that character style, and from it on; None when there is none."""
        for index, stretch in enumerate(self.stretches):
            if stretch.style == style:
                before, after = self.stretches[:index], self.stretches[index:]
                return "".join(part.text for part in before), "".join(part.text for part in after)
        return None


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def cannot_read(place: str, name: str) -> Refused:
    """The refusal for an element that is not text."""
    reason = _REASONS.get(name, f"有无法读回的内容（{name}）")
    return Refused(f"{place}{reason}，无法读回。", remedy="请改为普通文字后重新上传。")


def style_of(element: etree._Element, holder: str, mark: str, styles: dict[str, str]) -> str:
    """The name of the style an element is in, empty when it is in none."""
    found = element.find(f"{w.NAMESPACE}{holder}/{w.NAMESPACE}{mark}")
    return styles.get(found.get(f"{w.NAMESPACE}val", ""), "") if found is not None else ""


def piece_of(element: etree._Element, place: str, styles: dict[str, str]) -> Piece:
    """A `w:p` as a piece of text."""
    if element.find(f"{w.NAMESPACE}pPr/{w.NAMESPACE}numPr") is not None:
        raise cannot_read(place, "numPr")
    stretches, breaks_page = [], False
    for child in element:
        name = local(child)
        if name == "r":
            text, broken = _run_text(child, place)
            breaks_page |= broken
            under = child.find(f"{w.NAMESPACE}rPr/{w.NAMESPACE}u")
            underlined = under is not None and under.get(f"{w.NAMESPACE}val") != "none"
            stretches.append(Stretch(text, style_of(child, "rPr", "rStyle", styles), underlined))
        elif name and name not in _SKIPPED:
            raise cannot_read(place, name)
    piece = Piece(style_of(element, "pPr", "pStyle", styles), tuple(s for s in stretches if s.text), place, breaks_page)
    if breaks_page and piece.text.strip():
        raise Refused(f"{place}的分页符没有单独成段，无法读回。", remedy="请让分页符单独占一段。")
    return piece


def _run_text(element: etree._Element, place: str) -> tuple[str, bool]:
    text, breaks_page = [], False
    for child in element:
        name = local(child)
        if name == "t":
            text.append(child.text or "")
        elif name == "br" and child.get(f"{w.NAMESPACE}type") == "page":
            breaks_page = True
        elif name in _BREAKS:
            text.append(_BREAKS[name])
        elif name and name not in _SKIPPED:
            raise cannot_read(place, name)
    return "".join(text), breaks_page
