"""履行 on screen: the panel on the case page, the page with the computation day by day, the forms of its acts."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.builders import cases as build
from tests.builders import fulfilment as fine
from tests.cases.test_remedies import contested, ended
from yangguang.cases.models import Case, CaseStatus, Deferral
from yangguang.kernel import clock
from yangguang.records.api import documents_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 12, 12)


def seen(client, account, name, *args, day=TODAY):
    with clock.frozen(clock.beijing(day, 15)):
        client.force_login(account)
        return client.get(reverse(name, args=args)).content.decode()


def posted(client, decision, act, day, *, by="handler", **content):
    account = build.handler_of(decision.case) if by == "handler" else fine.head_of(decision)
    address = reverse("cases:fulfilment_act", args=[decision.case.public_id, decision.public_id, act])
    with clock.frozen(clock.beijing(day, 15)):
        client.force_login(account)
        return client.post(address, {"occurred_at": f"{day}T15:00"} | content)


@pytest.mark.clause("APL-2021:73.3")
def test_handler_sees_the_additional_fine_day_by_day_with_the_days_that_do_not_count(client):
    """25, 26 and 27 November count, then 28 November to 10 December do not, then two days: 5 000 × 3 % × 5 = 750."""
    decision = fine.an_overdue_fine()
    remedy = contested(decision.case, day=date(2026, 11, 28))
    ended(remedy, "upheld", day=date(2026, 12, 10), outcome_words="维持。")
    shown = seen(client, build.handler_of(decision.case), "cases:fulfilment", decision.case.public_id)
    for words in ("2026年11月25日至2026年11月27日", "2026年11月28日至2026年12月10日", "不计算：行政复议期间", "750.00"):
        assert words in shown
    assert "机关负责人尚未决定加处" in shown


def test_case_page_says_what_was_paid_what_was_added_and_what_is_next(client):
    decision = fine.an_overdue_fine()
    fine.paid(decision, 200000, date(2026, 11, 26))
    shown = seen(client, build.handler_of(decision.case), "cases:case", decision.case.public_id)
    for words in (
        "已缴 2,000.00 元，未缴 3,000.00 元",
        "加处罚款至今日 1,740.00 元",
        "2027年8月10日",
        "可以办：",
        "催告",
    ):
        assert words in shown


def test_ended_case_whose_fine_was_paid_late_and_nothing_was_added_asks_for_no_more(client):
    decision = fine.an_overdue_fine()
    fine.paid(decision, 500000, date(2026, 11, 26))
    handler, pages = build.handler_of(decision.case), ("cases:case", "cases:fulfilment")
    for page in pages:
        shown = seen(client, handler, page, decision.case.public_id)
        assert "逾期 2 日，没有决定加处" in shown
        assert "登记缴纳加处罚款" in shown  # the bank may have taken it by itself
        assert "尚未决定" not in shown
    Case.objects.filter(pk=decision.case_id).update(status=CaseStatus.CLOSED)
    for page in pages:
        assert "登记缴纳加处罚款" not in seen(client, handler, page, decision.case.public_id)


def test_head_is_offered_what_only_the_head_decides(client):
    decision = fine.an_overdue_fine()
    shown = seen(client, fine.head_of(decision), "cases:fulfilment", decision.case.public_id)
    assert "加处罚款</a>" in shown.replace("\n", "")
    assert "登记延期分期申请" not in shown


@pytest.mark.clause("APL-2021:66.2")
def test_deferral_goes_through_its_forms_and_nothing_typed_is_lost(client):
    decision = fine.fine_of(build.a_served_case())
    day = date(2026, 11, 16)
    answer = posted(client, decision, "request_deferred_payment", day, requested_on="2026-11-16", grounds="经营困难。")
    assert answer.status_code == 302
    short = {"plan": "2026-12-31 3000\n2027-01-29 1000", "reason": "确有困难。"}
    again = posted(client, decision, "grant_deferred_payment", day, by="head", **short).content.decode()
    assert "罚款本金不得以分期名义减免。" in again
    assert "2027-01-29 1000" in again
    unread = posted(client, decision, "grant_deferred_payment", day, by="head", plan="年底付清", reason="困难。")
    assert "读不出来" in unread.content.decode()
    right = {"plan": "2026-12-31 3000\n2027-01-29 2,000.00", "reason": "确有困难。"}
    assert posted(client, decision, "grant_deferred_payment", day, by="head", **right).status_code == 302
    assert Deferral.objects.get().instalments == [
        {"due_on": "2026-12-31", "fen": 300000}, {"due_on": "2027-01-29", "fen": 200000},
    ]  # fmt: skip


@pytest.mark.clause("ACL-2011:35")
def test_demand_and_application_go_through_their_forms(client):
    decision = fine.an_overdue_fine()
    demand = {
        "pay_by_on": "2027-06-30", "how": "缴至代收机构", "stayed": "no", "method": "direct", "place": "示范县滨河路8号",
        "recipient": "刘芳", "relation": "reception", "proof_number": "回证1号", "refused_because": "", "witness": "",
    }  # fmt: skip
    assert posted(client, decision, "demand_payment", fine.DEMANDED, **demand).status_code == 302
    papers = ["application", "decision", "statement", "object", "others"]
    told = {"papers": papers, "situation": "账户一个。", "stayed": "no", "late_because": ""}
    unsealed = posted(client, decision, "apply_for_fine_execution", fine.APPLIED, by="head", **told)
    assert "申请书未经机关负责人签名、盖章并注明日期。" in unsealed.content.decode()
    sealed = posted(client, decision, "apply_for_fine_execution", fine.APPLIED, by="head", sealed="on", **told)
    assert sealed.status_code == 302
    shown = seen(client, build.handler_of(decision.case), "cases:fulfilment", decision.case.public_id, day=fine.APPLIED)
    assert "已申请法院强制执行" in shown
    assert "登记法院答复" in shown


def test_money_to_be_returned_is_said_on_the_case_page(client):
    decision = fine.fine_of(build.a_served_case())
    fine.paid(decision, 500000, date(2026, 11, 12))
    ended(contested(decision.case), "annulled")
    shown = seen(client, build.handler_of(decision.case), "cases:case", decision.case.public_id)
    assert "应退还 5,000.00 元" in shown
    assert "没有退清的不得结案" in shown
    told = {"amount_fen": "5000", "things": "", "returned_on": "2026-12-11", "voucher": "退字1号"}
    told["proof"] = SimpleUploadedFile("退付凭证.pdf", build.PAGE, content_type="application/pdf")
    assert posted(client, decision, "restitute", TODAY, **told).status_code == 302
    (paper,) = documents_of(decision.case.public_id).filter(kind="restitution_record")
    assert (paper.title, paper.scans.count()) == ("退还记录（退字1号）", 1)
    assert "已退还" in seen(client, build.handler_of(decision.case), "cases:fulfilment", decision.case.public_id)


def test_act_nobody_knows_is_not_found(client):
    decision = fine.an_overdue_fine()
    assert posted(client, decision, "forgive", TODAY).status_code == 404
