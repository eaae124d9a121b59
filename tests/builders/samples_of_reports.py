"""Annual reports as they stand in addresses."""

from tests.builders import exchange
from tests.builders.disclosure import deliver
from tests.builders.reporting import a_draft_report, a_submitted_report, an_adopted_report
from yangguang.directory.models import Body


def _annual_report(body: Body, state: str) -> dict:
    return {"ref": an_adopted_report(body).public_id}


def _annual_report_draft(body: Body, state: str) -> dict:
    return {"ref": a_draft_report(body).public_id}


def _annual_report_submitted(body: Body, state: str) -> dict:
    return {"ref": a_submitted_report(body).public_id}


def _annual_report_figure(body: Body, state: str) -> dict:
    return {**_annual_report(body, state), "table": "penalties", "column": "fine"}


def _public_report(body: Body, state: str) -> dict:
    known = _annual_report(body, state)
    deliver()
    return known


def _public_report_file(body: Body, state: str) -> dict:
    return {**_public_report(body, state), "suffix": "csv"}


def _upward_batch(body: Body, state: str) -> dict:
    return {"ref": exchange.a_row(exchange.a_collector(body), state="handed").batch.public_id}


def _upward_draft(body: Body, state: str) -> dict:
    return {"ref": exchange.a_row(exchange.a_collector(body), state="lacking").batch.public_id}


def _upward_row(body: Body, state: str) -> dict:
    return {"ref": exchange.a_row(exchange.a_collector(body), state="refused").public_id}


SAMPLES_OF_REPORTS = {
    "annual_report": _annual_report, "annual_report_draft": _annual_report_draft,
    "annual_report_submitted": _annual_report_submitted, "annual_report_figure": _annual_report_figure,
    "upward_batch": _upward_batch, "upward_draft": _upward_draft, "upward_row": _upward_row,
    "public_report": _public_report, "public_report_file": _public_report_file,
}  # fmt: skip
