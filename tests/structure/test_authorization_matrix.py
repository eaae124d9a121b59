"""The authorization matrix, generated: every address × role × own, other and supervising body × declared object state.

What is expected stands beside each page (`allow`, `subject`, `expects`); an address nobody declared fails here.
"""

import re
from contextlib import ExitStack

import pytest
from django.db import connections, transaction
from django.urls import URLPattern, URLResolver, get_resolver

from tests.builders.directory import a_body, an_account
from tests.builders.samples import SAMPLES
from tests.conftest import THE_DAY
from yangguang.base import pages, unchanged
from yangguang.base.models import LedgerEntry
from yangguang.directory.api import Role
from yangguang.directory.rules.roles import ADMINISTRATORS
from yangguang.kernel import clock

PAGES = pages.register()
SUBJECTS = sorted({page.subject for page in PAGES.values()})
SIGN_IN = "/desk/sign-in"
PREFIX = {"desk": "/desk/", "portal": "/", "root": "/"}
# Words in addresses that name no object: one that exists, for each.
WORDS = {"list_kind": "matters", "code": "law", "act": "interview", "name": "complaint", "clause_id": "APL-2021:60"}
QUERIES = {"desk:autosave": "?key=matrix"}
ROLES = [role.value for role in Role if role != Role.MACHINE_CLIENT]
LOOKS_DOWN = ADMINISTRATORS | {Role.SUPERVISOR}
OPENED = {200, 400, 405}  # an address that only takes a form, or asks for words, was opened too


def address_of(page, known):
    """The page's address with its parameters filled in."""

    def fill(match):
        return str(known.get(match.group(2), WORDS.get(match.group(2), "")))

    filled = re.sub(r"<(\w+):(\w+)>", fill, page.address)
    assert "<" not in filled
    return PREFIX[page.site] + filled + QUERIES.get(page.name, "")


def answer(client, address, method="get"):
    """What came back: a status, where every way of opening the page counts as 200, or the way to the sign-in."""
    response = getattr(client, method)(address)
    if response.status_code == 302:
        return "sign-in" if response.url.startswith(SIGN_IN) else 200
    return 200 if response.status_code in OPENED else response.status_code


@pytest.fixture(scope="module")
def around(django_db_setup, django_db_blocker):
    """A body and a person of each role in it and in another one, and those who look down from the supervising body; the
    other supervisor is another county's. Made once: what a test does about them is taken back after it."""
    with ExitStack() as stack:
        stack.enter_context(django_db_blocker.unblock())
        stack.enter_context(clock.frozen(clock.beijing(THE_DAY, 10)))
        for alias in connections:
            stack.enter_context(transaction.atomic(using=alias))
            stack.callback(transaction.set_rollback, True, using=alias)
        county = a_body(named="示范县人民政府", mark="示政")
        own = a_body(named="示范县人力资源和社会保障局", under=county)
        yield own, list(people_around(county, own))


def people_around(county, own):
    """Which side they stand on, their role, and their account."""
    bureau = a_body(named="示范县司法局", mark="示司", under=county, supervises=True)
    other = a_body(named="示范县市场监督管理局", mark="示市监", under=county)
    elsewhere = a_body(
        named="邻县司法局", mark="邻司", under=a_body(named="邻县人民政府", mark="邻政"), supervises=True
    )
    for role in ROLES:
        if role != Role.SUPERVISOR:
            yield "own", role, an_account(role=role, body=own)
        yield "other", role, an_account(role=role, body=elsewhere if role == Role.SUPERVISOR else other)
        if role in LOOKS_DOWN:
            yield "superior", role, an_account(role=role, body=bureau)


def expected(page, side, role, state):
    """What the declaration beside the page says."""
    if page.allow == pages.PUBLIC:
        return page.expects.own_in(state)
    if turned_away_by_role(page, role):
        return 403
    if not page.subject:
        return 200
    if side == "own":
        return page.expects.own_in(state, role)
    return page.expects.superior if side == "superior" else page.expects.other


