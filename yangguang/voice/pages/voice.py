"""One voice: what was said, until when, what can be done; acting on it; what was enclosed."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import ledger
from yangguang.base.act_pages import answer
from yangguang.base.pages import Expect, page
from yangguang.base.sending import sent_on_record
from yangguang.directory.api import Account
from yangguang.voice.acts import acts_for
from yangguang.voice.models import Voice
from yangguang.voice.pages.voices import HANDLERS, READERS, face_of
from yangguang.voice.policy import may_see_writer, supervises, take_fault
from yangguang.voice.queries import term_of, voices_visible_to
from yangguang.voice.rules.told import Person
from yangguang.voice.sealing import unseal

ITS_KEEPER = Expect(own=404)  # nobody but who has it in hand
DONE = {"keep": "已认领。", "answer": "已答复，提出人凭查询号可以看到。", "refuse": "已告知不予办理，提出人凭查询号可以看到。",
        "move": "已转送。", "press": "已督促。"}  # fmt: skip


@page("voices/<ref:ref>/", name="voice:voice", title="网上来件", allow=READERS, subject="voice")
def voice_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Everything said; who said it and what was enclosed for whoever has it in hand."""
    account: Account = request.user  # type: ignore[assignment]
    voice, term = found_for(account, ref), None
    sees_writer = may_see_writer(account, voice)
    way = "voice:supervise" if supervises(account, voice) else "voice:act"
    offered = acts_for(voice, account).items()
    acts = [{"label": one.title, "href": reverse(way, args=[ref, name])} for name, one in offered]
    if voice.is_open and voice.kind == "wages" and not take_fault(account, voice):
        acts.insert(0, {"label": "登记为投诉、线索", "href": reverse("voice:take", args=[ref])})
    if voice.is_open:
        term = term_of(voice)
    response = render(request, "voice/voice.html", {
        "voice": voice, "face": face_of(voice), "term": term, "acts": acts, "sees_writer": sees_writer,
        "writer": unseal(voice.sealed) if sees_writer else None, "files": list(voice.files.all()),
        "entries": [{"at": e.occurred_at, "title": e.label, "who": e.actor_name, "words": e.summary}
                    for e in ledger.entries_about("voice", ref).reverse()],
    })  # fmt: skip
    response["Cache-Control"] = "no-store"
    return response


@page("voices/<ref:ref>/acts/<slug:act>/", name="voice:act", title="办理网上来件", writes=True, allow=HANDLERS,
      subject="voice_act")  # fmt: skip
def voice_act(request: HttpRequest, ref: str, act: str) -> HttpResponse:
    """The form of one act; what this person may not do now is not there."""
    return _acted(request, ref, act)


@page("voices/<ref:ref>/supervise/<slug:act>/", name="voice:supervise", title="监督网上投诉", writes=True,
      allow=("supervisor",), subject="complaint_of_conduct", expects=Expect(superior=200))  # fmt: skip
def supervise(request: HttpRequest, ref: str, act: str) -> HttpResponse:
    """Press for an answer; send on what nobody of the body may deal with."""
    return _acted(request, ref, act)


def _acted(request: HttpRequest, ref: str, act: str) -> HttpResponse:
    account: Account = request.user  # type: ignore[assignment]
    voice = found_for(account, ref)
    known = acts_for(voice, account).get(act)
    if known is None:
        raise Http404
    form, back = known.form(request.POST or None, voice=voice, account=account), reverse("voice:voice", args=[ref])
    return answer(
        request, form, lambda **facts: known.run(voice_id=voice.pk, actor=account, at=form.moment(), **facts),
        to=reverse("voice:voices") if act == "move" else back, done=DONE[act], template="voice/act.html",
        title=known.title, words=known.words, under=f"{voice.kind_words}　{voice.receipt}", back=back,
    )  # fmt: skip


@page("voices/<ref:ref>/files/<int:position>/", name="voice:file", title="来件附件", allow=READERS, subject="voice_file",
      expects=ITS_KEEPER)  # fmt: skip
def voice_file(request: HttpRequest, ref: str, position: int) -> HttpResponse:
    """One enclosure, for whoever has it in hand; the look is in the ledger."""
    account: Account = request.user  # type: ignore[assignment]
    voice = found_for(account, ref)
    enclosed = voice.files.filter(position=position).select_related("blob").first()
    if enclosed is None or not may_see_writer(account, voice):
        raise Http404
    return sent_on_record(enclosed.blob, f"来件{voice.receipt}附件{position + 1}", voice.subject)


def found_for(account: Account, ref: str) -> Voice:
    """The voice, or 404."""
    return get_object_or_404(voices_visible_to(account), public_id=ref)


def opening(voice: Voice, writer: Person) -> dict[str, Any]:
    """What the form of a lead begins with: everything that was sent in, so that nothing is typed twice."""
    late = f"网上来件{voice.receipt}，{voice.received_on:%Y年%-m月%-d日}提交"
    return {
        "source": "tip_off" if voice.is_tip_off else "complaint", "received_way": "online",
        "informant_name": writer.name, "informant_person_id": writer.person_id, "informant_phone": writer.phone,
        "representatives": "\n".join(" ".join(filter(None, row)) for row in writer.representatives),
        "employer_name": voice.employer_name, "employer_address": voice.employer_address,
        "employer_contact": voice.employer_contact, "employer_phone": voice.employer_phone, "account": voice.account,
        "requests": voice.requests, "workers_count": voice.workers_count or 1, "amount_fen": voice.amount_fen or "",
        "violation_began_on": voice.began_on, "violation_ended_on": voice.ended_on, "late_reason": late,
    }  # fmt: skip
