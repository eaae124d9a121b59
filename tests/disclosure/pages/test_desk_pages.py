"""Two publishers take a decision to the public through the desk; nobody else sees or does anything there."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders.directory import a_body, an_account, code_for
from tests.builders.disclosure import KANGPING, a_publication, annul, deliver, the_people
from tests.builders.samples import SAMPLES
from yangguang.base import ledger, pages
from yangguang.base.models.attempt import RefusedAttempt
from yangguang.base.press.inside import Part
from yangguang.bulletin.api import notice_by_ref
from yangguang.disclosure import rereading
from yangguang.disclosure.api import publications_gone_late
from yangguang.kernel import clock

pytestmark = pytest.mark.django_db
OURS = {name: one for name, one in pages.register().items() if name.startswith("disclosure:")}
EXAMINED = {"scope": "full_text", "scope_note": "应当公开", "state_secret": "none", "trade_secret": "none",
            "personal_privacy": "none", "personal_information": "hidden", KANGPING: "private"}  # fmt: skip


def address(name, publication):
    return reverse(f"disclosure:{name}", args=[publication.public_id])


def post(client, name, publication, **given):
    return client.post(address(name, publication), given)


def test_two_publishers_take_a_decision_to_the_public(client, people, pending):
    client.force_login(people.first)
    listed = client.get(reverse("disclosure:queue")).content.decode()
    assert pending.decision.number in listed
    assert pending.case.parties.get().name in listed
    page = client.get(address("prepare", pending)).content.decode()
    assert "“康平”是不是自然人姓名" in page
    assert post(client, "prepare", pending, **EXAMINED).status_code == 302
    client.force_login(people.second)
    assert "复核并发布" in client.get(address("publication", pending)).content.decode()
    assert post(client, "release", pending, code=code_for(people.second)).status_code == 302
    deliver()
    assert notice_by_ref(pending.notice_ref).stands
    assert "打开公开页面" in client.get(address("publication", pending)).content.decode()


def test_what_can_still_be_read_is_told_in_full_on_the_page_and_kept_nowhere(client, people, prepared, monkeypatch):
    monkeypatch.setattr(rereading, "parts_of_pdf", lambda content: [Part("批注", "据工人丁 海所说")])
    client.force_login(people.second)
    page = post(client, "release", prepared, code=code_for(people.second)).content.decode()
    assert "…据工人<mark>丁 海</mark>所说…" in page
    assert rereading.REMEDY in page
    assert "丁 海" not in client.get(address("release", prepared)).content.decode()
    assert not any(
        "丁" in f"{one.summary}{one.facts}" for one in ledger.entries_about("publication", prepared.public_id)
    )
    assert not RefusedAttempt.objects.exists()


def test_question_left_open_keeps_what_was_typed(client, people, pending):
    client.force_login(people.first)
    answer = post(client, "prepare", pending, **(EXAMINED | {KANGPING: ""}))
    assert answer.status_code == 200
    assert "应当公开" in answer.content.decode()


def test_wrong_code_is_said_beside_the_code(client, people, prepared):
    client.force_login(people.second)
    page = post(client, "release", prepared, code="000000").content.decode()
    assert "验证码不对" in page


def test_return_goes_back_to_the_one_who_prepared(client, people, prepared):
    client.force_login(people.second)
    post(client, "return", prepared, reason="住所没有隐去")
    client.force_login(people.first)
    assert "住所没有隐去" in client.get(address("publication", prepared)).content.decode()


def test_publisher_takes_back_an_annulled_decision(client, people, published):
    annul(published.decision, received_on=date(2026, 11, 17))
    client.force_login(people.first)
    assert "剩 2 个工作日" in client.get(reverse("disclosure:withdrawals")).content.decode()
    assert post(client, "withdraw", published, reason="复议机关撤销").status_code == 302
    client.force_login(people.second)
    approved = {"code": code_for(people.second)}
    proposal = published.proposals.get().public_id
    answer = client.post(reverse("disclosure:approve_withdrawal", args=[proposal]), approved)
    assert answer.status_code == 302
    deliver()
    assert not notice_by_ref(published.notice_ref).stands


def test_publisher_records_a_paper_and_corrects(client, people, published):
    client.force_login(people.first)
    given = {"ground": "altered", "paper": "示政复决字〔2026〕第3号", "received_on": "2026-11-17"}
    assert post(client, "ground", published, **given).status_code == 302
    given = {name: value for name, value in EXAMINED.items() if name != KANGPING}
    answer = post(client, "correct", published, **given, reason="门牌号", old="创业路18号", new="创业路16号")
    assert answer.status_code == 302
    assert published.versions.get(number=2).private == ["康平"]


def test_bar_marks_one_entry_as_the_page_one_is_on(client, people):
    client.force_login(people.first)
    for name, label in (("disclosure:queue", "公示"), ("disclosure:withdrawals", "撤回与更正")):
        bar = client.get(reverse(name)).context["navigation"]
        assert [row["label"] for group in bar for row in group["entries"] if row["current"]] == [label]


def test_agency_head_withholds(client, people, pending):
    client.force_login(people.head)
    assert post(client, "withhold", pending, ground="underage", reason="当事人十七岁").status_code == 302
    client.force_login(people.first)
    assert "当事人十七岁" in client.get(reverse("disclosure:queue") + "?view=withheld").content.decode()


@pytest.mark.parametrize("view", ["", "prepared", "public", "withheld", "ended"])
def test_list_is_exported_as_it_is_filtered(client, people, published, view):
    client.force_login(people.first)
    response = client.get(reverse("disclosure:queue"), {"view": view, "format": "xlsx"})
    assert response["Content-Type"].endswith("spreadsheetml.sheet")


@pytest.mark.parametrize("name", [name for name, one in OURS.items() if one.subject])
def test_page_answers_own_body_others_and_superiors_as_declared(client, name):
    one = OURS[name]
    county = a_body(supervises=True)
    body = a_body(under=county)
    given = SAMPLES[one.subject](body, "")
    role = sorted(one.allow)[-1] if name != "disclosure:publication" else "publisher"
    for account, wanted in (
        (an_account(role=role, body=body), one.expects.own), (an_account(role=role, body=a_body()), one.expects.other),
        (an_account(role="supervisor", body=county), one.expects.superior if "supervisor" in one.allow else 403),
        (an_account(role="archivist", body=body), 403),
    ):  # fmt: skip
        client.force_login(account)
        assert client.get(reverse(name, kwargs=given)).status_code == wanted


def test_case_page_shows_where_publication_stands(client, people):
    from yangguang.cases.panels import panels_of

    published = a_publication(people, state="published")
    (panel,) = [one for one in panels_of(published.case, people.first) if one.name == "publication"]
    assert panel.values["rows"][0][0] == published


@pytest.fixture
def county():
    """A bureau that supervises."""
    return a_body(supervises=True)


@pytest.fixture
def people(county):
    """Publishers of a body under it."""
    return the_people(a_body(under=county))


def test_superiors_are_told_what_publishers_let_pass(client, county, people, pending, published):
    supervisor = an_account(role="supervisor", body=county)
    annul(published.decision, received_on=date(2026, 11, 17))
    with clock.frozen(clock.beijing(date(2026, 11, 19), 10)):
        assert publications_gone_late(supervisor) == []
    with clock.frozen(clock.beijing(date(2026, 12, 28), 10)):
        assert publications_gone_late(supervisor) == publications_gone_late(people.head) == [pending, published]
        assert publications_gone_late(people.first) == []
        client.force_login(people.head)
        shown = client.get("/desk/").content.decode()
    assert shown.count("看经过") == 2


def test_overdue_release_and_overdue_withdrawal_are_possible_on_screen(client, county, people, prepared):
    client.force_login(people.second)
    with clock.frozen(clock.beijing(date(2026, 12, 28), 10)):
        told = {"late_reason": "公示员出差", "code": code_for(people.second)}
        assert post(client, "release", prepared, **told).status_code == 302
        deliver()
        annul(prepared.decision, received_on=date(2026, 12, 28))
    with clock.frozen(clock.beijing(date(2027, 1, 8), 10)):
        client.force_login(people.second)
        assert post(client, "withdraw", prepared, reason="复议机关撤销", late_reason="文书转递迟延").status_code == 302
        client.force_login(people.head)
        address_of_it = reverse("disclosure:approve_withdrawal", args=[prepared.proposals.get().public_id])
        assert "逾期撤回的原因" not in client.get(address_of_it).content.decode()
        assert client.post(address_of_it, {"code": code_for(people.head)}).status_code == 302
    client.force_login(an_account(role="supervisor", body=county))
    assert "公示员出差" in client.get(reverse("disclosure:publication", args=[prepared.public_id])).content.decode()
    told = client.get(reverse("disclosure:withdrawals") + "?view=withdrawn").content.decode()
    assert "逾期撤回：文书转递迟延" in told
    prepared.refresh_from_db()
    assert (prepared.late_reason, prepared.withdrawal_late_reason) == ("公示员出差", "文书转递迟延")


def test_preview_shows_the_copy_with_what_is_typed_and_carries_nothing_out(client, people, pending):
    client.force_login(people.first)
    page = post(
        client, "prepare", pending, preview="1", also_private="超时加班", **{KANGPING: "private"}, scope_note="应当公开"
    )
    told = page.content.decode()
    assert "〔" not in told.partition("还要隐去的文字")[0].partition("案件名称")[2]
    assert (page.status_code, "应当公开" in told, "请填写" in told) == (200, True, False)
    place = next(one for one, _ in page.context["beside"] if one.original == "超时加班")
    assert (place.state, place.locked) == ("hidden", True)
    assert next(one for one, _ in page.context["beside"] if one.original == "康平").state == "hidden"
    assert not pending.versions.exists()


def test_place_told_by_its_shape_alone_is_kept_when_both_publishers_say_so(client, people):
    pending = a_publication(people, fulfilment="责令改正，浙A12345不得再用于运送。")
    client.force_login(people.first)
    page = client.get(address("prepare", pending))
    (place, bound) = next((one, two) for one, two in page.context["beside"] if one.original == "浙A12345")
    assert (place.state, bound.initial) == ("hidden", "private")
    assert post(client, "prepare", pending, **EXAMINED, **{bound.html_name: "harmless"}).status_code == 302
    client.force_login(people.second)
    told = client.get(address("release", pending)).context["beside"]
    assert next(one.told for one, _ in told if one.original == "浙A12345") == "保留"
    assert post(client, "release", pending, code=code_for(people.second)).status_code == 302
    deliver()
    assert "浙A12345" in str(notice_by_ref(pending.notice_ref).summary)


def test_page_of_what_is_withheld_does_not_say_that_the_public_sees_it(client, people, pending):
    client.force_login(people.second)
    assert "公开版（公众将看到的）" in client.get(address("publication", pending)).content.decode()
    client.force_login(people.head)
    post(client, "withhold", pending, ground="other_law", reason="主要事实涉及未成年人")
    client.force_login(people.second)
    told = client.get(address("publication", pending)).content.decode()
    assert "公众看到的" not in told
    assert "公开版（不予公开，公众看不到）" in told
