"""From `yangguang found` to a complaint that is accepted and investigated: a whole office, set up through the screens alone."""

import argparse
import json
from datetime import date
from io import BytesIO

import pytest
import xlsxwriter
from playwright.sync_api import expect
from python_calamine import CalamineWorkbook

from tests.journeys import scenes
from tests.journeys.scenes import HANDLER, HEAD, REVIEWER, UNIT_HEAD, Wrong
from tests.journeys.settling import TEMPORARY, Newcomers
from yangguang.base import outbox, verifying
from yangguang.base.commands import init
from yangguang.base.models import Approval
from yangguang.cases.api import Case, Lead
from yangguang.directory.commands import found
from yangguang.kernel import clock

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]
GOVERNMENT, JUSTICE = "某县人民政府", "某县司法局"
BUREAU, BRIGADE = "某县人力资源和社会保障局", "某县劳动保障监察大队"
SYSTEM, SECURITY, AUDIT = "系统管理员", "安全管理员", "审计管理员"
SUPERVISOR, CLERK, SECOND = "孙立群", "窦敏", "周文博"
FIELD, COUNTY = "劳动保障监察", "某县"
PEOPLE = (
    (SUPERVISOR, "sunlq", JUSTICE, "supervisor"), (HEAD, "gaojh", BUREAU, "agency_head"),
    (REVIEWER, "linj", BUREAU, "legal_reviewer"),
    (UNIT_HEAD, "zhaowb", BUREAU, "unit_head"), (HANDLER, "chenl", BUREAU, "case_handler"),
    (SECOND, "zhouwb", BUREAU, "case_handler"), (CLERK, "doum", BUREAU, "window_clerk"),
)  # fmt: skip
FACTS = {
    "nature": "行政机关", "funding": "财政全额拨款", "staffing": "行政编制，核定20名", "duties": "依法履行职责。",
    "legal_representative": "某某", "address": "某县政务路1号", "complaint_phone": "0000-1100001",
    "office_hours": "工作日 8:30—17:30", "region_code": "990102", "region_name": COUNTY,
}  # fmt: skip
VALUES = {
    "lead_triage_workdays": "7", "next_step_workdays": "10", "opening_criteria": "某县劳动保障监察立案标准",
    "reconsideration_body": GOVERNMENT, "court": "某县人民法院",
}  # fmt: skip
WRONG = Wrong(
    employer="某县晨曦电子有限公司", code=scenes.employer(79), title="违法延长劳动者工作时间", matter="LDJC-01",
    violation="LD-01", workers=12, account="2026年6月至8月每月加班超过36小时。", requests="请求查处超时加班。",
    fact="2026年6月至8月，当事人安排12名劳动者每月加班超过36小时。", basis=("LSR-2004:25#warning",), suggestion="建议警告。",
)  # fmt: skip
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def people(transactional_db, settings, tmp_path, monkeypatch, live_server, open_tab, capsys):
    """The site as `found` leaves it, with the three passwords it printed."""
    settings.PAGES_DIR = tmp_path / "pages"
    walking = Newcomers(live_server, open_tab, day=date(2026, 9, 1))
    monkeypatch.setattr(init, "prepare", lambda **_: None)  # the test database is prepared already
    told = argparse.Namespace(json=True, government=GOVERNMENT, authority=JUSTICE, region=COUNTY, region_code="990102")
    with clock.use(lambda: walking.now):
        assert found.run(told) == 0
        printed = json.loads(capsys.readouterr().out)["accounts"]
        for name, username in ((SYSTEM, "xitong"), (SECURITY, "anquan"), (AUDIT, "shenji")):
            walking.expect_person(name, username, printed[username])
        yield walking
        assert [fault for _, _, faults in verifying.run() for fault in faults] == []


@pytest.mark.daily
def test_empty_site_becomes_an_office_that_accepts_and_investigates_a_complaint(people):
    found_bodies(people)
    accounts(people, PEOPLE[:1])
    roles(people, PEOPLE[:1])
    bodies(people)
    accounts(people, PEOPLE[1:])
    roles(people, PEOPLE[1:])
    nobody_is_both(people)
    officers(people)
    entrustment(people)
    values(people)
    lists(people)
    complaint(people)
    audited(people)


def found_bodies(walk):
    """What `found` left open is filled in."""
    for name in (GOVERNMENT, JUSTICE):
        send_from_today(walk, SYSTEM, f"补全{name}的登记", "去补全", **FACTS)


