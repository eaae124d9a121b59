"""The face of reporting for the contexts above."""

from yangguang.reporting.counting import count_the_uncounted
from yangguang.reporting.models import AnnualReport
from yangguang.reporting.queries import columns_to_enter, reports_waiting_for
from yangguang.reporting.rules.counting import HandValue
from yangguang.reporting.rules.due import CLAUSE
from yangguang.reporting.standings import Standing, last_year, owed
from yangguang.reporting.use_cases.adopt_report import adopt_report
from yangguang.reporting.use_cases.draft_report import draft_report
from yangguang.reporting.use_cases.enter_figures import enter_figures
from yangguang.reporting.use_cases.file_report import file_report
from yangguang.reporting.use_cases.submit_report import submit_report
from yangguang.reporting.use_cases.word_report import word_report

__all__ = [
    "CLAUSE",
    "AnnualReport",
    "HandValue",
    "Standing",
    "adopt_report",
    "columns_to_enter",
    "count_the_uncounted",
    "draft_report",
    "enter_figures",
    "file_report",
    "last_year",
    "owed",
    "reports_waiting_for",
    "submit_report",
    "word_report",
]
