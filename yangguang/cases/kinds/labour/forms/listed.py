"""What a handler chooses from when a case is opened: the matters and violations of the lists in force."""

from __future__ import annotations

from datetime import date

from yangguang.catalogues.api import matters_in_force, standards_in_force
from yangguang.directory.api import Body
from yangguang.kernel.refusal import Refused

Choices = list[tuple[str, str]]


def known_matters(body: Body, on: date) -> Choices:
    """The matters in force by code and name; none where no list was adopted, which the opening then refuses."""
    try:
        return [(row.code, f"{row.name}（{row.code}）") for row in matters_in_force(body, on)]
    except Refused:
        return []


def known_violations(body: Body, on: date) -> Choices:
    """The violations a discretion standard in force knows; none where no list was adopted."""
    try:
        return [(row.code, f"{row.violation}（{row.code}）") for row in standards_in_force(body, on)]
    except Refused:
        return []
