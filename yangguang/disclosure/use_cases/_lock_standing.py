"""Lock what is public besides decisions for an act, and what every change of it begins with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.disclosure.entry_copies import known_of_entry, title_of
from yangguang.disclosure.events.standing import TAKING_BACK, StandingChangeProposed
from yangguang.disclosure.list_copies import has_left
from yangguang.disclosure.models import StandingChange, StandingPublication
from yangguang.disclosure.models.standing_publication import WHOLE
from yangguang.disclosure.policy import standing_fault
from yangguang.disclosure.rules.redaction import Known, find
from yangguang.disclosure.rules.standing import CHANGES, ChangeKind, reason_fault
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

LONGEST_REASON = 400


def lock_standing(publication_id: int) -> StandingPublication:
    """The row, locked, with its edition, officer or entry, and body."""
    StandingPublication.objects.select_for_update().get(pk=publication_id)
    return StandingPublication.objects.select_related(*WHOLE).get(pk=publication_id)


def lock_change(change_id: int, actor: Account) -> tuple[StandingChange, StandingPublication]:
    """What is proposed and what it is about, locked. Raises Refused once it was decided."""
    change = StandingChange.objects.select_related("proposed_by").get(pk=change_id)
    publication = lock_standing(change.publication_id)
    change.refresh_from_db()
    if change.decided_on is not None:
        raise Refused("这项变更已经办理。", TAKING_BACK, remedy="请刷新页面查看现在的状态。")
    return change, publication


def propose(
    publication: StandingPublication, kind: ChangeKind, *, reason: str, actor: Account, at: Moment, ground: str = "",
    replacements: Sequence[tuple[str, str]] = (), hides_more: bool = False,
) -> StandingChange:  # fmt: skip
    """Keep a change of a locked publication for a second person. Raises Refused for others, and while another one waits."""
    if fault := standing_fault(actor, publication):
        raise Refused(fault, TAKING_BACK)
    if publication.changes.filter(decided_on=None).exists():
        raise Refused("这条公示已经有一项变更等待批准。", TAKING_BACK, remedy="请先批准或者退回那一项。")
    words = clean(reason, label="理由", most=LONGEST_REASON, lines=True, field="reason")
    if fault := reason_fault(words):
        raise Refused(fault, TAKING_BACK, field="reason", remedy="请写明是什么内容、为什么。")
    if private := _private_in(words, publication):
        raise Refused(
            f"{CHANGES[kind]}的理由会公开，不能含有“{private}”。", TAKING_BACK, field="reason",
            remedy="请删去号码和姓名，只写原因，例如“证件信息登记有误，正在核实”。",
        )  # fmt: skip
    if hides_more and (said := next((old for old, _ in replacements if old in words), "")):
        raise Refused(
            f"更正的理由会公开，不能写出要隐去的“{said}”。", TAKING_BACK, field="reason",
            remedy="请只写是哪一类内容、为什么不应公开，不要引用原文。",
        )  # fmt: skip
    change = StandingChange.objects.create(
        publication=publication, kind=kind, ground=ground, reason=words, hides_more=hides_more, proposed_by=actor,
        replacements=[list(pair) for pair in replacements], proposed_on=at.day,
    )  # fmt: skip
    event = StandingChangeProposed(named(publication), publication.ref, CHANGES[kind], ground, words)
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return change


def must_be_in_post(publication: StandingPublication, on: date) -> None:
    """An officer's entry is put back only while the person is in post. Raises Refused for one who left (D07)."""
    if publication.officer is not None and has_left(publication.officer, on):
        raise Refused(
            "这名人员已经离岗，不能恢复公开。", TAKING_BACK, remedy="离岗人员不再列入公开的名录；已经提出的，请退回。"
        )


def named(publication: StandingPublication) -> str:
    """How events name it: an edition by its title, an entry by its list and number, an officer without the name."""
    if publication.entry is not None:
        return title_of(publication)
    return str(publication.edition) if publication.edition is not None else "执法人员公示信息"


def _private_in(words: str, publication: StandingPublication) -> str:
    """The first private thing in a public reason: numbers of any kind, and of an officer the name."""
    known = [Known(publication.officer.name)] if publication.officer is not None else []
    if publication.entry is not None:
        known += known_of_entry(publication)
    return next((span.original for span in find(words, known)), "")
