"""Put before the head what the body answers where its decision is contested (V04, V05)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.base import approvals
from yangguang.base.models import Approval
from yangguang.cases.contested import evidence_to_submit, how_to_answer, may_rest_on
from yangguang.cases.events.deciding import ApprovalAsked
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Case, Remedy
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.request_head_approval import SIGNERS
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import Evidence

PURPOSE = "answer_remedy"
AFTERWARDS = ("ARL-2023:46.1", "AJL-2017:35")


@transaction.atomic
def request_remedy_answer(
    *, case_id: int, remedy_ref: str, applicant: str, reasons: str, basis: str, asks: str, evidence_refs: Sequence[str],
    opinion: str, actor: Account, at: Moment, seen_version: int | None = None,
) -> Approval:  # fmt: skip
    """`evidence_refs` go with the answer. Raises Refused without any, and for what was gathered once the decision was
    contested, unless there was leave. An answer that was not sent yet may be asked for anew.
    """
    case = lock_case(case_id, seen_version=seen_version)
    remedy = waiting_remedy(case, remedy_ref)
    told = {
        "applicant": worded(applicant, label="申请人、原告", field="applicant", most=200),
        "reply": worded(reasons, label="事实和理由", field="reasons", most=6000),
        "norms": worded(basis, label="作出行政行为的依据", field="basis", most=3000),
        "asks": worded(asks, label="请求", field="asks", most=1000),
    }
    keep_secret(case, {"reasons": told["reply"], "basis": told["norms"], "asks": told["asks"]})
    pieces = pieces_named(remedy, evidence_refs)
    taken = take(Taking(main_flow(case), case, "request_remedy_answer", actor, at))
    how, acting = how_to_answer(remedy), case.acting_body.public_id if case.acting_body else ""
    approval = approvals.request(
        subject=case.subject, purpose=PURPOSE, title=f"{how.title}审批：{remedy}",
        proposal={
            **told, "remedy_ref": remedy.public_id, "evidence_refs": [one.public_id for one in pieces],
            "case_ref": case.public_id, "acting_body_ref": acting,
        },
        signers=SIGNERS, opinion=worded(opinion, label="承办人意见", field="opinion", most=1000), actor=actor, at=at,
    )  # fmt: skip
    announce(taken, ApprovalAsked(approval.title, approval.proposal_digest), actor=actor, at=at)
    return approval


def waiting_remedy(case: Case, ref: str) -> Remedy:
    """The reconsideration or lawsuit that waits for an answer, locked. Raises Refused for any other."""
    rows = case.remedies.select_for_update(of=("self",)).filter(outcome="", answer_sent_on=None)
    remedy = rows.filter(public_id=ref).first()
    if remedy is None:
        raise Refused(
            "请选择还没有提交答复、答辩的复议或者诉讼。", ("ARL-2023:48", "AJL-2017:67.1"), field="remedy_ref"
        )
    remedy.case = case
    return remedy


def pieces_named(remedy: Remedy, refs: Sequence[str]) -> list[Evidence]:
    """The evidence that goes with the answer, in the order of the file."""
    how, wanted = how_to_answer(remedy), set(refs)
    pieces = [one for one in evidence_to_submit(remedy.case) if one.public_id in wanted]
    if not pieces or len(pieces) != len(wanted):
        raise Refused(
            "请选择要提交的证据。", (how.clause, "ARL-2023:70"), field="evidence_refs",
            remedy="不提交证据的，视为行政行为没有证据；没有入卷或者已经排除的证据不能提交。",
        )  # fmt: skip
    if late := [one.name for one in pieces if not may_rest_on(one, remedy)]:
        raise Refused(
            f"“{late[0]}”是复议、诉讼开始以后取得的，不能作为原决定的证据。", AFTERWARDS, field="evidence_refs",
            remedy="经同意或者准许补充的，请先登记准许的文书。",
        )  # fmt: skip
    return pieces
