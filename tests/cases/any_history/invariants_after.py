"""What no case may look like after a decision (stages §6.2, §8, P9.66–68, P9.84): executed without the power, made the same again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from yangguang.base import calendars, local_values
from yangguang.base.events import SYSTEM
from yangguang.base.models import Approval
from yangguang.cases.models import Case, OwnExecution, Remake, UnheededInstruction
from yangguang.cases.owing import fine_now
from yangguang.cases.queries import ENDED
from yangguang.cases.rules.upkeep import LABELS, Gap
from yangguang.cases.upkeep import upkeep_of
from yangguang.cases.use_cases.keep_dated import keep_all_dated
from yangguang.kernel import clock
from yangguang.kernel.clock import legal_day
from yangguang.kernel.moment import Moment
from yangguang.records.api import Evidence, documents_of

MAY_COME = {Gap.HANDLER_GONE, Gap.CERTIFICATE_LAPSED, Gap.TOO_FEW_HANDLERS}  # listed until it is mended
MOST_TIMES, MOST_DAYS = 2, 45  # of the term of decision, as the world has set it
MILDER = {"under_age", "impaired", "harm_reduced", "coerced", "confessed", "merit", "other_milder", "local_milder"}
EXCUSED = (
    ("minor_violation_exemption", {"minor", "rectified_in_time", "no_harm"}),
    ("first_violation_exemption", {"first_violation", "slight_harm", "rectified_in_time"}),
    ("no_fault_exemption", {"no_fault"}), ("age_or_capacity_exemption", {"below_age"}),
    ("age_or_capacity_exemption", {"incapable"}),
)  # fmt: skip
ADDED_DAYS, NIGHT_FROM, NIGHT_UNTIL = 30, 22, 6  # the night as the world has set it


def p9_66_to_68_nobody_executes_without_power_demand_and_day(case: Case) -> Iterator[str]:
    """A power of its own, thirty days of the additional fine, an order that day at the latest; by day, unless urgent."""
    runs = OwnExecution.objects.filter(execution__decision__case=case).select_related("execution__decision")
    for one in runs.order_by("pk"):
        day, hour = legal_day(one.carried_out_at), one.carried_out_at.astimezone(clock.BEIJING).hour
        if not local_values.find("own_execution_basis", chain=case.body.public_id, on=day):
            yield "没有强制执行权而自行执行"
        orders = documents_of(case.public_id).filter(kind="execution_decision", dated_on__lte=day)
        if not orders.exists():
            yield "没有强制执行决定而执行"
        if not documents_of(case.public_id).filter(kind="demand_notice", dated_on__lt=day).exists():
            yield "没有催告而执行"
        imposed = one.execution.imposed_on
        if imposed is None or day <= imposed + timedelta(days=ADDED_DAYS):
            yield "加处罚款未满三十日而执行"
        at_night = hour >= NIGHT_FROM or hour < NIGHT_UNTIL
        holiday = calendars.in_force().rest_name(day) not in {None, "周末"}
        if (at_night or holiday) and not one.urgent_reason:
            yield "夜间或者法定节假日执行"
        if not one.voucher:
            yield "所得款项没有上缴凭证"


def p9_84_nothing_is_made_the_same_again(case: Case) -> Iterator[str]:
    """Begun after the decision fell; the next one differs, unless the procedure was at fault."""
    for one in Remake.objects.filter(case=case).select_related("decision"):
        fallen = one.decision
        parts = [row for row in fallen.remedies.order_by("pk") if row.outcome == "partly_annulled"]
        if fallen.status != "annulled" and not any(row.outcome_terms["remake"] for row in parts):
            yield "没有失效的决定而重作"
        later = case.decisions.filter(pk__gt=fallen.pk, decided_on__gte=one.begun_on).exclude(status="voided")
        for again in later.exclude(kind="disposition").order_by("pk"):
            same = [
                fallen.content.get(name) == again.content.get(name)
                for name in ("penalties", "fine_fen", "reasons", "facts")
            ]
            if all(same) and one.ground != "procedure" and again.kind == fallen.kind:
                yield "以同一事实和理由重作相同的决定"


def v07_what_an_outcome_left_is_no_more_and_is_all_that_is_owed(case: Case) -> Iterator[str]:
    """Never heavier, never nothing; nobody owes more of the fine."""
    for one in case.remedies.exclude(outcome_terms={}).select_related("decision__execution").order_by("pk"):
        told = one.outcome_terms
        if one.outcome == "ordered_to_perform":
            continue
        before, left = told["before"], told["left"]
        if left and (set(left["penalties"]) - set(before["penalties"]) or left["fine_fen"] > before["fine_fen"]):
            yield "结果加重了处罚"
        if left and not left["penalties"]:
            yield "处罚全部失效而仍算部分有效"
        if left and one.decision.status == "served" and fine_now(one.decision) > left["fine_fen"]:
            yield "罚款多于结果留下的"


def v08_what_follows_on_an_unheeded_order_follows_its_penalty(case: Case) -> Iterator[str]:
    """Only after a penalty was served, and never for wages."""
    for one in UnheededInstruction.objects.filter(instruction__case=case).select_related("decision", "instruction"):
        if one.decision.served_on is None or one.decision.served_on > one.recorded_on:
            yield "未受处罚而说明后续处理"
        if one.instruction.orders.filter(kind="pay_wages").exclude(outcome="rectified").exists():
            yield "尚欠工资而以处罚收口"


def v04_nothing_is_sent_to_who_reviews_without_its_paper_and_receipt(case: Case) -> Iterator[str]:
    """The answer the head agreed to, not before that day; the evidence lay in the file; an application goes with its letter."""
    for one in case.remedies.exclude(answer=None).select_related("answer").order_by("pk"):
        agreed = one.answer.dated_on
        signed = Approval.objects.filter(purpose="answer_remedy", state="approved", proposal__remedy_ref=one.public_id)
        if not signed.exists():
            yield "没有批准而答复"
        for ref in {ref for row in signed.order_by("pk") for ref in row.proposal["evidence_refs"]}:
            if one.leave_on is None and Evidence.objects.get(public_id=ref).obtained_on > one.received_on:
                yield "用复议、诉讼开始以后取得的证据答复"
        if one.answer_sent_on and (one.answer_sent_on < agreed or not one.answer_receipt):
            yield "批准以前提交答复，或者没有回执"
    if case.remedies.filter(answer=None).exclude(answer_sent_on=None).exists():
        yield "没有答复书而提交答复"
    for row in case.handed_in.exclude(outcome="").order_by("pk"):
        if row.outcome == "forwarded" and (row.letter is None or not row.receipt):
            yield "没有转送函或者回执而转送"
        if row.handled_on < row.received_on:
            yield "转送早于收到申请"


def kept_no_term_of_decision_is_longer_than_its_rule(case: Case) -> Iterator[str]:
    """Under a rule of the body, twice at most and no more than the rule says in all, each time approved for itself."""
    for one in case.clocks.filter(kind="decide_by").exclude(extensions=[]):
        if not local_values.find("decision_extension_rule", chain=case.body.public_id, on=one.started_on):
            yield "没有规定而延长办案期限"
        forms = {row.get("approval_ref") for row in one.extensions}
        signed = Approval.objects.filter(purpose="extend_decision_term", state="approved", public_id__in=forms)
        if signed.count() < len(one.extensions):
            yield "没有批准而延长办案期限"
        if len(one.extensions) > MOST_TIMES or sum(row["amount"] for row in one.extensions) > MOST_DAYS:
            yield "办案期限的延长超过规定"


def kept_every_open_case_has_owner_next_step_and_date(case: Case) -> Iterator[str]:
    """After whatever was done, on whatever day, once the jobs of the hour have run."""
    keep_all_dated(actor=SYSTEM, at=Moment.now())
    if case.status not in ENDED:
        for one in upkeep_of(Case.objects.filter(pk=case.pk), clock.today()):
            yield from (LABELS[gap] for gap in one.gaps if gap not in MAY_COME)


def p9_45_milder_on_the_spot_has_its_circumstance(case: Case) -> Iterator[str]:
    """Lighter or mitigated only with something found, on evidence; sent only to a party that consented by then."""
    for decision in case.decisions.filter(kind="on_the_spot_penalty").exclude(status="voided").order_by("pk"):
        rows = [row for row in decision.content.get("circumstances") or () if row["refs"]]
        if decision.content["discretion"].get("leniency") and not any(row["kind"] in MILDER for row in rows):
            yield "当场从轻没有情节"
        for row in case.services.filter(document=decision.document, method="electronic", succeeded=True):
            if not case.service_addresses.filter(consents=True, confirmed_on__lte=row.served_on).exists():
                yield "没有同意而电子送达当场处罚决定"


def p9_39_40_no_penalty_on_every_element_and_none_beside(case: Case) -> Iterator[str]:
    """Each ground's elements with evidence, for everybody; no penalty where the law leaves no choice but none."""
    for decision in case.decisions.exclude(status="voided").order_by("pk"):
        rows = [row for row in decision.content.get("circumstances") or () if row["refs"]]
        for party in decision.content.get("parties") or ():
            found = {row["kind"] for row in rows if row["party"] in {"", party["ref"]}}
            whole = {outcome for outcome, elements in EXCUSED if elements <= found}
            if decision.kind == "no_penalty" and decision.content["outcome"] not in whole:
                yield "不予处罚缺少条件"
            if decision.kind == "penalty" and "fault_not_asked" not in found and whole - {"first_violation_exemption"}:
                yield "应当不予处罚而处罚"
