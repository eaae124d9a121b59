"""A hoist without a valid safety device is sealed up; the decision is published, and lifted once the device is new."""

from __future__ import annotations

from yangguang.base.events import SYSTEM
from yangguang.base.models import Approval
from yangguang.cases.api import verbs
from yangguang.desk.demo import journal, orders
from yangguang.desk.demo.films import filmed
from yangguang.desk.demo.journal import Story
from yangguang.desk.demo.penalty_start import filled, signed
from yangguang.desk.demo.work import Work
from yangguang.disclosure.api import schedule_coercion


def sealed(work: Work) -> Story:
    """Asked for by the handler, signed by both heads before it is done; sealed on the spot before the party."""
    yield work.at(1, 9)
    case, told = work.case, work.plan["pattern"]["sealing"]
    line = verbs.request_coercive_measure(
        case=case, party=case.parties.get(), kind="sealing_up", matter_code=told["matter"], objects_named=told["what"],
        reason=filled(work, told["reason"]), opinion="有坠落危险，建议查封。", actor=work.case_handler, at=journal.now(),
    )  # fmt: skip
    work.refs["measure"] = line
    approval = Approval.objects.get(subject_ref=line.public_id)
    yield work.at(0, 10)
    work.sign(approval, work.unit_head)
    work.sign(approval, work.agency_head, "同意查封，告知救济途径。")
    yield work.at(0, 14)
    line.refresh_from_db()
    thing = verbs.ItemEntry(
        "施工升降机", "1台", told["state"], f"{work.employer.address}工地", "SC200/200", "照片01", told["proves"]
    )
    work.refs["measure"] = verbs.take_coercive_measure(
        measure=line, items=[thing], officers=work.officers, actor=work.case_handler, at=journal.now(),
        spot=verbs.OnTheSpot(
            place=f"{work.employer.address}工地", certificate_shown=True, party_called=True, party_came=True,
            rights_told=True, heard="当事人表示立即更换防坠安全器。", signature="signed", delivered=True, copies=2, sealed=True,
        ),
    )  # fmt: skip
    filmed(work, "查封施工升降机")


def listed(work: Work) -> Story:
    """The decision is listed as to be published, as the job process does within the minute."""
    yield work.at(0, 16)
    paper = work.newest("sealing_or_seizure_decision")
    work.refs["publication"] = schedule_coercion(paper=paper, actor=SYSTEM, at=journal.now()).pk


def lifted(work: Work) -> Story:
    """The device is new and tested: what was ordered is done, and the seal comes off."""
    yield work.at(1, 9)
    yield from orders.heeded(work)
    line = work.refs["measure"]
    yield work.at(0, 14)
    approval = verbs.propose_custody_act(
        line=line, act="release_coercive_measure", opinion="危险已经消除，建议解除查封。", actor=work.case_handler,
        at=journal.now(),
        told={"release_ground": "other", "note": filled(work, work.plan["pattern"]["sealing"]["lifted"]),
              "ways": {item.public_id: "return" for item in line.items.all()}},
    )  # fmt: skip
    yield work.at(0, 16)
    work.sign(approval, work.agency_head, "同意解除。")
    signed(work, "release_decision")
    filmed(work, "解除查封")
