"""证件卡: choose certificates of one body that may be used today, make their cards, take them as PDF."""

from __future__ import annotations

from typing import Any, Literal, cast
from urllib.parse import quote

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base import exports
from yangguang.base.act_pages import answer
from yangguang.base.events import Subject
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect, page
from yangguang.base.press.cards import Card, render_cards
from yangguang.bulletin.api import officer_link
from yangguang.directory.models import Body, Certificate, Officer, OfficerPhoto
from yangguang.directory.queries import bodies_visible_to, cards_kept_by, supervised_body_ids, usable_certificates
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules.qualification import day_fault
from yangguang.directory.rules.roles import Role
from yangguang.directory.use_cases.make_cards import MOST, make_cards
from yangguang.kernel import clock

SUPERVISED = Expect(own=404, other=404, superior=200)
LAYOUTS = {"cards": "单张", "sheets": "A4拼版"}
LATEST = 10


class CardsForm(OfficialForm):
    """Which certificates."""

    certificates = forms.ModelMultipleChoiceField(
        Certificate.objects.none(), label="证件", widget=forms.CheckboxSelectMultiple, to_field_name="public_id",
        help_text=f"只列今天有效的证件，一次最多{MOST}张。登记了照片的印在卡上，没有登记的留白贴附。",
    )  # fmt: skip


@page(
    "bodies/<ref:ref>/cards", name="directory:cards", title="制作证件卡", writes=True, allow={Role.SUPERVISOR},
    subject="body", expects=SUPERVISED,
)  # fmt: skip
def cards(request: DeskRequest, ref: str) -> HttpResponse:
    """The form, and below it the batches made before with their files."""
    below = bodies_visible_to(request.user).filter(pk__in=supervised_body_ids(request.user))
    body = get_object_or_404(below, public_id=ref)
    form = CardsForm(request.POST or None, initial={"certificates": request.GET.getlist("c")[:MOST]})
    chosen = cast(forms.ModelMultipleChoiceField, form.fields["certificates"])
    chosen.queryset = usable_certificates(body, clock.today())
    chosen.label_from_instance = _words  # type: ignore[method-assign, assignment]
    back = reverse("directory:cards", args=[ref])
    return answer(
        request, form,
        lambda certificates, **facts: make_cards(
            body=body, certificates=list(certificates), actor=request.user, at=form.moment(), **facts
        ),
        to=back, done="证件卡已经制作，请下载打印。", template="directory/cards.html", body=body, title="制作证件卡",
        any_usable=chosen.queryset.exists(), back=reverse("directory:body", args=[ref]), batches=_batches(request, body),
    )  # fmt: skip


def _words(one: Certificate) -> str:
    return f"{one.officer.name}　{one.number}　{'、'.join(one.fields)}　至{one.valid_until:%Y-%m-%d}"


def _batches(request: DeskRequest, body: Body) -> list[dict[str, Any]]:
    made = cards_kept_by(request.user).filter(body=body).prefetch_related("certificates__officer")[:LATEST]
    return [
        {
            "batch": one, "names": [held.officer.name for held in one.certificates.all()],
            "files": [(label, reverse("directory:card_file", args=[one.public_id, key])) for key, label in LAYOUTS.items()],
        }
        for one in made
    ]  # fmt: skip


@page(
    "cards/<ref:ref>/<str:layout>.pdf", name="directory:card_file", title="证件卡", allow={Role.SUPERVISOR},
    subject="card_batch", expects=SUPERVISED,
)  # fmt: skip
def card_file(request: DeskRequest, ref: str, layout: str) -> HttpResponse:
    """The cards of a batch as they stand today: one that may not be used any more is left out."""
    batch = get_object_or_404(cards_kept_by(request.user), public_id=ref)
    held = batch.certificates.select_related("officer__body", "officer__photo").order_by("number")
    usable = [one for one in held if not day_fault(one.facts, on=clock.today())]
    if layout not in LAYOUTS or not usable:
        raise Http404
    title = f"证件卡-{batch.body}-{batch.made_on}-{LAYOUTS[layout]}"
    content = render_cards([_card(one) for one in usable], layout=cast(Literal["cards", "sheets"], layout), title=title)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(title, safe='')}.pdf"
    subject = Subject("body", batch.body.public_id, batch.body.public_id)
    return exports.on_record(response, what=title, rows=len(usable), subject=subject)


def _card(one: Certificate) -> Card:
    officer = one.officer
    return Card(
        kind=one.get_kind_display(), name=officer.name, body=officer.body.name, post=officer.post, number=one.number,
        fields="、".join(one.fields), areas="、".join(one.areas), valid_from=one.valid_from.isoformat(),
        valid_until=one.valid_until.isoformat(), issued_by=one.issued_by, link=officer_link(one.number),
        phone=officer.body.complaint_phone, photo=_photo(officer),
    )  # fmt: skip


def _photo(officer: Officer) -> bytes:
    held: OfficerPhoto | None = getattr(officer, "photo", None)
    return bytes(held.content) if held else b""
