"""Begin a penalty on the spot (S01): two officers, certificates shown, a party, a violation that is certain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.db import transaction

from yangguang.base import ledger, numbers
from yangguang.base.on_time import on_time
from yangguang.cases import gates
from yangguang.cases.events.summary import OnTheSpotBegun
from yangguang.cases.kinds.labour.queries import in_whose_name
from yangguang.cases.kinds.summary.documents import record
from yangguang.cases.kinds.summary.stages import BEGINNING
from yangguang.cases.models import Assignment, Case, CaseKind, CaseStatus, OnTheSpotPenalty, StepTaken
from yangguang.cases.rules.opening import PartyFacts
from yangguang.cases.use_cases import keep_dated
from yangguang.cases.use_cases._party import keep_party
from yangguang.cases.use_cases.take_step import of_the_case
from yangguang.catalogues.api import Matter, matters_in_force, standards_in_force
from yangguang.directory.api import Account, Officer, Role, certificate_facts, fault
from yangguang.kernel import chance, clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.api import add_evidence, make_document

CLAUSE = "APL-2021:51#citizen"
NUMBER_KIND = "监简"
MOMENT = "%Y年%-m月%-d日%-H时%-M分"


@dataclass(frozen=True)
class Scene:
    """What two officers found: which violation, where, what was seen, since when; the picture or paper that shows it."""

    violation_code: str
    place: str
    facts: str
    began_on: date
    ended_on: date | None = None
    facts_certain: bool = False
    certificate_shown: bool = False
    content: bytes | None = None
    file_name: str = ""


@transaction.atomic
def begin_on_the_spot(
    *, scene: Scene, party: PartyFacts, officers: Sequence[Officer], actor: Account, at: Moment
) -> Case:
    """Open the file on the scene; what was seen and a record of it are in it. Nothing but facts that are certain."""
    case, place = (
        _prospective(scene, actor, at),
        clean(scene.place, label="违法行为地点", most=200, least=1, field="place"),
    )
    _may_begin(case, scene, party, officers, actor, at)
    case.number = numbers.take(
        chain=case.body.public_id, kind=NUMBER_KIND, year=at.day.year, subject_kind="case",
        subject_ref=case.public_id, pattern=f"{case.body.mark}{NUMBER_KIND}〔{{year}}〕{{n}}号",
    ).text  # fmt: skip
    case.touched_at, case.touched_by_name = at.recorded_at, actor.name
    case.save()
    for position, officer in enumerate(officers, start=1):
        Assignment.objects.create(case=case, officer=officer, position=position, starts_on=at.day)
    keep_party(case, party, 1, "当场查处", actor, at)
    OnTheSpotPenalty.objects.create(case=case, place=place, certificates=_shown(officers, case, at))
    _put_into_the_file(case, scene, officers, actor, at)
    entry = ledger.record(
        OnTheSpotBegun(case.number, case.title, place, [one.name for one in officers]),
        subject=case.subject, actor=actor, at=at,
    )  # fmt: skip
    taken = StepTaken.objects.create(
        case=case, line="case", act=BEGINNING.act, left="", reached=CaseStatus.ON_SCENE, occurred_at=at.occurred_at,
        recorded_at=at.recorded_at, entry=entry,
    )  # fmt: skip
    keep_dated.after_step(taken, on=at.day, event=BEGINNING.label)
    return case


def matter_of_violation(code: str, matters: Sequence[Matter]) -> Matter | None:
    """The enforcement matter a violation of the discretion standards belongs to."""
    return next((one for one in matters if code in one.standards), None)


def _prospective(scene: Scene, actor: Account, at: Moment) -> Case:
    body, acting_body = in_whose_name(actor, at.day)
    standard = next((one for one in standards_in_force(body, at.day) if one.code == scene.violation_code), None)
    matter = matter_of_violation(scene.violation_code, matters_in_force(body, at.day))
    if standard is None or matter is None:
        raise Refused(
            "违法行为不在施行中的裁量基准和执法事项清单内。", CLAUSE, field="violation_code", remedy="请从列表中选择。"
        )
    return Case(
        public_id=chance.public_id(), kind=CaseKind.SUMMARY, status=CaseStatus.ON_SCENE, title=standard.violation[:200],
        body=body, acting_body=acting_body, unit=actor.unit, field=matter.law_field, area=body.region_name,
        matter_code=matter.code, violation_code=standard.code, violation_began_on=scene.began_on,
        violation_ended_on=scene.ended_on, discovered_on=at.day, opened_on=at.day, review_required=False,
        facts=clean(scene.facts, label="违法事实", most=2000, least=1, field="found", lines=True),
    )  # fmt: skip


def _may_begin(
    case: Case, scene: Scene, party: PartyFacts, officers: Sequence[Officer], actor: Account, at: Moment
) -> None:
    if not actor.holds(Role.CASE_HANDLER) or actor.pk not in {one.account_id for one in officers}:
        raise Refused("当场处罚由在场的执法人员办理。", "APL-2021:42.1#officers", field="officers",
                      remedy="请由在场的执法人员之一登记，并勾选两名以上执法人员。")  # fmt: skip
    on_time(at)
    if scene.began_on > at.day or (scene.ended_on and not scene.began_on <= scene.ended_on <= at.day):
        raise Refused(
            "违法行为的日期不能晚于今天，终了日不能早于发生日。", CLAUSE, field="began_on", remedy="请核对日期。"
        )
    if not scene.facts_certain:
        raise Refused(
            "违法事实不确凿，不适用简易程序。", CLAUSE, field="facts_certain", remedy="请登记线索，按普通程序调查。"
        )
    if not party.code.strip() or not party.name.strip():
        raise Refused("请查验并填写当事人的姓名或者名称、证件号码或者统一社会信用代码。", "APL-2021:52.2", field="party_code",
                      remedy="身份不能当场查明的，不适用简易程序。")  # fmt: skip
    of_the_case(officers, case)
    given = {"officers": list(officers), "certificate_shown": scene.certificate_shown}
    verdicts = gates.judge(BEGINNING.gates, gates.Attempt(case, BEGINNING.act, actor, at, given))
    if failing := [one for one in verdicts if not one.holds]:
        clauses = tuple(dict.fromkeys(c for one in failing for c in one.clauses))
        several = f"现在还不能当场查处：{len(failing)} 个条件没有满足。"
        raise Refused(failing[0].reason if len(failing) == 1 else several, clauses,
                      remedy=failing[0].remedy if len(failing) == 1 else "", verdicts=verdicts)  # fmt: skip


def _shown(officers: Sequence[Officer], case: Case, at: Moment) -> list[dict[str, str]]:
    """Each officer with the certificate that carries this act today."""
    rows = []
    for officer in officers:
        fitting = [one for one in certificate_facts(officer)
                   if not fault(one, field=case.field, area=case.area, on=at.day)]  # fmt: skip
        rows.append({"ref": officer.public_id, "name": officer.name, "number": fitting[0].number})
    return rows


def _put_into_the_file(case: Case, scene: Scene, officers: Sequence[Officer], actor: Account, at: Moment) -> None:
    names = [one.name for one in officers]
    happened = at.occurred_at.astimezone(clock.BEIJING).strftime(MOMENT)
    made = make_document(
        kind="on_the_spot_record", title=record.TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day,
        sheet=record.sheet(case, place=scene.place.strip(), happened=happened, certificates=case.on_the_spot.certificates,
                           dated_on=at.day),
        actor=actor, at=at,
    )  # fmt: skip
    add = partial(
        add_evidence, body=case.body, file_ref=case.public_id, obtained_on=at.day, collector_names=names, original=True,
        obtained_at_place=scene.place, proves="现场查明的违法事实", actor=actor, at=at,
    )  # fmt: skip
    add(kind="inspection_record", name=record.TITLE, source="执法人员当场制作", document=made)
    if scene.content is not None:
        add(
            kind="audiovisual_material", name="现场照片、录像", source="执法人员当场拍摄", content=scene.content,
            file_name=scene.file_name,
        )  # fmt: skip
