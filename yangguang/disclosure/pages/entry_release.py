"""Release a listing of unpaid wages or a major violation: what the public will read, the names so far, the checks, the code."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from yangguang.base.form_fields import DayField, WrittenField
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
from yangguang.disclosure.use_cases.release_entry import release_entry
from yangguang.kernel import clock

TOLD = (
    "逐项核对，作保密审查。发布时系统读回网页文字和下载文件，案卷里的个人信息还能读到的，不能发布；"
    "采集、传递、审核、发布四步的人员记入账目，公开的内容写入存证日志。"
)


class ReleaseEntryForm(OfficialForm):
    """The check of secrecy; of a listing whom it is shared with, of a violation until when it is shown; the code."""

    secrecy_note = WrittenField(label="保密审查和脱敏意见", most=400, lines=True)
    shared_with = WrittenField(label="共享到", most=200, help_text="同级信用信息共享平台等。")
    until = DayField(label="公布至")
    until_basis = WrittenField(
        label="公布期限的依据", most=200, help_text="国家没有规定公布的期限，按本地规定填写文件名称。"
    )
    late_reason = WrittenField(label="逾期公开的原因", most=400)
    code = CodeField()

    def __init__(self, *args: Any, overdue: bool, of_violation: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        left_out = ["shared_with"] if of_violation else ["until", "until_basis"]
        for name in [*left_out, *([] if overdue else ["late_reason"])]:
            del self.fields[name]


@page("standing/<ref:ref>/release-entry", name="disclosure:release_entry", title="核对并发布名单条目", allow=PUBLISHER,
      writes=True, subject="standing_publication")  # fmt: skip
def release(request: DeskRequest, ref: str) -> HttpResponse:
    """What the public will read, then the checks and the code."""
    publication = found_standing(request, ref)
    due = release_day(publication)
    overdue = due is not None and clock.today() > due
    form = ReleaseEntryForm(request.POST or None, overdue=overdue, of_violation=publication.violation is not None)

    def act(**facts: Any) -> StandingPublication:
        return release_entry(publication_id=publication.pk, actor=request.user, at=form.moment(), **facts)

    return asked(request, form, act, publication, title="核对并发布名单条目", done="已经发布。", told=TOLD, clause_id=DUTIES,
                  submit="确认发布")  # fmt: skip
