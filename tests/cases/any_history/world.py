"""A site somebody may do anything on: one case on its way, everybody who might act on it, and the hour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from django.db import transaction

from tests.builders import cases as build
from tests.builders import circumstances as weighed
from tests.builders import custody, fulfilment, hearings, labour, legal_review, real_case_8, summary
from tests.builders.directory import a_body, a_reviewer, a_unit, an_account, an_officer, fresh_code
from tests.builders.remembered import remembered
from tests.cases.test_remedies import contested, ended
from yangguang.base import local_values
from yangguang.base.models import LedgerEntry
from yangguang.cases.api import Case
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment

One = TypeVar("One")
SCENES: dict[str, Callable[[], Any]] = {
    "opened": build.an_open_case,
    "concluded": build.a_concluded_case,
    "excused": weighed.an_exemption_to_decide,
    "notified": lambda: build.a_notified_case(hearing_told=True),
    "spoken": lambda: build.a_heard_case(points=("加班时间应当扣除午休。",)),
    "hearing": hearings.a_served_notice,
    "held": hearings.a_held_hearing,
    "major": legal_review.a_major_case,
    "ready": build.a_case_ready_to_decide,
    "served": build.a_served_case,
    "on_scene": lambda: summary.a_case_on_the_spot(until="on_scene"),
    "delivered": summary.a_case_on_the_spot,
    "measure": custody.a_measure,
    "preservation": custody.a_preservation,
    "complaint": lambda: labour.a_roster(labour.an_accepted_complaint()),
    "disposition": labour.a_reviewed_disposition,
    "urged": fulfilment.an_urged_fine_of_a_body_with_the_power,
    "annulled": lambda: ended(contested(build.a_served_case()), "ordered_to_remake"),
    "contested": lambda: contested(build.a_served_case()).case,
    "unheeded": real_case_8.the_fined_case,
}
LONG_AGO = date(2026, 1, 5)
STRANGERS = ("case_handler", "unit_head", "agency_head", "legal_reviewer", "archivist", "publisher", "finance")


@remembered
def a_scene(name: str) -> Case:
    """The scene, with everybody who might act on its case rightly or wrongly."""
    made = SCENES[name]()
    case: Case = made if isinstance(made, Case) else made.case
    body, unit = case.body, case.unit
    an_officer(body=body, unit=unit, named="丁一")
    an_officer(body=body, unit=unit, named="辅警", with_certificate=False)
    a_reviewer(body=body, named="林静")
    a_reviewer(body=body, named="生手", qualified=False)
    for role in ("archivist", "publisher", "window_clerk", "agency_head"):
        an_account(role=role, body=body, unit=unit, named=f"本局{role}")
    other = a_body(named="邻县机关")
    its_unit = a_unit(other)
    an_officer(body=other, unit=its_unit, named="邻县甲")
    for role in ("unit_head", "agency_head", "legal_reviewer"):
        an_account(role=role, body=other, unit=its_unit, named=f"邻县{role}")
    rule = "某部门行政处罚程序规定第六十四条；每次30日；最多2次；累计45日"
    told = {"chain": body.public_id, "source": "某部门令第1号", "by_name": "系统管理员"}
    local_values.set_value("decision_extension_rule", rule, in_force=LONG_AGO, **told)
    return case


class World:
    """What a run knows: the case, the hour, and a source of choices."""

    def __init__(self, scene: str) -> None:
        """Begin an hour after the last thing that happened in the scene."""
        self._undone = [transaction.atomic(using=alias) for alias in ("default", "public")]
        for one in self._undone:
            one.__enter__()
        self.case = a_scene(scene)
        self.body = self.case.body
        last = LedgerEntry.objects.filter(file_ref=self.case.public_id).order_by("-recorded_at").first()
        self.now: datetime = last.recorded_at + timedelta(hours=1)
        self.accounts = list(Account.objects.order_by("pk").prefetch_related("appointments"))
        self.officers = list(Officer.objects.order_by("pk"))
        self.pick: Callable[[Sequence[Any]], Any] = lambda choices: choices[0]

    def end(self) -> None:
        """Everything is as it was."""
        for one in reversed(self._undone):
            transaction.set_rollback(True, using=one.using)
            one.__exit__(None, None, None)

    def mostly(self, sensible: One, *others: One) -> One:
        """The sensible choice fourteen times in fifteen, else one of the others."""
        return sensible if not others or self.pick(range(15)) else self.pick(others)

    def moment(self) -> Moment:
        """Now, and now and then something that happened earlier, or that is said to happen later."""
        ago = self.mostly(timedelta(0), timedelta(days=1), timedelta(days=9), timedelta(days=-2))
        return Moment(self.now - ago, self.now, self.mostly("外出办案。", "") if ago else "")

    def person(self, role: str) -> Account:
        """Somebody of the body who holds the role; now and then anybody."""
        ours = [one for one in self.accounts if one.body_id == self.body.pk]
        holders = [one for one in ours if any(a.role == role for a in one.appointments.all())]
        return self.mostly(self.pick(holders), *self.accounts) if holders else self.pick(self.accounts)

    def code(self, account: Account) -> str:
        """A code that proves the account."""
        account.refresh_from_db()
        return fresh_code(account)

    def handler(self) -> Account:
        """The lead handler as a rule."""
        holders = {one.pk: one for one in self.accounts}
        rows = self.case.assignments.filter(ends_on=None).order_by("position")
        ours = [pk for pk in rows.values_list("officer__account", flat=True) if pk in holders]
        return self.mostly(holders[ours[0]], *self.accounts) if ours else self.pick(self.accounts)

    def two(self) -> list[Officer]:
        """Two officers as a rule."""
        rows = self.case.assignments.filter(ends_on=None).order_by("position").values_list("officer", flat=True)
        known = {one.pk: one for one in self.officers}
        good = [known[pk] for pk in rows]
        return self.mostly(good, good[:1], [self.pick(self.officers), self.pick(self.officers)], self.officers[:3])
