"""Decisions that wait to be published by me, released by me, or taken back."""

from __future__ import annotations

from dataclasses import replace

from yangguang.base.addresses import address_of
from yangguang.base.components.clauses import term
from yangguang.base.components.clocks import ClockFace, ClockState
from yangguang.base.components.texts import short_date
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import Account
from yangguang.disclosure.api import (
    Objection,
    Publication,
    PublicationStatus,
    WithdrawalGround,
    WithdrawalProposal,
    clarifications_to_approve,
    correction_face,
    corrections_to_do,
    face_of,
    follow_up_face,
    notices_to_send,
    objection_face,
    objections_gone_late,
    objections_to_do,
    publications_gone_late,
    publications_to_do,
    repair_face,
    repairs_to_do,
    standing_of,
    withdrawal_face,
    withdrawals_to_approve,
)
from yangguang.kernel import clock

RULING = "GIR-2019:17.3"
PULLING = "GD-DISC-2021:24.2"


@source("publications")
def waiting_for_publication(account: Account) -> list[Waiting]:
    """To prepare, to release, to take back."""
    return [_row(one) for one in publications_to_do(account)]


@source("withdrawals")
def waiting_for_a_second_person(account: Account) -> list[Waiting]:
    """Withdrawals that another publisher proposed; the term to take back runs on meanwhile."""
    return [_second_person(one) for one in withdrawals_to_approve(account)]


@source("late_publications")
def gone_late(account: Account) -> list[Waiting]:
    """For the superior: what others have let pass, to be read and asked about."""
    return [replace(_row(one), act="看经过") for one in publications_gone_late(account)]


@source("corrections")
def waiting_for_correction(account: Account) -> list[Waiting]:
    """What the file put right and the public still reads as it was."""
    return [
        Waiting(
            face=correction_face(term), what="更正公示信息", why="决定书已经补正，公开的文本还没有更正", clause="GIR-2019:41",
            number=one.number, party=one.case.title, case_href=address_of("cases:case", one.case.public_id),
            href=address_of("disclosure:publication", one.public_id), due_on=term.due.day,
        )
        for one, term in corrections_to_do(account)
    ]  # fmt: skip


@source("correction_notices", without_term=True)
def waiting_to_be_told(account: Account) -> list[Waiting]:
    """Corrections the party has still to be told of."""
    return [
        Waiting(
            face=ClockFace(ClockState.NOT_STARTED, "及时告知"), what="告知当事人更正",
            why=f"{short_date(one.version.released_on)}更正，{one.document.number}", clause="GIR-2019:41",
            number=publication.number, party=publication.case.title, act="登记告知",
            case_href=address_of("cases:case", publication.case.public_id),
            href=address_of("disclosure:note_correction_told", one.public_id),
        )
        for one in notices_to_send(account) for publication in [one.version.publication]
    ]  # fmt: skip


@source("clarifications", without_term=True)
def waiting_for_the_head(account: Account) -> list[Waiting]:
    """Clarifications that publishers drafted."""
    return [
        Waiting(
            face=ClockFace(ClockState.NOT_STARTED, "等您批准"), what="批准澄清公告", clause="GIR-2019:6.2",
            why=f"{one.drafted_by}于{short_date(one.drafted_on)}送审", number=one.publication.number,
            party=one.publication.case.title, case_href=address_of("cases:case", one.publication.case.public_id),
            href=address_of("disclosure:approve_clarification", one.public_id),
        )
        for one in clarifications_to_approve(account)
    ]  # fmt: skip


@source("objections")
def waiting_for_an_answer(account: Account) -> list[Waiting]:
    """Objections of citizens, each by its term."""
    return [_objection(one, "答复公示异议") for one in objections_to_do(account)]


@source("late_objections", without_term=True)
def objections_late(account: Account) -> list[Waiting]:
    """For the agency head and the supervisor: what was not answered in time, to be read and asked about."""
    return [replace(_objection(one, "督促答复公示异议"), act="看经过") for one in objections_gone_late(account)]


