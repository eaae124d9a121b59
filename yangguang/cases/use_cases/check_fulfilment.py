"""Check whether a disposition has been fulfilled: payments worker by worker, then fulfilled, still running, or not (H06)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.cases.events.wages import DispositionMoved
from yangguang.cases.kinds.execution.court_gates import REMEDIES
from yangguang.cases.kinds.labour.documents import rectification_check
from yangguang.cases.kinds.labour.fulfilment import left_of
from yangguang.cases.kinds.labour.queries import totals_of
from yangguang.cases.mediated_terms import mediated_term
from yangguang.cases.models import Clock, Disposition, DispositionStatus
from yangguang.cases.rules import court_window
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._execution import WINDOW
from yangguang.cases.use_cases._lines import decision_of, locked_line, step_taken, told
from yangguang.cases.use_cases.record_worker_payments import WagePayment, keep_payments
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures
from yangguang.records.api import make_document


@transaction.atomic
def check_fulfilment(
    *, disposition: Disposition, finding: str, payments: Sequence[WagePayment] = (), actor: Account, at: Moment
) -> Disposition:
    """Keep the payments; unfulfilled only after the last day to fulfil."""
    row = locked_line(disposition)
    keep_payments(row.case, payments, actor, at)
    left = left_of(row)
    status = row.status
    if not left:
        status = DispositionStatus.FULFILLED
    elif row.fulfil_by and at.day > row.fulfil_by and row.status != DispositionStatus.IN_EXECUTION:
        status = DispositionStatus.UNFULFILLED
    words = worded(finding, label="核查情况", field="finding", most=400)
    taken = step_taken(row, "check_fulfilment", actor=actor, at=at, reached=status)
    row.checked_on = at.day
    row.save()
    if status != DispositionStatus.SERVED:
        run_clocks.stop(row.case, "fulfil_disposition_by", on=at.day, event="核查履行", about_ref=row.public_id)
    if status == DispositionStatus.UNFULFILLED:
        _court_window_opens(row)
    officers = row.case.assignments.filter(ends_on=None).order_by("position").select_related("officer")
    make_document(
        kind="fulfilment_check", title="履行情况核查笔录", body=row.case.body, file_ref=row.case.public_id,
        sheet=rectification_check.sheet(
            row.case, number=decision_of(row).number, party=row.party.name, orders=[], totals=totals_of(row.case),
            officers=[a.officer.name for a in officers], on=at.day, title="履行情况核查笔录",
        ), dated_on=at.day, actor=actor, at=at,
    )  # fmt: skip
    said = f"{DispositionStatus(status).label}；尚未履行{in_figures(left)}元。{words}"
    told(taken, row, DispositionMoved("核查履行", said[:300], "", ("LSR-2004:18.1",)), actor=actor, at=at)
    return row


def _court_window_opens(row: Disposition) -> None:
    """The three months for the court run from the end of the later remedy, after a term set anew not before its end
    (ACL-2011:53).
    """
    terms = Clock.objects.filter(case=row.case, about_ref=row.public_id)
    if terms.filter(kind=WINDOW, stopped_on=None).exists():
        return
    remedies = [run_clocks.due_of(one).day for one in terms.filter(kind__in=REMEDIES).order_by("pk")]
    end = court_window.remedies_end(remedies)
    anew = mediated_term(list(terms.filter(kind="fulfil_disposition_by").order_by("pk")))
    if end is not None:
        until = run_clocks.due_of(anew).day if anew else None
        on = court_window.court_window_from(remedies_end=end, deferral_end=until)
        run_clocks.start(row.case, WINDOW, on=on, event="复议和起诉期限届满", about_ref=row.public_id)
