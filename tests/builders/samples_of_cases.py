"""Sample objects of case files in their states, for the authorization matrix: each kind once, built by the use cases."""

from __future__ import annotations

from datetime import date

from tests.builders.access import a_colleague, asked_for, granted
from tests.builders.cases import (
    ONE_DAY,
    OPENED,
    SERVED,
    a_decided_case,
    a_heard_case,
    a_party,
    a_served_case,
    an_open_case,
    approve,
    drafted,
    equipped,
    handler_of,
    on,
    person_of,
    served,
    with_records,
)
from tests.builders.criminal import OWED, a_sent_transfer, an_approved_transfer, suspected, with_a_task_force
from tests.builders.custody import an_approved_preservation
from tests.builders.labour import (
    CRIME,
    RECEIVED,
    a_complaint,
    a_concluded_labour_case,
    a_drafted_instruction,
    a_roster,
    an_accepted_complaint,
    an_employer,
)
from tests.builders.legal_review import a_major_case, a_review
from tests.builders.major_violations import a_candidate
from tests.builders.media import a_recording, an_original, as_evidence
from tests.builders.sanctions import a_listing, a_notified_listing, a_proposed_listing
from tests.builders.summary import a_run
from yangguang.base import local_values, vault
from yangguang.base.events import SYSTEM
from yangguang.base.models import Approval
from yangguang.cases.api import Case
from yangguang.cases.models import Clock, CriminalTransfer, Lead
from yangguang.cases.use_cases.decline_acceptance import decline_acceptance
from yangguang.cases.use_cases.record_payment import record_payment
from yangguang.cases.use_cases.request_end import request_end
from yangguang.directory.models import Body
from yangguang.kernel import chance
from yangguang.kernel.moment import Moment
from yangguang.records.access_queries import key_of, offered
from yangguang.records.api import (
    Document,
    ask_for_bound_file,
    bind_waiting,
    documents_of,
    evidence_of,
    render_document,
)
from yangguang.records.models import OutsideProvision
from yangguang.records.sealing import sealed
from yangguang.records.use_cases.approve_outside import approve_outside
from yangguang.records.use_cases.begin_upload import Brought, begin_upload
from yangguang.records.use_cases.place_hold import place_hold
from yangguang.records.use_cases.propose_outside import Giving, propose_outside

PAID = date(2026, 11, 16)
RECORD = "interview_record"


def a_closed_case(body: Body) -> Case:
    """Decided, served, paid and closed."""
    case = served(a_decided_case(body=body), "penalty_decision", SERVED)
    with on(PAID) as at:
        record_payment(
            case_id=case.pk, amount_fen=case.decisions.get().fine_fen, paid_on=PAID, payee="示范县农村商业银行",
            receipt_number="NO.1", actor=handler_of(case), at=at,
        )  # fmt: skip
    with on(PAID, 15) as at:
        approval = request_end(
            case_id=case.pk, act="close_case", opinion="建议结案。", ground="fulfilled", summary="已缴清。",
            recording_note="未配备记录仪，已书面说明。", actor=handler_of(case), at=at,
        )  # fmt: skip
    approve(approval, body, PAID, hour=16)
    case.refresh_from_db()
    return case


def a_case_in(state: str, body: Body) -> Case:
    """A case of a body in a state: under investigation unless named."""
    equipped(body)
    if state == "drafted":
        case = a_heard_case(body=body)
        drafted(case)
        return case
    if state == "decided":
        return a_decided_case(body=body)
    return a_closed_case(body) if state == "closed" else with_records(an_open_case(body=body))


def a_lead(body: Body) -> Lead:
    """A complaint the body received."""
    return a_complaint(equipped(body))


def paper_in(state: str, body: Body) -> Document:
    """The record of an interview in a case file; of a complaint, the notice that it is not accepted."""
    if state != "of_lead":
        return documents_of(a_case_in(state, body).public_id).get(kind=RECORD)
    found = a_lead(body)
    with on(RECEIVED + ONE_DAY) as at:
        decline_acceptance(lead=found, reason="out_of_powers", actor=person_of(body, "unit_head"), at=at)
    return documents_of(found.public_id).get()


def case(body: Body, state: str) -> dict:
    """A case."""
    return {"ref": a_case_in(state, body).public_id}


def case_act(body: Body, state: str) -> dict:
    """An act of a case."""
    return {"ref": a_case_in(state, body).public_id, "act": "interview"}


def case_why(body: Body, state: str) -> dict:
    """An act of a case that cannot be taken yet, or no more."""
    return {"ref": a_case_in(state, body).public_id, "act": "conclude_investigation"}