def bodies(walk):
    """The bureau and its brigade are put forward, the judicial bureau agrees, units are added."""
    for name, mark, category, parent, units in (
        (BUREAU, "某人社", "statutory", GOVERNMENT, ("办公室", "政策法规科", "监察科")),
        (BRIGADE, "某劳监", "entrusted", BUREAU, ("执法一中队",)),
    ):
        tab = walk.open(SYSTEM, "执法主体", "登记执法主体")
        told = {"name": name, "mark": mark, "category": category, "parent": walk.choose(tab, "parent", parent)}
        walk.send(tab, **told, fields_of_law=FIELD, reason="某编〔2026〕1号", **FACTS)
        expect(tab.locator("main")).to_contain_text("审核通过以前")
        tab = send_from_today(walk, SUPERVISOR, name, "去办理", agrees="yes")
        expect(tab.locator("main")).to_contain_text("通过")
        tab = walk.open(SYSTEM, "执法主体", name)
        for unit in units:
            walk.follow(tab, "增设")
            walk.send(tab, name=unit, reviews=unit == "政策法规科")
    expect(tab.locator("main")).to_contain_text("执法一中队")


def send_from_today(walk, name, words, link, **typed):
    """Somebody opens a line of the day's list and sends the form it leads to."""
    tab = walk.open(name, "今日")
    row = tab.locator("main tr").filter(has_text=words).last
    with tab.expect_navigation():
        row.get_by_role("link", name=link).click()
    return walk.send(tab, **typed)


def accounts(walk, people):
    """The system administrator opens an account for each, with a password for the first sign-in."""
    for name, username, body, _ in people:
        tab = walk.open(SYSTEM, "账号与角色", "开立账号")
        walk.send(tab, body=walk.choose(tab, "body", body), name=name, username=username, password=TEMPORARY)
        walk.expect_person(name, username, TEMPORARY)
    assert not tab.get_by_role("link", name="授予角色").count()  # not the system administrator's to grant
    expect(tab.locator("main")).to_contain_text("请安全管理员授予")


def roles(walk, people):
    """The security administrator finds who has no role on the day's list, and appoints."""
    for name, _, _, role in people:
        tab = walk.open(SECURITY, "今日")
        row = tab.locator("main tr").filter(has_text=f"为{name}授予角色").last
        with tab.expect_navigation():
            row.get_by_role("link", name="去任职").click()
        walk.follow(tab, "授予角色")
        walk.send(
            tab, role=role, starts_on=f"{walk.day}", basis="某组任〔2026〕1号", is_principal=role == "agency_head"
        )


def nobody_is_both(walk):
    """Roles that exclude each other are refused."""
    tab = walk.open(SECURITY, "账号与角色", SYSTEM, "授予角色")
    walk.refused(tab, "管理员不能兼任业务角色", role="publisher", starts_on=f"{walk.day}", basis="某组任〔2026〕2号")


def officers(walk):
    """The supervising authority enrols who enforces and issues the certificates; the own people are offered with their accounts."""
    for number, name in enumerate((HANDLER, SECOND), start=1):
        tab = walk.open(SUPERVISOR, "人员与证件", "登记执法人员")
        named = {"body": walk.choose(tab, "body", BUREAU), "unit": walk.choose(tab, "unit", "监察科")}
        walk.send(tab, name=name, post="监察员", **named)
        expect(tab.locator("main")).to_contain_text("今天不得执法")
        walk.follow(tab, "核发证件")
        walk.send(
            tab, kind="enforcement", number=f"99010200{number:03d}", valid_until="2031-08-31", issued_by=GOVERNMENT,
            qualified_by="examination", qualification_number=f"考合{number}",
        )  # fmt: skip
        expect(tab.locator("main")).to_contain_text("证件有效，今天可以执法")
        walk.follow(tab, "变更登记")  # the account was left out: nobody could name the officer for a case
        walk.send(tab, account=walk.choose(tab, "account", name))


def entrustment(walk):
    """The head entrusts, the bureau files, the head records where both sides published, and the qualification of the reviewer."""
    tab = walk.open(HEAD, "执法主体", BUREAU, "设立委托")
    walk.send(
        tab, entrusted=walk.choose(tab, "entrusted", BRIGADE), agreement_number="某人社委〔2026〕1号", matters=FIELD,
        signed_on=f"{walk.day}", powers="检查、调查取证。", starts_on=f"{walk.day}", ends_on="2029-08-31",
    )  # fmt: skip
    bureau = walk.open(SUPERVISOR, "今日")
    with bureau.expect_navigation():
        bureau.locator("main tr").filter(has_text="某人社委〔2026〕1号").last.get_by_role("link", name="去办理").click()
    walk.follow(bureau, "登记备案")
    walk.send(bureau, filing_number="某司备〔2026〕1号")
    tab.reload()
    for side in (BUREAU, BRIGADE):
        walk.follow(tab, "登记公布")
        walk.send(tab, by=walk.choose(tab, "by", side), published_where="门户网站行政执法公示专栏")
    expect(tab.locator(".page-head")).to_contain_text("有效")
    tab = walk.open(HEAD, "人员与证件", "法制审核人员", "登记资格")
    walk.send(tab, qualification_number="A20189901020001")
    expect(tab.locator("main")).to_contain_text("可以")


