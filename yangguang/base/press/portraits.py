"""A portrait for a certificate: opened in the limited process, cut to the card's ratio, nothing of the camera's left in it."""

from __future__ import annotations

import io

from PIL import Image, ImageOps

from yangguang.base import vault
from yangguang.base.press.foreign import pictures_of
from yangguang.kernel.refusal import Refused

LIMIT = 5 * 1024 * 1024
KINDS = ("image/jpeg", "image/png")
SIZE = (400, 560)  # pixels: 20 mm by 28 mm on the card at about 500 dots an inch
SMALLEST = (200, 280)  # fewer are no likeness in print
MOST = 60 * 1024  # bytes: it is public where a body shows its officers, and lies in the public store with their entries
QUALITIES = (88, 80, 70, 55, 40, 20)  # the best that is small enough
HIGHER = 0.35  # of what is cut off above and below, above: heads are in the upper half


def portrait(content: bytes, *, name: str) -> bytes:
    """The JPEG that is printed. Raises Refused (field `file`) for what is no picture, or too small a one."""
    try:
        vault.media_type_of(content, name=name, kinds=KINDS, limit=LIMIT)
        return _cut(content)
    except Refused as refusal:
        raise Refused(refusal.reason, *refusal.clauses, field="file", remedy=refusal.remedy) from refusal


def _cut(content: bytes) -> bytes:
    pictures = pictures_of(content)
    if not pictures:
        raise Refused("照片打不开，没有保存。", remedy="请换一张 JPEG 或者 PNG 照片。")
    with Image.open(io.BytesIO(pictures[0]), formats=("JPEG",)) as opened:
        if opened.width < SMALLEST[0] or opened.height < SMALLEST[1]:
            raise Refused("照片太小，印出来不清楚。", remedy=f"请用宽{SMALLEST[0]}、高{SMALLEST[1]}像素以上的照片。")
        made = ImageOps.fit(opened.convert("RGB"), SIZE, centering=(0.5, HIGHER))
    for quality in QUALITIES:
        written = io.BytesIO()
        made.save(written, "JPEG", quality=quality, optimize=True)
        if written.tell() <= MOST:
            break
    return written.getvalue()
