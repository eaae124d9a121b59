"""The forms of 我要反映: written, sealed for the desk, and a receipt to take home. The portal keeps nothing it can read."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from yangguang.base.pages import PUBLIC, page
from yangguang.base.refusals import put_on_form
from yangguang.bulletin.api import PublicBody, open_for_letters, public_bodies, voices
from yangguang.kernel.refusal import Refused
from yangguang.portal.pages.voice import HOME
from yangguang.portal.showing import printable, show, unkept
from yangguang.portal.voices.about import REF, about_of
from yangguang.portal.voices.forms import ConductForm, QuestionForm, VoiceForm, WagesForm
from yangguang.portal.voices.ways import CONDUCT, QUESTION, WAGES, Way


@page("voice/wages/", name="portal:voice_wages", title=WAGES.title, allow=PUBLIC, site="portal", writes=True)
def wages(request: HttpRequest) -> HttpResponse:
    """About an employer."""
    form = WagesForm(request.POST or None, request.FILES or None, initial=_body_asked(request))
    return _answered(request, WAGES, form, None)


@page("voice/conduct/", name="portal:voice_conduct", title=CONDUCT.title, allow=PUBLIC, site="portal", writes=True)
def conduct(request: HttpRequest) -> HttpResponse:
    """About an officer or a decision: coming from its page, neither has to be looked for."""
    about = about_of(request)
    typed = {name: about[name] for name in ("n", "d") if about.get(name)} | _body_asked(request)
    form = ConductForm(request.POST or None, request.FILES or None, initial=typed, about=about)
    body = public_bodies().filter(ref=about["body_ref"]).first() if about else None
    return _answered(request, CONDUCT, form, body, about=about)


@page("voice/question/", name="portal:voice_question", title=QUESTION.title, allow=PUBLIC, site="portal", writes=True)
def question(request: HttpRequest) -> HttpResponse:
    """A question to a body."""
    form = QuestionForm(request.POST or None, request.FILES or None, initial=_body_asked(request))
    return _answered(request, QUESTION, form, None)


def _answered(request: HttpRequest, way: Way, form: VoiceForm, body: PublicBody | None, **context: Any) -> HttpResponse:
    """The form, or the receipt. Nobody's typing stays in a cache."""
    is_open, trail = open_for_letters(), [*HOME, (way.title, "")]
    posted = None
    if is_open and request.method == "POST" and form.is_valid():
        posted = _posted(request, way, form, body or public_bodies().get(ref=form.cleaned_data["body"]))
    if posted:
        response = show(request, "portal/voice_receipt.html", "voice", way=way, posted=posted, trail=trail)
    else:
        response = show(
            request, "portal/voice_form.html", "voice", way=way, form=form if is_open else None, body=body, trail=trail, **context
        )  # fmt: skip
    return unkept(response)


def _posted(
    request: HttpRequest, way: Way, form: VoiceForm, body: PublicBody
) -> tuple[voices.Posted, PublicBody] | None:
    """What whoever wrote takes home, or nothing when it was refused; then the form says why."""
    files, slip = form.cleaned_data["enclosures"], form.cleaned_data["once"]
    sender = request.META.get("REMOTE_ADDR", "")
    try:
        return voices.post_voice(way.kind, body, slip=slip, told=form.told(), files=files, sender=sender), body
    except Refused as refusal:
        put_on_form(form, refusal)
        return None


def _body_asked(request: HttpRequest) -> dict[str, str]:
    return {"body": printable(request.GET.get("b", ""), REF)}
