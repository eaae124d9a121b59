"""A report is frozen and adopted only when every change of a case has reached the counts."""

from __future__ import annotations

from yangguang.kernel.refusal import Refused
from yangguang.reporting import counting
from yangguang.reporting.models import AnnualReport
from yangguang.reporting.rules.due import CLAUSE


def counts_are_whole(report: AnnualReport) -> None:
    """Raises Refused while cases of the body wait to be counted: their numbers would be missing from what becomes public."""
    if behind := counting.cases_behind(report.body_id):
        raise Refused(
            f"统计还没有跟上案卷：{behind}件案件的变化还没有计入。", CLAUSE,
            remedy="计数在后台进行，请等几分钟再办理；半小时以后仍然如此的，请系统管理员检查后台任务。",
        )  # fmt: skip
