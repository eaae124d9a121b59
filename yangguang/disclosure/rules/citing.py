"""Clauses as the public reads them: 《行政处罚法》第四十八条第二款."""

from __future__ import annotations

from collections.abc import Iterable

from yangguang.statutes import UnknownClause, clause


def cited(clause_ids: Iterable[object]) -> str:
    """Every article once, in order; one nobody has recorded stands as it is."""
    return "、".join(dict.fromkeys(_cite(str(one)) for one in clause_ids))


def _cite(clause_id: str) -> str:
    try:
        found = clause(clause_id)
    except UnknownClause:
        return clause_id
    law = found.law.citation
    return f"{law if '〔' in law or '《' in law else f'《{law}》'}{found.article}"
