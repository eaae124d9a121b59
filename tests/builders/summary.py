"""Penalties on the spot for tests, each a little further on its way: every step is the use case the screens call."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.builders.cases import BASIS, VIOLATION, a_credit_code, an_agency, officers_of, on, person_of
from tests.builders.remembered import remembered
from yangguang.base.models import NumberRange
from yangguang.cases.api import Case, Decision, PartyFacts
from yangguang.cases.use_cases.allocate_number_range import allocate_number_range
from yangguang.cases.use_cases.begin_on_the_spot import Scene, begin_on_the_spot
from yangguang.cases.use_cases.collect_on_the_spot import Collecting, collect_on_the_spot
from yangguang.cases.use_cases.deliver_on_the_spot import Delivery, deliver_on_the_spot
from yangguang.cases.use_cases.give_notice_on_the_spot import give_notice_on_the_spot
from yangguang.cases.use_cases.penalise_on_the_spot import Written, penalise_on_the_spot
from yangguang.cases.use_cases.record_statement_on_the_spot import Heard, record_statement_on_the_spot
from yangguang.directory.models import Account, Body
from yangguang.kernel.person_ids import check_character

ALLOCATED, MET = date(2026, 5, 6), date(2026, 5, 8)  # a Friday before a working Saturday
PERSON_ID = "41990119900105001" + check_character("419901199001050010")
ORDERED = {"status": "ordered", "note": "立即停止安排超时加班。"}


def a_shop(number: int = 1, **facts: Any) -> PartyFacts:
    """An organisation whose papers were looked at on the spot."""
    known = {"kind": "organisation", "name": f"示范县好味餐饮有限公司{number}", "code": a_credit_code(700 + number),
             "legal_representative": "孟广文", "address": "示范县人民路12号"}  # fmt: skip
    return PartyFacts(**(known | facts))


def a_person(**facts: Any) -> PartyFacts:
    """A citizen with an identity card."""
    known = {"kind": "person", "name": "康平", "code": PERSON_ID, "address": "示范县河东街3号"}
    return PartyFacts(**(known | facts))


@remembered
def a_summary_agency(*, size: int = 20, **facts: Any) -> Body:
    """An agency whose first officer holds a run of numbered forms."""
    body = an_agency(**facts)
    a_run(body, size=size)
    return body


def a_run(body: Body, *, size: int = 20, day: date = ALLOCATED) -> NumberRange:
    """Numbered forms for the first officer of a body."""
    with on(day) as at:
        return allocate_number_range(holder=officers_of(body)[0], size=size, actor=person_of(body, "unit_head"), at=at)


def the_run(body: Body) -> NumberRange:
    """The run of numbers of an agency's first officer."""
    return NumberRange.objects.select_related("series").get(holder_ref=officers_of(body)[0].public_id)


def actor_of(body: Body) -> Account:
    """The officer who types."""
    return officers_of(body)[0].account


def a_scene(**facts: Any) -> Scene:
    """What was seen, certain, with certificates shown."""
    known = {
        "violation_code": VIOLATION, "place": "示范县人民路12号后厨", "began_on": date(2026, 4, 1), "facts_certain": True,
        "facts": "当日检查考勤表，当事人4月安排3名劳动者每人加班42小时，超过36小时。", "certificate_shown": True,
    }  # fmt: skip
    return Scene(**(known | facts))


def begun(body: Body, *, party: PartyFacts | None = None, day: date = MET, officers: Any = None, **scene: Any) -> Case:
    """The officers are on the scene."""
    with on(day) as at:
        return begin_on_the_spot(
            scene=a_scene(**scene), party=party or a_shop(), officers=officers or officers_of(body),
            actor=actor_of(body), at=at,
        )  # fmt: skip


def a_notice(**changes: Any) -> dict[str, Any]:
    """What is proposed on the spot: warning and fine."""
    return {"penalties": ["warning", "fine"], "fine_fen": 60000, "basis": BASIS, "reasons": "加班超过法定上限，首次查处。",
            "workers": 3} | changes  # fmt: skip


def notified(case: Case, *, day: date = MET, **changes: Any) -> Case:
    """The party is told."""
    with on(day, 10) as at:
        give_notice_on_the_spot(case_id=case.pk, proposal=a_notice(**changes), actor=actor_of(case.body), at=at)
    case.refresh_from_db()
    return case


def heard(case: Case, *, day: date = MET, **facts: Any) -> Case:
    """The party has nothing to say, unless told otherwise."""
    with on(day, 10) as at:
        record_statement_on_the_spot(
            case_id=case.pk, heard=Heard(**({"answered": "none"} | facts)), actor=actor_of(case.body), at=at
        )
    case.refresh_from_db()
    return case


def penalised(case: Case, *, day: date = MET, **changes: Any) -> Decision:
    """The form is filled in."""
    known = {"penalties": ("warning", "fine"), "fine_fen": 60000, "rectification": ORDERED, "additional_fine": True}
    with on(day, 11) as at:
        return penalise_on_the_spot(
            case_id=case.pk, written=Written(**(known | changes)), actor=actor_of(case.body), at=at
        )


def delivered(case: Case, *, day: date = MET, hour: int = 11, **facts: Any) -> Case:
    """Handed over and signed for."""
    known = facts or {"recipient": "孟广文"}
    with on(day, hour) as at:
        deliver_on_the_spot(case_id=case.pk, delivery=Delivery(**known), actor=actor_of(case.body), at=at)
    case.refresh_from_db()
    return case


def collected(case: Case, *, day: date = MET, **facts: Any) -> Case:
    """The fine is taken on the spot, which would be hard to execute later."""
    known = {"ground": "hard_to_execute", "reason": "流动摊位，没有固定经营场所。", "receipt_number": "省财0001"}
    with on(day, 12) as at:
        collect_on_the_spot(case_id=case.pk, collecting=Collecting(**(known | facts)), actor=actor_of(case.body), at=at)
    case.refresh_from_db()
    return case


@remembered
def a_case_on_the_spot(*, until: str = "delivered", fine_fen: int = 60000, citizen: bool = False) -> Case:
    """A penalty on the spot up to a status: on_scene, notified, heard, decided, delivered, fulfilled."""
    return on_its_way(a_summary_agency(), until=until, fine_fen=fine_fen, party=a_person() if citizen else None)


def on_its_way(body: Body, *, until: str = "delivered", fine_fen: int = 60000, party: PartyFacts | None = None) -> Case:
    """The same in a body that is there already."""
    kinds = ["warning", "fine"] if fine_fen else ["warning"]
    case = begun(body, party=party)
    told = {"penalties": kinds, "fine_fen": fine_fen, "workers": 1 if party and party.kind == "person" else 3}
    steps = {
        "notified": lambda: notified(case, **told), "heard": lambda: heard(case),
        "decided": lambda: penalised(case, penalties=tuple(kinds), fine_fen=fine_fen),
        "delivered": lambda: delivered(case), "fulfilled": lambda: collected(case),
    }  # fmt: skip
    for name, step in steps.items():
        if until == "on_scene":
            break
        step()
        if name == until:
            break
    case.refresh_from_db()
    return case
