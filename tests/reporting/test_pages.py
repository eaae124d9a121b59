"""The desk's pages of annual reports: drafting to filing by forms, the cases behind a figure, the supervisor's summary."""

from datetime import date

import pytest

from tests.browser import look, sign_in
from tests.builders import reporting as build
from tests.builders.directory import a_body, an_account, fresh_code
from tests.builders.disclosure import a_decision
from yangguang.base.sheets import Column, Kind, read_rows
from yangguang.kernel.money import in_figures
from yangguang.reporting import counting
from yangguang.reporting.models import AnnualReport, ReportFiling
from yangguang.reporting.queries import template_of

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D18")]
DESK = "/desk/annual-reports/"


@pytest.fixture
def county():
    return a_body(named="示范县人民政府", mark="示政")


@pytest.fixture
def decision(county):
    body = a_body(named="示范县人力资源和社会保障局", under=county)
    made = a_decision(body, decided_on=date(2025, 6, 3), served_on=date(2025, 6, 5))
    counting.recount([made.case_id])
    return made


def test_a_report_goes_from_draft_to_filed_by_its_forms(client, decision):
    body = build.with_template(decision.body)
    client.force_login(build.a_drafter(body))
    client.post(f"{DESK}draft", {"year": 2025})
    report = AnnualReport.objects.get()
    at = f"{DESK}{report.public_id}"
    typed = {
        f"{table.name}__{one.name}": "3.5" if one.is_money else "无" for table, one in template_of(report).manual()
    }
    client.post(f"{at}/figures", typed)
    client.post(f"{at}/overview", {"overview": "本年度依法履职。"})
    assert "还没有填报" not in client.get(at).content.decode()
    client.post(f"{at}/submit", {"opinion": ""})

    head = build.a_head(body)
    client.force_login(head)
    late = client.post(f"{at}/adopt", {"opinion": "同意", "late_reason": "", "code": fresh_code(head)})
    assert "请填写逾期公开的原因" in late.content.decode()
    client.post(f"{at}/adopt", {"opinion": "同意", "late_reason": "平台切换", "code": fresh_code(head)})
    client.force_login(build.a_drafter(body))
    client.post(
        f"{at}/filing", {"to": "government", "office_name": "县政府", "number": "1号", "filed_on": "2026-11-18"}
    )

    report.refresh_from_db()
    assert report.is_adopted
    assert report.hand_figures.get(column="other_acts.levy_money").value == 35_000_00
    assert ReportFiling.objects.get().number == "1号"
    assert "县政府" in client.get(at).content.decode()


@pytest.mark.parametrize("wrong", ["-1", "1.5", "很多", "１"])
def test_a_figure_that_is_no_number_is_told_at_its_field(client, wrong):
    report = build.a_draft_report()
    client.force_login(build.a_drafter(report.body))
    answer = client.post(f"{DESK}{report.public_id}/figures", {"licensing__applied": wrong})
    assert "请填不小于0的整数" in answer.content.decode()
    assert not report.hand_figures.exists()


def test_every_figure_opens_the_cases_behind_it_for_those_who_may_see_them(client, decision):
    report = build.an_adopted_report(decision.body)
    client.force_login(an_account(role="unit_head", body=decision.body))
    kind = next(one for one in report.content["tables"][0]["columns"] if one["value"])["name"]
    at = f"{DESK}{report.public_id}/cases/penalties/{kind}"
    assert at in client.get(f"{DESK}{report.public_id}").content.decode()
    assert decision.case.number[:6] in client.get(at).content.decode()

    client.force_login(an_account(role="archivist", body=decision.body))
    hidden = client.get(at).content.decode()
    assert decision.case.title not in hidden
    assert "1 件不在您可以看到的案件范围内" in hidden
    assert client.get(f"{DESK}{report.public_id}/cases/licensing/applied").status_code == 404


def test_cases_behind_a_sum_tell_what_it_comes_to_in_yuan(client, decision):
    report = build.an_adopted_report(decision.body)
    client.force_login(build.a_drafter(decision.body))
    page = client.get(f"{DESK}{report.public_id}/cases/penalties/money").content.decode()
    assert f'共 1 件计入，合计<span class="whole">{in_figures(decision.fine_fen)} 元</span>' in page
    assert "共 1 宗计入" in client.get(f"{DESK}{report.public_id}/cases/penalties/total").content.decode()


