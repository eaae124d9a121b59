"""Every act on leads and cases by its verb: for those who walk whole cases, as the demonstration does."""

from yangguang.cases.use_cases.annul_case_opening import annul_case_opening
from yangguang.cases.use_cases.annul_decision import annul_decision
from yangguang.cases.use_cases.archive_file import archive_file
from yangguang.cases.use_cases.assign_officers import assign_officers
from yangguang.cases.use_cases.collect_evidence import collect_evidence
from yangguang.cases.use_cases.conclude_investigation import conclude_investigation
from yangguang.cases.use_cases.decide_recusal import decide_recusal
from yangguang.cases.use_cases.explain_overdue import explain_overdue
from yangguang.cases.use_cases.find_facts import find_facts
from yangguang.cases.use_cases.give_prior_notice import give_prior_notice
from yangguang.cases.use_cases.inspect_on_site import inspect_on_site
from yangguang.cases.use_cases.interview import interview
from yangguang.cases.use_cases.judge_evidence import judge_evidence
from yangguang.cases.use_cases.mark_unfulfilled import mark_all_unfulfilled
from yangguang.cases.use_cases.prepare_draft import prepare_draft
from yangguang.cases.use_cases.re_examine import re_examine
from yangguang.cases.use_cases.record_payment import record_payment
from yangguang.cases.use_cases.record_statement import record_statement
from yangguang.cases.use_cases.request_decision import request_decision
from yangguang.cases.use_cases.request_end import request_end
from yangguang.cases.use_cases.request_hearing import request_hearing
from yangguang.cases.use_cases.request_opening import request_opening
from yangguang.cases.use_cases.request_recusal import request_recusal
from yangguang.cases.use_cases.serve_document import ServiceFacts, serve_document
from yangguang.cases.use_cases.sign_approval import sign_approval
from yangguang.cases.use_cases.waive_rights import waive_rights

__all__ = [
    "ServiceFacts",
    "annul_case_opening",
    "annul_decision",
    "archive_file",
    "assign_officers",
    "collect_evidence",
    "conclude_investigation",
    "decide_recusal",
    "explain_overdue",
    "find_facts",
    "give_prior_notice",
    "inspect_on_site",
    "interview",
    "judge_evidence",
    "mark_all_unfulfilled",
    "prepare_draft",
    "re_examine",
    "record_payment",
    "record_statement",
    "request_decision",
    "request_end",
    "request_hearing",
    "request_opening",
    "request_recusal",
    "serve_document",
    "sign_approval",
    "waive_rights",
]