def turned_away_by_role(page, role):
    """Whether the page does not open to this role whatever the object."""
    return page.allow not in (pages.PUBLIC, pages.SIGNED_IN) and role not in page.allow


def states_of(subject):
    """The ordinary state and every other one that some page about this kind of object names."""
    declared = {state for page in PAGES.values() if page.subject == subject for state in page.expects.named_states}
    return ["", *sorted(declared)]


CASES = [(subject, state) for subject in SUBJECTS for state in states_of(subject)]


@pytest.fixture
def counts_are_kept(settings):
    """The counts in the left bar, which no answer here looks at, are asked once for everybody."""
    settings.ANSWERS_ARE_KEPT = True
    yield
    unchanged.forget()


@pytest.mark.daily
@pytest.mark.django_db
@pytest.mark.parametrize(("subject", "state"), CASES, ids=[f"{s or 'no object'}-{t or 'ordinary'}" for s, t in CASES])
def test_page_answers_each_role_as_it_declares(subject, state, around, client, counts_are_kept, settings, tmp_path):
    settings.PAGES_DIR = tmp_path
    assert not subject or subject in SAMPLES, f"no sample of {subject}: add it to tests/builders/samples.py"
    own, people = around
    known = SAMPLES[subject](own, state) if subject else {}
    about = [(page, address_of(page, known)) for page in PAGES.values() if page.subject == subject]
    strangers = [
        page.name for page, address in about if page.allow != pages.PUBLIC and answer(client, address) != "sign-in"
    ]
    assert not strangers, f"a stranger was not sent to sign in: {strangers}"
    surprises, turned_away = [], set()
    for number, (side, role, account) in enumerate(people):
        if not subject and side == "other":
            continue  # a page about nobody's object knows no other body
        client.force_login(account)
        for page, address in about:
            if turned_away_by_role(page, role):  # before the object is looked at: asked once, in its ordinary state
                if state or (page.name, role) in turned_away:
                    continue
                turned_away.add((page.name, role))
            if number and page.allow == pages.PUBLIC:
                continue  # it asks nobody who they are: one who signed in stands for all
            wanted, got = expected(page, side, role, state), answer(client, address)
            if got != wanted and not (page.allow == pages.PUBLIC and got == "sign-in"):
                surprises.append(f"{page.name}: {role} of the {side} body got {got}, not {wanted}")
            if page.writes and wanted != 200 and not refused(client, address, wanted):
                surprises.append(f"{page.name}: {role} of the {side} body may post")
            if page.name in {"directory:sign_out", "directory:change_password"}:
                client.force_login(account)
    assert not surprises, "\n".join(surprises)


def refused(client, address, wanted):
    """A form sent by whoever may not open the page is answered the same, and nothing is recorded."""
    before = LedgerEntry.objects.count()
    return answer(client, address, "post") == wanted and LedgerEntry.objects.count() == before


def views(resolver):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from views(pattern)
        elif isinstance(pattern, URLPattern):
            yield pattern


def test_every_address_is_a_declared_page():
    declared = {page.view for page in PAGES.values()}
    assert not [str(pattern.pattern) for pattern in views(get_resolver()) if pattern.callback not in declared]


def test_supervisor_opens_no_form_outside_the_directory():
    writing = {page.name for page in PAGES.values() if page.writes and page.allow != pages.PUBLIC}
    for_supervisors = {name for name in writing if Role.SUPERVISOR.value in PAGES[name].allow}
    outside = {name for name in for_supervisors if not name.startswith("directory:")}
    # The duty names the judicial bureau as reviewer (D03, D06); of complaints about officers it presses for an answer; to see
    # originals it asks as anybody else does.
    asks = {"records:ask_access", "records:begin_access", "records:close_access"}
    assert outside == {"catalogues:review_outside", "voice:supervise"} | asks
