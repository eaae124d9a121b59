"""Window boards in the public store: received as a whole, read for one day (D11)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from yangguang.bulletin.models import PublicBoard
from yangguang.bulletin.officers import officer_by_number
from yangguang.bulletin.rules.certificates import Answer, answer
from yangguang.kernel import clock

STORE = "public"


@dataclass(frozen=True)
class OnDuty:
    """One window today: the person there, or nobody announced; for an officer the certificate and whether it holds today."""

    label: str
    name: str = ""
    post: str = ""
    number: str = ""
    staff_number: str = ""
    duties: str = ""
    kinds: str = ""
    answer: Answer | None = None


@transaction.atomic(using=STORE)
def put_board(ref: str, *, body_name: str, content: Mapping[str, Any]) -> bool:
    """Keep a board as it is now; whether anything differed. What is the same keeps the time it has."""
    held = PublicBoard.objects.select_for_update().filter(ref=ref).first()
    if held is not None and (held.content, held.body_name) == (content, body_name):
        return False
    values = {"body_name": body_name, "content": dict(content), "updated_at": clock.now()}
    PublicBoard.objects.update_or_create(ref=ref, defaults=values)
    return True


def public_boards() -> QuerySet[PublicBoard]:
    """Every board, body by body."""
    return PublicBoard.objects.order_by("body_name", "pk")


def on_duty(board: PublicBoard, day: date) -> list[OnDuty]:
    """Every window on a day. A person whose days are over, and an officer who left the register, is not named any more."""
    return [_on_duty(one, day) for one in board.content["windows"]]


def _on_duty(window: Mapping[str, Any], day: date) -> OnDuty:
    shown = OnDuty(window["label"], duties=window["duties"], kinds=window["kinds"])
    if not (date.fromisoformat(window["from"]) <= day <= date.fromisoformat(window["until"])) or not window["name"]:
        return shown
    if not window["is_officer"]:
        return OnDuty(
            window["label"],
            window["name"],
            window["post"],
            staff_number=window["staff_number"],
            duties=window["duties"],
        )
    found = officer_by_number(window["number"])
    if found is None or (found[0].left_on and found[0].left_on <= day):
        return shown
    officer, certificate = found
    return OnDuty(
        window["label"], officer.name, officer.post, certificate["certificate_number"], duties=window["duties"],
        kinds=window["kinds"], answer=answer([certificate], officer.left_on, on=day),
    )  # fmt: skip
