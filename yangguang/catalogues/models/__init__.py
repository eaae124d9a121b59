"""Rows of lists."""

from yangguang.catalogues.models.basis_change import BasisChange
from yangguang.catalogues.models.edition import Edition
from yangguang.catalogues.models.edition_filing import EditionFiling
from yangguang.catalogues.models.entry import Entry
from yangguang.catalogues.models.outside_review import OutsideReview
from yangguang.catalogues.models.sample_form import SampleForm

__all__ = ["BasisChange", "Edition", "EditionFiling", "Entry", "OutsideReview", "SampleForm"]
