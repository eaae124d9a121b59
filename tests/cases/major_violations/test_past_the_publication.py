"""No step of a file makes anything public past the publication, which asks for the fresh code (D23)."""

from datetime import date

import pytest

from tests.builders import major_violations, sanctions
from tests.builders.cases import on
from yangguang.cases.use_cases.correct_major_publication import correct_major_publication
from yangguang.cases.use_cases.publish_listing import publish_listing
from yangguang.cases.use_cases.publish_major_violation import publish_major_violation
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db(databases=["default", "public"])


def test_neither_list_goes_out_without_the_proof_of_a_release():
    listing, violation = sanctions.a_listing(), major_violations.a_confirmed_violation()
    with on(date(2026, 11, 10)) as at:
        given = {"proof": None, "secrecy_note": "已脱敏。", "at": at}
        with pytest.raises(Refused, match="动态验证码"):
            publish_listing(
                listing=listing, shared_with="县平台", actor=sanctions.a_publisher(listing.case.body), **given
            )
        with pytest.raises(Refused, match="动态验证码"):
            publish_major_violation(
                violation=violation, until=major_violations.UNTIL, until_basis="办法",
                actor=sanctions.a_publisher(violation.case.body), **given,
            )  # fmt: skip


def test_correction_in_the_file_has_a_reason():
    line = major_violations.a_published_violation()
    with on(date(2026, 11, 13)) as at, pytest.raises(Refused, match="公开说明理由"):
        correct_major_publication(violation=line, reason=" ", actor=sanctions.a_publisher(line.case.body), at=at)
