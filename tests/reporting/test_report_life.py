"""The report of a year from draft to public and filed: frozen as signed, late with a reason, corrected by a new version."""

from datetime import date

import pytest
from django.db import transaction

from tests.builders import reporting as build
from tests.builders.cases import on
from tests.builders.directory import a_body, an_account, fresh_code
from tests.builders.disclosure import a_decision, annul
from yangguang.base import ledger, verifying
from yangguang.base.events import SYSTEM
from yangguang.base.models import Delivery, LedgerEntry
from yangguang.cases.events.deciding import DecisionVoided
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.reporting import counting, figures
from yangguang.reporting.models import AnnualReport, CountedFact
from yangguang.reporting.rules.counting import HandValue, Tally
from yangguang.reporting.standings import standings
from yangguang.reporting.use_cases.adopt_report import adopt_report
from yangguang.reporting.use_cases.draft_report import draft_report
from yangguang.reporting.use_cases.enter_figures import enter_figures
from yangguang.reporting.use_cases.submit_report import submit_report

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D18")]


def shown(report, table, column):
    found = next(one for one in report.content["tables"] if one["name"] == table)
    return next(one for one in found["columns"] if one["name"] == column)


def refused(act, **told):
    with pytest.raises(Refused) as caught:
        act(at=Moment.now(), **told)
    return str(caught.value)


def a_year_with_a_decision():
    decision = a_decision(decided_on=date(2025, 6, 3), served_on=date(2025, 6, 5))
    counting.recount([decision.case_id])
    return decision


def test_numbers_rebuilt_from_the_files_equal_the_frozen_ones():
    decision = a_year_with_a_decision()
    report = build.an_adopted_report(decision.body)

    frozen = [Tally(*row) for row in report.counted]
    assert frozen == counting.tallies_from_files(decision.body_id, 2025)
    assert shown(report, "penalties", "total")["value"] == 1
    assert shown(report, "penalties", "money")["value"] == decision.fine_fen
    assert figures.differences(report) == []


def test_a_case_annulled_after_freezing_makes_a_difference_that_is_shown():
    decision = a_year_with_a_decision()
    report = build.an_adopted_report(decision.body)
    before = report.digest
    annul(decision, received_on=date(2026, 11, 2))

    (found,) = figures.differences(report)
    assert (found.label, found.frozen, found.now) == ("处罚决定后来被撤销的", "0", "1")
    report.refresh_from_db()
    assert report.digest == before
    assert shown(report, "supplement", "fallen")["value"] == 0


def test_the_template_is_never_guessed_where_the_province_has_none():
    body = a_body(region_code="419901")
    drafter = build.a_drafter(body)
    assert "还没有设定统计年报的表样" in refused(draft_report, body=body, year=2025, actor=drafter)

    shandong = a_body(named="曲山市人力资源和社会保障局", mark="曲人社", region_code="370881")
    assert (
        draft_report(body=shandong, year=2025, actor=build.a_drafter(shandong), at=Moment.now()).template == "shandong"
    )


def test_a_year_that_is_not_over_has_no_report():
    body = build.with_template(a_body())
    assert "还没有结束" in refused(draft_report, body=body, year=clock.today().year, actor=build.a_drafter(body))


def test_what_nobody_filled_in_keeps_the_report_from_the_head():
    report = build.a_draft_report()
    actor = build.a_drafter(report.body)
    assert "没有填报" in refused(submit_report, report=report, opinion="", actor=actor)
    enter_figures(report=report, figures={"licensing.applied": HandValue(not_held=True)}, actor=actor, at=Moment.now())
    row = report.hand_figures.get()
    assert (row.value, row.not_held, row.entered_by_name) == (None, True, actor.name)


def test_what_is_counted_from_the_files_cannot_be_typed():
    report = build.a_draft_report()
    told = {"penalties.fine": HandValue(7)}
    assert "不能手工填报" in refused(enter_figures, report=report, figures=told, actor=build.a_drafter(report.body))


def test_a_hand_figure_is_marked_as_such_in_what_is_frozen():
    report = build.a_submitted_report()
    assert shown(report, "licensing", "granted")["how"] == "手工填报"
    assert shown(report, "penalties", "fine")["how"] == "由案卷统计"


def test_only_the_own_head_adopts_and_only_with_a_fresh_code():
    report = build.a_submitted_report()
    stranger = an_account(role="agency_head", body=a_body(named="邻县局", mark="邻"), second_factor=True)
    told = {"report": report, "opinion": "同意", "late_reason": "补报"}
    assert "本机关负责人" in refused(adopt_report, code=fresh_code(stranger), actor=stranger, **told)
    assert "验证码" in refused(adopt_report, code="", actor=build.a_head(report.body), **told)
    report.refresh_from_db()
    assert not report.is_adopted


def test_a_late_report_needs_its_reason_and_one_in_time_does_not():
    with on(date(2026, 1, 30)):
        early = build.adopted(build.a_submitted_report(a_body(named="早公开局", mark="早")), late_reason="")
        assert early.late_reason == ""
    late = build.a_submitted_report(a_body(named="晚公开局", mark="晚"))
    with pytest.raises(Refused) as caught:
        build.adopted(late, late_reason="")
    assert caught.value.field == "late_reason"
    assert build.adopted(late).late_reason == "平台切换"


