"""The paper gates: contexts that know what may not be written look at every paper before it is made, and those a paper
carries something for before it is voided; they refuse it.
"""

from __future__ import annotations

from collections.abc import Callable

from yangguang.base.press.sheet import Sheet

Look = Callable[[str, str, Sheet], None]
Leave = Callable[[int], None]
_looks: dict[str, Look] = {}
_leaves: dict[str, Leave] = {}


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


def before_voiding(name: str) -> Callable[[Leave], Leave]:
    """Plug a guard: the decorated function is given a document's id and raises Refused while something rests on it."""

    def plug(leave: Leave) -> Leave:
        _leaves[name] = leave
        return leave

    return plug


def may_be_voided(document_id: int) -> None:
    """Ask every plugged context. Raises Refused when the paper of something that stands would be voided alone."""
    for leave in _leaves.values():
        leave(document_id)
