"""One sample object of each kind that stands in an address: what the authorization matrix opens pages on.

`SAMPLES["body"](body, state)` makes an object of that body in a state ("" for the ordinary one) and returns the
address's keyword arguments. Each context adds its own kinds.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.builders.cases import an_open_case, equipped, with_records
from tests.builders.catalogues import a_draft, a_submitted_edition, an_adopted_edition
from tests.builders.directory import a_reviewer, an_account, an_entrustment, an_officer
from tests.builders.disclosure import a_publication, the_people
from tests.builders.labour import a_complaint, a_drafted_instruction, a_roster, an_accepted_complaint
from yangguang.base.events import SYSTEM
from yangguang.base.models import Approval
from yangguang.cases.models import Case
from yangguang.directory.models import Body
from yangguang.directory.use_cases.lock_account import lock_account
from yangguang.directory.use_cases.suspend_certificate import suspend_certificate
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.records.api import documents_of, evidence_of, render_document

SAMPLES: dict[str, Callable[[Body, str], dict]] = {}


def sample(kind: str):
    """Register the maker of one kind."""

    def register(make: Callable[[Body, str], dict]):
        SAMPLES[kind] = make
        return make

    return register


@sample("body")
def _body(body: Body, state: str) -> dict:
    return {"ref": body.public_id}


@sample("officer")
def _officer(body: Body, state: str) -> dict:
    return {"ref": an_officer(body=body, with_certificate=state != "without_certificate").public_id}


@sample("certificate")
def _certificate(body: Body, state: str) -> dict:
    certificate = an_officer(body=body).certificates.get()
    if state == "suspended":
        suspend_certificate(certificate=certificate, reason="接受调查", actor=SYSTEM, at=Moment.now())
    return {"ref": certificate.public_id}


@sample("entrustment")
def _entrustment(body: Body, state: str) -> dict:
    return {"ref": an_entrustment(entrusting=body, published=state == "published").public_id}


@sample("account")
def _account(body: Body, state: str) -> dict:
    account = an_account(role="case_handler", body=body)
    if state == "locked":
        lock_account(account=account, reason="调离", actor=SYSTEM, at=Moment.now())
    return {"ref": account.public_id}


@sample("reviewer")
def _reviewer(body: Body, state: str) -> dict:
    return {"ref": a_reviewer(body=body, qualified=state != "unqualified").public_id}


@sample("edition")
def _edition(body: Body, state: str) -> dict:
    edition = an_adopted_edition(body=body)
    if state == "superseded":
        an_adopted_edition(body=body, from_day=clock.today())
    return {"edition_ref": edition.public_id}


@sample("edition_draft")
def _edition_draft(body: Body, state: str) -> dict:
    return {"edition_ref": a_draft(body=body).public_id}


@sample("edition_submitted")
def _edition_submitted(body: Body, state: str) -> dict:
    return {"edition_ref": a_submitted_edition(body=body, from_day=clock.today()).public_id}


@sample("list_entry")
def _list_entry(body: Body, state: str) -> dict:
    return {"entry_ref": an_adopted_edition(body=body).entries.get().public_id}


@sample("draft_entry")
def _draft_entry(body: Body, state: str) -> dict:
    return {"entry_ref": a_draft(body=body).entries.get().public_id}


@sample("publication")
def _publication(body: Body, state: str) -> dict:
    people = the_people(body)
    return {"ref": a_publication(people, state=state).public_id}


@sample("case_act")
def _case_act(body: Body, state: str) -> dict:
    return {"ref": an_open_case(body=equipped(body)).public_id, "act": "collect_evidence"}


@sample("lead")
def _lead(body: Body, state: str) -> dict:
    return {"ref": _a_lead(body).public_id}


@sample("lead_act")
def _lead_act(body: Body, state: str) -> dict:
    return {"ref": _a_lead(body).public_id, "act": "ask_for_completion"}


@sample("roster_act")
def _roster_act(body: Body, state: str) -> dict:
    return {"ref": an_accepted_complaint(lead=_a_lead(body)).public_id, "act": "add"}


@sample("order")
def _order(body: Body, state: str) -> dict:
    instruction = a_drafted_instruction(a_roster(an_accepted_complaint(lead=_a_lead(body))))
    return {"ref": instruction.case.public_id, "line": instruction.public_id}


@sample("order_act")
def _order_act(body: Body, state: str) -> dict:
    return _order(body, state) | {"act": "issue_instruction"}


def _a_lead(body: Body):
    if not body.units.exists():
        equipped(body)
    return a_complaint(body)


def _case_of(body: Body) -> Case:
    """An open case with its records; the body is fitted out for enforcement the first time."""
    return with_records(an_open_case(body=body if body.units.exists() else equipped(body)))


@sample("case")
def _case(body: Body, state: str) -> dict:
    return {"ref": _case_of(body).public_id}


@sample("case_act")
def _case_act(body: Body, state: str) -> dict:
    return {"ref": _case_of(body).public_id, "act": "interview"}


@sample("case_why")
def _case_why(body: Body, state: str) -> dict:
    return {"ref": _case_of(body).public_id, "act": "conclude_investigation"}


@sample("clock")
def _clock(body: Body, state: str) -> dict:
    return {"ref": _case_of(body).clocks.order_by("pk").first().public_id}


@sample("approval")
def _approval(body: Body, state: str) -> dict:
    _case_of(body)
    return {"ref": Approval.objects.filter(purpose="open_case", chain=body.public_id).latest("pk").public_id}


@sample("document")
def _document(body: Body, state: str) -> dict:
    return {"ref": documents_of(_case_of(body).public_id).get(kind="interview_record").public_id}


@sample("rendered_document")
def _rendered_document(body: Body, state: str) -> dict:
    return {"ref": render_document(documents_of(_case_of(body).public_id).get(kind="interview_record")).public_id}


@sample("blob")
def _blob(body: Body, state: str) -> dict:
    record = documents_of(_case_of(body).public_id).get(kind="interview_record")
    return {"ref": record.scans.get().blob.public_id}


@sample("evidence")
def _evidence(body: Body, state: str) -> dict:
    return {"ref": evidence_of(_case_of(body).public_id).get(name="考勤记录").public_id}
