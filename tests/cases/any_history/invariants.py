"""What no case may ever look like (stages §9), read from its rows and the record alone: nothing here asks a gate."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from tests.cases.any_history import invariants_after
from yangguang.base import calendars
from yangguang.base.models import LedgerEntry
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Case, Decision, PriorNotice
from yangguang.directory.models import Account, Certificate
from yangguang.kernel.clock import legal_day
from yangguang.kernel.workdays import add_workdays
from yangguang.legal_review.api import LegalReview
from yangguang.legal_review.models import ReviewExemption
from yangguang.records.api import evidence_of

STATEMENT_WORKDAYS, HEARING_WORKDAYS, NOTICE_WORKDAYS, ON_THE_SPOT_FEN = 3, 5, 7, 3000_00
GOING_ON = {"penalty", "no_penalty", "violation_not_established"}
AT_REST = {"closed", "archived"}


def last_day(begun: date, workdays: int) -> date:
    """The last of so many working days after a day."""
    return add_workdays(begun, workdays, calendars.in_force()).day


def decisions(case: Case) -> list[Decision]:
    """The decisions that stood or stand: a voided one was never issued."""
    return list(case.decisions.exclude(status="voided").order_by("pk"))


def told(decision: Decision) -> Iterator[PriorNotice]:
    """The notices a penalty rests on: those not replaced when it was made."""
    for notice in decision.case.notices.order_by("pk"):
        replaced = notice.superseded_on
        anew = replaced == decision.decided_on and decision.remakes.exists()  # the decision fell, and is made anew
        if notice.issued_on <= decision.decided_on and (replaced is None or replaced > decision.decided_on or anew):
            yield notice


def p9_21_to_23_no_penalty_before_the_party_was_told_and_had_its_time(case: Case) -> Iterator[str]:
    """Notice served, its window over or waived or used up."""
    for decision in decisions(case):
        if decision.kind != "penalty":
            continue
        notices = list(told(decision))
        if {one.party_id for one in notices} < {party.pk for party in case.parties.all()}:
            yield "决定时有当事人没有被告知"
        for notice in notices:
            if notice.served_on is None or notice.served_on > decision.decided_on:
                yield "决定早于告知"
                continue
            said = notice.statements.exclude(way="at_hearing")
            used_up = notice.statement_waived_on or said.filter(nothing_to_add=True).exists()
            if not used_up and decision.decided_on <= last_day(notice.served_on, STATEMENT_WORKDAYS):
                yield "陈述申辩期未满"


def v02_no_alteration_is_heavier_or_without_its_review(case: Case) -> Iterator[str]:
    """Each one against what stood before it; its very content passed review or was found to need none."""
    for decision in decisions(case):
        before = decision.fine_fen
        for one in decision.alterations.order_by("pk"):
            fine = int(one.content.get("fine_fen") or 0)
            if fine > before or set(one.content["penalties"]) - set(decision.content["penalties"]):
                yield "变更加重了处罚"
            passed = LegalReview.objects.filter(case=case, status="passed", draft_digest=one.digest).exists()
            passed = passed or case.kind == "summary"  # decided on the spot without review, lessened without it
            if not passed and not ReviewExemption.objects.filter(case=case, draft_digest=one.digest).exists():
                yield "变更没有审核"
            before = decision.fine_fen if one.fallen_on else fine


def p9_24_every_point_is_answered_before_the_decision(case: Case) -> Iterator[str]:
    """No statement of a standing notice without its answer."""
    for decision in decisions(case):
        for notice in told(decision) if decision.kind == "penalty" else ():
            for statement in notice.statements.filter(made_on__lt=decision.decided_on):
                if statement.points.filter(answer="").exists():
                    yield "意见没有复核"


def p9_29_30_hearing_before_the_decision(case: Case) -> Iterator[str]:
    """Its window is over or waived; what was asked for was held, ended, withdrawn or refused."""
    for decision in decisions(case):
        for notice in told(decision) if decision.kind == "penalty" else ():
            asked = list(notice.hearing_requests.all())
            if not notice.hearing_told and not asked:
                continue
            waived = notice.hearing_waived_on is not None
            if (
                notice.served_on
                and not asked
                and not waived
                and decision.decided_on <= last_day(notice.served_on, HEARING_WORKDAYS)
            ):
                yield "听证申请期未满"
            for one in asked:
                done = one.hearing and one.hearing.ended_on and one.hearing.ended_on <= decision.decided_on
                if not (one.withdrawn_on or one.refused_on or done):
                    yield "申请了听证而没有举行"


def p9_31_hearing_is_told_seven_working_days_ahead(case: Case) -> Iterator[str]:
    """Clear working days between service of the notice and the hearing."""
    for hearing in case.hearings.filter(status="held"):
        served = hearing.notice.services.filter(succeeded=True).order_by("served_on").first()
        too_soon = served is None or legal_day(hearing.set_for) <= last_day(served.served_on, NOTICE_WORKDAYS)
        if too_soon and not hearing.postponements:
            yield "听证通知不足七个净工作日"
        for third in hearing.third_parties:
            got = hearing.notice.services.filter(
                succeeded=True, service_recipient__public_id=third.get("recipient_ref")
            )
            on = got.order_by("served_on").values_list("served_on", flat=True).first()
            late = on is None or legal_day(hearing.set_for) <= last_day(on, NOTICE_WORKDAYS)
            if third["told"] and not third["waived"] and late:
                yield "第三人没有依法收到听证通知"


def p9_10_nobody_reviews_or_hears_a_case_of_their_own(case: Case) -> Iterator[str]:
    """Neither reviewer nor chair handled the case by the day they acted."""
    handled = {
        row.officer.account_id: row.starts_on
        for row in case.assignments.select_related("officer")
        if row.officer.account_id
    }
    for review in LegalReview.objects.filter(case=case, status__in=["passed", "returned"]):
        if review.reviewer_id in handled and handled[review.reviewer_id] <= review.closed_on:
            yield "承办人审核自己的案件"
    for hearing in case.hearings.filter(status="held"):
        if hearing.chair_id in handled and handled[hearing.chair_id] <= hearing.ended_on:
            yield "承办人主持听证"


def p9_35_36_major_decision_follows_its_passed_review(case: Case) -> Iterator[str]:
    """Reviewed to the letter, or confirmed to need no review, on or before the day."""
    for decision in decisions(case):
        if decision.kind not in {"penalty", "disposition"}:
            continue
        passed = LegalReview.objects.filter(
            case=case, status="passed", draft_digest=decision.digest, closed_on__lte=decision.decided_on
        ).exists()
        exempt = ReviewExemption.objects.filter(
            case=case, draft_digest=decision.digest, confirmed_on__lte=decision.decided_on
        ).exists()
        if not passed and not exempt:
            yield "决定没有审核通过也没有免审"
        if exempt and not passed and (decision.content.get("judged") or {}).get("public_interest"):
            yield "涉及重大公共利益而免审"


def p9_38_a_head_of_the_body_decides(case: Case) -> Iterator[str]:
    """Never a reviewer, a head of unit, or somebody else's head."""
    for decision in decisions(case):
        if decision.kind == "on_the_spot_penalty":
            continue
        account = Account.objects.filter(public_id=decision.decided_by_ref.removeprefix("account:")).first()
        if (
            account is None
            or account.body_id != case.body_id
            or not account.appointments.filter(role="agency_head").exists()
        ):
            yield "决定人不是本机关负责人"


