"""Every page that takes a form answers whatever is sent: never a crash, never markup, the form with its typing or a refusal.

Pages and acts are found, not listed. Each post is taken back, so that every next one meets the same state.
"""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.builders.directory import a_body, an_account
from tests.builders.samples import SAMPLES
from tests.builders.typed import MARKUP, plausible_for, typed_into
from tests.structure.test_authorization_matrix import address_of
from yangguang.base import pages
from yangguang.base.forms import OfficialForm
from yangguang.cases.acts.register import find_form
from yangguang.cases.counterpart_acts import ACTS as COUNTERPART_ACTS
from yangguang.cases.kinds.criminal_transfer.acts import ACTS as ON_TRANSFER
from yangguang.cases.kinds.custody.acts import ON_PRESERVATION
from yangguang.cases.kinds.execution.acts import ACTS as FINE_ACTS
from yangguang.cases.kinds.labour.lead_acts import ACTS
from yangguang.cases.kinds.labour.line_acts import ON_INSTRUCTION
from yangguang.cases.kinds.major_labour_violations.acts import ACTS as ON_MAJOR
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.kinds.wage_arrears_sanctions.acts import ACTS as ON_LISTING
from yangguang.cases.pages.act import FREE
from yangguang.cases.pages.custody_act import ASKS
from yangguang.cases.pages.roster_act import MAKERS
from yangguang.directory.api import Role
from yangguang.records.pages.device import ACTS as ON_DEVICE

EXAMPLES = settings(
    max_examples=2, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
ACTS_OF = {
    "cases:act": sorted({s.act for s in FLOWS["penalty"].steps if find_form(s.act)} | FREE.keys()),
    "cases:counterpart_act": sorted(COUNTERPART_ACTS), "cases:lead_act": sorted(ACTS),
    "cases:order_act": sorted(ON_INSTRUCTION), "cases:roster_act": sorted(MAKERS), "cases:ask_custody": sorted(ASKS),
    "cases:custody_act": sorted(ON_PRESERVATION), "cases:fulfilment_act": sorted(FINE_ACTS),
    "cases:transfer_act": sorted(ON_TRANSFER), "cases:listing_act": sorted(ON_LISTING),
    "cases:major_act": sorted(ON_MAJOR), "records:device_act": sorted(ON_DEVICE),
}  # fmt: skip
WRITING = [page for page in pages.register().values() if page.writes and page.site == "desk"]
SUBJECTS = sorted({page.subject for page in WRITING})
NOT_SENT = {"once", "seen_version"}


@pytest.mark.django_db
@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject or "no object")
def test_pages_about_it_answer_whatever_is_sent(subject, client, settings, tmp_path):
    settings.PAGES_DIR = tmp_path
    county = a_body(named="示范县人民政府", mark="示政")
    bureau = a_body(named="示范县司法局", mark="示司", under=county, supervises=True)
    own = a_body(named="示范县人力资源和社会保障局", under=county)
    known = SAMPLES[subject](own, "") if subject else {}
    answered = 0
    for page in (one for one in WRITING if one.subject == subject):
        role = "case_handler" if page.allow in (pages.PUBLIC, pages.SIGNED_IN) else min(page.allow)
        client.force_login(an_account(role=role, body=bureau if role == Role.SUPERVISOR else own))
        for act in ACTS_OF.get(page.name, [known.get("act", "")]):
            answered += posted_to(client, address_of(page, known | {"act": act}))
    assert answered, "no page showed its form"


def posted_to(client, address):
    """Post drawn and plausible values to the form of a page; how many posts were answered."""
    shown = client.get(address)
    forms = shown_on(shown)
    if not forms:
        return 0
    fields = {name: field for form in forms for name, field in form.fields.items() if name not in NOT_SENT}
    sent = []

    @EXAMPLES
    @given(typed=st.fixed_dictionaries({name: typed_into(field).filter(travels) for name, field in fields.items()}))
    def bears(typed):
        sent.append(typed)
        post(client, address, typed)

    bears()
    post(client, address, {name: plausible_for(field) for name, field in fields.items()})
    return len(sent) + 1


def shown_on(answer):
    """The forms a page shows, whatever it calls them."""
    context = answer.context if answer.status_code == 200 and answer.context is not None else {}
    names = context.flatten() if hasattr(context, "flatten") else context.keys()
    return [context[name] for name in sorted(names, key=str) if isinstance(context[name], OfficialForm)]


def travels(value):
    """Whether a browser could send it at all."""
    return not isinstance(value, str) or not any("\ud800" <= sign <= "\udfff" for sign in value)


def post(client, address, typed):
    with transaction.atomic():
        answer = client.post(address, typed)
        assert answer.status_code in {200, 302, 409}, f"{address} answered {answer.status_code} to {typed!r}"
        assert MARKUP not in answer.content.decode(errors="replace"), f"{address} shows markup of {typed!r}"
        transaction.set_rollback(True)
