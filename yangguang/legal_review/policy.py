"""Who may review, in sentences."""

from __future__ import annotations

from django.db.models import QuerySet

from yangguang.cases.api import Case, cases_visible_to, has_withdrawn
from yangguang.directory.api import Account, Role, reviewer_fault
from yangguang.kernel import clock
from yangguang.legal_review.models import LegalReview
from yangguang.legal_review.rules.reviewer import handler_fault


def may_review(account: Account, case: Case) -> str:
    """Why this person may not review this case; empty when they may."""
    if not account.holds(Role.LEGAL_REVIEWER) or account.body_id != case.body_id:
        return "有权审核的是本机关的法制审核人员。"
    handlers = {ref for ref in case.assignments.values_list("officer__account__public_id", flat=True) if ref}
    if has_withdrawn(account, case):
        return "审核人员已经回避，不再审核本案。"
    if fault := handler_fault(account.public_id, handlers):
        return fault
    return reviewer_fault(account, clock.today())


def reviews_visible_to(account: Account) -> QuerySet[LegalReview]:
    """Reviews of the cases a person may see; nobody else learns that there was one."""
    return LegalReview.objects.filter(case__in=cases_visible_to(account)).select_related(
        "case", "case__body", "reviewer"
    )
