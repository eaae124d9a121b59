"""What an alteration that fell takes along: terms, announcements, judgments that were only about it."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders import serving
from tests.builders.directory import an_account
from tests.builders.signing import all_signed
from tests.cases.test_alteration import altered, exempted, proposed
from tests.cases.test_fallen_alterations import SUED, an_altered_case, decision_of, falls
from tests.cases.test_service_and_end import closed_case
from yangguang.base import vault
from yangguang.base.events import SYSTEM
from yangguang.cases.models import Clock
from yangguang.cases.owing import judged, unpaid_of
from yangguang.cases.use_cases.archive_file import archive_file
from yangguang.cases.use_cases.deem_served import deem_all_served
from yangguang.cases.use_cases.restitute import restitute
from yangguang.records.api import documents_of

pytestmark = [pytest.mark.django_db, pytest.mark.clause("APL-2021:48.2")]
ARCHIVED = date(2026, 11, 25)


def archived(case):
    documents_of(case.public_id).update(pages=1)
    all_signed(case, day=ARCHIVED, hour=8)
    with build.on(ARCHIVED) as at:
        archive_file(case_id=case.pk, actor=an_account(role="archivist", body=case.body), at=at)
    case.refresh_from_db()
    return case


@pytest.mark.parametrize(("back", "unpaid", "status"), [(200000, 200000, "served"), (0, 0, "archived")])
def test_fine_stands_again_although_the_file_is_archived(back, unpaid, status):
    case = closed_case()
    exempted(case, proposed(case))
    row = altered(case)
    build.served(case, "alteration_decision", SUED)
    if back:
        with build.on(SUED, 9) as at:
            scan = vault.store_upload(b"%PDF-1.4\n%%EOF\n", name="退1.pdf")
            told = {"amount_fen": back, "things": "", "returned_on": SUED, "voucher": "退1", "proof": scan}
            restitute(decision=decision_of(case), actor=build.handler_of(case), at=at, **told)
    case = falls(archived(case), row, sued=ARCHIVED)
    assert (case.status, unpaid_of(decision_of(case))) == (status, unpaid)


@pytest.mark.clause("AJL-2017:95")
def test_judgment_about_the_alteration_alone_is_no_judgment_about_the_decision():
    case, row = an_altered_case()
    case = falls(case, row)
    assert not judged(decision_of(case))


def test_announcement_of_an_alteration_that_fell_ends_and_its_paper_starts_nothing():
    case = build.a_served_case()
    exempted(case, proposed(case))
    row = altered(case)
    announced = serving.announced(case, date(2026, 11, 19), document=serving.the_paper(case, "alteration_decision"))
    case = falls(case, row)
    announced.refresh_from_db()
    assert announced.status == "ended"
    assert not Clock.objects.filter(case=case, kind="deemed_served_on", stopped_on=None).exists()
    terms = list(Clock.objects.filter(case=case, kind="sue_by").values_list("pk", flat=True))
    with build.on(date(2026, 12, 24)) as at:
        assert deem_all_served(actor=SYSTEM, at=at) == 0
    build.served(case, "alteration_decision", date(2026, 12, 24))
    assert list(Clock.objects.filter(case=case, kind="sue_by").values_list("pk", flat=True)) == terms
