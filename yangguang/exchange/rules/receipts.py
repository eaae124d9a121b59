"""How a receipt is read: a small CSV or JSON from outside, nothing of which is believed before all of it has been looked at."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 50_000
MOST_NUMBER = 2_000_000_000
FORMAT = "yangguang-receipt/1"
RESULTS = {"accepted": True, "refused": False, "已接收": True, "接收": True, "被退回": False, "退回": False}
TITLES = ("批次编号", "清单指纹", "回执序号", "行号", "结果", "理由")
KEYS = ("batch", "manifest", "serial")
AGAIN = "请向上级平台索取完整的回执文件，不要改动后重新上传。"
BATCH = re.compile(r"[0-9A-Za-z-]{1,60}")
HEX = re.compile(r"[0-9a-f]{64}")
WHOLE = re.compile(r"[1-9][0-9]{0,9}")


@dataclass(frozen=True)
class Answer:
    """What was said of one row."""

    row: int
    accepted: bool
    reason: str = ""


@dataclass(frozen=True)
class Receipt:
    """One receipt: to which batch, that it is this very batch, its running number, and each row's answer."""

    batch: str
    manifest: str
    serial: int
    answers: tuple[Answer, ...]


def read_receipt(content: bytes) -> Receipt:
    """The receipt. Raises Refused (field `file`), in words that say what is wrong and where."""
    return _checked(*_opened(content))


def batch_named(content: bytes) -> str:
    """Of which batch a file that is not taken in speaks, so that its body alone is told; nothing where that cannot be read."""
    try:
        batch = _opened(content)[0].get("batch")
    except Refused:
        return ""
    return batch if isinstance(batch, str) and BATCH.fullmatch(batch) else ""


def _opened(content: bytes) -> tuple[Mapping[str, Any], list[Mapping[str, Any]]]:
    """What stands at its head, and its rows, nothing of either believed yet."""
    if not content or len(content) > MOST_BYTES:
        raise _bad("文件是空的。" if not content else f"回执超过{MOST_BYTES // 1024 // 1024}MB。")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(
            "回执不是 UTF-8 编码。", field="file", remedy="请向上级平台索取 UTF-8 编码的回执文件，不要自行转码。"
        ) from None
    if "\0" in text:
        raise _bad("回执里有不能识别的字符。")
    return _from_json(text) if text.lstrip()[:1] == "{" else _from_csv(text)


def _from_json(text: str) -> tuple[Mapping[str, Any], list[Mapping[str, Any]]]:
    try:
        told = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise _bad("回执不是正确的 JSON。") from None
    rows = told.get("rows")
    if told.get("format") != FORMAT or not isinstance(rows, list) or not all(isinstance(one, dict) for one in rows):
        raise _bad(f"回执的格式不是 {FORMAT}。")
    return told, rows


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) != len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _from_csv(text: str) -> tuple[Mapping[str, Any], list[Mapping[str, Any]]]:
    try:
        table = [line for line in csv.reader(io.StringIO(text), strict=True) if any(cell.strip() for cell in line)]
    except csv.Error:
        raise _bad("回执不是正确的 CSV。") from None
    if not table or tuple(cell.strip() for cell in table[0]) != TITLES:
        raise _bad(f"回执第1行应当是列名：{'、'.join(TITLES)}。")
    if any(len(line) != len(TITLES) for line in table):
        raise _bad("回执有的行列数不对。")
    rows: list[Mapping[str, Any]] = [
        dict(zip((*KEYS, "row", "result", "reason"), map(str.strip, line), strict=True)) for line in table[1:]
    ]
    if len({tuple(one[key] for key in KEYS) for one in rows}) != 1:
        raise _bad("一份回执只能答复一个批次，批次编号、清单指纹和回执序号各行应当相同。")
    return rows[0], rows


def _checked(told: Mapping[str, Any], rows: Iterable[Mapping[str, Any]]) -> Receipt:
    batch, manifest = told.get("batch"), told.get("manifest")
    if not isinstance(batch, str) or not BATCH.fullmatch(batch):
        raise _bad("回执没有写明批次编号。")
    if not isinstance(manifest, str) or not HEX.fullmatch(manifest):
        raise _bad("回执没有写明清单指纹。")
    answers: dict[int, Answer] = {}
    for one in rows:
        number = _number(one.get("row"), "行号")
        result, reason = one.get("result"), one.get("reason") or ""
        if not isinstance(result, str) or result not in RESULTS or not isinstance(reason, str):
            raise _bad(f"第{number}行的结果应当是“已接收”或者“被退回”。")
        accepted = RESULTS[result]
        reason = _reason(reason, number, least=0 if accepted else 1)
        if number in answers:
            raise _bad(f"第{number}行答复了两次。")
        answers[number] = Answer(number, accepted, "" if accepted else reason)
        if len(answers) > MOST_ROWS:
            raise _bad(f"一份回执最多答复{MOST_ROWS}行。")
    if not answers:
        raise _bad("回执里没有答复任何一行。")
    return Receipt(batch, manifest, _number(told.get("serial"), "回执序号"), tuple(answers.values()))


def _reason(text: str, number: int, *, least: int) -> str:
    """On one line, as nobody here may change what came from above."""
    try:
        return clean(" ".join(text.split()), label=f"第{number}行的退回理由", most=400, least=least)
    except Refused as refusal:
        raise _bad(refusal.reason) from refusal


def _number(value: Any, label: str) -> int:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not WHOLE.fullmatch(text) or int(text) > MOST_NUMBER:
        raise _bad(f"{label}应当是大于零的整数。")
    return int(text)


def _bad(reason: str) -> Refused:
    return Refused(reason, field="file", remedy=AGAIN)


def gaps(serials: Iterable[int], *, most: int = 20) -> list[int]:
    """The running numbers that are missing below the highest, no more than `most` of them."""
    known = set(serials)
    found: list[int] = []
    for number in range(1, max(known, default=0)):
        if number not in known:
            found.append(number)
            if len(found) == most:
                break
    return found
