"""The column kind that cites clauses: typed as an id or as 劳动保障监察条例第二十五条, kept as ids the statutes know."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from yangguang import statutes
from yangguang.catalogues.lists.columns import Column
from yangguang.kernel.refusal import Refused

WITH_ID = re.compile(r"^.*〔(?P<id>[^〔〕]+)〕$")
CLAUSE_NUMBER = re.compile(r"〔[A-Z][A-Z0-9-]*:[^〕]*〕")
SOURCES = "请在“法条与期限”中查找条款编号，如 LSR-2004:25#fine。"


def clauses(name: str, label: str, *, required: bool = True) -> Column:
    """Clause ids, one or several."""
    return Column(
        name, label, read_clauses, lambda ids: "\n".join(written(i) for i in ids), required, 2,
        hint="每行一条：条款编号，如 LSR-2004:25#fine；或者名称加条号，如 劳动合同法第八十条", cites=True,
    )  # fmt: skip


def read_clauses(text: str) -> list[str]:
    """Ids from typed lines. Raises Refused for a clause nobody knows."""
    parts = [part.strip() for part in re.split(r"[、；;\n]", text) if part.strip()]
    ids = [_id_of(part) for part in parts]
    if len(set(ids)) < len(ids):
        raise Refused("同一条款写了两次。")
    return ids


def written(clause_id: str) -> str:
    """A clause as cells and sheets write it: its citation and its id."""
    return f"{statutes.clause(clause_id).cite()}〔{clause_id}〕"


def as_read(text: str) -> str:
    """A cell as people read it: without the numbers by which clauses are kept, and no article twice."""
    return "\n".join(dict.fromkeys(CLAUSE_NUMBER.sub("", text).split("\n")))


def not_in_force(ids: list[str], on: date) -> list[str]:
    """Of these clauses, the ones that are not in force on a day, by citation."""
    lapsed = []
    for clause_id in ids:
        try:
            statutes.clause(clause_id).on(on)
        except statutes.NotInForce:
            lapsed.append(statutes.clause(clause_id).cite())
    return lapsed


def _id_of(part: str) -> str:
    bracketed = WITH_ID.match(part)
    typed = bracketed["id"].strip() if bracketed else part
    try:
        return statutes.clause(typed).id
    except statutes.UnknownClause:
        found = _by_citation().get(re.sub(r"[《》\s]", "", part), ())
    if len(found) == 1:
        return found[0]
    if found:
        raise Refused(f"“{part}”有几项内容，请写明编号：{'、'.join(found)}。")
    raise Refused(f"没有找到条款“{part[:60]}”。", remedy=SOURCES)


@cache
def _by_citation() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for one in statutes.all_clauses():
        found[one.cite()] = (*found.get(one.cite(), ()), one.id)
    return found