def test_report_of_a_year_long_past_is_corrected_with_a_reason(client, decision):
    first = build.an_adopted_report(decision.body, year=2019)
    client.force_login(build.a_drafter(decision.body))
    page = client.get(f"{DESK}{first.public_id}").content.decode()
    assert f"{DESK}draft?year=2019" in page
    assert '<option value="2019" selected>' in client.get(f"{DESK}draft?year=2019").content.decode()
    assert "更正理由" in client.post(f"{DESK}draft", {"year": 2019}).content.decode()
    client.post(f"{DESK}draft", {"year": 2019, "correction_reason": "漏填行政检查次数"})
    second = AnnualReport.objects.get(year=2019, version=2)
    assert (second.state, second.correction_reason) == ("draft", "漏填行政检查次数")
    assert '<option value="2018"' not in client.get(f"{DESK}draft?year=2018").content.decode()


def test_no_body_reads_the_draft_of_another_and_the_supervisor_only_what_was_adopted(client, county, decision):
    bureau = a_body(named="示范县司法局", mark="示司", under=county, supervises=True)
    draft = build.a_draft_report(decision.body)
    for account in (an_account(role="unit_head", body=bureau), an_account(role="supervisor", body=bureau)):
        client.force_login(account)
        assert client.get(f"{DESK}{draft.public_id}").status_code == 404
    build.adopted(build.a_submitted_again(build.filled(draft)))
    assert client.get(f"{DESK}{draft.public_id}").status_code == 200


def test_the_supervisor_has_every_body_beneath_in_one_sheet(client, county, decision, django_assert_max_num_queries):
    bureau = a_body(named="示范县司法局", mark="示司", under=county, supervises=True)
    for number in range(5):
        a_body(named=f"第{number}局", mark=f"第{number}", under=county)
    client.force_login(an_account(role="supervisor", body=bureau))
    assert decision.body.name in client.get(f"{DESK}summary?year=2025").content.decode()
    with django_assert_max_num_queries(16):
        sheet = client.get(f"{DESK}summary?year=2025&format=xlsx")
    columns = [
        Column("body", "机关", required=True),
        Column("total", "合计（宗）", Kind.INTEGER),
        Column("money", "罚没金额（元）", Kind.MONEY),
    ]
    rows = {row["body"]: row for _, row in read_rows(sheet.content, columns)}
    assert rows[decision.body.name] == {"body": decision.body.name, "total": 1, "money": decision.fine_fen}
    assert rows["第0局"]["total"] == 0


def test_what_is_due_stands_on_the_page_of_the_day(client, county, decision):
    bureau = a_body(named="示范县司法局", mark="示司", under=county, supervises=True)
    for account, words in (
        (build.a_drafter(decision.body), "公开2025年度行政执法统计年报"),
        (an_account(role="supervisor", body=bureau), "督促逾期的统计年报"),
    ):
        client.force_login(account)
        assert words in client.get("/desk/").content.decode()
    waiting = build.a_submitted_report(decision.body)
    client.force_login(build.a_head(decision.body))
    assert "审定2025年度行政执法统计年报" in client.get("/desk/").content.decode()
    build.adopted(waiting)
    client.force_login(build.a_drafter(decision.body))
    assert "公开2025年度行政执法统计年报" not in client.get("/desk/").content.decode()


def test_pages_ask_little(client, decision, django_assert_max_num_queries):
    report = build.an_adopted_report(decision.body)
    client.force_login(build.a_drafter(decision.body))
    for path in ("", report.public_id, f"{report.public_id}/cases/penalties/total"):
        client.get(f"{DESK}{path}")
        with django_assert_max_num_queries(34):
            client.get(f"{DESK}{path}")


@pytest.mark.browser
@pytest.mark.django_db(transaction=True, databases=["default", "public"])
def test_pages_are_accessible_at_every_width(live_server, county, decision, open_tab):
    bureau = a_body(named="示范县司法局", mark="示司", under=county, supervises=True)
    supervisor, drafter = an_account(role="supervisor", body=bureau), build.a_drafter(decision.body)
    first = build.an_adopted_report(decision.body)
    draft = build.a_draft_report(decision.body, correction_reason="漏填")
    seen = {
        "draft": (drafter, draft.public_id), "figures": (drafter, f"{draft.public_id}/figures"),
        "report": (drafter, first.public_id), "behind": (drafter, f"{first.public_id}/cases/penalties/total"),
        "list": (supervisor, ""), "summary": (supervisor, "summary?year=2025"), "begin": (drafter, "draft"),
    }  # fmt: skip
    for name, (account, path) in seen.items():
        tab = open_tab()
        sign_in(tab, account, live_server.url)
        tab.goto(f"{live_server.url}{DESK}{path}", wait_until="load")
        look(tab, f"annual-{name}")
