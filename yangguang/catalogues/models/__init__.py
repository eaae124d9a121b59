"""Rows of lists."""

from yangguang.catalogues.models.edition import Edition
from yangguang.catalogues.models.entry import Entry

__all__ = ["Edition", "Entry"]
