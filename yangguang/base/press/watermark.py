"""Marked copies: who looks, when, by which grant and what for lies across every picture, so that a copy tells where it is from.

The original is never touched: a copy is drawn anew for each viewing and kept nowhere.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

from PIL import Image, ImageDraw, ImageFont

FACE = "NotoSansSC-Regular.otf"
TILT = 24  # degrees
INK, EDGE = (70, 70, 70, 92), (255, 255, 255, 92)  # grey with a light edge: it shows on dark and on light alike
A_LINE = 34  # lines of the mark that a picture is high
SMALLEST = 13
QUALITY = 88
DOTS = 150


def marked(picture: bytes, lines: Sequence[str]) -> bytes:
    """A JPEG of a picture with these lines across it, again and again."""
    return _written([_marked(picture, lines)], "JPEG", quality=QUALITY)


def marked_pdf(pictures: Sequence[bytes], lines: Sequence[str]) -> bytes:
    """The pages of a file as one PDF of marked pictures: nothing of the text layer, nothing that hides beneath."""
    first, *rest = [_marked(one, lines) for one in pictures]
    return _written([first, *rest], "PDF", save_all=True, append_images=rest, resolution=DOTS)


def _marked(picture: bytes, lines: Sequence[str]) -> Image.Image:
    with Image.open(io.BytesIO(picture)) as found:
        page = found.convert("RGB")
    stamp = _stamp(tuple(lines), max(SMALLEST, min(page.size) // A_LINE))
    ink, where = stamp.convert("RGB"), stamp.getchannel("A")
    across, down = max(1, int(stamp.width * 0.96)), max(1, int(stamp.height * 0.9))
    for row, top in enumerate(range(-stamp.height // 3, page.height, down)):
        for left in range(-(row % 2) * across // 2, page.width, across):
            page.paste(ink, (left, top), where)
    return page


@lru_cache(maxsize=8)
def _stamp(lines: tuple[str, ...], size: int) -> Image.Image:
    face = _face(size)
    boxes = [face.getbbox(line) for line in lines]
    width, pitch = int(max(box[2] for box in boxes)) + 2 * size, int(size * 1.5)
    flat = Image.new("RGBA", (width, pitch * len(lines) + size))
    pen = ImageDraw.Draw(flat)
    for number, line in enumerate(lines):
        pen.text((size, number * pitch + size // 3), line, font=face, fill=INK, stroke_width=1, stroke_fill=EDGE)
    return flat.rotate(TILT, expand=True, resample=Image.Resampling.BICUBIC)


@lru_cache(maxsize=16)
def _face(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(io.BytesIO(resources.files("pylopdf_fonts_zh_cn").joinpath(FACE).read_bytes()), size)


def _written(pages: Sequence[Image.Image], kind: str, **how: Any) -> bytes:
    made = io.BytesIO()
    pages[0].save(made, format=kind, **how)
    return made.getvalue()