@source("repairs")
def waiting_for_repair(account: Account) -> list[Waiting]:
    """Applications for credit repair, to examine or to decide."""
    return [
        Waiting(
            face=repair_face(one), what="决定信用修复申请" if one.status == "examined" else "审查信用修复申请",
            why=f"{short_date(one.received_at.astimezone(clock.BEIJING).date())}收到", clause="CRR-2025:days",
            number=one.publication.number, party=one.publication.case.title,
            case_href=address_of("cases:case", one.publication.case.public_id),
            href=address_of("disclosure:repair", one.public_id),
        )
        for one in repairs_to_do(account)
    ]  # fmt: skip


def _second_person(one: WithdrawalProposal) -> Waiting:
    publication = one.publication
    told = {
        "number": publication.number, "party": publication.case.title,
        "case_href": address_of("cases:case", publication.case.public_id),
        "href": address_of("disclosure:approve_withdrawal", one.public_id),
    }  # fmt: skip
    if (late := follow_up_face(publication)) is not None:
        why = f"{short_date(publication.withdrawn_on)}紧急撤下，由另一人确认或者恢复公开"
        return Waiting(face=late, what="确认紧急撤下", why=why, clause=PULLING, due_on=late.due_on, **told)
    face = withdrawal_face(publication) or ClockFace(ClockState.NOT_STARTED, "等您批准")
    why = f"{one.proposed_by}于{short_date(one.proposed_on)}提出"
    return Waiting(
        face=face, what="批准撤回公开", why=why, clause="APL-2021:48.2", due_on=publication.withdraw_by, **told
    )


def _objection(one: Objection, what: str) -> Waiting:
    face, case = objection_face(one), one.publication.case if one.publication is not None else None
    href = address_of("disclosure:objection", one.public_id)
    return Waiting(
        face=face, what=what, why=f"{short_date(one.received_on)}提交", clause="GIR-2019:41", number=one.about_number,
        party=one.under, case_href=address_of("cases:case", case.public_id) if case is not None else href, href=href,
        due_on=face.due_on,
    )  # fmt: skip


def _row(one: Publication) -> Waiting:
    back = withdrawal_face(one)
    if one.status == PublicationStatus.WITHDRAWN:
        back = follow_up_face(one) or ClockFace(ClockState.NOT_STARTED, "及时办理")
        due = back.due_on
        fell = one.withdrawal_ground == WithdrawalGround.ALTERED
        stopped = one.withdrawal_ground == WithdrawalGround.ORDERED_STOPPED and back.due_on is None
        why = "撤回所依据的变更决定已被撤销" if fell else "紧急撤下没有得到确认"
        why = "复议、诉讼已有结果，停止公示的决定不再适用" if stopped else why
        what, clause = "恢复公开", "APL-2021:48.1"
        if any(other.decided_on is None for other in one.proposals.all()):
            what, why, clause = "确认紧急撤下", f"{short_date(one.withdrawn_on)}紧急撤下，还没有确认", PULLING
    elif back is not None:
        clause, due = "APL-2021:48.2", one.withdraw_by
        what, why = "撤回公开", f"收到文书后 {term(clause)}内撤回并公开理由"
    elif one.stands:
        back, due = ClockFace(ClockState.NOT_STARTED, "及时办理"), None
        what, why, clause = (
            "更正（隐去）或者撤回",
            "外来附件已经改为不公开或者重新遮盖，原来的文件仍在公开",
            "APL-2021:50",
        )
    else:
        what, why, clause = _to_publish(one)
        due = standing_of(one, clock.today()).due.day
    return Waiting(
        face=back or face_of(one), what=what, why=why, clause=clause, number=one.number, party=one.case.title,
        case_href=address_of("cases:case", one.case.public_id), act="去办理",
        href=address_of("disclosure:publication", one.public_id), due_on=due,
    )  # fmt: skip


def _to_publish(one: Publication) -> tuple[str, str, str]:
    """What is next of one that is not public yet, why, and by which clause; the term runs on while others are asked."""
    if one.awaits_ruling:
        return "登记能否公开的批复", f"已报{one.ruling['asked_of']}", RULING
    if one.ruled_out:
        return "决定不予公开", f"{one.ruling['paper']}：不能公开", RULING
    what = "复核并发布" if one.status == PublicationStatus.PREPARED else "编制公开文本"
    return what, f"{short_date(one.decided_on)}作出决定", one.clause
