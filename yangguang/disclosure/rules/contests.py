"""A decision stays public while it is contested: reconsideration and lawsuit stop nothing by themselves (GD-DISC-2021:24.1)."""

from __future__ import annotations

from collections.abc import Collection

from yangguang.kernel.written_text import folded

STAYS = "复议、诉讼期间不停止公示，不能以此撤下。"
CLAUSES = ("APL-2021:73.1", "GD-DISC-2021:24.1")
REMEDY = "公开页面已经标注正在复议、诉讼。复议机关、人民法院决定停止公示的，请先登记其文书（“登记撤回情形”）。"
SPEAKS = ("复议", "诉讼", "起诉", "应诉")


def paper_fault(paper: str, contests: Collection[str]) -> str:
    """Why a paper is none to take a decision back by: the notice that a contest was taken up decides nothing."""
    return STAYS if any(number and folded(number) in folded(paper) for number in contests) else ""


def contest_fault(contests: Collection[str], reason: str, *, by_outcome: bool) -> str:
    """Why a contested decision may not be taken down without a paper: `by_outcome`, for what no contest has brought yet, or for
    the contest itself. Empty where it is not contested, or goes for something else.
    """
    speaks = any(word in reason for word in SPEAKS)
    return STAYS if contests and (by_outcome or speaks) else ""