def p9_11_no_decision_while_a_recusal_waits(case: Case) -> Iterator[str]:
    """Asked for by a day, decided by the day of the decision."""
    for decision in decisions(case):
        open_then = [
            one for one in case.recusals.filter(requested_on__lt=decision.decided_on)
            if one.decided_on is None or one.decided_on > decision.decided_on
        ]  # fmt: skip
        if open_then and decision.kind in GOING_ON:
            yield "回避申请未决而作决定"


def p9_16_25_26_fined_once_and_no_heavier_than_told(case: Case) -> Iterator[str]:
    """One fine that stands for each party; never above the notice, never of another kind."""
    fines = [one for one in decisions(case) if one.fine_fen and one.status in {"decided", "served"}]
    if len(fines) > case.parties.count():
        yield "两次有效罚款"
    for decision in decisions(case):
        if decision.kind != "penalty":
            continue
        notices = list(told(decision))
        if notices and decision.fine_fen > sum(one.fine_fen for one in notices):
            yield "罚得比告知的重"
        kinds = {kind for one in notices for kind in one.content.get("penalties", ())}
        if set(decision.content.get("penalties", ())) - kinds:
            yield "处罚种类超出告知"


def p9_39_42_what_a_penalty_must_say(case: Case) -> Iterator[str]:
    """Put right or ordered to; a fine has somebody else who collects it."""
    for decision in decisions(case):
        if decision.kind == "penalty" and not (decision.content.get("rectification") or {}).get("status"):
            yield "处罚而不责令改正"
    for payment in case.payments.all():
        if payment.payee in {case.body.name, case.body.name.strip()} and not hasattr(payment, "collection"):
            yield "由本机关收款"


def p9_45_on_the_spot_within_the_limits(case: Case) -> Iterator[str]:
    """Warnings and small fines only."""
    for decision in decisions(case):
        others = set(decision.content.get("penalties", ())) - {"warning", "fine"}
        if decision.kind == "on_the_spot_penalty" and (decision.fine_fen > ON_THE_SPOT_FEN or others):
            yield "当场处罚超过限额或者种类"
    if hasattr(case, "collection") and not case.collection.receipt_number:
        yield "当场收缴没有票据"


