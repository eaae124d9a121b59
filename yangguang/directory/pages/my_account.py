"""我的: one's own account, roles, certificates and what one has done."""

from __future__ import annotations

from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.pages import SIGNED_IN, page
from yangguang.directory.models import Account
from yangguang.directory.pages.first_password import NewPasswordForm
from yangguang.directory.presentation import certificate_rows
from yangguang.directory.queries import acts_of
from yangguang.directory.requests import DeskRequest
from yangguang.directory.use_cases.set_password import set_password
from yangguang.kernel import clock

RECENT = 20


@page("me", name="directory:my_account", title="我的", allow=SIGNED_IN)
def my_account(request: DeskRequest) -> HttpResponse:
    """Everything the site knows about the person who asks."""
    account = request.user
    officer = getattr(account, "officer", None)
    facts = [
        ("姓名", account.name),
        ("登录名", account.username),
        ("机关", account.body.name),
        ("内设机构", account.unit.name if account.unit else ""),
        ("职务", account.post),
        ("联系电话", account.phone),
    ]
    return render(request, "directory/my_account.html", {
        "facts": facts,
        "appointments": account.standing,
        "officer": officer,
        "certificates": certificate_rows(officer, clock.today()) if officer else [],
        "acts": [{"at": e.occurred_at, "title": e.label, "words": e.summary} for e in acts_of(account)[:RECENT]],
    })  # fmt: skip


@page("me/password", name="directory:change_password", title="修改密码", allow=SIGNED_IN, writes=True)
def change_password(request: DeskRequest) -> HttpResponse:
    """Change one's own password; other sessions end, this one stays."""
    form = NewPasswordForm(request.POST or None)

    def change(current: str, password: str, again: str) -> Account:
        changed = set_password(
            account=request.user, password=password, current=current, actor=request.user, at=form.moment()
        )
        update_session_auth_hash(request, changed)
        return changed

    return answer(
        request, form, change, to=reverse("directory:my_account"), done="密码已经修改，其他地方的登录已退出。",
        template="directory/act_form.html", title="修改密码", words="修改密码", back=reverse("directory:my_account"),
    )  # fmt: skip
