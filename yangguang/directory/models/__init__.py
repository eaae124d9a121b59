"""Rows of the directory."""

from yangguang.directory.models.account import Account, Appointment
from yangguang.directory.models.body import Body, Entrustment, Unit
from yangguang.directory.models.body_proposal import BodyProposal
from yangguang.directory.models.card import CardBatch
from yangguang.directory.models.officer import AnnualCheck, Certificate, Officer, ReviewerQualification
from yangguang.directory.models.officer_photo import OfficerPhoto

__all__ = [
    "Account",
    "AnnualCheck",
    "Appointment",
    "Body",
    "BodyProposal",
    "CardBatch",
    "Certificate",
    "Entrustment",
    "Officer",
    "OfficerPhoto",
    "ReviewerQualification",
    "Unit",
]
