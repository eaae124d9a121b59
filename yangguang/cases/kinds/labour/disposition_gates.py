"""Gates of dispositions: heard in time, compensation within the law, the annex adds up, nothing left owed."""

from __future__ import annotations

from yangguang.cases.gates import Attempt, gate
from yangguang.cases.kinds.labour.documents import disposition_approval
from yangguang.cases.kinds.labour.fulfilment import left_of
from yangguang.cases.models import Clock, Disposition, DispositionStatus
from yangguang.cases.rules.disposition_content import totals_match
from yangguang.cases.rules.wage_arrears import percent_fault
from yangguang.cases.use_cases import run_clocks


@gate(
    "disposition_statement_period_over", label="陈述申辩期限已满", clauses=("LSR-2004:19#hear",),
    remedy="请在期限届满后复核；当事人书面放弃的，先登记放弃。",
)  # fmt: skip
def disposition_statement_period_over(attempt: Attempt) -> str:
    """The party's term to be heard is over, or it gave the right up in words."""
    disposition: Disposition = attempt.given["disposition"]
    if disposition.waived_on is not None:
        return ""
    clock = Clock.objects.filter(case=attempt.case, kind="statement_period", about_ref=disposition.public_id).last()
    if clock is None or attempt.at.day <= run_clocks.due_of(clock).day:
        return "陈述申辩期限未满，不得作出决定。"
    return ""


@gate(
    "additional_compensation_range", label="加付赔偿金在法定幅度内",
    clauses=("LSR-2004:26#compensation", "LCL-2012:85"), remedy="请修改比例后重新送审。",
)  # fmt: skip
def additional_compensation_range(attempt: Attempt) -> str:
    """Between the least and the most of the law; wages alone may be ordered without any."""
    percent = int(attempt.given["draft"].content.get("percent", 0))
    return percent_fault(percent) if percent else ""


@gate(
    "disposition_total_matches", label="附表合计与主文一致", clauses=("LSR-2004:18.1",),
    remedy="请按名册重新生成拟处理内容，再送审。",
)  # fmt: skip
def disposition_total_matches(attempt: Attempt) -> str:
    """The annex adds up to the operative part, and nobody has been paid since it was drawn up."""
    content = attempt.given["draft"].content
    if not totals_match(content):
        return "人员金额合计与主文不一致。"
    paid = dict(attempt.case.workers.filter(removed_on=None).values_list("public_id", "paid_fen"))
    if any(paid.get(line["ref"]) != line["paid_before_fen"] for line in content["annex"]):
        return "人员金额合计与主文不一致：拟稿后名册或者支付情况有变化。"
    return ""


@gate(
    "nothing_owed", label="没有未履行金额", clauses=("LSR-2004:18.1",),
    remedy="请登记支付情况；确实不履行的，依法申请人民法院强制执行；人民法院终结执行的，写明裁定。",
)  # fmt: skip
def nothing_owed(attempt: Attempt) -> str:
    """Every worker has been paid wages and compensation, the decision has fallen, or the court ended its execution."""
    disposition: Disposition = attempt.given["disposition"]
    over = disposition.status == DispositionStatus.ANNULLED or str(attempt.given.get("ended_by") or "").strip()
    return "尚有未履行金额，不得收口。" if left_of(disposition) and not over else ""


@gate(
    "approval_form_complete", label="案件处理报批表写全", clauses=("LSP-2004:33",),
    remedy="请补全拟处理内容后重新送审；陈述申辩由复核意见写入。",
)  # fmt: skip
def approval_form_complete(attempt: Attempt) -> str:
    """One of the six entries of the form would stay empty."""
    row: Disposition = attempt.given["disposition"]
    told = disposition_approval.entries(attempt.case.title, row.party.name, row.draft.content)
    missing = [label for label, words in told.items() if not words]
    return f"案件处理报批表缺{'、'.join(missing)}。" if missing else ""
