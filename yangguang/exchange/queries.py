"""Batches and rows by reader, which body collects for which, and what has not been answered in time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, F, Max, Q, QuerySet

from yangguang.base import calendars, local_values
from yangguang.directory.api import Account, Body, bodies_under, supervised_body_ids
from yangguang.exchange.models import BatchState, RowState, UpwardBatch, UpwardReceipt, UpwardRow
from yangguang.exchange.rules.receipts import batch_named, gaps
from yangguang.kernel import clock
from yangguang.kernel.workdays import add_workdays

PLATFORM, TERM, PLATFORM_KEY = "upward_platform", "upward_receipt_workdays", "upward_platform_key"


def platform_of(body: Body, on: date) -> str:
    """What a body hands up to, or nothing where it hands up nothing itself."""
    found = local_values.find(PLATFORM, chain=body.public_id, on=on)
    return str(found.value) if found else ""


def platform_key_of(body: Body, on: date) -> str:
    """By which public key receipts to a body are signed; nothing where none is set: they are believed unsigned then."""
    found = local_values.find(PLATFORM_KEY, chain=body.public_id, on=on)
    return str(found.value) if found else ""


def collectors(on: date) -> list[Body]:
    """Every body that hands up."""
    return [one for one in Body.objects.order_by("pk") if platform_of(one, on)]


def collected_by(collector: Body, on: date) -> list[Body]:
    """The body and those beneath it, without what a body beneath hands up itself: nothing goes up twice."""
    beneath = set(bodies_under(collector))
    for other in collectors(on):
        if other.pk != collector.pk and other.pk in beneath:
            beneath -= set(bodies_under(other))
    return list(Body.objects.filter(pk__in=beneath).order_by("pk"))


def batches_visible_to(account: Account) -> QuerySet[UpwardBatch]:
    """The own body's batches; for a supervisor also those that bodies beneath handed over."""
    below = Q(body_id__in=supervised_body_ids(account), state=BatchState.HANDED)
    return UpwardBatch.objects.filter(Q(body_id=account.body_id) | below).select_related("body")


def rows_visible_to(account: Account) -> QuerySet[UpwardRow]:
    """Rows of the batches one may see, and those about one's own body whoever collects them."""
    visible = batches_visible_to(account).order_by().values("pk")
    rows = UpwardRow.objects.filter(Q(batch__in=visible) | Q(item__body_id=account.body_id))
    return rows.select_related("item__body", "item__collector", "batch__body", "answered_by")


def to_mend(rows: QuerySet[UpwardRow]) -> QuerySet[UpwardRow]:
    """Rows that lack something, and those that came back and have not gone up again since."""
    back = Q(state=RowState.REFUSED, item__latest=F("pk"), item__again=False)
    return rows.filter(Q(state=RowState.LACKING) | back)


def unanswered(rows: QuerySet[UpwardRow]) -> QuerySet[UpwardRow]:
    """Rows that were handed over and not answered."""
    return rows.filter(state=RowState.HANDED)


def answer_due(batch: UpwardBatch) -> date | None:
    """Until when the upper platform answers, by the body's own value; None where it has set none."""
    term = local_values.find(TERM, chain=batch.body.public_id, on=batch.handed_on or clock.today())
    if term is None or batch.handed_on is None:
        return None
    return add_workdays(batch.handed_on, int(term.value), calendars.in_force()).day


def body_named(content: bytes) -> str:
    """The body whose batch a receipt names, by its public id; nothing where it names none that went up."""
    named = batch_named(content)
    batch = UpwardBatch.objects.select_related("body").filter(code=named).first() if named else None
    return batch.body.public_id if batch else ""


def counts_of(batches: Iterable[UpwardBatch]) -> dict[int, dict[str, int]]:
    """How many rows of each batch stand where."""
    rows = UpwardRow.objects.filter(batch__in=[one.pk for one in batches]).order_by()
    found: dict[int, dict[str, int]] = {}
    for batch, state, n in rows.values_list("batch_id", "state").annotate(n=Count("pk")):
        found.setdefault(batch, {})[state] = n
    return found


def waiting_batches(account: Account) -> list[UpwardBatch]:
    """Batches of the own body with rows nobody answered."""
    rows = UpwardBatch.objects.filter(body_id=account.body_id, rows__state=RowState.HANDED).distinct()
    return list(rows.select_related("body").order_by("number"))


def overtaken(body: Body) -> set[int]:
    """Numbers of batches without any receipt while a later one has one: they may never have arrived."""
    receipts = UpwardReceipt.objects.filter(body=body).order_by()
    last = receipts.aggregate(last=Max("batch__number"))["last"] or 0
    answered = set(receipts.values_list("batch__number", flat=True))
    known = UpwardBatch.objects.filter(body=body, number__lt=last).order_by().values_list("number", flat=True)
    return {one for one in known if one is not None} - answered


def missing_receipts(body: Body) -> list[int]:
    """Running numbers of receipts that did not come while later ones did."""
    return gaps(UpwardReceipt.objects.filter(body=body).order_by().values_list("serial", flat=True))
