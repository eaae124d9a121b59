"""Portraits nobody sat for: drawn heads of a few lines, so that cards and the public page show where the photo goes."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

SIZE = (500, 700)
GROUNDS = ("#c9d8e6", "#d5e3d8", "#e4ddd0")
HAIR = ("#2b2b2b", "#3b3430", "#4a4a4a", "#1f2733")
SKIN = ("#e8c4a2", "#dfb48f", "#efcfb2")
COAT = ("#1f3a5f", "#27406b", "#203246")


def likeness(number: int) -> bytes:
    """A drawn head and shoulders as a PNG, another one for each number; no face of anybody's."""
    ground, hair, skin, coat = (shades[number % len(shades)] for shades in (GROUNDS, HAIR, SKIN, COAT))
    picture = Image.new("RGB", SIZE, ground)
    pen = ImageDraw.Draw(picture)
    pen.ellipse((60, 500, 440, 900), fill=coat)
    pen.polygon(((205, 505), (295, 505), (250, 600)), fill="white")
    pen.rectangle((215, 420, 285, 520), fill=skin)
    if number % 2:  # long hair falls behind the neck
        pen.rounded_rectangle((135, 170, 365, 500), radius=90, fill=hair)
    pen.ellipse((140, 140, 360, 390), fill=hair)
    pen.ellipse((155, 190, 345, 460), fill=skin)
    pen.chord((150, 165, 350, 345), 180, 360, fill=hair)
    for left in (195, 275):
        pen.ellipse((left, 305, left + 30, 322), fill=hair)
    pen.arc((215, 360, 285, 410), 20, 160, fill="#8c4a3f", width=5)
    written = io.BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()
