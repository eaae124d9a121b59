"""Whoever calls an act directly with words no page offers is refused in words, never met with an error of the machine."""

import dataclasses
import importlib
import inspect
import pkgutil
from datetime import date, datetime, timedelta
from typing import get_type_hints

import pytest
from django.db import transaction
from django.db.models import Model

from tests.builders import cases as build
from tests.builders import custody, summary
from tests.cases.refusing import refusal_of
from yangguang.cases import use_cases
from yangguang.cases.models import Case
from yangguang.cases.use_cases.give_notice_on_the_spot import give_notice_on_the_spot
from yangguang.cases.use_cases.prepare_draft import prepare_draft
from yangguang.cases.use_cases.request_decision import request_decision
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db

NONSENSE = "无此项"
MACHINERY = {"actor", "at", "case_id", "case_ids", "seen_version"}


def the_acts():
    """Every use case that is about a case by its number, and is told the rest in words."""
    for module in pkgutil.iter_modules(use_cases.__path__):
        act = getattr(importlib.import_module(f"{use_cases.__name__}.{module.name}"), module.name, None)
        if inspect.isfunction(act) and "case_id" in inspect.signature(act).parameters and not _takes_rows(act):
            yield act


def _takes_rows(act):
    """Given a row the page has found, or its number."""
    hints, needed = get_type_hints(act), inspect.signature(act).parameters.values()
    named = [p.name for p in needed if p.default is p.empty and p.name not in MACHINERY and p.kind != p.VAR_KEYWORD]
    return any(
        name.endswith("_id") or (inspect.isclass(hints[name]) and issubclass(hints[name], Model)) for name in named
    )


def something(kind, at):
    """A value of a type that says nothing."""
    if dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        wanted = [f for f in dataclasses.fields(kind) if f.default is f.default_factory is dataclasses.MISSING]
        return kind(**{one.name: something(hints[one.name], at) for one in wanted})
    plain = {str: NONSENSE, int: 1, bool: False, date: at.day, datetime: at.occurred_at + timedelta(0)}
    return plain.get(kind, {} if "Mapping" in str(kind) or "dict" in str(kind) else ())


def wanted_of(act):
    """What an act has to be told, by name, with its type."""
    hints, parameters = get_type_hints(act), inspect.signature(act).parameters.values()
    wanted = [p for p in parameters if p.name not in MACHINERY and p.kind != p.VAR_KEYWORD]
    return {p.name: hints[p.name] for p in wanted if p.default is p.empty}


def outcome_of(act, case, actor, at):
    told = {name: something(kind, at) for name, kind in wanted_of(act).items()}
    try:
        with transaction.atomic():
            act(case_id=case.pk, actor=actor, at=at, **told)
            transaction.set_rollback(True)
    except Refused:
        return ""
    except Exception as error:
        return f"{act.__name__}: {type(error).__name__} {error}"
    return ""


@pytest.mark.parametrize(
    ("scene", "role"), [(build.a_notified_case, "case_handler"), (build.a_served_case, "agency_head")]
)
def test_act_called_with_nonsense_is_refused_in_words(scene, role):
    case = scene()
    actor = build.handler_of(case) if role == "case_handler" else build.person_of(case.body, role)
    with build.on(build.SERVED + timedelta(days=1)) as at:
        told = [outcome_of(act, Case.objects.get(pk=case.pk), actor, at) for act in the_acts()]
    assert len(told) > 60
    assert [words for words in told if words] == []


def test_choices_the_pages_do_not_offer_are_refused_by_name():
    case = build.a_notified_case()
    with build.on(build.SERVED) as at:
        known = {"case_id": case.pk, "actor": build.handler_of(case), "at": at}
        assert refusal_of(prepare_draft, kind="disposition", proposal={}, **known).field == "kind"
        assert refusal_of(request_decision, kind="disposition", opinion="同意。", **known).field == "kind"
        proposal = build.a_proposal(penalties=["stoning", "fine"])
        assert (
            refusal_of(prepare_draft, kind="penalty", proposal=proposal, **known).reason == "请从列表中选择处罚种类。"
        )


def test_unknown_kind_of_penalty_on_the_spot_is_refused():
    case = summary.begun(summary.a_summary_agency())
    with build.on(summary.MET, 11) as at:
        refusal = refusal_of(
            give_notice_on_the_spot, case_id=case.pk, proposal=summary.a_notice(penalties=["stoning"]), at=at,
            actor=summary.actor_of(case.body),
        )  # fmt: skip
    assert refusal.reason == "请从列表中选择处罚种类。"


def test_unknown_act_on_held_things_is_refused():
    line = custody.a_measure()
    assert refusal_of(custody.proposed, line, "burn_down", day=custody.KEPT).field == "act"
