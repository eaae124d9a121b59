"""A whole round on the screen: planned, approved, drawn, given out, scored with the keyboard, fed back, final."""

import pytest
from playwright.sync_api import expect

from tests.browser import look, sign_in
from tests.builders import evaluations as build
from tests.builders.cases import on
from yangguang.base import drafts, outbox
from yangguang.supervision.models import CaseFileEvaluation, EvaluatedFile, FileState

pytestmark = [
    pytest.mark.browser, pytest.mark.duty("R13"), pytest.mark.django_db(transaction=True, databases=["default", "public"]),
]  # fmt: skip


class Walk:
    """Somebody's tab on the desk, on a day."""

    def __init__(self, tab, url):
        self.tab, self.url = tab, url

    def as_(self, account, address="evaluations/"):
        """Sign in and open a page."""
        sign_in(self.tab, account, self.url)
        self.tab.goto(f"{self.url}/desk/{address}")
        return self.tab

    def does(self, account, address, link, button, **typed):
        """Follow a link of 下一步, fill in, send."""
        tab = self.as_(account, address)
        tab.get_by_role("link", name=link, exact=True).click()
        for name, value in typed.items():
            field = tab.locator(f"#id_{name}")
            field.select_option(index=value) if isinstance(value, int) else field.fill(value)
        tab.get_by_role("button", name=button, exact=True).click()
        assert tab.locator("[data-error-list]").count() == 0, tab.locator("main").inner_text()


def test_round_is_walked_by_its_people_and_looks_well_at_every_width(live_server, open_tab):
    body = build.an_agency_with_files(2)
    leader, head, evaluator = build.leader(body), build.head(body), build.evaluator(body)
    walk = Walk(open_tab("desktop"), live_server.url)
    build.a_standard(body)
    with on(build.PLANNED, 10):
        walk.does(leader, "evaluations/", "拟订评查方案", "送批", standard=1, size="1", period_until="2026-11-17")
        found = CaseFileEvaluation.objects.get()
        at = f"evaluations/{found.public_id}"
        walk.does(head, at, "批准评查方案", "批准评查方案")
    with on(build.DRAWN):
        walk.does(leader, at, "抽取案卷", "抽取案卷", witness=1)
        look(walk.as_(leader, f"{at}/sample"), "evaluation-sample")
        file = EvaluatedFile.objects.get()
        tab = walk.as_(leader, at)
        tab.get_by_role("link", name="分派评查人", exact=True).click()
        tab.locator(f"#id_of_{file.public_id}").select_option(label=f"{evaluator.name}（{body.name}）")
        tab.get_by_role("button", name="分派评查人", exact=True).click()
        outbox.deliver_all(to="supervision.check")
        found.refresh_from_db()
        assert found.state == "scoring"
    with on(build.SCORED):
        _scored_by_keyboard(walk, evaluator, file)
    with on(build.TOLD):
        look(walk.as_(leader, at), "evaluation-round")
        walk.does(leader, at, "反馈结果", "反馈结果")
    with on(build.FINAL):
        walk.does(leader, at, "提请定档", "提请定档", summary="总体较好，说理不足。")
        walk.does(head, at, "定档", "定档")
        walk.does(head, at, "公布结果", "公布结果")
        look(walk.as_(head, f"{at}/report"), "evaluation-report")
        look(walk.as_(head, f"evaluated-files/{file.public_id}"), "evaluation-file")
        look(walk.as_(leader), "evaluations")
        look(walk.as_(leader, f"evaluation-standards/{found.standard.public_id}"), "evaluation-standard")
        look(walk.as_(leader, "record-uses/"), "record-uses")
    file.refresh_from_db()
    assert (file.state, file.score) == (FileState.FINAL, 995)


def _scored_by_keyboard(walk, evaluator, file):
    """Veto items with the arrow keys, points in a field; what is typed is kept before it is sent."""
    tab = walk.as_(evaluator)
    tab.get_by_role("link", name="2026年度行政处罚案卷评查　第1卷").click()
    look(tab, "evaluation-score")
    tab.set_viewport_size({"width": 1440, "height": 900})
    for number in range(1, 12):
        tab.locator(f"#id_veto_V{number}_0").focus()
        tab.keyboard.press("Space")
    tab.get_by_label("1.5 调查终结报告写明事实、证据、依据和处理建议扣分").fill("0.5")
    tab.keyboard.press("Tab")
    tab.keyboard.type("第15页")
    tab.keyboard.press("Tab")
    tab.keyboard.type("没有写处理建议的理由")
    expect(tab.locator("[data-save-state]")).to_contain_text("已暂存")
    kept = drafts.find(account_ref=evaluator.actor_ref, key=f"evaluation-sheet:{file.public_id}:0")
    assert kept.content["fact_1.5"] == "没有写处理建议的理由"
    tab.get_by_role("button", name="提交评查表").click()
    tab.get_by_role("dialog").get_by_role("button", name="提交评查表").click()
    tab.wait_for_url("**/evaluated-files/*")
    assert "99.5" in tab.locator("main").inner_text()
