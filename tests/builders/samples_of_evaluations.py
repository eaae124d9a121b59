"""Case-file evaluations as they stand in addresses."""

from tests.builders import evaluations as build
from tests.builders.cases import equipped
from tests.builders.samples_of_cases import a_closed_case
from yangguang.directory.models import Account, Body
from yangguang.supervision.models import EvaluatedFile


def _its_evaluator(body: Body) -> Account:
    """The first of the body's people who handles cases and handled none."""
    people = Account.objects.filter(body=body, appointments__role="case_handler").order_by("pk")
    return people.first() or build.evaluator(body)


def _with_file(body: Body) -> Account:
    chosen = _its_evaluator(body)
    build.with_terms(equipped(body))
    a_closed_case(body)
    return chosen


def _evaluation(body: Body, state: str) -> dict:
    chosen = _with_file(body)
    return {"ref": build.an_assigned_round(body, by=chosen).public_id}


def _told(body: Body, state: str) -> dict:
    chosen = _with_file(body)
    return {"ref": build.a_told_round(body, by=chosen).public_id}


def _file(body: Body, state: str) -> dict:
    chosen = _with_file(body)
    found = build.a_round_to_score(body, by=chosen)
    return {"ref": build.the_file(found).public_id}


def _file_told(body: Body, state: str) -> dict:
    chosen = _with_file(body)
    return {"ref": build.the_file(build.a_told_round(body, by=chosen)).public_id}


def _file_ordered(body: Body, state: str) -> dict:
    chosen = _with_file(body)
    order = build.an_order(body, reported=True, by=chosen)
    return {"ref": EvaluatedFile.objects.get(pk=order.file_id).public_id}


def _standard(body: Body, state: str) -> dict:
    return {"ref": build.a_standard(body, adopted=False).public_id}


SAMPLES_OF_EVALUATIONS = {
    "case_file_evaluation": _evaluation, "case_file_evaluation_told": _told, "evaluated_file": _file,
    "evaluated_file_told": _file_told, "evaluated_file_ordered": _file_ordered, "evaluation_standard": _standard,
}  # fmt: skip
