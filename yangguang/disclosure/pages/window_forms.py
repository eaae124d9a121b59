"""What window clerks fill in: the hall itself, and who sits at a window."""

from __future__ import annotations

from typing import Any

from django import forms

from yangguang.base.form_fields import DayField, WrittenField, offer
from yangguang.base.forms import OfficialForm
from yangguang.directory.api import DeskRequest, Officer
from yangguang.disclosure.models import BoardWindow
from yangguang.disclosure.queries import officers_for
from yangguang.kernel import clock


class BoardForm(OfficialForm):
    """The hall itself."""

    place = WrittenField(label="窗口地点", most=120)
    hours = WrittenField(label="办公时间", most=120)
    phone = WrittenField(label="咨询电话", most=60)
    services = WrittenField(label="服务事项", most=3000, lines=True, help_text="每行一项：事项｜要带的材料｜多久办好。")
    notices = WrittenField(label="通知", most=1500, lines=True, required=False, help_text="每行一条，过时的删去。")


class WindowForm(OfficialForm):
    """One window, one person, some days."""

    label = WrittenField(label="窗口", most=20, help_text="如“1号窗口”。同名的窗口换成这次填写的人。")
    officer = forms.ModelChoiceField(
        Officer.objects.none(), label="执法人员", required=False, to_field_name="public_id",
        help_text="是执法人员的在这里选，姓名、职务和证件取自登记。",
    )  # fmt: skip
    name = WrittenField(label="姓名", most=60, required=False, help_text="不是执法人员的填写。")
    post = WrittenField(label="职务", most=60, required=False)
    staff_number = WrittenField(label="工号", most=40, required=False)
    duties = WrittenField(label="岗位职责和办理的事项", most=200)
    kinds = WrittenField(label="执法种类", most=120, required=False, help_text="办理执法公务的填写，须由持证人员在岗。")
    from_day = DayField(label="在岗自")
    until_day = DayField(label="在岗至", help_text="这一天也在岗。每天更换的，每天更新。")


def window_form(request: DeskRequest, held: BoardWindow | None) -> WindowForm:
    """The form of a window, with what stands at it now and the officers who may sit there."""
    today = clock.today()
    initial: dict[str, Any] = {"label": request.GET.get("w", "")[:20], "from_day": today, "until_day": today}
    if held:
        names = ("name", "post", "staff_number", "duties", "kinds")
        initial |= {name: getattr(held, name) for name in names}
        initial |= {"officer": held.officer.public_id, "name": "", "post": ""} if held.officer else {}
    form = WindowForm(request.POST or None, initial=initial)
    offer(form, "officer", officers_for(request.user.body, today), words=_words)
    return form


def _words(one: Officer) -> str:
    return f"{one.name}　{one.post}　{one.body.name}"
