"""Writes the events of the ledger: what each act is called there, the clauses it rests on, the facts it keeps."""

import ast
from dataclasses import fields
from importlib import import_module
from itertools import groupby
from pathlib import Path

from structure.reference.markdown import cited, code, head, table
from yangguang.base.events import Event

PACKAGE = Path(__file__).parents[2] / "yangguang"
COLUMNS = ("账上的名称", "事件", "要事", "依据", "记下什么")


def page() -> str:
    """The whole page, a table for each context."""
    told = "每个执法行为在账上留下一行。“要事”显示在案件时间线的要事视图里。依据因案而异的，由行为本身写明。"
    written = [head("账目事件", source="各模块的 `events` ", told=told)]
    for context, found in groupby(all_events(), key=lambda event: event.__module__.split(".")[1]):
        written.append(f"\n## {context}\n\n{table(COLUMNS, (_row(event) for event in found))}")
    return "".join(written)


def all_events() -> list[type[Event]]:
    """Every event a context announces: the classes with a label in its `events`."""
    places = [*PACKAGE.glob("*/events.py"), *PACKAGE.glob("*/events/*.py")]
    found = []
    for path in sorted(places):
        module = import_module(".".join(["yangguang", *path.relative_to(PACKAGE).with_suffix("").parts]))
        named = [
            node.name for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.ClassDef)
        ]
        classes = [getattr(module, name) for name in named]
        found += [one for one in classes if issubclass(one, Event) and one.label]
    return sorted(found, key=lambda event: (event.__module__.split(".")[1], event.__name__))


def _row(event: type[Event]) -> tuple[str, ...]:
    kept = code(field.name for field in fields(event))
    return event.label, f"`{event.__name__}`", "是" if event.weighty else "", cited(event.clauses), kept
