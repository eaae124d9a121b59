"""Searching and filtering the case list: views, filters as typed, the 案号 by fragments, the order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from yangguang.cases.kinds.register import MAIN_LINES
from yangguang.cases.lacking import LACKS, lacking
from yangguang.cases.models import Assignment, Case, CaseKind, Clock
from yangguang.cases.presentation.approvals import steps_waiting_for
from yangguang.cases.presentation.long_lists import InOrder, NearestFirst, Rows
from yangguang.cases.rules.clocks import KINDS, Effect
from yangguang.cases.rules.flow import STAGE_LABELS, STAGES
from yangguang.directory.api import Account, Body
from yangguang.kernel import clock
from yangguang.kernel.case_numbers import search_form

OURS = [name for name, kind in KINDS.items() if kind.effect in {Effect.AGENCY_TERM, Effect.MEASURE_LIMIT}]
VIEWS = (("mine", "我的"), ("body", "本机构"), ("overdue", "逾期"), ("waiting", "待我"), ("", "全部"))
SORTS = {"number": "pk", "opened": "opened_on", "status": "status"}
FILTERS = ("body", "stage", "kind", "year", "handler", "party", "no", "lack")
STATUSES_OF: dict[str, list[str]] = {
    stage: list(dict.fromkeys(s.name for flow in MAIN_LINES for s in flow.statuses if s.stage == stage))
    for stage, _ in STAGES
}
LONGEST = 60
MOST_LISTED = 2000  # keys in one statement


@dataclass(frozen=True)
class Wanted:
    """What was asked for, cleaned."""

    values: dict[str, str]

    @classmethod
    def of(cls, query: Any) -> Wanted:
        """The filters of an address; nonsense falls away."""
        values = {name: query.get(name, "").strip()[:LONGEST] for name in FILTERS}
        if values["stage"] not in STATUSES_OF:
            values["stage"] = ""
        if values["kind"] not in CaseKind.values:
            values["kind"] = ""
        if values["lack"] not in LACKS:
            values["lack"] = ""
        if values["body"] and not Body.objects.filter(public_id=values["body"]).exists():
            values["body"] = ""
        if not (
            values["year"].isascii()
            and values["year"].isdigit()
            and len(values["year"]) == 4
            and "0001" <= values["year"] < "9999"
        ):
            values["year"] = ""
        return cls(values)

    def chosen(self) -> list[tuple[str, str]]:
        """The filters in words, for chips and the sheet's head."""
        words = {
            "stage": STAGE_LABELS.get(self.values["stage"], ""), "year": self.values["year"] and f"{self.values['year']}年",
            "kind": dict(CaseKind.choices).get(self.values["kind"], ""), "handler": self.values["handler"],
            "party": self.values["party"], "no": self.values["no"], "lack": LACKS.get(self.values["lack"], ("",))[0],
            "body": str(Body.objects.filter(public_id=self.values["body"]).first() or "") if self.values["body"] else "",
        }  # fmt: skip
        return [(name, str(words[name])) for name in FILTERS if self.values[name]]


def running() -> QuerySet[Clock]:
    """The agency's own running terms of every case: lists ask by them which case is next and which is late."""
    return Clock.objects.filter(stopped_on=None, kind__in=OURS).exclude(case=None).order_by()


def narrowed(cases: QuerySet[Case], wanted: Wanted) -> QuerySet[Case]:
    """Only the cases that fit every filter."""
    values = wanted.values
    if values["body"]:
        cases = cases.filter(body__public_id=values["body"])
    if values["stage"]:
        cases = cases.filter(status__in=STATUSES_OF[values["stage"]])
    if values["kind"]:
        cases = cases.filter(kind=values["kind"])
    if values["year"]:
        cases = cases.filter(opened_on__year=int(values["year"]))
    if values["handler"]:
        rows = Assignment.objects.filter(ends_on=None, officer__name__contains=values["handler"])
        cases = cases.filter(pk__in=rows.order_by().values("case_id"))
    for word in values["party"].split():
        named = Q(parties__name__icontains=word) | Q(parties__code__icontains=word) | Q(title__icontains=word)
        cases = cases.filter(pk__in=_listed(Case.objects.filter(named).order_by().values("pk")))
    if values["no"]:
        cases = numbered(cases, values["no"])
    if values["lack"]:
        cases = lacking(cases, values["lack"], clock.today())
    return cases


def _listed(keys: QuerySet[Case, Any]) -> Any:
    """The keys themselves where they are few, so that the several questions about a list do not each look for them."""
    few = [row["pk"] for row in keys.distinct()[: MOST_LISTED + 1]]
    return few if len(few) <= MOST_LISTED else keys


def numbered(cases: QuerySet[Case], fragment: str) -> QuerySet[Case]:
    """The cases whose 案号 holds what was typed, with or without brackets, 第 and 号."""
    wanted = search_form(fragment)
    if not wanted:
        return cases.none()
    rows = cases.order_by().values_list("pk", "number")
    keys = [pk for pk, number in rows.iterator() if wanted in search_form(number)]
    if len(keys) <= MOST_LISTED:
        return cases.filter(pk__in=keys)
    for part in (search_form(typed) for typed in fragment.split()):  # too many to list: each word as it stands
        cases = cases.filter(number__icontains=part)
    return cases


def in_view(cases: QuerySet[Case], view: str, account: Account) -> QuerySet[Case]:
    """One of the counted views."""
    if view == "mine":
        rows = Assignment.objects.filter(ends_on=None, officer__account=account)
        return cases.filter(pk__in=rows.order_by().values("case_id"))
    if view == "body":
        return cases.filter(Q(body_id=account.body_id) | Q(acting_body_id=account.body_id))
    if view == "overdue":
        late = running().filter(still=False, due_on__lt=clock.today())
        return cases.filter(pk__in=late.values("case_id"))
    if view == "waiting":
        return cases.filter(public_id__in=[step.approval.file_ref for step in steps_waiting_for(account)])
    return cases


def unsettled(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Those with a running term of the agency's own."""
    return cases.filter(pk__in=running().values("case_id"))


def ordered(cases: QuerySet[Case], sort: str, waiting: int) -> Rows:
    """By the column asked for; without one the nearest due day first, settled cases last. `waiting` is how many are not."""
    name, down = sort.lstrip("-"), sort.startswith("-")
    if name not in SORTS:
        return NearestFirst(cases, running(), waiting, down=down)
    return InOrder(cases, f"-{SORTS[name]}" if down else SORTS[name], "-pk")
