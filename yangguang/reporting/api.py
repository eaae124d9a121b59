"""The face of reporting for the contexts above."""

from yangguang.reporting.figures import differences
from yangguang.reporting.models import AnnualReport
from yangguang.reporting.queries import columns_to_enter, reports_waiting_for
from yangguang.reporting.rules.counting import HandValue
from yangguang.reporting.rules.due import CLAUSE
from yangguang.reporting.standings import Standing, last_year, owed
from yangguang.reporting.use_cases.adopt_report import adopt_report
from yangguang.reporting.use_cases.draft_report import draft_report
from yangguang.reporting.use_cases.enter_figures import enter_figures
from yangguang.reporting.use_cases.file_report import file_report
from yangguang.reporting.use_cases.return_report import return_report
from yangguang.reporting.use_cases.submit_report import submit_report
from yangguang.reporting.use_cases.word_report import word_report

__all__ = [
    "CLAUSE",
    "AnnualReport",
    "HandValue",
    "Standing",
    "adopt_report",
    "columns_to_enter",
    "differences",
    "draft_report",
    "enter_figures",
    "file_report",
    "last_year",
    "owed",
    "reports_waiting_for",
    "return_report",
    "submit_report",
    "word_report",
]