def values(walk):
    """The system administrator is told what is not set, and sets it with its source; the calendar is there already."""
    tab = walk.open(SYSTEM, "今日")
    expect(tab.locator("main")).to_contain_text(f"设定{BUREAU}的本地参数")
    walk.follow(tab, "去设定")
    walk.refused(tab, "请填大于零的整数", name="review_period_workdays", value="七", source="某省办法")
    for name, value in VALUES.items():
        walk.send(tab, name=name, value=value, source="某省规定")
    expect(tab.locator("main")).to_contain_text("还有 26 项没有设定")
    tab = walk.open(SYSTEM, "工作日历")
    expect(tab.locator("main")).to_contain_text("2026年10月1日")


def lists(walk):
    """A drafter fills three lists, one of them by sheet with its faults named, and the head adopts them one after the other."""
    for title in ("行政处罚裁量基准清单", "行政执法事项清单", "重大执法决定法制审核目录清单"):
        tab = walk.open(REVIEWER, "清单", title, "起草新版")
        walk.send(tab, version="2026年版")
        walk.follow(tab, "装入随产品提供的内容")
        walk.send(tab)
        if title == "行政执法事项清单":
            by_sheet(walk, tab)
        walk.follow(tab, "送审")
        walk.send(tab)
        tab = walk.open(HEAD, "清单", "打开", "审定")
        walk.send(tab, opinion="同意。")
        expect(tab.locator("main")).to_contain_text("施行中")


def by_sheet(walk, tab):
    """Out as a sheet, in again with a fault in its row, and once more without."""
    draft = tab.url
    content = tab.request.get(walk.url + tab.get_by_role("link", name="下载表格").get_attribute("href")).body()
    walk.follow(tab, "导入表格")
    walk.send(tab, file=sheet(content, fault="无此性质"))
    expect(tab.locator("main")).to_contain_text("性质应当填写“官方”或者“演示”")
    expect(tab.locator("main table")).to_contain_text("第 4 行")
    walk.send(tab, file=sheet(content))
    expect(tab.locator("main")).to_contain_text("可以导入")
    walk.press(tab, tab.get_by_role("button", name="导入", exact=True))
    tab.goto(draft)


def sheet(content, *, fault=""):
    """A sheet as it came, or with one cell of its first row made wrong."""
    rows = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()
    if fault:
        rows[3][-1] = fault
    written = BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        page = book.add_worksheet()
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return {"name": "清单.xlsx", "mimeType": XLSX, "buffer": written.getvalue()}


def complaint(walk):
    """From the window to the opened case, and the first thing that is found out."""
    walk.later(1)
    officers = walk.officer_refs(HANDLER, SECOND)
    walk.act(
        CLERK, "/desk/leads/register/", "register", source="complaint", received_way="window",
        informant_name=scenes.INFORMANT, informant_phone="10012345678", employer_name=WRONG.employer,
        employer_code=WRONG.code, employer_address="某县创业路18号", employer_contact="卢志远", requests=WRONG.requests,
        account=WRONG.account, workers_count="12", violation_began_on="2026-05-01", violation_ended_on="2026-08-20",
    )  # fmt: skip
    lead = Lead.objects.get()
    walk.act(CLERK, f"/desk/leads/{lead.public_id}/acts/pass_on_lead/", to=[str(walk.account(HANDLER).public_id)])
    walk.later()
    walk.act(
        HANDLER, f"/desk/leads/{lead.public_id}/acts/propose_opening/", title=WRONG.title, matter_code=WRONG.matter,
        violation_code=WRONG.violation, officers=officers, party_kind="organisation", criteria_met=True, opinion="建议受理立案。",
    )  # fmt: skip
    walk.later()
    walk.sign(UNIT_HEAD, Approval.objects.latest("pk"))
    lead.refresh_from_db()
    case = Case.objects.get()
    assert (lead.status, case.number) == ("accepted", "某人社监案〔2026〕1号")
    scenes.inquired(walk, case, WRONG)
    outbox.deliver_all()


def audited(walk):
    """The audit administrator reads what everybody did; what is not theirs is refused with a word on whose it is."""
    tab = walk.open(AUDIT, "账目")
    for words in (BUREAU, HANDLER):
        expect(tab.locator("main")).to_contain_text(words)
    refused = tab.request.get(f"{walk.url}/desk/accounts/open")
    assert refused.status == 403
    assert "“开立账号”由这些岗位办理：<strong>系统管理员</strong>" in refused.text()
    citizen = walk.person_outside()
    citizen.goto(f"{walk.url}/bodies/")
    citizen.get_by_role("link", name=BUREAU).click()
    for words in ("工作日 8:30—17:30", BRIGADE, "权限：检查、调查取证。"):
        expect(citizen.locator("main")).to_contain_text(words)
