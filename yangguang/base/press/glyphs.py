"""Which characters of a document no face here can draw, so that a rare name is noticed before it is printed."""

import json

import typst

from yangguang.base.press.faces import faces, fonts, site_folder
from yangguang.base.press.pdf import STANDARD
from yangguang.base.press.sheet import Sheet

_TRIAL = b"""#set document(date: datetime(year: 2000, month: 1, day: 1))
#set text(font: json(bytes(sys.inputs.faces)).body)
#for character in json(bytes(sys.inputs.characters)) [#character#h(0pt)]
"""


def characters_without_glyph(sheet: Sheet) -> str:
    """The characters of the sheet that would come out as an empty box, in order; empty when all can be drawn."""
    content = sheet.to_json()
    wanted = sorted(character for character in set(content) if character.isprintable() and character > "\u00ff")
    return "".join(_undrawn(wanted, site_folder()))


def _undrawn(characters: list[str], folder: str) -> list[str]:
    """PDF/A refuses a text with a missing glyph: halve until the characters stand alone."""
    if not characters or _can_draw(characters, folder):
        return []
    if len(characters) == 1:
        return characters
    middle = len(characters) // 2
    return _undrawn(characters[:middle], folder) + _undrawn(characters[middle:], folder)


def _can_draw(characters: list[str], folder: str) -> bool:
    inputs = {"faces": json.dumps(faces(folder)), "characters": json.dumps(characters)}
    try:
        typst.Compiler(font_paths=fonts(folder), sys_inputs=inputs).compile(
            _TRIAL, format="pdf", pdf_standards=STANDARD
        )
    except typst.TypstError:
        return False
    return True
