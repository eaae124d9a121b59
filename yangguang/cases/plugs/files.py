"""Cases answer for their files: whoever may see a case may read what is in its file; its handlers keep it."""

from collections.abc import Callable

from django.urls import reverse

from yangguang.cases.informants import covered, who_told
from yangguang.cases.kinds.criminal_transfer.stages import CRIMINAL_TRANSFER
from yangguang.cases.models import AddressedPaper, Case, CaseStatus, Decision, DecisionStatus
from yangguang.cases.policy import assignments_of, handles, may_take
from yangguang.cases.queries import cases_visible_to, onlooker_of, scope_for
from yangguang.directory.api import Account, Role
from yangguang.kernel.refusal import Refused
from yangguang.records.gates import before_voiding
from yangguang.records.readers import (
    FileFace,
    FileFront,
    FileOwner,
    covering,
    file_face,
    file_front,
    file_owner,
    insider,
    reader,
)

SETTLED = frozenset({CaseStatus.CLOSED, CaseStatus.ARCHIVED})
MADE_AGAIN = frozenset({"list_notice", "objection_answer", "items_notice"})  # a new one takes the place of a voided one


@reader("cases")
def may_read_case_file(account: Account, file_ref: str) -> bool:
    """The file of a case the account may see."""
    return cases_visible_to(account).filter(public_id=file_ref).exists()


SIGNS = (Role.CASE_HANDLER, Role.AGENCY_HEAD)
IN_TURN = (Role.LEGAL_REVIEWER, Role.ARCHIVIST)


@insider("cases")
def acts_in_case(account: Account, file_ref: str) -> bool:
    """Who handles a case, heads the unit that does or the body, reviews it or keeps its file in that turn needs no grant."""
    case = cases_visible_to(account).filter(public_id=file_ref).first()
    if case is None:
        return False
    heads = (Role.UNIT_HEAD,) if account.unit_id in {None, case.unit_id} else ()
    turns = tuple(role for role in IN_TURN if account.holds(role) and _sees_as(role, account, case))
    return may_take(account, case, (*SIGNS, *heads, *turns))


def _sees_as(role: Role, account: Account, case: Case) -> bool:
    """Whether the case is there to be seen by this role alone."""
    who = onlooker_of(account)._replace(role_names=frozenset({role}), supervised=())
    return Case.objects.filter(scope_for(who), pk=case.pk).exists()


@file_owner("cases")
def owner_of_case_file(file_ref: str, number: str) -> FileOwner | None:
    """A case by its reference or its number."""
    named = {"public_id": file_ref} if file_ref else {"number": number}
    case = Case.objects.filter(**named).order_by("pk").first() if file_ref or number else None
    return None if case is None else FileOwner(case.public_id, case.body_id, case.unit_id, case.number, case.title)


@file_face("cases")
def face_of_case_file(account: Account, file_ref: str) -> FileFace | None:
    """A case file shows its number; whoever handles the case keeps it until it is closed."""
    case = cases_visible_to(account).filter(public_id=file_ref).first()
    if case is None:
        return None
    keeps = case.status not in SETTLED and handles(account, case)
    gathering = reverse("cases:act", args=[file_ref, "collect_evidence"])
    return FileFace(case.number, reverse("cases:case", args=[file_ref]), keeps, "cases:judge_evidence", gathering)


@file_front("cases")
def front_of_case_file(file_ref: str) -> FileFront | None:
    """The cover of a case file names those who handled it at the end, the lead handler first."""
    case = Case.objects.select_related("body").filter(public_id=file_ref).first()
    if case is None:
        return None
    parties = "、".join(case.parties.order_by("position", "pk").values_list("name", flat=True))
    handlers = tuple(one.officer.name for one in assignments_of(case) if one.ends_on is None)
    outcome = case.get_outcome_display() if case.outcome else ""
    return FileFront(
        case.body.name, case.number, case.title, parties, case.opened_on, case.closed_on, outcome, handlers
    )


@covering("cases")
def cover_informants(file_ref: str) -> Callable[[str], str]:
    """Whoever told about a case is not named on its contents, nor on what parties read (LSR-2004:9.3)."""
    told = who_told(file_ref)
    return lambda text: covered(text, told)


@before_voiding("decisions")
def decision_keeps_its_paper(document_id: int) -> None:
    """The paper of a decision that stands is voided together with the decision, never alone."""
    if Decision.objects.filter(document_id=document_id, status=DecisionStatus.DECIDED).exists():
        raise Refused(
            "决定书不能单独作废。", "APL-2021:47", remedy="请由机关负责人在案件页办理“作废决定”；处理决定请予撤销。",
        )  # fmt: skip


@before_voiding("proceedings")
def proceeding_keeps_its_paper(document_id: int) -> None:
    """What a proceeding beside a case decided stands until it is annulled: its paper waits to be served as long."""
    rests = AddressedPaper.objects.filter(document_id=document_id).exclude(document__kind__in=MADE_AGAIN)
    if (row := rests.first()) is None:
        return
    if row.line == CRIMINAL_TRANSFER.name:
        raise Refused("移送文书不能单独作废。", "TCR-2020:10", remedy="请登记送达。")
    raise Refused(
        "名单决定书不能单独作废。", "DWL-2021:8.2", remedy="请登记送达；列入有错的，请由机关负责人办理“撤销列入”。",
    )  # fmt: skip
