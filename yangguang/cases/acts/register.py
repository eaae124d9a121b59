"""Which act has which form, and what every form of an act knows: its case, its person, the version it was opened on."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

from django import forms
from django.db.models import QuerySet

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import DatedForm
from yangguang.base.worded_once import worded_once
from yangguang.cases.models import Case
from yangguang.cases.rules.clocks import KINDS, Effect
from yangguang.cases.rules.flow import Step
from yangguang.cases.standing import officers_on
from yangguang.cases.use_cases import run_clocks
from yangguang.directory.api import Account, Officer, read_certificates
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.records.api import Document

FORMS = ("yangguang.cases.acts", "yangguang.cases.kinds.summary.forms")


# Acts no stage table names, with their words.
FREE = {
    "explain_overdue": "说明逾期原因", "plan_next_step": "约定办理日", "appoint_agent": "登记委托代理人",
    "end_agency": "解除委托代理", "record_naming_consent": "登记投诉人公开参加听证的意愿",
}  # fmt: skip


class ActForm(DatedForm):
    """The form of one act. `button` names act and receiver; `done` is said afterwards; `carry_out` calls one use case.

    `onward` is the act whose form comes next, where one leads straight to another.
    """

    button = "登记"
    done = "已登记。"
    consequence = ""
    onward = ""

    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, case: Case, account: Account, step: Step | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case, self.account, self.step = case, account, step
        self.fields["seen_version"].initial = case.version
        overdue = overdue_label(case, step)
        if overdue:
            self.fields["overdue_reason"] = WrittenField(
                label="逾期原因", most=400, help_text=f"{overdue}。逾期仍可办理，应当写明原因。"
            )
        self.order_fields([n for n in self.fields if n not in {"occurred_at", "late_reason"}])
        self.prepare()

    def prepare(self) -> None:
        """Fill in choices and initial values from the case."""

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Call the one use case of this act."""
        raise TypeError(f"{type(self).__name__} carries nothing out")

    def aside(self) -> dict[str, Any]:
        """What stands beside the form: cards of (title, rows of label and value)."""
        return {}

    @property
    def to_print(self) -> list[Document]:
        """Papers to print before the act."""
        return []

    def officers_of_today(self) -> list[str]:
        """Who is assigned: the officers a form that is shown for the first time proposes."""
        return [officer.public_id for officer in officers_on(self.case, clock.today())]

    @property
    def told(self) -> dict[str, Any]:
        """The cleaned values every use case takes, ready to be passed on."""
        more = {"seen_version", "same_party"}
        return {name: value for name, value in self.facts.items() if name not in more and name != "overdue_reason"} | {
            "seen_version": self.cleaned_data.get("seen_version"),
            "case_id": self.case.pk,
        }

    @property
    def overdue_reason(self) -> str:
        """Why the agency's own term has passed, where it has."""
        return str(self.cleaned_data.get("overdue_reason") or "")


_forms: dict[str, type[ActForm]] = {}


def form_of(*acts: str) -> Callable[[type[ActForm]], type[ActForm]]:
    """Register a form for one act or several that share it."""

    def register(form: type[ActForm]) -> type[ActForm]:
        for act in acts:
            _forms[act] = form
        return form

    return register


def find_form(act: str) -> type[ActForm] | None:
    """The form of an act, or None when the act is taken elsewhere."""
    _read_all()
    return _forms.get(act)


@cache
def _read_all() -> None:
    """Read every module of forms. Nobody is answered from a register another thread has only begun to fill."""
    for name in FORMS:
        for found in pkgutil.iter_modules(import_module(name).__path__):
            import_module(f"{name}.{found.name}")


@worded_once
def _officers_of(bodies: tuple[int, ...]) -> QuerySet[Officer]:
    return Officer.objects.filter(body__pk__in=bodies, left_on=None).order_by("pk")


@worded_once
def _officers_named(refs: tuple[str, ...]) -> QuerySet[Officer]:
    return Officer.objects.filter(public_id__in=refs).order_by("pk")


def officers_to_choose(case: Case) -> list[tuple[str, str]]:
    """The officers of the body and of the organisation that acts, by public id."""
    bodies = tuple(pk for pk in (case.body_id, case.acting_body_id) if pk)
    return [(officer.public_id, f"{officer.name}（{officer.post}）") for officer in _officers_of(bodies)]


def officers_named(refs: list[str]) -> list[Officer]:
    """Officers by public id in the order given, with their certificates."""
    found = {officer.public_id: officer for officer in _officers_named(tuple(refs))}
    read_certificates(found.values())
    return [found[ref] for ref in refs if ref in found]


def overdue_label(case: Case, step: Step | None) -> str:
    """Which agency's term this step would end too late, in words; empty when none."""
    for row in run_clocks.running(case, step.stops if step else ()):
        if row.overdue_reason:
            continue
        due = run_clocks.due_of(row).day
        if KINDS[row.kind].effect is Effect.AGENCY_TERM and clock.today() > due:
            return f"“{KINDS[row.kind].label}”的期限已于{due.year}年{due.month}月{due.day}日到期"
    return ""