def clock(body: Body, state: str) -> dict:
    """A clock of a case, or of a complaint."""
    if state == "of_lead":
        return {"ref": Clock.objects.filter(lead_ref=a_lead(body).public_id).earliest("pk").public_id}
    return {"ref": a_case_in(state, body).clocks.order_by("pk").first().public_id}


def approval(body: Body, state: str) -> dict:
    """The approval form a case was opened on, or the one it was closed on."""
    a_case_in(state, body)
    purpose = "close_case" if state == "closed" else "open_case"
    return {"ref": Approval.objects.filter(purpose=purpose, chain=body.public_id).latest("pk").public_id}


def document(body: Body, state: str) -> dict:
    """The record of an interview in a case file, or the notice that a complaint is not accepted."""
    return {"ref": paper_in(state, body).public_id}


def rendered_document(body: Body, state: str) -> dict:
    """The same with its PDF and Word files."""
    return {"ref": render_document(paper_in(state, body)).public_id}


def blob(body: Body, state: str) -> dict:
    """The stored file of a signed page."""
    return {"ref": paper_in(state, body).scans.get().blob.public_id}


def bound_file(body: Body, state: str) -> dict:
    """The file of a case as one PDF."""
    found = a_case_in(state, body)
    actor = handler_of(found)
    with on(PAID if state == "closed" else SERVED) as at:
        bound = ask_for_bound_file(body=body, file_ref=found.public_id, purpose="preview", actor=actor, at=at)
        bind_waiting(actor=SYSTEM, at=at)
    return {"ref": bound.public_id}


def evidence(body: Body, state: str) -> dict:
    """A piece of evidence of a case."""
    return {"ref": evidence_of(a_case_in(state, body).public_id).get(name="考勤记录").public_id}


def upload(body: Body, state: str) -> dict:
    """A recording on its way into a case."""
    found = a_case_in(state, body)
    with on(SERVED) as at:
        brought = Brought(name="现场.mp4", length=1000, occurred_at=at.occurred_at)
        return {
            "ref": begin_upload(file_ref=found.public_id, brought=brought, actor=handler_of(found), at=at).public_id
        }


def access(body: Body, state: str) -> dict:
    """A colleague's request to see the originals of a case."""
    found = a_case_in("", body)
    return {"ref": asked_for(found, a_colleague(found)).public_id}


def access_item(body: Body, state: str) -> dict:
    """What a grant opens to a colleague."""
    found = a_case_in("", body)
    return {"ref": granted(asked_for(found, a_colleague(found)), found).items.first().public_id}


def media_evidence(body: Body, state: str) -> dict:
    """A recording that is evidence of a case, signed."""
    if state == "closed":
        found = a_case_in(state, body)
        manifest = an_original(an_open_case(body=body), a_recording(2000))
        manifest.pk, manifest.public_id, manifest.file_ref = None, chance.public_id(), found.public_id
        manifest.save(force_insert=True)  # brought while the case was open, as one brings no more
    else:
        found = an_open_case(body=equipped(body))
        manifest = an_original(found, a_recording(2000))
    sealed(manifest, manifest.made_at)
    return {"ref": as_evidence(found, manifest).public_id}


def hold(body: Body, state: str) -> dict:
    """A hold on the file of a case."""
    found = a_case_in(state, body)
    made = place_hold(
        file_ref=found.public_id, ground="reconsideration", words="示政复〔2026〕5号", actor=person_of(body, "unit_head"),
        at=Moment.now(),
    )  # fmt: skip
    return {"ref": made.public_id}


def outside(body: Body, state: str) -> dict:
    """A proposal to give a paper of a case to a court."""
    found = a_case_in("", body)
    giving = Giving(
        "court", "示范县人民法院", "审理", [key_of(offered(found.public_id, "documents")[0])], "open", "无", "调1号"
    )
    made = propose_outside(file_ref=found.public_id, giving=giving, actor=handler_of(found), at=Moment.now())
    return {"ref": made.public_id}


def outside_approved(body: Body, state: str) -> dict:
    """The same approved, with its package."""
    ref = outside(body, state)["ref"]
    one = OutsideProvision.objects.get(public_id=ref)
    approve_outside(provision=one, opinion="", actor=person_of(body, "agency_head"), at=Moment.now())
    OutsideProvision.objects.filter(pk=one.pk).update(package=vault.store(b"PK", media_type="application/zip"))
    return {"ref": ref}


def legal_review(body: Body, state: str) -> dict:
    """A major case under review."""
    return {"ref": a_review(a_major_case(body=equipped(body))).public_id, "code": "law"}


