"""Rows of the ground floor."""

from yangguang.base.models.approval import Approval, ApprovalStep
from yangguang.base.models.attempt import RefusedAttempt
from yangguang.base.models.blob import Blob
from yangguang.base.models.calendar_year import CalendarYear
from yangguang.base.models.delivery import Delivery
from yangguang.base.models.draft import FormDraft, SubmittedForm
from yangguang.base.models.job_run import JobRun
from yangguang.base.models.ledger import LedgerEntry, LedgerHead
from yangguang.base.models.local_value import LocalValue
from yangguang.base.models.log_leaf import LogLeaf
from yangguang.base.models.number import IssuedNumber, NumberRange, NumberSeries

__all__ = [
    "Approval",
    "ApprovalStep",
    "Blob",
    "CalendarYear",
    "Delivery",
    "FormDraft",
    "IssuedNumber",
    "JobRun",
    "LedgerEntry",
    "LedgerHead",
    "LocalValue",
    "LogLeaf",
    "NumberRange",
    "NumberSeries",
    "RefusedAttempt",
    "SubmittedForm",
]
