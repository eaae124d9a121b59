"""The limited process that opens one file from outside: it imports nothing of ours, and its memory and time are bounded.

`opening.py count - FILE…` tells the pages of each file, one line each; `opening.py draw FOLDER FILE` draws them,
`opening.py read FOLDER FILE` writes how much of each page images take and what its text layer says, sign by sign with its place.
"""

import ctypes
import json
import resource
import sys
from pathlib import Path

MOST_PAGES = 300
MOST_PIXELS = 60_000_000
LONGEST = 1754  # pixels of the long side: A4 at 150 dots an inch
MEMORY = 1536 * 1024 * 1024
SECONDS = 100
MOST_SIGNS = 100_000  # of one page
SCALE = 10_000  # places are told in so many parts of the page's width and height
UNTOLD = 0xFFFD  # stands for a sign of which the file does not say what letter it is
WRITTEN = 24 * 1024 * 1024  # one picture


def limit() -> None:
    """Bound what the process may take, for good."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_FSIZE, WRITTEN),
        (resource.RLIMIT_CORE, 0),
    ):  # fmt: skip
        resource.setrlimit(what, (most, most))


def pages_in(file: Path) -> int:
    """How many pages can be drawn; 0 when the file cannot be opened or has too many."""
    if not _is_pdf(file):
        return 1 if _picture(file) is not None else 0
    import pypdfium2

    try:
        count = len(pypdfium2.PdfDocument(file))
    except Exception:  # whatever a hostile file brings about, it has no pages for us
        return 0
    return count if count <= MOST_PAGES else 0


def draw(folder: Path, file: Path) -> int:
    """Draw every page as a JPEG of ours."""
    if not _is_pdf(file):
        pictures = iter([_picture(file)])
    else:
        import pypdfium2

        document = pypdfium2.PdfDocument(file)
        if len(document) > MOST_PAGES:
            return 0
        pictures = (_drawn(page) for page in document)
    number = 0
    for picture in pictures:
        if picture is None:
            return 0
        picture.convert("RGB").save(folder / f"{number}.jpg", "JPEG", quality=72, optimize=True)
        number += 1
    return number


def read(folder: Path, file: Path) -> int:
    """Write how much of every page images take, and its signs where each is drawn: turned and cut like its picture."""
    if not _is_pdf(file):
        return 1 if _picture(file) is not None else 0
    import pypdfium2

    document = pypdfium2.PdfDocument(file)
    if len(document) > MOST_PAGES:
        return 0
    for number, page in enumerate(document):
        (folder / f"{number}.json").write_text(json.dumps([_pictured(page), _signs(page)]), encoding="ascii")
    return len(document)


def _signs(page):
    from pypdfium2 import raw

    words = page.get_textpage()
    if words.count_chars() > MOST_SIGNS:
        raise ValueError("too many signs on one page")
    signs = []
    for place in range(words.count_chars()):
        left, bottom, right, top = words.get_charbox(place, loose=True)
        corners = [_on_picture(page, raw, x, y) for x, y in ((left, bottom), (right, top))]
        across, down = zip(*corners, strict=True)
        told = not raw.FPDFText_HasUnicodeMapError(words, place)
        code = raw.FPDFText_GetUnicode(words, place) if told else UNTOLD
        signs.append([code, min(across), min(down), max(across), max(down)])
    return signs


def _pictured(page):
    """How much of the page images take, in parts of SCALE; one within a form counts as the whole form, patterns do not count."""
    from pypdfium2 import raw

    width, height = page.get_size()
    images = [one for one in page.get_objects() if one.type == raw.FPDF_PAGEOBJ_IMAGE]
    placed = {id(one): one for one in map(_outermost, images)}
    taken = 0.0
    for one in placed.values():
        left, bottom, right, top = one.get_bounds()
        corners = [_on_picture(page, raw, x, y) for x, y in ((left, bottom), (right, top))]
        across, down = ([min(SCALE, max(0, side)) for side in sides] for sides in zip(*corners, strict=True))
        taken += abs(across[1] - across[0]) * abs(down[1] - down[0]) / SCALE
    return min(SCALE, int(taken)) if width and height else SCALE


def _outermost(found):
    """The form on the page itself that an object stands in, or the object."""
    while found.container is not None:
        found = found.container
    return found


def _on_picture(page, raw, x, y):
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, SCALE, SCALE, 0, x, y, across, down)
    return across.value, down.value


def _is_pdf(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(5) == b"%PDF-"


def _drawn(page):
    width, height = page.get_size()
    scale = min(LONGEST / max(width, height, 1), 150 / 72 * 2)
    return page.render(scale=scale, may_draw_forms=False).to_pil()


def _picture(file: Path):
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS // 2  # twice as many is an error
    try:
        with Image.open(file, formats=("JPEG", "PNG")) as opened:
            opened.draft("RGB", (LONGEST, LONGEST))
            picture = ImageOps.exif_transpose(opened)
            picture.thumbnail((LONGEST, LONGEST))
            if picture.mode in ("RGBA", "LA", "P"):
                whole = picture.convert("RGBA")
                picture = Image.new("RGB", whole.size, "white")
                picture.paste(whole, mask=whole.getchannel("A"))
            return picture.convert("RGB")
    except Exception:  # a picture that cannot be read is none
        return None


VERBS = {"draw": draw, "read": read}


def main(words: list[str]) -> None:
    """Do what was asked, telling each number as soon as it is known."""
    limit()
    verb, folder, *files = words
    for name in files:
        number = pages_in(Path(name)) if verb == "count" else VERBS[verb](Path(folder), Path(name))
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
