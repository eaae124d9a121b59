"""The blocks an official document is made of: frozen dataclasses that say what stands there, never how it looks."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from math import gcd
from typing import ClassVar, Literal

from yangguang.base.press.plain import bare_label, plain

Face = Literal["body", "hei", "kai"]


def _cleaned(value):
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, (tuple, list)):
        return tuple(_cleaned(part) for part in value)
    return value


class Block:
    """What every block has: the kind by which it is stored and the Chinese name by which people know it."""

    kind: ClassVar[str]
    chinese: ClassVar[str]


@dataclass(frozen=True)
class _Clean(Block):
    """Every text that enters a block is plain; every list becomes a tuple, so that blocks can be compared and kept."""

    def __post_init__(self) -> None:
        for field in fields(self):
            object.__setattr__(self, field.name, _cleaned(getattr(self, field.name)))


@dataclass(frozen=True)
class Run(_Clean):
    """A stretch of text in one face."""

    text: str
    face: Face = "body"
    underline: bool = False


@dataclass(frozen=True)
class Fact(_Clean):
    """One item of a form: what it is and what it says."""

    label: str
    value: str

    def __post_init__(self) -> None:
        super().__post_init__()
        object.__setattr__(self, "label", bare_label(self.label))
        if not self.label:
            raise ValueError("a fact has a label")


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs with neighbours of one face made one and empty ones left out, so that equal text is equal data."""
    joined: list[Run] = []
    for run in runs:
        if joined and (joined[-1].face, joined[-1].underline) == (run.face, run.underline):
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        elif run.text:
            joined.append(run)
    return tuple(joined)


@dataclass(frozen=True)
class Letterhead(_Clean):
    """The name of the issuing body at the head: in red over a red rule, or plain over a form."""

    kind = "letterhead"
    chinese = "发文机关"
    body: str
    red: bool = True


@dataclass(frozen=True)
class DocumentNumber(_Clean):
    """The document number 文号: centred under a red head, else at the right."""

    kind = "document_number"
    chinese = "文号"
    text: str


@dataclass(frozen=True)
class Heading(_Clean):
    """A heading: level 0 is the title of the document, 1 to 3 its parts."""

    kind = "heading"
    chinese = "标题"
    text: str
    level: int = 0

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.level not in (0, 1, 2, 3):
            raise ValueError("a heading has level 0, 1, 2 or 3")


@dataclass(frozen=True)
class Addressee(_Clean):
    """To whom the document speaks; flush left, with its colon."""

    kind = "addressee"
    chinese = "主送"
    text: str


@dataclass(frozen=True)
class Paragraph(_Clean):
    """Running text, its first line set in by two characters unless it says otherwise."""

    kind = "paragraph"
    chinese = "正文"
    runs: tuple[Run, ...]
    indent: bool = True

    def __post_init__(self) -> None:
        super().__post_init__()
        object.__setattr__(self, "runs", _joined(self.runs))

    @property
    def text(self) -> str:
        """The words without their faces."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Facts(_Clean):
    """Labels and values: a bordered form, or plain lines `当事人：…` when not bordered."""

    kind = "facts"
    chinese = "要素"
    rows: tuple[tuple[Fact, ...], ...]
    bordered: bool = True

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.rows or not all(self.rows):
            raise ValueError("facts need at least one row and every row at least one fact")


@dataclass(frozen=True)
class Table(_Clean):
    """A table with a head repeated on every page; `widths` are parts of the whole, `numbers` the columns set right."""

    kind = "table"
    chinese = "表格"
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
    totals: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        columns = len(self.head)
        if not columns or any(len(row) != columns for row in self.rows):
            raise ValueError("every row of a table has as many cells as its head")
        if any(part and len(part) != columns for part in (self.widths, self.totals)):
            raise ValueError("widths and totals name every column or none")
        widths = self.widths or (1,) * columns
        shared = gcd(*widths)
        object.__setattr__(self, "widths", tuple(width // max(shared, 1) for width in widths))
        if any(not 0 <= number < columns for number in self.numbers) or any(width <= 0 for width in self.widths):
            raise ValueError("number columns must exist and widths be positive")


@dataclass(frozen=True)
class Opinion(_Clean):
    """One box of an approval form: who, in which role, wrote what, signed when; `review` marks the 法制审核 column."""

    kind = "opinion"
    chinese = "意见栏"
    role: str
    text: str = ""
    signer: str = ""
    signed_on: date | None = None
    review: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        object.__setattr__(self, "signer", self.signer.strip())


@dataclass(frozen=True)
class QuestionAnswer(_Clean):
    """One question and its answer in an inquiry record."""

    kind = "question_answer"
    chinese = "问答"
    question: str
    answer: str


@dataclass(frozen=True)
class SignatureLine(_Clean):
    """A line to sign on: `执法人员（签名）：____ 年 月 日`."""

    kind = "signature_line"
    chinese = "签名"
    label: str
    signer: str = ""
    signed_on: date | None = None
    dated: bool = True

    def __post_init__(self) -> None:
        super().__post_init__()
        object.__setattr__(self, "label", bare_label(self.label))
        object.__setattr__(self, "signer", self.signer.strip())
        if self.signed_on and not self.dated:
            raise ValueError("a line without a date has no day of signing")


@dataclass(frozen=True)
class SealPlace(_Clean):
    """Where the seal goes: the body's name centred over the date, the date four characters from the right."""

    kind = "seal_place"
    chinese = "落款"
    body: str
    dated_on: date | None = None


@dataclass(frozen=True)
class Attachments(_Clean):
    """The numbered list of attachments 附件 under the text."""

    kind = "attachments"
    chinese = "附件"
    names: tuple[str, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.names:
            raise ValueError("a list of attachments names at least one")


@dataclass(frozen=True)
class PageBreak(_Clean):
    """What follows begins on a new page."""

    kind = "page_break"
    chinese = "分页"


@dataclass(frozen=True)
class Footnote(_Clean):
    """A small note at the foot of the document, such as how many copies were made."""

    kind = "footnote"
    chinese = "附注"
    text: str


KINDS: dict[str, type[Block]] = {
    block.kind: block
    for block in (
        Letterhead, DocumentNumber, Heading, Addressee, Paragraph, Facts, Table, Opinion,
        QuestionAnswer, SignatureLine, SealPlace, Attachments, PageBreak, Footnote,
    )
}  # fmt: skip


def paragraph(text: str, *, indent: bool = True) -> Paragraph:
    """A paragraph in one face."""
    return Paragraph((Run(text),), indent=indent)


def facts(*rows: Iterable[tuple[str, str]] | tuple[str, str], bordered: bool = True) -> Facts:
    """Facts from plain pairs: one pair is a row of its own, a list of pairs shares a row."""
    shaped = [[row] if isinstance(row, tuple) and isinstance(row[0], str) else list(row) for row in rows]
    return Facts(tuple(tuple(Fact(*pair) for pair in row) for row in shaped), bordered=bordered)
