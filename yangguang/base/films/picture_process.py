"""What a limited process does with one picture from outside: it draws it anew, small, and tells when it says it was taken.

`picture_process.py DESCRIPTOR FOLDER`. It imports nothing of ours.
"""

import json
import os
import sys
import warnings
from pathlib import Path

MOST_PIXELS = 80_000_000
KINDS = ("JPEG", "PNG")
SHOWN, SMALL = 1600, 360  # pixels of the long side
TAKEN, ZONE, CHANGED, MAKER, MODEL, BESIDE = 36867, 36881, 306, 271, 272, 0x8769


def main(descriptor, folder):
    """One line of JSON on standard output, two pictures in the folder."""
    from PIL import Image, ImageOps

    warnings.simplefilter("error")
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    with os.fdopen(descriptor, "rb") as file, Image.open(file, formats=KINDS) as found:
        if found.width * found.height > MOST_PIXELS:
            raise ValueError("too many pixels")
        told = said_in(found) | {"width": found.width, "height": found.height}
        found.draft("RGB", (SHOWN, SHOWN))
        shown = ImageOps.exif_transpose(found).convert("RGB")
    for side, name, quality in ((SHOWN, "shown.jpg", 84), (SMALL, "small.jpg", 78)):
        shown.thumbnail((side, side))
        bare = Image.frombytes("RGB", shown.size, shown.tobytes())  # without a word of what came along
        bare.save(folder / name, "JPEG", quality=quality)
    sys.stdout.write(json.dumps(told))


def said_in(found):
    """What the picture says of itself: when, with what."""
    exif = found.getexif()
    beside = exif.get_ifd(BESIDE)
    told = {
        "taken": beside.get(TAKEN) or exif.get(CHANGED), "zone": beside.get(ZONE), "maker": exif.get(MAKER), "model": exif.get(MODEL),
    }  # fmt: skip
    return {
        name: "".join(c for c in value if c.isprintable())[:60]
        for name, value in told.items()
        if isinstance(value, str)
    }


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
