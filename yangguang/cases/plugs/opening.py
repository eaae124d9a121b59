"""Gates about whether this body may pursue this violation: competence, entrustment, limitation, basis, age, one fine."""

from __future__ import annotations

from datetime import date

from yangguang.base import local_values
from yangguang.base.guards import asked_once
from yangguang.cases import standing
from yangguang.cases.changed_law import changed_since
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.models import Case, Decision, DecisionStatus, PartyKind
from yangguang.cases.outcomes import partly_fallen
from yangguang.cases.rules import limitation
from yangguang.cases.rules.shares import share_for
from yangguang.catalogues.api import ListKind, Matter, edition_in_force, find_matter
from yangguang.directory.api import Body, bodies_under, entrustment_fault
from yangguang.kernel.spans import Span
from yangguang.statutes import Clause, NotInForce, UnknownClause, clause

PENAL_LEVELS = frozenset({"法律", "行政法规", "地方性法规", "部门规章", "地方政府规章"})


@gate(
    "body_competent", label="属本机关管辖", clauses=("APL-2021:17", "APL-2021:22", "APL-2021:23", "LSR-2004:13.1"),
    remedy="请移送有管辖权的机关，或者报请指定管辖。",
)  # fmt: skip
def body_competent(attempt: Attempt) -> str:
    """The matter is not on the body's list that day, or the place is not in its region."""
    case, day = attempt.case, attempt.at.day
    edition_in_force(ListKind.MATTERS, case.body, day)
    competent = _matter_of(case, day) is not None and case.area in _areas_of(case.body)
    return "" if competent else "本机关对该违法行为没有管辖权。"


@gate(
    "jurisdiction_undisputed", label="没有未决的管辖争议", clauses=("APL-2021:25.2", "LSR-2004:13.2"),
    remedy="请先协商或者报请指定管辖，并登记结果；证据可以继续保全和调查。",
)  # fmt: skip
def jurisdiction_undisputed(attempt: Attempt) -> str:
    """Another body claims or declines the case, and nobody has settled it."""
    dispute = attempt.case.circumstances.get("jurisdiction") or {}
    return "管辖争议尚未解决，不得作出决定。" if dispute.get("state") == "open" else ""


@gate(
    "opening_criteria_met", label="符合立案标准", clauses=("APL-2021:54.2",),
    remedy="请对照公布的立案标准；不符合的，不予立案并写明理由。",
)  # fmt: skip
def opening_criteria_met(attempt: Attempt) -> str:
    """The body has published its criteria, and whoever proposes does not say that they are met."""
    case, given = attempt.case, attempt.given
    if local_values.find("opening_criteria", chain=case.body.public_id, on=attempt.at.day) is None:
        return ""  # where none are published there is nothing to compare with; the form asks for them
    met = given.get("criteria_met") is True or case.circumstances.get("opening_criteria_met") is True
    return "" if met else "不符合立案标准。"


@gate(
    "milder_law_applied", label="已作从旧兼从轻的比较", clauses=("APL-2021:37",),
    remedy="请写明行为时与现在的规定各是什么、哪个较轻、适用哪个。",
)  # fmt: skip
def milder_law_applied(attempt: Attempt) -> str:
    """The rule changed after the violation and nobody compared the two. Nothing changed: nothing to compare."""
    content = standing.draft_content(attempt)
    if not content:
        return ""  # nothing is proposed yet; other gates say so
    told = [one.get("discretion") or {} for one in (content, *(content.get("shares") or ()))]
    compared = any(str(one.get("comparison") or "").strip() for one in told)
    changed = changed_since(attempt.case, content.get("basis") or (), attempt.at.day)
    return "未比较行为时与决定时的规定。" if changed and not compared else ""


@gate(
    "entrustment_valid", label="委托有效", clauses=("APL-2021:20.1", "APL-2021:20.2", "APL-2021:20.4", "LSR-2004:4.1"),
    remedy="请由委托机关直接办理，或者先办妥委托书并由双方公布。",
)  # fmt: skip
def entrustment_valid(attempt: Attempt) -> str:
    """The acting organisation has no agreement that stands, covers the matter and was made public by both sides."""
    case, day = attempt.case, attempt.at.day
    if case.acting_body is None:
        own_name = case.body.category != "entrusted"
        return "" if own_name else "受委托组织不得以自己的名义实施处罚。"
    covered = _is_entrusted(case, day)
    passed_on = case.body.category == "entrusted"
    if covered and not passed_on:
        return ""
    return "委托书不存在、已过期、超出范围或者未公布，受委托组织不得实施。"


