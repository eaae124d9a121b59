"""邮件订阅: leave an address, confirm by the link it gets, leave by one click. Without a mail server no address is taken."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import PUBLIC, page
from yangguang.base.refusals import put_on_form
from yangguang.bulletin.api import public_bodies, subscriptions
from yangguang.kernel.refusal import Refused
from yangguang.portal.pages.decisions import KINDS, LONGEST
from yangguang.portal.showing import show, unkept

LONGEST_TOKEN = 120
TRAIL = [("首页", "/"), ("订阅", "/feeds/")]


class SubscriptionForm(OfficialForm):
    """Where to, and what of; what is left open does not narrow."""

    address = forms.EmailField(
        label="邮箱", max_length=254, error_messages={"invalid": "邮箱写得不对，请核对后重新填写。"},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}), help_text="加密保存，机关工作人员也看不到。",
    )  # fmt: skip
    body = forms.ChoiceField(label="只要这个机关的", required=False)
    kind = forms.ChoiceField(label="只要这一类", required=False, choices=[("", "全部类别"), *KINDS.items()])
    party = WrittenField(label="只要当事人名称里有", most=LONGEST, required=False, help_text="单位全称或者其中几个字。")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = [(one.ref, one.name) for one in public_bodies()]
        self.fields["body"].choices = [("", "全部机关"), *bodies]  # type: ignore[attr-defined]


@page("subscriptions/", name="portal:subscribe", title="邮件订阅", allow=PUBLIC, site="portal", writes=True)
def subscribe(request: HttpRequest) -> HttpResponse:
    """The form; who has sent it is told to look into the mailbox, whatever the mailbox has already."""
    is_open = subscriptions.open_for_subscriptions()
    form = SubscriptionForm(request.POST or None) if is_open else None
    if form and request.method == "POST" and form.is_valid() and _asked(request, form):
        return redirect(f"{reverse('portal:subscribe')}?sent=1")
    return _unkept(show(
        request, "portal/subscribe.html", "", form=form, sent=is_open and "sent" in request.GET,
        trail=[*TRAIL, ("邮件订阅", "")],
    ))  # fmt: skip


@page(
    "subscriptions/confirm/",
    name="portal:confirm_subscription",
    title="确认订阅",
    allow=PUBLIC,
    site="portal",
    writes=True,
)
def confirm(request: HttpRequest) -> HttpResponse:
    """Looking changes nothing, for mail programs look as well; the button confirms."""
    token = _token(request)
    found = subscriptions.confirm_subscription(token) if request.method == "POST" else subscriptions.asked_by(token)
    return _unkept(show(
        request, "portal/subscription_confirm.html", "", found=found, token=token, trail=[*TRAIL, ("确认订阅", "")]
    ))  # fmt: skip


@page("subscriptions/leave/", name="portal:leave_subscription", title="退订", allow=PUBLIC, site="portal", writes=True)
@csrf_exempt
def leave(request: HttpRequest) -> HttpResponse:
    """What a mailbox has, each to be ended; a mail program that posts here without asking anybody ends all (RFC 8058)."""
    token = _token(request)
    if request.method == "POST":
        subscriptions.end_subscriptions(token, request.POST.get("ref", "")[:26])
    return _unkept(show(
        request, "portal/subscription_leave.html", "", subscriber=subscriptions.subscriber_by(token), token=token,
        trail=[*TRAIL, ("退订", "")],
    ))  # fmt: skip


def _asked(request: HttpRequest, form: SubscriptionForm) -> bool:
    told = form.cleaned_data
    wanted = subscriptions.Wanted(told["body"], told["kind"], KINDS.get(told["kind"], ""), told["party"].strip())
    try:
        subscriptions.ask_subscription(told["address"], wanted, sender=request.META.get("REMOTE_ADDR", ""))
    except Refused as refusal:
        put_on_form(form, refusal)
        return False
    return True


def _token(request: HttpRequest) -> str:
    return (request.GET.get("t", "") or request.POST.get("t", ""))[:LONGEST_TOKEN]


def _unkept(response: HttpResponse) -> HttpResponse:
    response["Referrer-Policy"] = "no-referrer"
    return unkept(response)
