"""Every open case has an owner, a next step and a date; what does not is found, listed and reminded of."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.builders import cases as build
from tests.builders.directory import a_certificate, an_officer
from tests.builders.many import many_cases
from yangguang.base import verifying
from yangguang.base.events import SYSTEM
from yangguang.base.models import LedgerEntry
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, CaseStatus, Clock, PlannedDay
from yangguang.cases.queries import ENDED
from yangguang.cases.rules.upkeep import Gap, HandlerFacts, UpkeepFacts, gaps_of, onward, takeable
from yangguang.cases.upkeep import upkeep_of, wanting_care
from yangguang.cases.use_cases.plan_next_step import plan_next_step
from yangguang.directory.models import Appointment
from yangguang.directory.rules.roles import BUSINESS
from yangguang.directory.use_cases.end_appointment import end_appointment
from yangguang.directory.use_cases.leave_post import leave_post
from yangguang.directory.use_cases.lock_account import lock_account
from yangguang.directory.use_cases.suspend_certificate import suspend_certificate
from yangguang.kernel.refusal import Refused

DAY = build.NOTIFIED
FIT = (HandlerFacts("陈立"), HandlerFacts("周敏"))
STEPS = onward(FLOWS["penalty"], "opened", "penalty")
EVERYBODY = frozenset(role.value for role in BUSINESS) | {"system"}
# Acts that find how a matter stands: the use case puts the row where the finding leads, the table names no one place.
FINDINGS = {
    "check_rectification": ("rectified", "partly_rectified", "unrectified"),
    "check_fulfilment": ("fulfilled", "unfulfilled", "in_execution"),
    "restitute": ("to_return", "returned"),
}
WAYS_ROUND = ("annul", "replace", "transfer", "void_", "merge", "redirect", "decline")


def gaps(case, day=DAY):
    (found,) = upkeep_of(Case.objects.filter(pk=case.pk), day)
    return set(found.gaps)


def facts(**changes):
    known = {"handlers": FIT, "steps": STEPS, "roles_present": EVERYBODY, "dated": True, "fewest": 2}
    return UpkeepFacts(**(known | changes))


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({}, ()),
        ({"handlers": ()}, (Gap.NO_HANDLER,)),
        ({"handlers": FIT[:1]}, (Gap.TOO_FEW_HANDLERS,)),
        ({"handlers": (FIT[0], HandlerFacts("周敏", gone=True))}, (Gap.HANDLER_GONE,)),
        ({"handlers": (FIT[0], HandlerFacts("周敏", certificate_fault="已到期"))}, (Gap.CERTIFICATE_LAPSED,)),
        ({"steps": ()}, (Gap.NO_NEXT_STEP,)),
        ({"roles_present": frozenset({"publisher"})}, (Gap.NOBODY_TO_ACT,)),
        ({"dated": False}, (Gap.NO_DATE,)),
        ({"handlers": (), "dated": False}, (Gap.NO_HANDLER, Gap.NO_DATE)),
    ],
)
def test_what_a_case_lacks_is_named(changes, wanted):
    assert gaps_of(facts(**changes)) == wanted


PLACES = [(flow.name, status.name) for flow in FLOWS.values() for status in flow.statuses if not status.final]


@pytest.mark.parametrize(("flow", "status"), PLACES)
def test_every_place_of_every_table_has_a_step_somebody_may_take(flow, status):
    table = FLOWS[flow]
    steps = table.steps_from(status)
    assert takeable(steps, EVERYBODY), f"nobody can do anything at {status}"
    kinds = {step.kind for step in table.steps} | {""}
    ways = onward(table, status, "")
    finding = any(step.act in FINDINGS for step in steps)
    assert ways or finding or {k for k in kinds if onward(table, status, k)}, f"nothing leads on from {status}"


@pytest.mark.parametrize(("flow", "status"), PLACES)
def test_every_place_of_every_table_leads_to_an_end_without_being_undone(flow, status):
    """Not by annulling, replacing or handing it elsewhere: by the ordinary way of the law."""
    table = FLOWS[flow]
    ends = {one.name for one in table.statuses if one.final} | {"closed", "fulfilled", "archived"}
    seen, waiting = set(), [status]
    while waiting:
        here = waiting.pop()
        seen.add(here)
        for step in table.steps_from(here):
            if not step.act.startswith(WAYS_ROUND) or flow == "criminal_transfer":  # there handing over is the way
                reached = {step.to} if step.to else set(FINDINGS.get(step.act, ()))
                waiting += [one for one in reached - seen if one in {s.name for s in table.statuses}]
    assert seen & ends, f"{status} reaches only {sorted(seen)}"


def test_every_status_a_case_can_have_stands_in_a_table_and_leads_on():
    known = {status.name for flow in FLOWS.values() for status in flow.statuses}
    assert {status.value for status in CaseStatus} <= known
    left = [
        s
        for s in CaseStatus
        if s not in ENDED and not any(onward(f, s, "penalty") + onward(f, s, "labour") for f in FLOWS.values())
    ]
    assert left == []


@pytest.mark.django_db
def test_case_under_way_lacks_nothing():
    for case in (build.an_open_case(), build.a_notified_case(), build.a_heard_case()):
        assert gaps(case) == set()
    assert not list(verifying.run({"cases_have_a_next_step"}))[0][2]


@pytest.mark.django_db
def test_case_of_an_officer_who_left_or_was_locked_out_is_found():
    case = build.an_open_case()
    first, second = build.officers_of(case.body)
    with build.on(DAY) as at:
        leave_post(officer=first, left_on=DAY, actor=SYSTEM, at=at)
    assert gaps(case) == {Gap.HANDLER_GONE}
    assert gaps(case, DAY - timedelta(days=1)) == set()
    with build.on(DAY) as at:
        lock_account(account=second.account, reason="调离", actor=SYSTEM, at=at)
    assert gaps(case) == {Gap.HANDLER_GONE}


@pytest.mark.django_db
def test_case_of_an_officer_whose_office_ended_is_found():
    case = build.an_open_case()
    officer = build.officers_of(case.body)[1]
    appointment = Appointment.objects.get(account=officer.account, role="case_handler")
    with build.on(DAY) as at:
        end_appointment(appointment=appointment, last_day=DAY, reason="轮岗", actor=SYSTEM, at=at)
    assert gaps(case) == set()
    assert gaps(case, DAY + timedelta(days=1)) == {Gap.HANDLER_GONE}


@pytest.mark.django_db
@pytest.mark.clause("APL-2021:42.1#qualified")
def test_case_of_an_officer_whose_certificate_lapsed_is_found_until_another_carries_it():
    case = build.an_open_case()
    officer = build.officers_of(case.body)[0]
    with build.on(DAY) as at:
        suspend_certificate(certificate=officer.certificates.get(), reason="接受调查", actor=SYSTEM, at=at)
    assert gaps(case) == {Gap.CERTIFICATE_LAPSED}
    a_certificate(officer)
    assert gaps(case) == set()


@pytest.mark.django_db
def test_case_without_a_running_term_lacks_a_date_until_one_is_agreed_on():
    case = build.an_open_case()
    Clock.objects.filter(case=case).update(stopped_on=DAY)
    assert gaps(case) == {Gap.NO_DATE}
    assert case in wanting_care(Case.objects.all(), DAY)
    with build.on(DAY) as at:
        plan_next_step(
            case_id=case.pk, day=DAY + timedelta(days=3), what="询问法定代表人", actor=build.handler_of(case), at=at
        )
    assert gaps(case) == set()
    assert gaps(case, DAY + timedelta(days=4)) == {Gap.NO_DATE}
    assert LedgerEntry.objects.filter(event="NextStepPlanned", file_ref=case.public_id).count() == 1


@pytest.mark.django_db
def test_later_agreement_takes_the_place_of_the_earlier_and_both_stay():
    case = build.an_open_case()
    for ahead in (2, 5):
        with build.on(DAY) as at:
            plan_next_step(
                case_id=case.pk, day=DAY + timedelta(days=ahead), what="核对考勤", actor=build.handler_of(case), at=at
            )
    rows = PlannedDay.objects.filter(case=case)
    assert [row.superseded for row in rows] == [True, False]


@pytest.mark.django_db
@pytest.mark.parametrize(("days", "what"), [(-1, "核对考勤"), (3, "  ")])
def test_day_gone_by_or_without_words_is_refused(days, what):
    case = build.an_open_case()
    with build.on(DAY) as at, pytest.raises(Refused):
        plan_next_step(case_id=case.pk, day=DAY + timedelta(days=days), what=what, actor=build.handler_of(case), at=at)


@pytest.mark.django_db
def test_stranger_agrees_on_nothing():
    case = build.an_open_case()
    stranger = an_officer(body=case.body, named="刘洋").account
    with build.on(DAY) as at, pytest.raises(Refused, match="本案承办人"):
        plan_next_step(case_id=case.pk, day=DAY, what="核对考勤", actor=stranger, at=at)


@pytest.mark.django_db
def test_verify_reminds_of_every_gap_and_calls_it_no_fault():
    case = build.an_open_case()
    with build.on(DAY) as at:
        leave_post(officer=build.officers_of(case.body)[0], left_on=DAY, actor=SYSTEM, at=at)
    with build.on(DAY):
        (reminded,) = verifying.warnings({"cases_looked_after"})
    assert reminded[2] == [f"案件 {case.number}：承办人已离岗或者停用"]
    assert not list(verifying.run({"cases_have_a_next_step"}))[0][2]


@pytest.mark.django_db
def test_gaps_of_many_cases_are_asked_in_few_questions(django_assert_max_num_queries):
    body = build.an_agency()
    many_cases(body, 300)
    with django_assert_max_num_queries(12):
        assert len(upkeep_of(Case.objects.select_related("body", "unit"), DAY)) == 300


@pytest.mark.django_db
def test_page_of_a_case_says_what_it_lacks_and_what_was_agreed(client):
    case = build.an_open_case()
    client.force_login(build.handler_of(case))
    Clock.objects.filter(case=case).update(stopped_on=DAY)
    address = reverse("cases:case", args=[case.public_id])
    with build.on(DAY) as at:
        assert "没有办理日期" in client.get(address).content.decode()
        plan_next_step(case_id=case.pk, day=DAY, what="询问法定代表人", actor=build.handler_of(case), at=at)
        page = client.get(address).content.decode()
    assert "没有办理日期" not in page
    assert "询问法定代表人" in page
