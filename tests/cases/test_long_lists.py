"""A long list read row by row from any of its rows is the same list: each case once, in one order, whatever is equal."""

from datetime import date, timedelta

import pytest
from django.db import connection

from tests.builders.cases import an_agency, officers_of, person_of
from tests.builders.counting import counted_to
from tests.builders.directory import LONG_AGO, a_body, a_unit, an_account, an_appointment
from tests.builders.many import many_cases
from yangguang.base import guards, listing, unchanged
from yangguang.cases.models import Assignment, Case, Clock
from yangguang.cases.presentation import search
from yangguang.cases.queries import cases_visible_to, visible_in_parts
from yangguang.directory.api import Role

pytestmark = pytest.mark.django_db
SORTS = ("", "-due", "number", "-number", "opened", "-opened", "status", "-status")
AT_A_TIME = 7


@pytest.fixture
def agency():
    """Cases with few days and states among them; some of another unit, some of another body, some acted on for it."""
    body, other = an_agency(), a_body()
    cases = many_cases(body, 44)
    keys = [case.pk for case in cases]
    for pk in keys:
        day = date(2026, 1, 5) + timedelta(days=pk % 3)
        Case.objects.filter(pk=pk).update(opened_on=day, status=("opened", "closed")[pk % 2])
        Clock.objects.filter(case_id=pk).update(due_on=day + timedelta(days=90), stopped_on=day if pk % 4 else None)
    Case.objects.filter(pk__in=keys[20:30]).update(body=other, acting_body=body)
    Case.objects.filter(pk__in=keys[30:36]).update(unit=a_unit(body, named="执法二大队"))
    Case.objects.filter(pk__in=keys[36:40]).update(body=other)
    Assignment.objects.filter(case_id__in=keys[34:38]).update(ends_on=date(2026, 2, 2))
    twice = Case.objects.get(pk=keys[32])
    second = {"clause": "LSR-2004:17#initial", "start_event": "立案", "started_on": twice.opened_on}
    Clock.objects.create(case=twice, kind="investigate_by", due_on=date(2026, 4, 6), **second)
    return body


def in_plain_order(account, sort):
    """The same list by sorting everything."""
    down, name, cases = sort.startswith("-"), sort.lstrip("-"), list(cases_visible_to(account))
    if name in search.SORTS:
        field = search.SORTS[name]
        cases.sort(key=lambda case: case.pk, reverse=True)
        return [case.pk for case in sorted(cases, key=lambda case: getattr(case, field), reverse=down)]
    days = {}
    for term in search.running():
        days[term.case_id] = min(term.due_on, days.get(term.case_id, date.max))
    waiting = sorted(
        (c.pk for c in cases if c.pk in days), key=lambda pk: (days[pk].toordinal() * (-1 if down else 1), -pk)
    )
    return waiting + sorted((case.pk for case in cases if case.pk not in days), reverse=True)


@pytest.mark.parametrize("sort", SORTS)
def test_going_on_from_any_row_gives_the_rows_an_offset_would_have_given(agency, sort):
    account = officers_of(agency)[0].account
    assert len(visible_in_parts(account)) == 3, "own, acted on for another body, assigned from elsewhere"
    goes_on_in_order(account, sort, 40)
    archivist = an_account(role="archivist", body=agency)
    assert len(visible_in_parts(archivist)) == 1, "one part, in words kept ready"
    goes_on_in_order(archivist, sort, 20)


@pytest.mark.parametrize("role", ["case_handler", "unit_head"])
@pytest.mark.parametrize("sort", ["opened_on", "-opened_on"])
def test_list_by_the_day_of_opening_is_read_in_an_index(role, sort):
    body = an_agency()
    account = officers_of(body)[0].account if role == "case_handler" else person_of(body, role)
    (own,) = [part.rows for part in visible_in_parts(account)]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # of a few rows it would rather read and sort all
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")
            cursor.execute("SET LOCAL enable_sort = off")  # whole; within a day it may still sort
    plan = own.order_by(sort, "-id")[:20].explain()
    assert "case_opened_in" in plan, plan
    whole = "B-TREE FOR ORDER BY" if connection.vendor == "sqlite" else "->  Sort"
    assert whole not in plan, "only cases of one day are put in order"


def goes_on_in_order(account, sort, count):
    asked = search.asked_of(account, search.Wanted.of({}))
    rows, every = search.shown(asked, "", sort, None), in_plain_order(account, sort)
    assert len(every) == len(set(every)) == count
    assert search.counts_of(asked, frozenset({""}), frozenset({False}))[-1] == count
    assert [case.pk for case in rows] == every
    for start in range(0, len(every), AT_A_TIME):
        page = rows[start : start + AT_A_TIME]
        assert [case.pk for case in page] == every[start : start + AT_A_TIME], start
        after, before = rows.beyond(rows.place_of(page[-1]), 9), rows.beyond(rows.place_of(page[0]), 9, back=True)
        assert [case.pk for case in after] == every[start + len(page) :][:9], start
        assert [case.pk for case in before] == every[max(start - 9, 0) : start], start
    assert rows.beyond("2026-02-31~甲", 9) is None, "what is no place is none"


