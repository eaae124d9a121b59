"""Rows of the directory."""

from yangguang.directory.models.account import Account, Appointment
from yangguang.directory.models.body import Body, Entrustment, Unit
from yangguang.directory.models.card import CardBatch
from yangguang.directory.models.officer import AnnualCheck, Certificate, Officer, ReviewerQualification

__all__ = [
    "Account",
    "AnnualCheck",
    "Appointment",
    "Body",
    "CardBatch",
    "Certificate",
    "Entrustment",
    "Officer",
    "ReviewerQualification",
    "Unit",
]