def test_what_changed_in_the_files_since_it_was_frozen_has_to_be_counted_again():
    decision = a_year_with_a_decision()
    report = build.a_submitted_report(decision.body)
    annul(decision, received_on=date(2026, 11, 2))
    with pytest.raises(Refused, match="案卷有了变化"):
        build.adopted(report)
    assert build.adopted(build.a_submitted_again(build.returned(report))).is_adopted


def test_nothing_is_frozen_or_adopted_while_a_case_waits_to_be_counted():
    decision = a_year_with_a_decision()
    body, drafter = decision.body, build.a_drafter(decision.body)
    report = build.filled(build.a_draft_report(body))
    waiting = a_change_on_its_way(decision.case)
    with pytest.raises(Refused) as caught:
        submit_report(report=report, opinion="", actor=drafter, at=Moment.now())
    assert caught.value.reason == "统计还没有跟上案卷：1件案件的变化还没有计入。"
    assert caught.value.remedy.startswith("计数在后台进行，请等几分钟再办理")
    build.counted()
    waiting.refresh_from_db()
    assert waiting.done_at
    report = submit_report(report=report, opinion="", actor=drafter, at=Moment.now())
    a_change_on_its_way(decision.case)
    head = build.a_head(body)
    given = {"report": report, "opinion": "同意", "late_reason": "补报", "actor": head}
    assert "还没有计入" in refused(adopt_report, code=fresh_code(head), **given)
    assert build.adopted(report).is_adopted


def test_case_from_before_there_were_counts_keeps_its_report_back_and_that_of_another_body_does_not():
    decision = a_year_with_a_decision()
    CountedFact.objects.filter(case=decision.case).delete()
    report = build.filled(build.a_draft_report(decision.body))
    assert "1件案件" in refused(submit_report, report=report, opinion="", actor=build.a_drafter(decision.body))
    assert build.a_submitted_report(a_body(named="另一局", mark="另")).digest


def a_change_on_its_way(case):
    """A change of the case, recorded and not delivered yet."""
    event = DecisionVoided(case.public_id, "示人社监罚字〔2025〕第1号", "重复制作", date(2025, 6, 4))
    with transaction.atomic():
        entry = ledger.record(event, subject=case.subject, actor=SYSTEM, at=Moment.now())
    return Delivery.objects.get(entry=entry, listener="reporting.count")


def test_a_content_that_was_tampered_with_is_not_adopted_and_is_found_afterwards():
    report = build.a_submitted_report()
    AnnualReport.objects.filter(pk=report.pk).update(content=report.content | {"year": 2024})
    with pytest.raises(Refused, match="与送审时不一致"):
        build.adopted(report)

    good = build.an_adopted_report(a_body(named="另一局", mark="另"))
    assert faults() == []
    AnnualReport.objects.filter(pk=good.pk).update(content=good.content | {"overview": ["改过"]})
    assert any("指纹" in fault for fault in faults())


def faults():
    return [fault for _, _, found in verifying.run({"annual_reports"}) for fault in found]


def test_a_correction_is_a_new_version_with_its_reason_and_the_first_stays():
    first = build.an_adopted_report()
    drafter = build.a_drafter(first.body)
    assert "更正理由" in refused(draft_report, body=first.body, year=2025, actor=drafter)
    second = build.an_adopted_report(first.body, correction_reason="漏填行政检查次数")
    assert (second.version, second.late_reason) == (2, "")
    assert AnnualReport.objects.get(pk=first.pk).content == first.content


def test_filing_upward_is_recorded_once_for_each_and_only_when_public():
    draft = build.a_draft_report(a_body(named="草案局", mark="草"))
    with pytest.raises(Refused, match="审定公开以后"):
        build.filed(draft)
    report = build.an_adopted_report()
    build.filed(report)
    with pytest.raises(Refused, match="已经登记过"):
        build.filed(report)
    build.filed(report, "superior", office_name="示范市人力资源和社会保障局")
    assert report.filings.count() == 2


def test_every_step_leaves_its_line_in_the_ledger():
    report = build.an_adopted_report()
    build.filed(report)
    events = list(
        LedgerEntry.objects.filter(subject_kind="annual_report").order_by("sequence").values_list("event", flat=True)
    )
    assert events == [
        "ReportDrafted",
        "FiguresEntered",
        "ReportWorded",
        "ReportSubmitted",
        "ReportAdopted",
        "ReportFiled",
    ]
    adopted = LedgerEntry.objects.get(event="ReportAdopted")
    assert adopted.facts["digest"] == report.digest
    assert adopted.clauses == ["TSO-2018:annual_report"]


def test_the_supervisor_sees_who_was_late_and_why_and_no_draft(django_assert_max_num_queries):
    county = a_body(named="示范县人民政府", mark="示政")
    bureau = a_body(named="示范县司法局", mark="示司", under=county, supervises=True)
    bodies = [a_body(named=f"第{n}局", mark=f"第{n}", under=county) for n in range(3)]
    build.an_adopted_report(bodies[0])
    build.a_draft_report(bodies[1])
    supervisor = an_account(role="supervisor", body=bureau)
    with django_assert_max_num_queries(12):
        rows = {row.body.name: row for row in standings(supervisor, 2025)}
    assert rows["第0局"].late_reason == "平台切换"
    assert rows["第1局"].report is None
    assert "逾期" in rows["第2局"].face.words
