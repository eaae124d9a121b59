"""履行 in a real browser: the computation, the panel of the case page and the forms fit, and hide nothing from anybody."""

from datetime import date

import pytest
from django.urls import reverse

from tests.browser import look
from tests.builders import cases as build
from tests.builders import fulfilment as fine
from tests.cases.execution.test_agreement import an_agreed_fine
from tests.cases.pages.test_case_pages_in_the_browser import signed_in
from tests.cases.test_remedies import contested, ended
from yangguang.kernel import clock

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def a_contested_fine(transactional_db):
    """Overdue, partly paid, contested for a while, with a request for instalments that waits."""
    decision = fine.an_overdue_fine()
    fine.paid(decision, 100000, date(2026, 11, 26))
    ended(contested(decision.case, day=date(2026, 11, 28)), "upheld", day=date(2026, 12, 10), outcome_words="维持。")
    fine.deferral_asked(decision, date(2026, 12, 11))
    return fine.fine_of(decision.case)


def test_fulfilment_and_its_forms_read_well_at_both_widths(open_tab, live_server, a_contested_fine):
    decision = a_contested_fine
    ref = decision.case.public_id
    act = "cases:fulfilment_act"
    pages = {
        "fulfilment": (build.handler_of, reverse("cases:fulfilment", args=[ref])),
        "case-with-a-fine": (build.handler_of, reverse("cases:case", args=[ref])),
        "demand": (build.handler_of, reverse(act, args=[ref, decision.public_id, "demand_payment"])),
        "plan": (None, reverse(act, args=[ref, decision.public_id, "grant_deferred_payment"])),
    }
    for name, (who, address) in pages.items():
        account = who(decision.case) if who else fine.head_of(decision)
        with clock.frozen(clock.beijing(date(2026, 12, 14), 10)):
            tab = signed_in(open_tab, live_server, account)
            tab.goto(f"{live_server.url}{address}")
            look(tab, name)


@pytest.fixture
def an_agreement(transactional_db):
    """Signed, with a remission; the form of another one is on its own fine."""
    return an_agreed_fine()


def test_agreement_and_its_forms_read_well_at_both_widths(open_tab, live_server, an_agreement):
    decision = an_agreement
    proposal = agreement_forms_of(decision)
    pages = {"agreement": reverse("cases:fulfilment", args=[decision.case.public_id]), **proposal}
    with clock.frozen(clock.beijing(date(2026, 12, 14), 10)):
        tab = signed_in(open_tab, live_server, build.handler_of(decision.case))
        for name, address in pages.items():
            tab.goto(f"{live_server.url}{address}")
            look(tab, name)


def agreement_forms_of(decision):
    """The two forms with something to fill in."""
    acts = {"agreement-drawn-up": "propose_execution_agreement", "agreement-signed": "sign_execution_agreement"}
    args = decision.case.public_id, decision.public_id
    return {name: reverse("cases:fulfilment_act", args=[*args, act]) for name, act in acts.items()}
