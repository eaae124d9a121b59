"""Release an adopted list: the names so far, a reason where it is late, the code."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.directory.api import DeskRequest
from yangguang.disclosure.events.standing import DUTIES
from yangguang.disclosure.list_copies import release_day
from yangguang.disclosure.models import StandingPublication
from yangguang.disclosure.pages.prepare import PUBLISHER
from yangguang.disclosure.pages.release import CodeField
from yangguang.disclosure.pages.standing import found_standing
from yangguang.disclosure.pages.standing_acts import asked
from yangguang.disclosure.use_cases.release_list import release_list
from yangguang.kernel import clock


class ReleaseListForm(OfficialForm):
    """A reason where it is late, and the code."""

    late_reason = WrittenField(label="逾期公开的原因", most=400)
    code = CodeField()

    def __init__(self, *args: Any, overdue: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not overdue:
            del self.fields["late_reason"]


@page("standing/<ref:ref>/release", name="disclosure:release_list", title="核对并发布清单", allow=PUBLISHER, writes=True,
      subject="standing_publication")  # fmt: skip
def release(request: DeskRequest, ref: str) -> HttpResponse:
    """The names so far, the whole edition one click away, then the code."""
    publication = found_standing(request, ref)
    due = release_day(publication)
    form = ReleaseListForm(request.POST or None, overdue=due is not None and clock.today() > due)

    def act(**facts: Any) -> StandingPublication:
        return release_list(publication_id=publication.pk, actor=request.user, at=form.moment(), **facts)

    told = "发布以后，公众可以查看、下载；服务指南和文件一并公开。采集、传递、审核、发布四步的人员记入账目。"
    return asked(request, form, act, publication, title="核对并发布清单", done="已经发布。", told=told, clause_id=DUTIES,
                  submit="确认发布")  # fmt: skip
