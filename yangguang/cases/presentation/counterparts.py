"""Counterparts on screen: the code as far as it is shown, the history without repetitions, computed counts in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse

from yangguang.base import ledger
from yangguang.cases.counterparts import bodies_read_by
from yangguang.cases.models import AgentPower, AuthorisedAgent, CodeKind, Counterpart, CounterpartFact, FactOf
from yangguang.cases.presentation.history import row_of
from yangguang.cases.prior_violations import PriorViolations
from yangguang.cases.queries import ENDED
from yangguang.cases.rules.agency import standing_words
from yangguang.cases.sealed_codes import masked, unseal
from yangguang.directory.api import Account, Body

HIDDEN = "证件号码不在列表中显示"


def code_in_list(counterpart: Counterpart) -> str:
    """An organisation's code; of a person only that there is a number."""
    if counterpart.code:
        return counterpart.code
    return HIDDEN if counterpart.sealed_code else ""


def code_rows(counterpart: Counterpart) -> list[tuple[str, str]]:
    """The code on the counterpart's own page: a person's number but for its last four characters covered."""
    if not counterpart.code_kind:
        return [("代码", "没有登记")]
    return [
        (CodeKind(counterpart.code_kind).label, counterpart.code or masked(unseal(counterpart.sealed_code)))
    ]  # fmt: skip


def histories(facts: Iterable[CounterpartFact], account: Account) -> list[dict[str, Any]]:
    """For each sort of fact the rows, newest first; what several files tell alike stands once, as first told."""
    rows: dict[str, list[dict[str, Any]]] = {what: [] for what in FactOf.values}
    for fact in sorted(facts, key=lambda one: (one.from_on, one.pk)):
        told = rows[fact.what]
        again = next((row for row in told if row["text"] == fact.text and not row["struck"]), None)
        if again is not None and fact.struck_on is None:
            again["established"] = again["established"] or fact.established
            continue
        told.append({
            "ref": fact.public_id, "text": fact.text, "from_on": fact.from_on, "source": fact.source,
            "href": _file_of(fact), "established": fact.established, "struck": fact.struck_on,
            "why": fact.struck_reason, "by": fact.recorded_by_name,
        })  # fmt: skip
    return [
        {"title": FactOf(what).label, "rows": list(reversed(found))} for what, found in rows.items() if found
    ]  # fmt: skip


def agent_rows(agents: Iterable[AuthorisedAgent], day: date) -> list[dict[str, Any]]:
    """Who acts for it, how far, until when, in which case; numbers covered but for their last four characters."""
    return [
        {
            "agent": one, "powers": "、".join(str(AgentPower(power).label) for power in one.powers), "case": one.case,
            "code": masked(unseal(one.sealed_code)), "phone": masked(one.phone),
            "paper": reverse("records:document", args=[one.power_of_attorney.public_id]),
            "over": standing_words(
                day, from_on=one.from_on, until_on=one.until_on, ended_on=one.ended_on,
                case_over=one.case.status in ENDED,
            ),
        }
        for one in agents
    ]  # fmt: skip


def entries_of(counterpart: Counterpart, account: Account) -> list[dict[str, Any]]:
    """What bodies whose entries the account reads did to this row of the register, newest first."""
    chains = list(Body.objects.filter(pk__in=bodies_read_by(account)).values_list("public_id", flat=True))
    lines = ledger.entries_about("counterpart", counterpart.public_id).filter(chain__in=chains)
    return [row_of(entry) for entry in lines.reverse()]


def counted_words(computed: PriorViolations) -> str:
    """The computed number with its cases, beside the field."""
    if not computed.count:
        return "按既往决定计算：0次。填写别的次数要写明理由。"
    return f"按既往决定计算：{computed.count}次（{'、'.join(computed.numbers)}）。填写别的次数要写明理由。"


def first_words(computed: PriorViolations | None) -> str:
    """What the history says of a first violation, beside the circumstance."""
    if computed is None:
        return "还没有确定违法行为，不能核对既往决定。"
    if not computed.ever:
        return "在您能看到的案件中，没有同一当事人的同类违法决定。"
    earlier = "、".join(dict.fromkeys(one.case.number for one in computed.ever))
    return f"此前已有同类违法决定（{earlier}），不是初次违法。"


def _file_of(fact: CounterpartFact) -> str:
    if fact.case is not None:
        return reverse("cases:case", args=[fact.case.public_id])
    return reverse("cases:lead", args=[fact.lead.public_id]) if fact.lead is not None else ""
