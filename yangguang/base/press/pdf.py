"""A sheet as PDF: one layout for every document, PDF/A-2b, the same bytes for the same sheet."""

import io
import json
from functools import lru_cache
from pathlib import Path
from typing import Final, cast

import segno
import typst

from yangguang.base.press.faces import faces, fonts, site_folder
from yangguang.base.press.sheet import Sheet

LAYOUT = Path(__file__).with_name("layout.typ")
STANDARD: Final = "a-2b"


@lru_cache(maxsize=2)
def _layout() -> bytes:
    return LAYOUT.read_bytes()


def qr_svg(link: str) -> str:
    """The link as a QR code. One mask for all: every reader takes any mask, and weighing all eight costs most of the time."""
    drawn = io.BytesIO()
    segno.make_qr(link, error="m", mask=3, boost_error=False).save(drawn, kind="svg", border=0, xmldecl=False)
    return drawn.getvalue().decode()


def inputs_of(sheet: Sheet, folder: str) -> dict[str, str]:
    """What the layout reads: the sheet, the faces, and the QR code when the sheet has one."""
    inputs = {"sheet": sheet.to_json(), "faces": json.dumps(faces(folder), sort_keys=True)}
    if sheet.code and sheet.code.link:
        inputs["qr"] = qr_svg(sheet.code.link)
    return inputs


def render_pdf(sheet: Sheet) -> bytes:
    """The sheet as PDF/A-2b; as plain PDF when a character has no glyph in any face, which PDF/A does not allow."""
    folder = site_folder()
    compiler = typst.Compiler(font_paths=fonts(folder), sys_inputs=inputs_of(sheet, folder))
    try:
        return cast(bytes, compiler.compile(_layout(), format="pdf", pdf_standards=STANDARD))
    except typst.TypstError as error:
        if "could not be displayed" not in error.message:
            raise
        return cast(bytes, compiler.compile(_layout(), format="pdf"))
