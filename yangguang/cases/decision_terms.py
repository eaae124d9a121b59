"""How long the term of a penalty decision may still become, and under which rule (APL-2021:60)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yangguang.base import local_values
from yangguang.base.extension_rules import ExtensionRule
from yangguang.cases.models import Case, Clock
from yangguang.cases.use_cases import run_clocks
from yangguang.kernel.refusal import Refused
from yangguang.statutes import clause, clause_ids

CLAUSE = "APL-2021:60"
PURPOSE = "extend_decision_term"
NO_RULE = "没有可以延长办案期限的法律、法规、规章依据。"


@dataclass(frozen=True)
class Extendable:
    """A running term with the rule it may become longer under, its last day now and the days one more extension may have."""

    clock: Clock
    rule: ExtensionRule
    due_on: date
    taken: int
    left: int

    @property
    def basis(self) -> str:
        """The rule in words; a clause this software keeps is cited."""
        return clause(self.rule.basis).cite() if self.rule.basis in clause_ids() else self.rule.basis


def rule_of(case: Case, on: date) -> ExtensionRule | None:
    """The rule of the body in force on a day, or None."""
    found = local_values.find("decision_extension_rule", chain=case.body.public_id, on=on)
    return ExtensionRule.read(str(found.value)) if found is not None else None


def extendable(case: Case, on: date) -> Extendable:
    """The term as it may be made longer on a day. Raises Refused where there is no rule, and where the rule is used up."""
    rule = rule_of(case, on)
    if rule is None:
        raise Refused(
            NO_RULE, CLAUSE,
            remedy="行政处罚法规定的期限，只有法律、法规、规章另有规定才能延长；有规定的，请系统管理员在“本地参数”中录入。",
        )  # fmt: skip
    clock = running_term(case)
    if clock is None or clock.fixed_due_on is not None:
        words = "没有在走的办案期限。" if clock is None else "期限由复议决定、裁判指定，本机关不能延长。"
        raise Refused(words, CLAUSE, remedy="逾期的应当写明原因并尽快办结。")
    due = run_clocks.due_of(clock).day
    if due < on:
        raise Refused(
            f"办案期限已于{due:%Y年%-m月%-d日}届满，不能再延长。", CLAUSE, remedy="逾期仍应当办结，请说明逾期原因。"
        )
    taken = len(clock.extensions)
    return Extendable(
        clock, rule, due, taken, rule.left_after(taken, sum(int(row["amount"]) for row in clock.extensions))
    )


def words_of(case: Case, days: object, on: date) -> str:
    """What is asked for, for those who sign. Raises Refused without a number of days."""
    found = extendable(case, on)
    if not isinstance(days, int) or days < 1:
        raise Refused("请填写延长的天数。", CLAUSE, field="days")
    if days > found.left > 0:
        raise too_long(found)
    return f"{days}{found.rule.unit_label}（依据{found.basis}；原期限到{found.due_on:%Y年%-m月%-d日}）"


def too_long(found: Extendable) -> Refused:
    """More than one extension, or all of them together, may be."""
    return Refused(
        f"这一次最多可以延长{found.left}{found.rule.unit_label}。",
        CLAUSE,
        field="days",
        remedy=f"请按{found.basis}填写。",
    )


def running_term(case: Case) -> Clock | None:
    """The term of decision that runs, or None once it is decided."""
    return Clock.objects.filter(case=case, kind="decide_by", stopped_on=None, still=False).order_by("-pk").first()
