"""Alter a decision in favour of the party (V02): the decision stays as it was issued, another paper says what it says now."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases import standing
from yangguang.cases.altering import content_now, waiting_alteration
from yangguang.cases.events.remaking import DecisionAltered
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.execution.stages import GOING_ON
from yangguang.cases.kinds.penalty.documents import alteration
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Alteration, Decision
from yangguang.cases.owing import execution_of, fine_now
from yangguang.cases.rules.altering import in_words
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.record_altered_fine import put_altered_fine
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.api import make_document

CLAUSE = "APL-2021:75.2"


@transaction.atomic
def alter_decision(
    *, case_id: int, actor: Account, at: Moment, court_notice: str = "", seen_version: int | None = None
) -> Alteration:
    """Letter for letter what was reviewed, or drafted where it was decided on the spot. The fine is smaller from today on:
    what was paid beyond it goes back, and everybody has the full terms of remedies again from the day the paper is served.
    """
    case = lock_case(case_id, seen_version=seen_version)
    draft = waiting_alteration(case)
    if draft is None:
        raise Refused("还没有拟制变更决定。", CLAUSE, remedy="请承办人先拟制变更决定。")
    decision = Decision.objects.select_for_update().get(public_id=draft.content["alters"])
    told = clean(court_notice, label="告知人民法院的文书", field="court_notice", most=200)
    keep_secret(case, {"court_notice": told})
    before = content_now(decision)
    given = {"draft": draft, "court_notice": told, "decision": decision}
    taken = take(Taking(main_flow(case), case, "alter_decision", actor, at, given))
    parties = [one for one in standing.parties_of(case) if one.pk in standing.parties_of_decision(decision)]
    made = make_document(
        kind="alteration_decision", title=alteration.TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day,
        sheet=alteration.sheet(decision, before=before, content=draft.content, dated_on=at.day, parties=parties),
        number_kind="监变", actor=actor, at=at,
    )  # fmt: skip
    row = Alteration.objects.create(
        case=case, decision=decision, content=draft.content, digest=draft.digest, reason=draft.content["reasons"],
        court_notice=told, document=made, altered_on=at.day, altered_by_name=actor.name,
        altered_before_fen=execution_of(decision).altered_fine_fen,
    )  # fmt: skip
    _fine_follows(row, actor=actor, at=at)
    words = in_words(before), in_words(row.content)
    announce(
        taken, DecisionAltered(decision.public_id, decision.number, made.number, *words, at.day), actor=actor, at=at
    )
    return row


def _fine_follows(row: Alteration, *, actor: Account, at: Moment) -> None:
    fine, decision = int(row.content.get("fine_fen") or 0), row.decision
    if fine == fine_now(decision) or execution_of(decision).status not in {*GOING_ON, "fulfilled"}:
        return
    put_altered_fine(decision=decision, fine_fen=fine, actor=actor, at=at, act="follow_alteration")
