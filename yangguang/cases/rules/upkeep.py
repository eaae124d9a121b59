"""What an open case must never lack: an owner, a next step and a date. Facts in, gaps out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from yangguang.cases.rules.flow import Flow, Step


class Gap(StrEnum):
    """What an open case lacks."""

    NO_HANDLER = "no_handler"
    TOO_FEW_HANDLERS = "too_few_handlers"
    HANDLER_GONE = "handler_gone"
    CERTIFICATE_LAPSED = "certificate_lapsed"
    NO_NEXT_STEP = "no_next_step"
    NOBODY_TO_ACT = "nobody_to_act"
    NO_DATE = "no_date"


LABELS = {
    Gap.NO_HANDLER: "没有承办人",
    Gap.TOO_FEW_HANDLERS: "承办人少于两人",
    Gap.HANDLER_GONE: "承办人已离岗或者停用",
    Gap.CERTIFICATE_LAPSED: "承办人证件失效",
    Gap.NO_NEXT_STEP: "没有下一步",
    Gap.NOBODY_TO_ACT: "下一步没有人能办",
    Gap.NO_DATE: "没有办理日期",
}
ABOUT_HANDLERS = frozenset({Gap.NO_HANDLER, Gap.TOO_FEW_HANDLERS, Gap.HANDLER_GONE, Gap.CERTIFICATE_LAPSED})


@dataclass(frozen=True)
class HandlerFacts:
    """What is known of one officer assigned to a case on a day: whether the officer has left, and the certificate's fault."""

    name: str
    gone: bool = False
    certificate_fault: str = ""
    officer: int = 0

    @property
    def fit(self) -> bool:
        """The officer can act in the case."""
        return not self.gone and not self.certificate_fault


@dataclass(frozen=True)
class UpkeepFacts:
    """Who handles a case, which steps lead on, who could take them, and whether a date stands ahead of it."""

    handlers: tuple[HandlerFacts, ...]
    steps: tuple[Step, ...]
    roles_present: frozenset[str]
    dated: bool
    fewest: int


def onward(flow: Flow, status: str, kind: str) -> tuple[Step, ...]:
    """The steps that take a matter of a kind on from where it stands."""
    rows = flow.steps_from(status)
    return tuple(s for s in rows if s.to is not None and s.to != status and s.kind in {"", kind})


def takeable(steps: Iterable[Step], roles_present: frozenset[str]) -> tuple[Step, ...]:
    """The steps somebody present may take; what the law brings about by itself waits for its clock."""
    return tuple(s for s in steps if roles_present & set(s.by))


def gaps_of(facts: UpkeepFacts) -> tuple[Gap, ...]:
    """Everything the case lacks, the owner first."""
    found: list[Gap] = []
    if not facts.handlers:
        found.append(Gap.NO_HANDLER)
    elif len(facts.handlers) < facts.fewest:
        found.append(Gap.TOO_FEW_HANDLERS)
    if any(one.gone for one in facts.handlers):
        found.append(Gap.HANDLER_GONE)
    if any(one.certificate_fault and not one.gone for one in facts.handlers):
        found.append(Gap.CERTIFICATE_LAPSED)
    if not facts.steps:
        found.append(Gap.NO_NEXT_STEP)
    elif not takeable(facts.steps, facts.roles_present):
        found.append(Gap.NOBODY_TO_ACT)
    if not facts.dated:
        found.append(Gap.NO_DATE)
    return tuple(found)
