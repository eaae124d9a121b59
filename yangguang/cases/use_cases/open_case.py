"""Open a case: from an approved proposal, or at once where a complaint is accepted (APL-2021:54.2, LSP-2004:18#file)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.base import ledger, numbers
from yangguang.base.events import Actor
from yangguang.base.models import Approval
from yangguang.cases import gates
from yangguang.cases.events.investigating import CaseOpened
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.labour.stages import LEAD
from yangguang.cases.kinds.penalty.documents import opening_approval
from yangguang.cases.models import Assignment, Case, CaseStatus, StepTaken
from yangguang.cases.policy import may_take
from yangguang.cases.rules.limitation import LABOUR_FIELD
from yangguang.cases.rules.opening import Opening
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._party import keep_party
from yangguang.cases.use_cases.take_step import of_the_case
from yangguang.catalogues.api import find_matter
from yangguang.directory.api import Body, Officer, Unit
from yangguang.kernel import chance
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE = "APL-2021:54.2"
NUMBER_KIND, NUMBER_KIND_OF_PENALTY = "监案", "罚案"


@transaction.atomic
def open_case(*, opening: Opening, actor: Actor, at: Moment, approval: Approval | None = None) -> Case:
    """Take the case number, name the officers and parties, start the clocks. Raises Refused when a gate does not hold."""
    case, officers = check_opening(opening, actor=actor, at=at)
    case.number = _number(case, at)
    case.opened_on = at.day
    case.touched_at, case.touched_by_name = at.recorded_at, actor.actor_name
    case.save()
    for position, officer in enumerate(officers, start=1):
        Assignment.objects.create(case=case, officer=officer, position=position, starts_on=at.day)
    for position, party in enumerate(opening.parties, start=1):
        keep_party(case, party, position, "立案", actor, at)
    _start_clocks(case, at)
    make_document(
        kind="opening_approval", title=opening_approval.TITLE, body=case.body, file_ref=case.public_id,
        sheet=opening_approval.sheet(
            case, matter=_matter_named(case, at), officers=[o.name for o in officers], source=opening.source,
            approval=approval, dated_on=at.day,
        ),
        dated_on=at.day, actor=actor, at=at, volume="side",
    )  # fmt: skip
    entry = ledger.record(
        CaseOpened(case.number, case.title, case.kind, [o.name for o in officers], case.lead_ref),
        subject=case.subject, actor=actor, at=at,
    )  # fmt: skip
    StepTaken.objects.create(
        case=case, line="case", act="open_case", left="reported", reached=CaseStatus.OPENED,
        occurred_at=at.occurred_at, recorded_at=at.recorded_at, entry=entry,
    )  # fmt: skip
    return case


def check_opening(opening: Opening, *, actor: Actor, at: Moment, asking: bool = False) -> tuple[Case, list[Officer]]:
    """Everything that must hold before a case is opened; gives the unsaved case and its officers, changes nothing.
    `asking` checks a proposal: whoever asks needs not be the one who opens.
    """
    case = _prospective(opening, at)
    officers = _officers(opening.officer_refs)
    step = LEAD.step("open_case", "reported")
    if not asking and not may_take(actor, case, step.by):
        raise Refused("您不能批准立案。", CLAUSE, remedy="请由承办机构负责人批准。")
    if at.day < opening.reported_on:
        raise Refused("立案日期不得早于线索登记日期。", CLAUSE, field="occurred_at")
    of_the_case(officers, case)
    keep_secret(case, {"title": opening.title})
    if not opening.parties:
        raise Refused("请填写当事人。", CLAUSE, field="party_name")
    conflicted = [o for o in officers if o.public_id in opening.conflicted_refs]
    attempt = gates.Attempt(case, "open_case", actor, at, {"officers": officers, "conflicted": conflicted})
    verdicts = gates.judge(step.gates, attempt)
    failing = [v for v in verdicts if not v.holds]
    if failing:
        reason = failing[0].reason if len(failing) == 1 else f"现在还不能立案：{len(failing)} 个条件没有满足。"
        clauses = tuple(dict.fromkeys(c for v in failing for c in v.clauses))
        raise Refused(reason, clauses, remedy=failing[0].remedy if len(failing) == 1 else "", verdicts=verdicts)
    return case, officers


def _prospective(opening: Opening, at: Moment) -> Case:
    return Case(
        public_id=chance.public_id(), kind=opening.kind, title=opening.title.strip(),
        body=Body.objects.get(public_id=opening.body_ref),
        unit=Unit.objects.filter(public_id=opening.unit_ref).first(),
        acting_body=Body.objects.filter(public_id=opening.acting_body_ref).first(),
        field=opening.field, area=opening.area, matter_code=opening.matter_code,
        violation_code=opening.violation_code, violation_began_on=opening.violation_began_on,
        violation_ended_on=opening.violation_ended_on, discovered_on=opening.discovered_on, facts=opening.facts,
        lead_ref=opening.lead_ref, circumstances=dict(opening.circumstances), opened_on=at.day,
    )  # fmt: skip


def _officers(refs: Sequence[str]) -> list[Officer]:
    found = {o.public_id: o for o in Officer.objects.filter(public_id__in=refs).prefetch_related("certificates")}
    return [found[ref] for ref in refs if ref in found]


def _matter_named(case: Case, at: Moment) -> str:
    """The matter by its name; by its code alone where the list knows it no longer."""
    try:
        found = find_matter(case.body, case.matter_code, at.day)
    except Refused:
        found = None
    return f"{found.name}（{found.code}）" if found else case.matter_code


def _number(case: Case, at: Moment) -> str:
    kind = NUMBER_KIND if case.kind == "labour" else NUMBER_KIND_OF_PENALTY
    return numbers.take(
        chain=case.body.public_id, kind=kind, year=at.day.year, subject_kind="case",
        subject_ref=case.public_id, pattern=f"{case.body.mark}{kind}〔{{year}}〕{{n}}号",
    ).text  # fmt: skip


def _start_clocks(case: Case, at: Moment) -> None:
    run_clocks.start(case, "decide_by", on=at.day, event="立案")
    if case.field == LABOUR_FIELD:
        run_clocks.start(case, "investigate_by", on=at.day, event="立案")
    if case.lead_ref:
        run_clocks.stop(None, "triage_lead_by", on=at.day, event="立案", lead_ref=case.lead_ref)
