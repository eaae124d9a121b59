"""Whom or what a complaint is about: known from the page it came from, so that nobody looks for it."""

from __future__ import annotations

from django.http import HttpRequest

from yangguang.bulletin.api import notice_by_ref, officer_by_number
from yangguang.portal.showing import printable

REF = 26
LONGEST_NUMBER = 80


def about_of(request: HttpRequest) -> dict[str, str]:
    """The officer or the decision whose page it came from; empty where none is named or known."""
    given = request.POST if request.method == "POST" else request.GET
    number, ref = printable(given.get("n", ""), LONGEST_NUMBER), printable(given.get("d", ""), REF).lower()
    if found := officer_by_number(number):
        officer, card = found
        return {
            "n": card["certificate_number"], "officer_ref": officer.ref, "about_name": officer.name,
            "body_ref": officer.body_ref, "words": f"{officer.name}　{officer.post}　{officer.body_name}",
        }  # fmt: skip
    notice = notice_by_ref(ref) if ref.isascii() and ref.isalnum() else None
    if notice is None:
        return {}
    return {"d": notice.ref, "notice_ref": notice.ref, "body_ref": notice.body_ref,
            "words": f"{notice.number}　{notice.body_name}"}  # fmt: skip