def test_the_parts_of_a_list_are_what_each_person_may_see_and_share_nothing(agency):
    above = a_body(supervises=True)
    people = [person_of(agency, "unit_head"), person_of(agency, "agency_head"), officers_of(agency)[0].account]
    people += [an_account(role=role, body=agency) for role in Role if role != Role.MACHINE_CLIENT]
    people += [an_account(role="supervisor", body=above), an_account(role="case_handler", body=a_body())]
    both = an_account(role="case_handler", body=agency, unit=agency.units.order_by("pk").first())
    an_appointment(both, "archivist", from_day=LONG_AGO)
    for account in (*people, both):
        seen = [pk for part in visible_in_parts(account) for pk in part.rows.values_list("pk", flat=True)]
        assert sorted(seen) == sorted(cases_visible_to(account).values_list("pk", flat=True)), account.role_names
        for part in visible_in_parts(account):
            for case in part.rows if part.own else ():
                assert agency.pk in {case.body_id, case.acting_body_id}


def test_a_list_goes_on_beyond_what_is_counted(agency, client, monkeypatch):
    counted_to(monkeypatch, 20)
    account = officers_of(agency)[0].account
    client.force_login(account)
    shown, address = [], "/desk/cases/"
    while address:
        answer = client.get(address)
        shown += [row["case"].pk for row in answer.context["rows"]]
        (_, _, rest) = answer.content.decode().rpartition('" rel="next">')[0].rpartition('<a href="')
        address = f"/desk/cases/{rest.replace('&amp;', '&')}" if rest.startswith("?page") else ""
    assert shown == in_plain_order(account, "")


NO_PLACES = (
    "-" + "9" * 40, "9" * 30, "9" * 18, "due~9999-99-99~1", "due~2026-01-01~-" + "9" * 30, "due~~", "~~~", "１２３", "²", "\x00",
    "due~\x00~1", "2026-01-01T00:00~3", "0001-01-01~1", "1.5", "None", "x~y",
)  # fmt: skip


@pytest.mark.parametrize("sort", ["", "number", "-opened", "-due"])
def test_whatever_is_typed_as_a_place_a_page_comes(agency, client, sort):
    client.force_login(officers_of(agency)[0].account)
    for place in NO_PLACES:
        for side, page in (("after", "2"), ("before", "9999999"), ("after", "-1"), ("before", "²")):
            answer = client.get("/desk/cases/", {"sort": sort, side: place, "page": page})
            expected = 400 if "\x00" in place else 200  # a NUL is stopped at the door
            assert answer.status_code == expected, (place, side, page)


def test_a_view_beside_the_one_shown_is_counted_less_far_and_says_so(agency, client, monkeypatch):
    monkeypatch.setattr(listing, "COUNTED_BESIDE", 5)
    counted_to(monkeypatch, 20)
    client.force_login(officers_of(agency)[0].account)
    for query in ({}, {"view": "mine"}, {"view": "overdue"}, {"kind": "labour"}, {"handler": "办案"}):
        for one in client.get("/desk/cases/", query).context["views"]:
            there = client.get(one["href"]).context["page"].paginator.count
            assert one["count"] == there or one["count"].more and one["count"] == 5 < there
            assert one["count"] == there or not one["current"], (
                "what is shown is counted as far as its pages have numbers"
            )


@pytest.mark.parametrize(("many", "kept"), [(40, True), (70, False)])
def test_long_list_of_what_was_typed_is_read_alike_and_nothing_is_kept_by_its_keys(many, kept, settings):
    settings.ANSWERS_ARE_KEPT = True
    body = an_agency()
    cases = many_cases(body, many)
    Clock.objects.filter(case_id__in=[case.pk for case in cases[::2]]).update(stopped_on=date(2026, 2, 2))
    account = person_of(body, "agency_head")
    found = search.looked_up("", "").narrowed(*[case.pk for case in cases])
    wanted = search.Wanted.of({})
    wanted.__dict__["typed"] = found
    for sort in ("", "opened"):
        unchanged.forget()
        asked, every = search.asked_of(account, wanted), in_plain_order(account, sort)
        with guards.reading():
            (*_, count, waiting) = search.counts_of(asked, frozenset({""}), frozenset({True}))
            rows = search.shown(asked, "", sort, waiting)
            for start in range(0, many, 25):
                assert [case.pk for case in rows[start : start + 25]] == every[start : start + 25]
        assert count == many
        assert bool(unchanged.kept()) is kept
