"""Many officers at the same moment: an act is done once or refused, nothing is lost, every invariant still holds."""

import threading
from datetime import date, timedelta

import pytest
from django.db import connections

from tests.builders.cases import a_party, an_agency, an_open_case, an_opening, handler_of, officers_of, on, person_of
from yangguang.base import outbox, verifying
from yangguang.base.models import Delivery, LedgerEntry
from yangguang.cases.models import Case
from yangguang.cases.use_cases.collect_evidence import collect_evidence
from yangguang.cases.use_cases.request_opening import request_opening
from yangguang.cases.use_cases.sign_approval import sign_approval
from yangguang.kernel.refusal import Refused
from yangguang.records.api import Document, Evidence

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE, TIMES_FOR_EACH_FACTOR = 8, 2
DAY = date(2026, 10, 9)


def together(*acts):
    """Run acts at once, each in a thread of its own; return how each ended: "done", or why not."""
    ended, start = [], threading.Barrier(len(acts))

    def run(act):
        try:
            start.wait(timeout=30)
            act()
            ended.append("done")
        except Refused as refused:
            ended.append(refused.reason)
        except Exception as fault:  # the test fails on it below, in its own thread
            ended.append(repr(fault))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=600)
    return ended


def faults():
    return [fault for _, _, found in verifying.run() for fault in found]


@pytest.fixture
def times(request):
    return TIMES_FOR_EACH_FACTOR * request.config.getoption("soak")


def test_approval_signed_by_many_hands_at_once_opens_one_case_each_time(times):
    body = an_agency()
    head, handler = person_of(body, "unit_head"), officers_of(body)[0].account
    for number in range(1, times + 1):
        opening = an_opening(body, parties=(a_party(number),))
        with on(DAY) as at:
            approval = request_opening(opening=opening, opinion="建议立案。", actor=handler, at=at)

            def sign(approval=approval, at=at):
                sign_approval(approval=approval, agrees=True, opinion="同意。", actor=head, at=at)

            ended = together(*[sign] * PEOPLE)
        assert ended.count("done") == 1, ended
        assert set(ended) - {"done"} <= {"这份审批已经办结。"}
    assert Case.objects.filter(body=body).count() == times
    assert len(set(Case.objects.values_list("number", flat=True))) == times
    assert faults() == []


def test_evidence_put_into_files_by_many_while_jobs_deliver_is_all_there(times):
    body = an_agency()
    cases = [an_open_case(body=body, parties=(a_party(number),)) for number in range(1, 4)]
    before = Evidence.objects.count()
    with on(cases[0].opened_on + timedelta(days=1)) as at:

        def collect(case):
            for number in range(times):
                collect_evidence(
                    case_id=case.pk, kind="documentary_evidence", name=f"工资表{number}", source="当事人提供",
                    officers=officers_of(body), certificate_shown=True, proves="欠薪数额", obtained_on=at.day,
                    actor=handler_of(case), at=at, content=b"%PDF-1.4\n%%EOF\n" + str(number).encode(), file_name="工资表.pdf",
                )  # fmt: skip

        people = [lambda case=cases[number % 3]: collect(case) for number in range(PEOPLE)]
        ended = together(*people, outbox.deliver_all, outbox.deliver_all)
        assert ended == ["done"] * (PEOPLE + 2)
    outbox.deliver_all()  # on the day of the tests, after everything
    assert Evidence.objects.count() - before == PEOPLE * times
    assert LedgerEntry.objects.filter(event="EvidenceAdded").count() == PEOPLE * times
    assert not Delivery.objects.filter(done_at=None).exists()
    assert not Document.objects.filter(pdf=None, status="issued").exists()
    assert faults() == []
