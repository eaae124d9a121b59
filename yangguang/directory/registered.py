"""The registers as lists of qualification copy them: what is public of a body's own circle on a day, in plain words (D06, D07)."""

from __future__ import annotations

from collections import Counter
from datetime import date

from django.db.models import Q

from yangguang.directory.models import Body, Certificate, Entrustment
from yangguang.directory.models.officer import CertificateState
from yangguang.directory.models.scope import bodies_under


def registered_bodies(body: Body, on: date) -> list[dict[str, str]]:
    """A body, those under it and those it entrusts, in the order of the register."""
    found = list(Body.objects.filter(pk__in=_circle(body, on)).order_by("pk"))
    held = Counter(one.credit_code for one in found)  # a unit may be entered with the code of the body it belongs to
    return [_body(one, one.credit_code if held[one.credit_code] == 1 else "", on) for one in found]


def _body(one: Body, code: str, on: date) -> dict[str, str]:
    return {
        "code": code or one.public_id, "name": one.name, "nature": one.nature, "funding": one.funding,
        "staffing": one.staffing, "category": one.get_category_display(), "duties": one.duties,
        "legal_representative": one.legal_representative, "address": one.address,
        "complaint_phone": one.complaint_phone, "entrustments": "\n".join(_agreements(one, on)),
    }  # fmt: skip


def registered_officers(body: Body, on: date) -> list[dict[str, str]]:
    """Every certificate of that circle which may be used on a day; nothing about the person that is not public."""
    rows = Certificate.objects.select_related("officer__body").filter(
        officer__body__in=_circle(body, on), officer__left_on=None, state=CertificateState.ACTIVE, valid_from__lte=on,
        valid_until__gte=on,
    )  # fmt: skip
    return [
        {
            "code": one.number, "name": one.officer.name, "body": one.officer.body.name, "post": one.officer.post,
            "number": one.number, "fields": "、".join(one.fields), "areas": "、".join(one.areas),
            "valid": f"{one.valid_from:%Y-%m-%d}至{one.valid_until:%Y-%m-%d}",
        }
        for one in rows.order_by("officer__body_id", "officer__unit_id", "number")
    ]  # fmt: skip


def _circle(body: Body, on: date) -> set[int]:
    """The whole government's where the body supervises it; else its own tree. Those it entrusts belong to it."""
    tree = bodies_under((body.parent or body) if body.supervises else body)
    entrusted = Entrustment.objects.in_force_on(on).filter(entrusting__in=tree).values_list("entrusted_id", flat=True)
    return {*tree, *entrusted}


def _agreements(body: Body, on: date) -> list[str]:
    """What was published of agreements between this body and another, on either side, with its filing."""
    found = Entrustment.objects.in_force_on(on).filter(Q(entrusting=body) | Q(entrusted=body))
    found = found.exclude(published_on=None).select_related("entrusting", "entrusted").order_by("starts_on", "pk")
    return [
        f"{'委托' + one.entrusted.name if one.entrusting_id == body.pk else '受' + one.entrusting.name + '委托'}："
        f"协议{one.agreement_number}，{one.starts_on:%Y-%m-%d}至{one.last_day:%Y-%m-%d}，"
        f"{f'备案{one.filing_number}' if one.filed_on else '没有登记备案'}"
        for one in found
    ]