@gate("within_limitation", label="在追究时效内", clauses=("APL-2021:36.1#general", "LSR-2004:20.1"))
def within_limitation(attempt: Attempt) -> str:
    """Discovered later than the limitation allows; a violation that goes on has not begun to lapse."""
    case = attempt.case
    if case.violation_began_on is None or case.discovered_on is None:
        return "没有查明违法行为发生日和发现日，不能判断追究时效。"
    in_time = limitation.is_within_limitation(
        began_on=case.violation_began_on, ended_on=case.violation_ended_on, discovered_on=case.discovered_on,
        labour=case.field == limitation.LABOUR_FIELD,
    )  # fmt: skip
    return "" if in_time else "违法行为超过追究时效。"


@gate(
    "basis_in_force", label="处罚依据有效", clauses=("APL-2021:5.3", "APL-2021:16"),
    remedy="请改用行为时施行的法律、法规、规章。",
)  # fmt: skip
def basis_in_force(attempt: Attempt) -> str:
    """A basis is not a law, regulation or rule in force when the violation ended."""
    case, day = attempt.case, attempt.at.day
    matter = _matter_of(case, day)
    basis = standing.draft_content(attempt).get("basis") or (matter.basis if matter else ())
    acted_on = case.violation_ended_on or day
    if not basis or any(not _in_force(clause_id, acted_on) for clause_id in basis):
        return "处罚依据无效。"
    return ""


@gate(
    "liability_age", label="达到责任年龄", clauses=("APL-2021:30#no_penalty_age", "APL-2021:31"),
    remedy="依法不予处罚，责令监护人加以管教；十四至十八周岁的写明从轻或者减轻。",
)  # fmt: skip
def liability_age(attempt: Attempt) -> str:
    """A party below the age of liability, or one that must be treated more mildly and is not."""
    acted_on = attempt.case.violation_ended_on or attempt.case.violation_began_on or attempt.at.day
    content = standing.draft_content(attempt)
    for party in attempt.case.parties.filter(kind=PartyKind.PERSON).exclude(birth_date=None):
        if limitation.is_below_liability(party.birth_date, acted_on):
            return "当事人依法不予行政处罚。"
        leniency = (share_for(content, party.public_id).get("discretion") or {}).get("leniency")
        if limitation.must_be_mitigated(party.birth_date, acted_on) and leniency not in {"lighter", "mitigated"}:
            return "当事人已满十四周岁不满十八周岁，应当从轻或者减轻处罚。"
    return ""


@gate(
    "not_double_fined", label="没有重复罚款", clauses=("APL-2021:29#no_second_fine",),
    remedy="请改用其他种类的处罚，或者不予处罚。",
)  # fmt: skip
def not_double_fined(attempt: Attempt) -> str:
    """The same act of the same party already bears a fine that stands."""
    case = attempt.case
    if not standing.draft_content(attempt).get("fine_fen"):
        return ""
    codes = [party.code for party in case.parties.exclude(code="").order_by("pk")]
    fined = Decision.objects.filter(fine_fen__gt=0, status__in=[DecisionStatus.DECIDED, DecisionStatus.SERVED])
    fined = fined.filter(case__violation_code=case.violation_code, case__parties__code__in=codes)
    again = {one.pk for one in partly_fallen(case)} if case.pk else set()  # what fell of their fines may be made anew
    fined = fined.exclude(pk__in=again)
    same = any(_same_act(case, decision.case) for decision in fined.select_related("case").distinct())
    return "同一违法行为已被罚款，不得再次罚款。" if same else ""


@asked_once
def _is_entrusted(case: Case, day: date) -> bool:
    names = _names_of_matter(case, day)
    acting = case.acting_body
    return acting is not None and any(not entrustment_fault(case.body, acting, name, day) for name in names)


def _matter_of(case: Case, day: date) -> Matter | None:
    return find_matter(case.body, case.matter_code, day)


def _areas_of(body: Body) -> set[str]:
    return set(Body.objects.filter(pk__in=bodies_under(body)).values_list("region_name", flat=True))


def _names_of_matter(case: Case, day: date) -> list[str]:
    """How an agreement may name the matter: by its code, its name or its field of law."""
    matter = _matter_of(case, day)
    return [case.matter_code, case.field, *([matter.name] if matter else [])]


def _in_force(clause_id: str, day: date) -> bool:
    try:
        found: Clause = clause(clause_id).on(day)
    except (UnknownClause, NotInForce):
        return False
    return found.law.level in PENAL_LEVELS


def _same_act(case: Case, other: Case) -> bool:
    if case.pk == other.pk:
        return True
    if case.violation_began_on is None or other.violation_began_on is None:
        return False
    first, second = _span(case), _span(other)
    return first.overlap(second) is not None


def _span(case: Case) -> Span:
    began = case.violation_began_on or case.opened_on
    return Span.through(began, max(began, case.violation_ended_on)) if case.violation_ended_on else Span(began)
