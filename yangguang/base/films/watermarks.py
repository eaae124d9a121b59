"""Who looks at it, when and what for: written across every copy, and in one line below it where it was taken from."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FACE = "NotoSansSC-Regular.otf"
SIDE = 1920  # the sheet is laid over pictures of any size; what is beyond them falls away
STRIP = 56  # pixels of the line below
SLANT = 18  # degrees
GAP_ACROSS, GAP_DOWN = 90, 150
FAINT, SHADE = (255, 255, 255, 88), (0, 0, 0, 88)


def sheet(words: str, path: Path) -> Path:
    """The words again and again, slanting, see-through."""
    face = _face(26)
    width = int(face.getlength(words)) + GAP_ACROSS
    over = Image.new("RGBA", (SIDE * 2, SIDE * 2))
    pen = ImageDraw.Draw(over)
    for row, top in enumerate(range(0, SIDE * 2, GAP_DOWN)):
        for left in range(-(row % 2) * width // 2, SIDE * 2, width):
            pen.text((left + 1, top + 1), words, font=face, fill=SHADE)
            pen.text((left, top), words, font=face, fill=FAINT)
    over.rotate(SLANT).crop((SIDE // 2, SIDE // 2, SIDE // 2 + SIDE, SIDE // 2 + SIDE)).save(path, "PNG")
    return path


def strip(words: str, path: Path) -> Path:
    """One line on black."""
    line = Image.new("RGB", (SIDE, STRIP))
    ImageDraw.Draw(line).text((12, STRIP // 2), words, font=_face(22), fill=(255, 255, 255), anchor="lm")
    line.save(path, "PNG")
    return path


@lru_cache(maxsize=4)
def _face(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(resources.files("pylopdf_fonts_zh_cn") / FACE), size)
