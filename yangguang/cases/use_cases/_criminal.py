"""What the verbs of a criminal transfer share: its task force, what came in, and the main line that is held and resumed."""

from __future__ import annotations

from yangguang.base.events import Actor
from yangguang.cases.kinds.labour.queries import gives_away, leads_of
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, CriminalTransfer, Outcome, StepTaken, TransferAnswer
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases.take_step import Taking, take
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

FORCE = "TCR-2020:5.1"
BACK_TO = {
    "opened": "resume_after_transfer",
    **dict.fromkeys(
        ("concluded", "notified", "hearing_asked", "hearing_set", "hearing_over"), "resume_after_transfer_concluded"
    ),
    **dict.fromkeys(
        ("heard", "awaiting_review", "returned", "review_passed", "discussed"), "resume_after_transfer_heard"
    ),
}
STOPPED_BY = {"investigate_by": "移送公安机关", "dispose_by": "移送公安机关", "decide_by": "公安立案"}


def by_the_task_force(line: CriminalTransfer, actor: Account) -> None:
    """Raises Refused for anyone who was not named to the task force."""
    if not Officer.objects.filter(account=actor, public_id__in=line.members).exists():
        raise Refused(
            "您不是专案组成员，不能办理。", FORCE, remedy=f"请由专案组成员（{'、'.join(line.member_names)}）办理。"
        )


def protects_informants(case: Case, *texts: str) -> None:
    """Raises Refused where a text that leaves the body names whoever told."""
    if gives_away("".join(texts), leads_of(case)):
        raise Refused("应当为举报人保密。", "LSR-2004:9.3", remedy="请删去投诉人、举报人的身份信息。")


def came_in(
    line: CriminalTransfer, *, act: str, title: str, number: str, sender: str, words: str, at: Moment
) -> TransferAnswer:
    """Keep what the police, the procuratorate or a court wrote."""
    return TransferAnswer.objects.create(
        transfer=line, act=act, title=title, number=worded(number, label="文号", field="number", most=120),
        sender=worded(sender, label="来文机关", field="sender", most=120), received_on=at.day, words=words.strip(),
    )  # fmt: skip


def hold(case: Case, *, actor: Actor, at: Moment, overdue_reason: str) -> StepTaken:
    """The main line waits for the police; the claims of the workers are pursued further."""
    given = {"overdue_reason": overdue_reason}
    taken = take(Taking(FLOWS["penalty"], case, "transfer_to_police", actor, at, given))
    case.outcome = Outcome.CRIMINAL_TRANSFER
    case.save(update_fields=["outcome"])
    return taken


def end(case: Case, *, actor: Actor, at: Moment, overdue_reason: str) -> StepTaken:
    """The police opened their case: the line of the penalty ends here."""
    given = {"overdue_reason": overdue_reason}
    taken = take(Taking(FLOWS["penalty"], case, "end_by_police_opening", actor, at, given))
    case.closed_on = at.day
    case.save(update_fields=["closed_on"])
    return taken


def resume(line: CriminalTransfer, *, actor: Actor, at: Moment) -> StepTaken:
    """The main line goes on from where it had stood, with the clocks the transfer had stopped."""
    case = line.case
    taken = take(Taking(FLOWS["penalty"], case, BACK_TO[line.held_status], actor, at))
    for kind, event in STOPPED_BY.items():
        run_clocks.resume(case, kind, event=event)
    case.outcome, case.closed_on = Outcome.NONE, None
    case.save(update_fields=["outcome", "closed_on"])
    return taken


def with_its_entry(main: StepTaken | None, taken: StepTaken) -> None:
    """The step of the main line stands under the same entry of the ledger as the transfer's own."""
    if main is not None:
        main.entry = taken.entry
        main.save(update_fields=["entry"])
