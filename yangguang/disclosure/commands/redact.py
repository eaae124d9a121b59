"""Reads text on standard input and says what the public would not see of it, and why; questions are marked as such.

脱敏：从标准输入读取文字，逐处列出将被隐去的内容、种类和理由；像是姓名而不能确定的列为待判断。不保存任何内容。
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict

from yangguang.base.commands.terminal import answer
from yangguang.disclosure.rules.redaction import Known, Span, find, redacted

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


def run(arguments: argparse.Namespace) -> int:
    """Print the places, and the text as the public would read it with every certain place hidden."""
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


def _told(span: Span) -> dict[str, object]:
    return {name: value for name, value in asdict(span).items() if name != "certain"}
