"""What the public reads of the sanctions list: who, why, by which decision, from when to when. No number of any person."""

from __future__ import annotations

from typing import Any

from yangguang.cases.kinds.wage_arrears_sanctions.papers import LIST
from yangguang.cases.models import ListedPart, ListingStatus, SanctionsListing
from yangguang.directory.api import Body
from yangguang.kernel.money import in_figures

COLUMNS = (
    ("name", "用人单位"), ("code", "统一社会信用代码"), ("persons", "一并列入的责任人员"), ("reason", "列入事由"),
    ("decision", "决定文号"),
    ("listed_on", "列入日期"), ("until", "列入至"),
)  # fmt: skip
STANDING = (ListingStatus.LISTED, ListingStatus.DELISTING_REQUESTED)


def words_of(line: SanctionsListing) -> str:
    """Why it is listed, in the words the public reads: facts of the order, not of any worker."""
    event = f"，{line.mass_event.rstrip('。')}" if line.mass_event else ""
    return f"拖欠农民工工资{in_figures(line.unpaid_fen)}元，经责令限期支付逾期未支付{event}"


def public_sanctions(body: Body) -> dict[str, Any] | None:
    """The list of a body as it is public now, empty or not; None where nothing ever was."""
    ever = SanctionsListing.objects.filter(case__body=body).exclude(public_since=None).order_by("pk")
    first = ever.first()
    if first is None:
        return None
    lines = ever.filter(status__in=STANDING).select_related("party")
    return {
        "ref": first.notice_ref, "title": LIST, "since": first.public_since,
        "columns": [{"name": name, "label": label} for name, label in COLUMNS],
        "rows": [{"code": str(n), "cells": _cells(one)} for n, one in enumerate(lines, start=1)],
    }  # fmt: skip


def _cells(line: SanctionsListing) -> dict[str, str]:
    persons = [
        f"{one.name}（{ListedPart(one.part).label}）"
        for one in line.listed.exclude(part=ListedPart.UNIT).order_by("position", "pk")
    ]
    return {
        "name": line.party.name, "code": line.party.code, "persons": "、".join(persons), "reason": words_of(line),
        "decision": line.number, "listed_on": str(line.listed_on or ""), "until": str(line.listed_until or ""),
    }  # fmt: skip
