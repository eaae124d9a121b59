"""What `yangguang demo` calls: the county first, then everything that happened in it."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import outbox
from yangguang.base.events import SYSTEM
from yangguang.base.press.blocks import facts
from yangguang.base.press.pdf import render_pdf
from yangguang.base.press.sheet import Sheet
from yangguang.cases.api import verbs
from yangguang.desk.demo import journal
from yangguang.desk.demo.annual_reports import report_of_last_year
from yangguang.desk.demo.county import County, make_county, yearly_checks
from yangguang.desk.demo.evaluations import round_finished, round_in_hand
from yangguang.desk.demo.flowcharts import flowcharts_published
from yangguang.desk.demo.labour_lines import labour_stories
from yangguang.desk.demo.objections import objected
from yangguang.desk.demo.on_the_spot import on_the_spot_stories
from yangguang.desk.demo.penalties import employers, penalty_stories
from yangguang.desk.demo.upward import handed_up
from yangguang.desk.demo.voices import heard
from yangguang.desk.demo.windows import windows_posted
from yangguang.kernel import clock
from yangguang.kernel.chance import Source
from yangguang.kernel.moment import Moment


def make(source: Source) -> None:
    """Fill the empty site, then let the public read what was released; papers are rendered by the jobs.

    On an empty site nobody waits for anything: it is all one transaction, instead of two for every delivery.
    """
    with transaction.atomic(), transaction.atomic(using="public"):
        page = _signed_page()
        county = _live(source, page)
        outbox.deliver_all(to="disclosure.")
        objected(county)
        flowcharts_published(county)
        heard(county, page)
        windows_posted(county)
        outbox.deliver_all(to="disclosure.")
        for name in ("publish", "filed", "public_log"):  # what else counts is counted by the jobs
            outbox.deliver_all(to=f"reporting.{name}")
        outbox.deliver_all(to="voice.")
        handed_up(county)


def _live(source: Source, page: bytes) -> County:
    county = make_county()
    companies = employers(source)
    stories = [
        yearly_checks(county),
        *penalty_stories(county, companies, page),
        *labour_stories(county, source, page, companies),
        *on_the_spot_stories(county, page),
        report_of_last_year(county),
        round_finished(county),
        round_in_hand(county),
    ]
    yesterday = journal.workdays_ago(1, today=clock.today())
    journal.tell(stories, until=clock.beijing(yesterday, 18))
    verbs.keep_all_dated(actor=SYSTEM, at=Moment.now())  # as the job of the hour does
    return county


def _signed_page() -> bytes:
    """One page that stands for every signed scan of the county."""
    told = facts([("说明", "本页代替签名的扫描件，为演示数据。"), ("签名", "（演示）当事人、执法人员签名")])
    return render_pdf(Sheet(title="签名页（演示）", blocks=(told,), dated_on=clock.today()))
