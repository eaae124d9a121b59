"""The registers as lists of qualification copy them: what is public of a body's own circle on a day, in plain words (D06, D07)."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from yangguang.directory.models import Body, Certificate, Entrustment
from yangguang.directory.models.officer import CertificateState
from yangguang.directory.models.scope import bodies_under


def registered_bodies(body: Body, on: date) -> list[dict[str, str]]:
    """A body, those under it and those it entrusts, in the order of the register."""
    return [
        {
            "code": one.credit_code or one.public_id, "name": one.name, "nature": one.nature, "funding": one.funding,
            "staffing": one.staffing, "category": one.get_category_display(), "duties": one.duties,
            "legal_representative": one.legal_representative, "address": one.address,
            "complaint_phone": one.complaint_phone, "entrustments": "\n".join(_agreements(one, on)),
        }
        for one in Body.objects.filter(pk__in=_circle(body, on)).order_by("pk")
    ]  # fmt: skip


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
    return {*tree, *_running(on).filter(entrusting__in=tree).values_list("entrusted_id", flat=True)}


def _running(on: date) -> QuerySet[Entrustment]:
    rows = Entrustment.objects.filter(starts_on__lte=on, ends_on__gte=on)
    return rows.filter(Q(ended_on=None) | Q(ended_on__gt=on)).order_by("starts_on", "pk")


def _agreements(body: Body, on: date) -> list[str]:
    """What stands between this body and another, on either side, with its filing."""
    found = _running(on).filter(Q(entrusting=body) | Q(entrusted=body)).select_related("entrusting", "entrusted")
    return [
        f"{'委托' + one.entrusted.name if one.entrusting_id == body.pk else '受' + one.entrusting.name + '委托'}："
        f"协议{one.agreement_number}，{one.starts_on:%Y-%m-%d}至{one.last_day:%Y-%m-%d}，"
        f"{f'备案{one.filing_number}' if one.filed_on else '没有登记备案'}"
        for one in found
    ]