def p9_2_3_4_two_with_valid_certificates(case: Case) -> Iterator[str]:
    """Whatever was taken as evidence was taken by two whose certificates held that day."""
    held: dict[str, list[Certificate]] = {}
    found = list(evidence_of(case.public_id))
    for certificate in Certificate.objects.select_related("officer") if found else ():
        held.setdefault(certificate.officer.name, []).append(certificate)
    for one in found:
        names = set(one.collector_names)
        if len(names) < 2:
            yield f"{one.name}由一人取得"
        for name in names:
            if not any(_valid(certificate, one.obtained_on) for certificate in held.get(name, ())):
                yield f"{name}在{one.obtained_on}没有有效证件"
    on_it = list(case.assignments.values_list("officer", "starts_on", "ends_on"))
    by_two = {step.act for step in main_flow(case).steps if "two_officers" in step.gates}
    days = case.steps_taken.filter(act__in=by_two).values_list("occurred_at", flat=True)
    for day in {legal_day(one) for one in days}:
        if len({officer for officer, begins, ends in on_it if begins <= day and (ends is None or day <= ends)}) < 2:
            yield f"{day}承办人不足两人"


def _valid(certificate: Certificate, day: date) -> bool:
    halted = any(_within(halt, day) for halt in certificate.suspensions)
    return certificate.valid_from <= day <= certificate.valid_until and not halted


def _within(span: list[str | None], day: date) -> bool:
    begins, ends = span[0] or "", span[1] or ""
    return begins < day.isoformat() and (not ends or day.isoformat() < ends)


def p9_51_nothing_is_served_or_paid_before_it_was_issued(case: Case) -> Iterator[str]:
    """Issue, service, payment: in this order."""
    for decision in decisions(case):
        if decision.served_on and decision.served_on < decision.decided_on:
            yield "送达早于决定"
        if (decision.status == "served") != bool(decision.served_on) and decision.status in {"decided", "served"}:
            yield "送达状态与日期不符"
        paid = list(decision.payments.all())
        if sum(one.amount_fen for one in paid) > decision.fine_fen:
            yield "缴款超过罚款"
        if any(decision.served_on is None or one.paid_on < decision.served_on for one in paid):
            yield "缴款早于送达"
    for service in case.services.filter(succeeded=True).select_related("document"):
        issued = service.document.dated_on
        if issued and service.served_on and service.served_on < issued:
            yield "文书送达早于制作"
        if service.method == "left" and not (service.witness or service.recording_id):
            yield "留置送达没有见证也没有影像"


def p9_56_to_65_things_are_held_no_longer_than_allowed(case: Case) -> Iterator[str]:
    """Approved before taken unless urgent; extended once within the thirty days; preserved only after approval."""
    for line in case.measures.exclude(taken_at=None):
        if not line.urgent_reason and (line.approved_at is None or line.approved_at > line.taken_at):
            yield "先扣押后批准"
        if line.extended_on and line.extended_on > legal_day(line.taken_at) + timedelta(days=30):
            yield "期满后延长"
    for line in case.preservations.exclude(preserved_at=None):
        if line.approved_at is None or line.approved_at > line.preserved_at:
            yield "先行登记保存先做后批"


def p9_87_88_what_rests_has_nothing_open(case: Case) -> Iterator[str]:
    """Closed: nothing held, contested, running or unserved."""
    if case.status not in AT_REST:
        return
    if case.measures.filter(status__in=["taken", "extended", "urgent", "expired"]).exists():
        yield "有未解除的措施而结案"
    if case.preservations.filter(status__in=["preserved", "expired"]).exists():
        yield "有未处理的登记保存而结案"
    if case.items.filter(fate="").exists():
        yield "有未处理的物品而结案"
    if case.decisions.filter(status="decided").exists():
        yield "有未送达的决定而结案"


def p9_90_everything_in_order_and_on_record(case: Case) -> Iterator[str]:
    """Nothing in the future, moves in order, each step told of in the record, late entries with their reason."""
    moved = None
    told_at = set(LedgerEntry.objects.filter(file_ref=case.public_id).values_list("recorded_at", flat=True))
    for step in case.steps_taken.order_by("pk"):
        if step.occurred_at > step.recorded_at:
            yield f"{step.act}发生在将来"
        if step.recorded_at not in told_at:
            yield f"{step.act}没有账目"
        if step.line == "case" and step.left != step.reached:
            if moved and step.occurred_at < moved:
                yield f"{step.act}早于前一步"
            moved = step.occurred_at
    entries = LedgerEntry.objects.filter(file_ref=case.public_id, late_reason="")
    for label, occurred, recorded in entries.values_list("label", "occurred_at", "recorded_at"):
        done, typed = legal_day(occurred), legal_day(recorded)
        if typed > done and typed > last_day(done, 1):
            yield f"{label}补录没有原因"


EVERY: dict[str, Callable[[Case], Iterator[str]]] = {
    name: rule
    for name, rule in sorted((globals() | vars(invariants_after)).items())
    if name.startswith(("p9_", "v0", "kept_"))
}


def broken(case: Case) -> list[str]:
    """Every impossible history this case shows."""
    return [f"{name}: {fault}" for name, rule in EVERY.items() for fault in rule(case)]
