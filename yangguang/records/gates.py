"""The paper gate: contexts that know what may not be written look at every paper before it is made, and refuse it."""

from __future__ import annotations

from collections.abc import Callable

from yangguang.base.press.sheet import Sheet

Look = Callable[[str, str, Sheet], None]
_looks: dict[str, Look] = {}


def before_paper(name: str) -> Callable[[Look], Look]:
    """Plug a look: the decorated function is given file reference, document kind and sheet, and raises Refused."""

    def plug(look: Look) -> Look:
        _looks[name] = look
        return look

    return plug


def look_at(file_ref: str, kind: str, sheet: Sheet) -> None:
    """Ask every plugged context. Raises Refused when one of them objects; the paper is then not made."""
    for look in _looks.values():
        look(file_ref, kind, sheet)