def lead(body: Body, state: str) -> dict:
    """A complaint."""
    return {"ref": a_lead(body).public_id}


def lead_act(body: Body, state: str) -> dict:
    """An act of a complaint."""
    return {"ref": a_lead(body).public_id, "act": "ask_for_completion"}


def roster_act(body: Body, state: str) -> dict:
    """An act on the roster of workers."""
    return {"ref": an_accepted_complaint(lead=a_lead(body)).public_id, "act": "add"}


def order(body: Body, state: str) -> dict:
    """A drafted instruction."""
    drafted_one = a_drafted_instruction(a_roster(an_accepted_complaint(lead=a_lead(body))))
    return {"ref": drafted_one.case.public_id, "line": drafted_one.public_id}


def order_act(body: Body, state: str) -> dict:
    """An act of an instruction."""
    return order(body, state) | {"act": "issue_instruction"}


def a_suspicion(body: Body) -> CriminalTransfer:
    """A crime suspected in a case of a body."""
    case = an_open_case(body=equipped(body))
    return suspected(case, day=OPENED + ONE_DAY, crime="强迫劳动罪", other_standard="强迫三人以上劳动。")


def criminal_transfer(body: Body, state: str) -> dict:
    """A transfer of a suspected crime that was sent."""
    day = OPENED + ONE_DAY
    line = an_approved_transfer(with_a_task_force(a_suspicion(body), day=day), day=day + ONE_DAY)
    line = a_sent_transfer(line, day=day + ONE_DAY)
    return {"ref": line.case.public_id, "line": line.public_id}


def transfer_act(body: Body, state: str) -> dict:
    """An act of a suspected crime."""
    line = a_suspicion(body)
    return {"ref": line.case.public_id, "line": line.public_id, "act": "form_task_force"}


def counterpart(body: Body, state: str) -> dict:
    """An employer of a case in a state, of which somebody complained as well."""
    a_case_in(state, body)
    found = a_complaint(body, employer=an_employer(name=a_party().name, code=a_party().code)).counterpart
    return {"ref": found.public_id}


def counterpart_act(body: Body, state: str) -> dict:
    """An act on an employer."""
    return counterpart(body, state) | {"act": "record_fact"}


def custody_ask(body: Body, state: str) -> dict:
    """What may be asked for in a case: a preservation."""
    return {"ref": a_case_in("", body).public_id, "act": "preservation"}


def custody_act(body: Body, state: str) -> dict:
    """An act of an approved preservation."""
    line = an_approved_preservation(an_open_case(body=equipped(body)))
    return {"ref": line.case.public_id, "line": line.public_id, "act": "advance_preservation"}


def number_range(body: Body, state: str) -> dict:
    """A run of numbers for decisions on the spot, held by an officer."""
    return {"ref": a_run(equipped(body)).public_id}


def fulfilment_act(body: Body, state: str) -> dict:
    """An act on a served fine."""
    served_one = a_served_case(body=equipped(body))
    decision = served_one.decisions.get()
    return {"ref": served_one.public_id, "decision": decision.public_id, "act": "request_deferred_payment"}


def listing_act(body: Body, state: str) -> dict:
    """An act of a proposed listing; in another state of one that was decided."""
    case = a_concluded_labour_case(case=a_roster(an_accepted_complaint(equipped_for_wages(body)), owed=OWED))
    line = a_proposed_listing(case)
    if state == "decided":
        line = a_listing(a_notified_listing(line))
    return {"ref": case.public_id, "line": line.public_id, "act": "notify_listing"}


def equipped_for_wages(body: Body) -> Body:
    """A body with the province's figures."""
    equipped(body)
    for name, value in CRIME.items():
        local_values.set_value(
            name, value, chain=body.public_id, source="省高院规定", in_force=date(2026, 1, 5), by_name="系统管理员"
        )
    return body


def major_act(body: Body, state: str) -> dict:
    """An act of a candidate for publication, in a case that was decided."""
    line = a_candidate(a_decided_case(body=equipped(body)))
    return {"ref": line.case.public_id, "line": line.public_id, "act": "confirm_major_publication"}


KINDS = (
    case, case_act, case_why, clock, approval, document, rendered_document, blob, bound_file, evidence, upload, access, access_item,
    media_evidence, hold, outside, outside_approved, legal_review, lead,
    lead_act, roster_act, order, order_act, counterpart, counterpart_act, custody_ask, custody_act, number_range,
    criminal_transfer, transfer_act, listing_act, major_act, fulfilment_act,
)  # fmt: skip
SAMPLES_OF_CASES = {make.__name__: make for make in KINDS}
