"""Reads text on standard input and says what the public would not see of it, and why; questions are marked as such.

脱敏：从标准输入读取文字，逐处列出将被隐去的内容、种类和理由；像是姓名而不能确定的列为待判断。不保存任何内容。
给出 --pdf 和 --out 时，把外来的 PDF 逐页重建为图片，涂黑已知的内容，读回检查后写入新文件。
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path

from yangguang.base.commands.terminal import NotReady, answer
from yangguang.base.press.rebuilding import Box
from yangguang.disclosure.foreign_papers import rebuild
from yangguang.disclosure.rules.redaction import Known, Span, find, redacted
from yangguang.kernel import disk
from yangguang.kernel.refusal import Refused

NAME = "redact"
HELP = "列出将被隐去的内容 · what would be hidden"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Names known to be of natural persons."""
    parser.add_argument(
        "--name",
        action="append",
        default=[],
        metavar="姓名",
        help="已知的自然人姓名，可多次 a known person (repeatable)",
    )
    parser.add_argument("--pdf", type=Path, metavar="文件", help="外来的 PDF a PDF from outside")
    parser.add_argument("--out", type=Path, metavar="文件", help="重建的 PDF 写到哪里 where the rebuilt PDF goes")
    parser.add_argument(
        "--box",
        action="append",
        default=[],
        type=box_of,
        metavar="页:左,上,右,下",
        help="另外涂黑的地方，以页宽、页高的百分数计，可多次 blacken besides, in percent of the page (repeatable)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the places, and the text as the public would read it with every certain place hidden; or rebuild a PDF."""
    if arguments.pdf:
        return _rebuild(arguments)
    text = sys.stdin.buffer.read().decode("utf-8", errors="replace")
    known = [Known(name) for name in arguments.name]
    spans = find(text, known)
    result = {
        "hidden": [_told(span) for span in spans if span.certain],
        "questions": [_told(span) for span in spans if not span.certain],
        "text": redacted(text, known),
    }
    answer(result, as_json=True, lines=())
    return 0


def box_of(text: str) -> Box:
    """1:10,20,30,25 as a box on page 1. Raises ValueError."""
    page, _, sides = text.partition(":")
    left, top, right, bottom = (float(side) / 100 for side in sides.split(","))
    return Box(int(page), left, top, right, bottom)


def _rebuild(arguments: argparse.Namespace) -> int:
    if not arguments.out:
        raise NotReady("请用 --out 写明新文件放在哪里。say where the new file goes with --out.")
    known = [Known(name) for name in arguments.name]
    try:
        made = rebuild(arguments.pdf, known, boxes=arguments.box, named=arguments.out.name)
    except Refused as refusal:
        raise NotReady(str(refusal)) from refusal
    disk.write_durably(arguments.out, made.content, mode=0o600)
    result = {
        "hidden": [{"page": page, **_told(span)} for page, span in made.hidden],
        "questions": [{"page": page, **_told(span)} for page, span in made.questions],
        "pages_to_look_at": list(made.pictures_only),
    }
    answer(result, as_json=True, lines=())
    return 0


def _told(span: Span) -> dict[str, object]:
    return {name: value for name, value in asdict(span).items() if name != "certain"}
