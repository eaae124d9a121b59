"""Rows of reporting."""

from yangguang.reporting.models.counts import CountedFact, MonthlyCount
from yangguang.reporting.models.report import AnnualReport, FiledTo, HandFigure, ReportFiling, ReportState

__all__ = ["AnnualReport", "CountedFact", "FiledTo", "HandFigure", "MonthlyCount", "ReportFiling", "ReportState"]
