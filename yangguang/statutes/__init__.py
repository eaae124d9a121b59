"""The law as this software keeps it.

One TOML file a clause, with source, values and units, and worked examples that run as tests. A number of days or an
amount is asked here, never written elsewhere: `clause("APL-2021:48.2").amount("withdraw_within", unit="workday")`.
Terms are computed by `deadlines.due`, ranges of money by `ranges.money_range`, regional values by `overlays.governing`;
`keeps` marks the one function that keeps a clause, and `coverage` says which clauses nobody keeps yet.
"""

from yangguang.statutes.clause import Clause, Example, NoSuchValue, NotInForce, NotSet, Statute, Value, WrongUnit
from yangguang.statutes.keepers import keeps, keeps_clocks, kept_by_people
from yangguang.statutes.library import UnknownClause, all_clauses, clause, clause_ids, statute

__all__ = [
    "Clause",
    "Example",
    "NoSuchValue",
    "NotInForce",
    "NotSet",
    "Statute",
    "UnknownClause",
    "Value",
    "WrongUnit",
    "all_clauses",
    "clause",
    "clause_ids",
    "keeps",
    "keeps_clocks",
    "kept_by_people",
    "statute",
]
