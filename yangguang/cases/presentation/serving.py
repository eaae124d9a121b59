"""送达情况: where the parties are to be served, and what came of every paper for every party, failed attempts included."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse

from yangguang.base.components.texts import cn_date
from yangguang.cases.models import (
    AnnouncementStatus,
    Case,
    ServiceAddressConfirmation,
    ServiceAnnouncement,
    ServiceMethod,
    ServiceOfDocuments,
)
from yangguang.cases.rules.service_ways import WAYS
from yangguang.cases.serving import address_of, addressed, named, recipients_of, unserved_papers
from yangguang.cases.use_cases.deem_served import last_day_of

Rows = list[tuple[str, str]]
NONE = "没有确认书"
ANNOUNCED = "自发出公告之日起，法定期间届满之日视为送达。"
LAST_RESORT = "其他方式都无法送达的，经承办机构负责人同意后公告，留存照片。"


def addresses_of(case: Case, day: date) -> Rows:
    """Each party with the address it confirmed, as of a day."""
    return [(one.name, address_words(address_of(one, day)) or NONE) for one in recipients_of(case)]


def address_words(row: ServiceAddressConfirmation | None) -> str:
    """One confirmation in words; empty for none."""
    if row is None:
        return ""
    if row.refused:
        return f"{cn_date(row.confirmed_on)}拒绝确认：{row.refusal}"
    electronic = (
        f"同意电子送达（{row.get_electronic_way_display()} {row.electronic_address}）"
        if row.consents
        else "不同意电子送达"
    )
    to = "　".join(filter(None, (row.address, row.recipient, row.phone)))
    return f"{to}；{electronic}，{cn_date(row.confirmed_on)}确认"


def confirmations_of(case: Case) -> list[dict[str, Any]]:
    """Every confirmation, the newest of each party first."""
    rows = case.service_addresses.select_related("party", "service_recipient", "document").order_by(
        "party__position", "-pk"
    )
    return [
        {"party": one.whom.name, "words": address_words(one), "until": one.superseded_on,
         "href": reverse("records:document", args=[one.document.public_id])}
        for one in rows
    ]  # fmt: skip


def services_of(case: Case) -> list[dict[str, Any]]:
    """Paper by paper and party by party: the attempts in order, the announcement under way, the day of service."""
    rows: dict[tuple[int, Any], dict[str, Any]] = {}
    for one in case.services.select_related("document", "party", "service_recipient", "recording").order_by(
        "document__position", "pk"
    ):
        row = rows.setdefault((one.document_id, one.whom), _row(one.document, one.whom))
        row["attempts"].append({"on": one.attempted_on, "succeeded": one.succeeded, "words": attempt_words(one)})
        if one.succeeded:
            row["served_on"], row["effect"] = one.served_on, effect_of(one)
    for made in case.announcements.select_related("document", "party", "service_recipient", "notice").order_by("pk"):
        row = rows.setdefault((made.document_id, made.whom), _row(made.document, made.whom))
        row["announcements"].append(_announcement(made))
    return list(rows.values())


def _announcement(one: ServiceAnnouncement) -> dict[str, Any]:
    return {
        "state": one.get_status_display(), "announced_on": one.announced_on, "places": one.places,
        "last_day": last_day_of(one) if one.status == AnnouncementStatus.RUNNING else None, "course": one.course,
        "href": reverse("records:document", args=[one.notice.public_id]), "number": one.notice.number,
    }  # fmt: skip


def brief_of(case: Case) -> list[dict[str, Any]]:
    """A line for each paper and party: served when, how often in vain, when its announcement is full."""
    return [
        {"title": one["title"], "party": one["party"], "served_on": one["served_on"],
         "failed": sum(not attempt["succeeded"] for attempt in one["attempts"]),
         "last_day": next((row["last_day"] for row in one["announcements"] if row["last_day"]), None)}
        for one in services_of(case)
    ]  # fmt: skip


def waiting_of(case: Case) -> list[dict[str, Any]]:
    """The papers nobody has got yet at all, or not everybody."""
    return [{"title": one.title, "number": one.number, "href": reverse("records:document", args=[one.public_id])}
            for one in unserved_papers(case)]  # fmt: skip


def papers_beside(line: Any) -> list[dict[str, Any]]:
    """The papers of a proceeding beside a case, each with whom it is for and since when they have it."""
    rows = [row for row in addressed(line.case) if row.line_ref == line.public_id]
    return [{"title": row.document.title, "number": row.document.number, "whom": named(row.whom), "served_on": row.served_on,
             "href": reverse("records:document", args=[row.document.public_id])} for row in rows]  # fmt: skip


def ways_explained() -> Rows:
    """Every way with what proves it and which day is the day of service."""
    rows = [(str(ServiceMethod(name).label), f"{way.proof}{way.effect}") for name, way in WAYS.items()]
    return [*rows, (str(ServiceMethod.ANNOUNCED.label), f"{LAST_RESORT}{ANNOUNCED}")]


def _row(document: Any, party: Any) -> dict[str, Any]:
    return {"title": document.title, "number": document.number, "party": party.name, "attempts": [], "announcements": [],
            "href": reverse("records:document", args=[document.public_id]), "served_on": None, "effect": ""}  # fmt: skip


def attempt_words(one: ServiceOfDocuments) -> str:
    """How it was tried, by whom, and what came of it."""
    witness = "，".join(filter(None, (one.witness, one.witness_unit, one.witness_relation)))
    through = "经".join(("", one.through)) if one.through else ""
    told = [
        one.get_method_display(), through, one.sent_to, one.place,
        f"{one.recipient}签收" + (f"（{one.get_relation_display()}）" if one.relation else "") if one.recipient else "",
        f"拒收：{one.refusal}" if one.refusal else "", f"见证人：{witness}" if witness else "",
        "有影像" if one.recording_id else "", one.proof_number, one.failure, f"送达人{'、'.join(one.officer_names)}",
    ]  # fmt: skip
    return "，".join(part.rstrip("。；，") for part in told if part)


def effect_of(one: ServiceOfDocuments) -> str:
    """Why this day is the day of service."""
    return WAYS[one.method].effect if one.method in WAYS else ANNOUNCED
