"""Every act on bodies, officers, certificates, entrustments and accounts by its verb: for those who set up whole sites."""

from yangguang.directory.use_cases.add_unit import add_unit
from yangguang.directory.use_cases.appoint import appoint
from yangguang.directory.use_cases.enable_totp import enable_totp
from yangguang.directory.use_cases.enrol_officer import enrol_officer
from yangguang.directory.use_cases.entrust_power import entrust_power
from yangguang.directory.use_cases.file_entrustment import file_entrustment
from yangguang.directory.use_cases.issue_certificate import issue_certificate
from yangguang.directory.use_cases.open_account import open_account
from yangguang.directory.use_cases.propose_body import propose_body
from yangguang.directory.use_cases.publish_entrustment import publish_entrustment
from yangguang.directory.use_cases.qualify_reviewer import qualify_reviewer
from yangguang.directory.use_cases.record_annual_check import record_annual_check
from yangguang.directory.use_cases.register_body import register_body
from yangguang.directory.use_cases.review_body_proposal import review_body_proposal
from yangguang.directory.use_cases.set_officer_photo import set_officer_photo
from yangguang.directory.use_cases.suspend_certificate import suspend_certificate

__all__ = [
    "add_unit",
    "appoint",
    "enable_totp",
    "enrol_officer",
    "entrust_power",
    "file_entrustment",
    "issue_certificate",
    "open_account",
    "propose_body",
    "publish_entrustment",
    "qualify_reviewer",
    "record_annual_check",
    "register_body",
    "review_body_proposal",
    "set_officer_photo",
    "suspend_certificate",
]
