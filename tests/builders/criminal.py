"""Transfers of suspected crimes for tests, each a little further on its way: every step is the use case the screens call."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from tests.builders.cases import approve, handler_of, officers_of, on, person_of
from tests.builders.directory import fresh_code
from tests.builders.labour import CONCLUDED, a_concluded_labour_case
from tests.builders.remembered import remembered
from yangguang.base import approvals
from yangguang.cases.gates import Attempt, judge
from yangguang.cases.models import Case, CriminalTransfer
from yangguang.cases.use_cases.form_task_force import form_task_force
from yangguang.cases.use_cases.issue_items_notice import issue_items_notice
from yangguang.cases.use_cases.record_acknowledgement import record_acknowledgement
from yangguang.cases.use_cases.record_police_opening import record_police_opening
from yangguang.cases.use_cases.record_police_refusal import record_police_refusal
from yangguang.cases.use_cases.report_criminal_transfer import report_criminal_transfer
from yangguang.cases.use_cases.serve_document import ServiceFacts
from yangguang.cases.use_cases.serve_transfer_paper import serve_transfer_paper
from yangguang.cases.use_cases.sign_approval import sign_approval
from yangguang.cases.use_cases.suspect_crime import suspect_crime
from yangguang.cases.use_cases.transfer_to_police import transfer_to_police
from yangguang.directory.models import Account, Appointment, Body

OWED = 14_596_00
REPORTED = CONCLUDED
APPROVED = date(2026, 9, 23)
RECEIVED = date(2026, 9, 24)
ANSWERED = date(2026, 9, 25)
POLICE = "示范县公安局"
GROUNDS = "责令支付期满仍未支付，有能力支付而不支付。"
PAPERS = {
    "investigation": "经查，用人单位拖欠三名劳动者劳动报酬，经责令支付仍不支付。", "items": "无", "examination": "无",
    "others": "劳动者名册；责令支付文书及送达回证。",
}  # fmt: skip


def a_principal(body: Body) -> Account:
    """The head as the principal one."""
    head = person_of(body, "agency_head")
    Appointment.objects.filter(account=head).update(is_principal=True)
    return person_of(body, "agency_head")


@contextmanager
def acting(line: CriminalTransfer, *, by: Account | None = None, day: date, hour: int = 9) -> Iterator[dict[str, Any]]:
    """What every act on a transfer is given: the lead handler acts unless told."""
    with on(day, hour) as at:
        yield {"transfer": line, "actor": by or handler_of(line.case), "at": at}


def suspected(case: Case, *, day: date = REPORTED, hour: int = 10, **facts: Any) -> CriminalTransfer:
    """A suspicion on record."""
    with on(day, hour) as at:
        return suspect_crime(case=case, actor=handler_of(case), at=at, **({"grounds": GROUNDS} | facts))


@remembered
def a_suspected_crime() -> CriminalTransfer:
    """Three workers unpaid over the line, the order unheeded, the investigation concluded."""
    case = a_concluded_labour_case(owed=OWED)
    a_principal(case.body)
    return suspected(case)


@remembered
def with_a_task_force(
    line: CriminalTransfer | None = None, *, day: date = REPORTED, hour: int = 11
) -> CriminalTransfer:
    """Both officers named by the head."""
    line = line or a_suspected_crime()
    body = line.case.body
    with acting(line, by=a_principal(body), day=day, hour=hour) as known:
        return form_task_force(**known, officers=officers_of(body))


def reported(line: CriminalTransfer | None = None, *, day: date = REPORTED, hour: int = 16, **facts: Any) -> Any:
    """The approval form of the written report."""
    told = {"police": POLICE, "report": GROUNDS, "opinion": "建议移送。"}
    with acting(line or with_a_task_force(), day=day, hour=hour) as known:
        return report_criminal_transfer(**known, **told | facts)


@remembered
def an_approved_transfer(line: CriminalTransfer | None = None, *, day: date = APPROVED) -> CriminalTransfer:
    """Signed by the principal head at eleven."""
    line = line or with_a_task_force()
    approve(reported(line, day=day - timedelta(days=1)), line.case.body, day)
    line.refresh_from_db()
    return line


@remembered
def a_sent_transfer(line: CriminalTransfer | None = None, *, day: date = APPROVED, **facts: Any) -> CriminalTransfer:
    """The file went to the police the same afternoon."""
    line = line or an_approved_transfer(day=day)
    with acting(line, day=day, hour=15) as known:
        return transfer_to_police(**known, **PAPERS | facts)


@remembered
def an_acknowledged_transfer(line: CriminalTransfer | None = None, *, day: date = RECEIVED) -> CriminalTransfer:
    """The police signed for it."""
    told = {"number": "示公收〔2026〕12号", "sender": POLICE, "receiver": "丁志刚"}
    with acting(line or a_sent_transfer(), day=day) as known:
        return record_acknowledgement(**known, **told)


@remembered
def a_refused_transfer(line: CriminalTransfer | None = None, *, day: date = ANSWERED) -> CriminalTransfer:
    """The police open no case."""
    told = {"number": "示公不立〔2026〕3号", "sender": POLICE, "words": "认为没有犯罪事实。"}
    with acting(line or an_acknowledged_transfer(), day=day) as known:
        return record_police_refusal(**known, **told)


@remembered
def an_opened_transfer(line: CriminalTransfer | None = None, *, day: date = ANSWERED) -> CriminalTransfer:
    """The police opened a case."""
    told = {"number": "示公立〔2026〕40号", "sender": POLICE}
    with acting(line or an_acknowledged_transfer(), day=day) as known:
        return record_police_opening(**known, **told)


def approval_of(line: CriminalTransfer) -> Any:
    """The approval form of a transfer."""
    return approvals.latest(line.subject, "approve_criminal_transfer")


def a_code(account: Account) -> str:
    """A fresh code of the head."""
    return fresh_code(account)


def penalty_is_free(case: Case, day: date) -> bool:
    """Whether a penalty could be decided as far as crime is concerned."""
    with on(day, 18) as at:
        (verdict,) = judge(("no_penalty_instead",), Attempt(case, "decide_penalty", handler_of(case), at, {}))
    return verdict.holds


def refused_by_the_head(approval: Any, head: Account, reason: str, *, day: date = APPROVED) -> None:
    """The principal head sends the form back with reasons."""
    with on(day) as at:
        sign_approval(approval=approval, agrees=False, opinion=reason, code=fresh_code(head), actor=head, at=at)


def told_of_items(line: CriminalTransfer, *, day: date, hour: int = 9) -> CriminalTransfer:
    """The party has it in writing that its things go with the file."""
    party = line.case.parties.order_by("position").first()
    with acting(line, day=day, hour=hour) as known:
        issue_items_notice(**known, party_ref=party.public_id, items="账册3本")
    row = line.case.addressed_papers.latest("pk")
    handed = ServiceFacts(method="direct", recipient="刘芳", relation="reception", proof_number="回证7号")
    with acting(line, day=day, hour=hour + 1) as known:
        return serve_transfer_paper(**known, paper=row.public_id, service=handed)
