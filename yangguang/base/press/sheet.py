"""A sheet: one official document as data, kept as JSON and rendered whenever it is wanted."""

import json
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Literal

from yangguang.base.press.blocks import KINDS, Block, DocumentNumber, Fact, Run
from yangguang.base.press.plain import plain

VERSION = 1
DRAFT_MARK = "草稿 未编号 不得对外"
_DATES = ("dated_on", "signed_on")


@dataclass(frozen=True)
class Code:
    """What lets a reader check the paper: the public number, the address in the QR code, and lines beside it."""

    number: str
    link: str = ""
    lines: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "number", plain(self.number))
        object.__setattr__(self, "link", plain(self.link))
        object.__setattr__(self, "lines", tuple(plain(line) for line in self.lines))


@dataclass(frozen=True)
class Sheet:
    """A document: its blocks in order, and what concerns all its pages."""

    title: str
    blocks: tuple[Block, ...]
    dated_on: date
    number: str = ""
    body_name: str = ""
    orientation: Literal["portrait", "landscape"] = "portrait"
    form: bool = False  # a form to fill in has narrower margins than a letter of the body
    watermark: str = ""
    every_page_signature: tuple[str, ...] = ()
    code: Code | None = field(default=None)

    def __post_init__(self) -> None:
        for name in ("title", "number", "body_name", "watermark"):
            object.__setattr__(self, name, plain(getattr(self, name)))
        object.__setattr__(self, "blocks", tuple(self.blocks))
        object.__setattr__(self, "every_page_signature", tuple(plain(label) for label in self.every_page_signature))
        if self.orientation not in ("portrait", "landscape"):
            raise ValueError("a sheet is portrait or landscape")

    def numbered(self, number: str) -> "Sheet":
        """The same sheet under its number and no longer a draft."""
        blocks = tuple(DocumentNumber(number) if isinstance(block, DocumentNumber) else block for block in self.blocks)
        return replace(self, blocks=blocks, number=number, watermark="")

    def as_draft(self) -> "Sheet":
        """The same sheet with the draft mark across every page."""
        return replace(self, watermark=DRAFT_MARK)

    def to_json(self) -> str:
        """The sheet as JSON text; the same sheet always gives the same text."""
        content = _values(self) | {
            "version": VERSION,
            "blocks": [_values(one) | {"kind": one.kind} for one in self.blocks],
        }
        return json.dumps(content, ensure_ascii=False, sort_keys=True, default=_for_json)

    @classmethod
    def from_json(cls, text: str) -> "Sheet":
        """The sheet kept as JSON; ValueError when it was written by a version not known here."""
        content = json.loads(text)
        if content.pop("version", None) != VERSION:
            raise ValueError("this document was kept in a form not known here")
        content["blocks"] = tuple(block_from_dict(block) for block in content["blocks"])
        content["dated_on"] = date.fromisoformat(content["dated_on"])
        content["code"] = Code(**content["code"]) if content["code"] else None
        return cls(**content)


def _for_json(value: Any) -> Any:
    return _values(value) if is_dataclass(value) else date.isoformat(value)


def _values(value: Any) -> dict[str, Any]:
    """What a sheet or a part of it says, as it stands there: JSON needs no copies, which `asdict` would make."""
    kind: Any = type(value)
    return {name: getattr(value, name) for name in _names(kind)}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))


def block_from_dict(content: dict) -> Block:
    """The block those plain values describe; ValueError for a kind not known here."""
    content = dict(content)
    kind = KINDS.get(content.pop("kind", ""))
    if kind is None:
        raise ValueError("this kind of block is not known here")
    for name in _DATES:
        if content.get(name):
            content[name] = date.fromisoformat(content[name])
    if "runs" in content:
        content["runs"] = tuple(Run(**run) for run in content["runs"])
    if kind is KINDS["facts"]:
        content["rows"] = tuple(tuple(Fact(**fact) for fact in row) for row in content["rows"])
    return kind(**content)
