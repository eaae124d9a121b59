"""A PDF from outside made anew: each page one picture, black where told, and nothing of the file's own left in it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from yangguang.base.press.inside import Unreadable

DOTS_AN_INCH = 150.0
MARGIN = 0.002  # of the page, around each box, so that no edge of a sign is left
INK = 160  # of 255: what is darker is something drawn
BLACK = 100  # of 255: no brighter is what was painted black after it was kept as a JPEG twice


@dataclass(frozen=True)
class Box:
    """What is blackened on a page (counted from 1), in parts of its width and height from the upper left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


def ink_beside(jpeg: bytes, signs: Iterable[Box]) -> float:
    """What part of all that is drawn on a page stands beside the signs of its text layer, from 0 to 1; 0 for an empty page."""
    ink = Image.open(io.BytesIO(jpeg)).convert("L").point(lambda tone: 255 if tone < INK else 0)
    drawn = ink.histogram()[255]
    beside, (wide, high) = ImageDraw.Draw(ink), ink.size
    for one in signs:
        beside.rectangle(
            (
                (one.left - MARGIN) * wide, (one.top - MARGIN) * high, (one.right + MARGIN) * wide,
                (one.bottom + MARGIN) * high,
            ),
            fill=0,
        )  # fmt: skip
    return float(ink.histogram()[255] / drawn) if drawn else 0.0


def rebuilt(pictures: Sequence[bytes], boxes: Iterable[Box] = ()) -> bytes:
    """The pages of a file, drawn, in a new PDF, boxes drawn into the pictures. Raises Unreadable when there are none."""
    if not pictures:
        raise Unreadable("文件打不开")
    told = list(boxes)
    if any(not 1 <= one.page <= len(pictures) for one in told):
        raise Unreadable("要遮盖的页不在文件里")
    pages = [
        _blackened(picture, [one for one in told if one.page == number])
        for number, picture in enumerate(pictures, start=1)
    ]
    written = io.BytesIO()
    pages[0].save(written, "PDF", save_all=True, append_images=pages[1:], resolution=DOTS_AN_INCH, title="", creationDate=None,
                  modDate=None)  # fmt: skip
    return written.getvalue()


def not_black(jpeg: bytes, boxes: Iterable[Box]) -> list[Box]:
    """Those of the boxes that are not black all over in the picture of their page; without a picture, all of them."""
    told = list(boxes)
    if not jpeg or not told:
        return told
    picture = Image.open(io.BytesIO(jpeg)).convert("L")
    return [box for box in told if _brightest(picture, box) > BLACK]


def _brightest(picture: Image.Image, box: Box) -> int:
    """The brightest dot of a box, 0 where it lies beside the page."""
    wide, high = picture.size
    sides = (max(0, int(box.left * wide)), max(0, int(box.top * high)), min(wide, int(box.right * wide) + 1),
             min(high, int(box.bottom * high) + 1))  # fmt: skip
    if sides[0] >= sides[2] or sides[1] >= sides[3]:
        return 0
    return int(picture.crop(sides).getextrema()[1])  # type: ignore[arg-type]


def _blackened(jpeg: bytes, boxes: list[Box]) -> Image.Image:
    picture = Image.open(io.BytesIO(jpeg)).convert("RGB")
    drawing = ImageDraw.Draw(picture)
    wide, high = picture.size
    for box in boxes:
        left, right = sorted((box.left, box.right))
        top, bottom = sorted((box.top, box.bottom))
        drawing.rectangle(
            ((left - MARGIN) * wide, (top - MARGIN) * high, (right + MARGIN) * wide, (bottom + MARGIN) * high),
            fill="black",
        )
    return picture
