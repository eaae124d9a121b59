"""Certificate cards as PDF: 85.6 mm by 54 mm, front and back, one by one or ten to an A4 sheet with crop marks."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, cast

import typst

from yangguang.base.press.faces import faces, fonts, site_folder
from yangguang.base.press.pdf import STANDARD, qr_svg
from yangguang.base.press.plain import plain

LAYOUT = Path(__file__).with_name("cards.typ")


@dataclass(frozen=True)
class Card:
    """What stands on one card, as words; `link` is what its QR code holds."""

    kind: str
    name: str
    body: str
    post: str
    number: str
    fields: str
    areas: str
    valid_from: str
    valid_until: str
    issued_by: str
    link: str
    phone: str = ""
    photo: bytes = b""  # a JPEG of 5 : 7; without one the place stays free


def render_cards(cards: Sequence[Card], *, layout: Literal["cards", "sheets"], title: str) -> bytes:
    """The cards as PDF/A-2b; as plain PDF when a character has no glyph in any face, which PDF/A does not allow."""
    told = [_told(one) for one in cards]
    folder = site_folder()
    inputs = {
        "cards": json.dumps(told, ensure_ascii=False), "layout": layout, "title": title,
        "faces": json.dumps(faces(folder), sort_keys=True),
    }  # fmt: skip
    compiler = typst.Compiler(font_paths=fonts(folder), sys_inputs=inputs)
    try:
        return cast(bytes, compiler.compile(LAYOUT.read_bytes(), format="pdf", pdf_standards=STANDARD))
    except typst.TypstError as error:
        if "could not be displayed" not in error.message:
            raise
        return cast(bytes, compiler.compile(LAYOUT.read_bytes(), format="pdf"))


def _told(card: Card) -> dict[str, object]:
    words = {name: plain(text) for name, text in asdict(card).items() if name != "photo"}
    return words | {"qr": qr_svg(card.link), "photo": list(card.photo)}
