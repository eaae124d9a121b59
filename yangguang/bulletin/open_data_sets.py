"""Which tables open data have, and what of the public store is in none of them, with the reason."""

from __future__ import annotations

from yangguang.bulletin.open_tables import counts, decisions, lists, register
from yangguang.bulletin.open_tables.table import DataSet, Field

DATA_SETS: tuple[DataSet, ...] = (*decisions.TABLES, *register.TABLES, *lists.TABLES, *counts.TABLES)

__all__ = ["DATA_SETS", "DataSet", "Field"]
