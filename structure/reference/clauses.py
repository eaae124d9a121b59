"""Writes the clauses: every clause with its numbers, where it was read and how sure that reading is."""

from collections.abc import Iterator
from itertools import groupby

from structure.reference.markdown import head
from yangguang.statutes import Clause, Value, all_clauses

TOLD = """谁保证哪一条，运行 `yangguang clauses`。
条文以国家法律法规数据库公布的为准；这里只有编号、数值和自己的话。"""
SURE = {"text-read": "全文", "excerpt": "摘录", "memory": "待核"}
UNITS = {
    "workday": "个工作日",
    "calendar_day": "日",
    "hour": "小时",
    "month": "个月",
    "year": "年",
    "yuan": "元",
    "percent": "%",
    "person": "人",
    "count": "项",
}


def page() -> str:
    """The whole page."""
    return head("法条清册", source=" `yangguang/statutes/` ", told=TOLD) + "".join(_lines())


def _lines() -> Iterator[str]:
    for law, clauses in groupby(all_clauses(), key=lambda clause: clause.law):
        facts = [law.code, law.level]
        facts += [f"{law.in_force.isoformat()} 起施行"] if law.in_force else []
        facts += [f"至 {law.until.isoformat()}"] if law.until else []
        facts += [f"适用地区 {law.region}"] if law.region else []
        facts += [law.note] if law.note else []
        yield f"\n## {law.name}\n\n{'，'.join(facts)}。\n\n"
        yield "| 编号 | 条 | 内容 | 数值 | 核对 |\n|---|---|---|---|---|\n"
        yield from (_row(clause) for clause in clauses)


def _row(clause: Clause) -> str:
    values = "；".join(f"`{name}` {_number(value)}" for name, value in clause.values.items())
    article = clause.article if clause.article_sure else f"{clause.article}（条号待核）"
    text = clause.text.replace("|", "／")
    checked = SURE[clause.sure] + ("，有疑问" if clause.doubt else "")
    return f"| {clause.id} | {article} | {text} | {values} | {checked} |\n"


def _number(value: Value) -> str:
    number = f"{value.low}–{value.high}" if value.amount is None else str(value.amount)
    return f"{number}{UNITS[value.unit]}" + ("，末日顺延" if value.roll else "")
