"""The face of the directory for other contexts."""

from yangguang.directory.models import Account, Appointment, Body, Certificate, Entrustment, Officer, Unit
from yangguang.directory.queries import (
    bodies_under,
    certificate_facts,
    entrustment_between,
    own_rows,
    supervised_body_ids,
)
from yangguang.directory.rules.qualification import CertificateFacts, fault, qualifies
from yangguang.directory.rules.roles import LABELS as ROLE_LABELS
from yangguang.directory.rules.roles import Role

__all__ = [
    "ROLE_LABELS",
    "Account",
    "Appointment",
    "Body",
    "Certificate",
    "CertificateFacts",
    "Entrustment",
    "Officer",
    "Role",
    "Unit",
    "bodies_under",
    "certificate_facts",
    "entrustment_between",
    "fault",
    "own_rows",
    "qualifies",
    "supervised_body_ids",
]
