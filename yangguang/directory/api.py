"""The face of the directory for other contexts."""

from yangguang.directory import verbs
from yangguang.directory.demo import PASSWORD as DEMO_PASSWORD
from yangguang.directory.models import Account, Appointment, Body, Certificate, Entrustment, Officer, Unit
from yangguang.directory.models.scope import bodies_under, judicial_bureau_of, line_of, supervised_body_ids
from yangguang.directory.policy import may_keep_accounts
from yangguang.directory.proposals import (
    entrustments_returned_to,
    entrustments_to_file,
    proposals_returned_to,
    proposals_to_review,
    proposals_whose_letter_waits,
)
from yangguang.directory.public_photos import public_photo_of, public_photos
from yangguang.directory.queries import (
    accounts_holding,
    accounts_kept_without_role,
    agreement_acted_by,
    bodies_audited_by,
    bodies_kept_by,
    bodies_to_complete,
    body_that_answers,
    certificate_facts,
    certificate_fault,
    entrustment_between,
    entrustment_fault,
    handlers_of,
    own_rows,
    public_officer_rows,
    read_certificates,
    reviewer_fault,
    reviewer_staffing,
    usable_certificates,
)
from yangguang.directory.registered import registered_bodies, registered_officers
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules import totp
from yangguang.directory.rules.qualification import CertificateFacts, fault, qualifies, too_few
from yangguang.directory.rules.reviewers import Staffing
from yangguang.directory.rules.roles import ADMINISTRATORS, BUSINESS, Role
from yangguang.directory.rules.roles import LABELS as ROLE_LABELS
from yangguang.directory.session_limits import over_at as sign_in_over_at
from yangguang.directory.use_cases.reauthenticate import Proof, asks_code, proven, reauthenticate

__all__ = [
    "ADMINISTRATORS",
    "BUSINESS",
    "DEMO_PASSWORD",
    "ROLE_LABELS",
    "Account",
    "Appointment",
    "Body",
    "Certificate",
    "CertificateFacts",
    "DeskRequest",
    "Entrustment",
    "Officer",
    "Proof",
    "Role",
    "Staffing",
    "Unit",
    "accounts_holding",
    "accounts_kept_without_role",
    "agreement_acted_by",
    "bodies_audited_by",
    "bodies_kept_by",
    "bodies_to_complete",
    "body_that_answers",
    "asks_code",
    "bodies_under",
    "certificate_facts",
    "certificate_fault",
    "entrustment_between",
    "entrustment_fault",
    "entrustments_returned_to",
    "entrustments_to_file",
    "fault",
    "handlers_of",
    "judicial_bureau_of",
    "line_of",
    "may_keep_accounts",
    "own_rows",
    "proposals_returned_to",
    "proposals_to_review",
    "proposals_whose_letter_waits",
    "proven",
    "public_officer_rows",
    "public_photo_of",
    "public_photos",
    "qualifies",
    "read_certificates",
    "reauthenticate",
    "sign_in_over_at",
    "registered_bodies",
    "registered_officers",
    "reviewer_fault",
    "reviewer_staffing",
    "supervised_body_ids",
    "too_few",
    "totp",
    "usable_certificates",
    "verbs",
]
