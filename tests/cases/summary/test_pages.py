"""The pages of penalties on the spot: the strip, what is due, what comes next, the list by kind, what a form keeps."""

import pytest
from django.urls import reverse

from tests.builders import summary as build
from tests.builders.cases import a_credit_code, an_open_case, officers_of, person_of
from yangguang.cases.models import Case
from yangguang.cases.presentation.acts import next_acts
from yangguang.cases.presentation.progress import strip_of
from yangguang.cases.standing import steps_of
from yangguang.kernel import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene_day():
    with clock.frozen(clock.beijing(build.MET, 12)):
        yield


def page_of(client, case, account=None, address="cases:case", *more, **query):
    client.force_login(account or build.actor_of(case.body))
    return client.get(reverse(address, args=[case.public_id, *more]), query).content.decode()


def labels(case, account):
    told = next_acts(case, account)
    return {row["label"] for row in told["possible"]}, {row["label"] for row in told["blocked"]}


def test_case_page_shows_the_steps_of_the_scene_and_what_is_due(client, scene_day):
    case = build.a_case_on_the_spot()
    page = page_of(client, case)
    for words in (
        "现场查处",
        "当场告知",
        "当场决定",
        "当场交付",
        "报劳动保障行政部门备案",
        "缴纳罚款",
        "申请行政复议",
        "尚未报备",
    ):
        assert words in page, words
    assert "提起行政诉讼" not in page


def test_officer_is_led_from_one_act_to_the_next(scene_day):
    body = build.a_summary_agency()
    case, officer = build.begun(body), build.actor_of(body)
    assert "当场告知" in labels(case, officer)[0]
    assert "当场听取陈述申辩" in labels(build.notified(case), officer)[0]
    assert "当场决定" in labels(build.heard(case), officer)[0]
    build.penalised(case)
    case.refresh_from_db()
    assert "当场交付" in labels(case, officer)[0]
    assert {"当场收缴", "登记缴款", "报所属机关备案"} <= labels(build.delivered(case), officer)[0]


def test_collecting_at_the_scene_is_not_folded_away_with_what_is_seldom_done(client, scene_day):
    case = build.a_case_on_the_spot()
    rare = {row["act"]: row["seldom"] for row in next_acts(case, build.actor_of(case.body))["possible"]}
    assert not rare["collect_on_the_spot"]
    assert rare["add_material"]
    shown, _, folded = page_of(client, case).partition("其他可以办的")
    assert "当场收缴</a>" in shown
    assert "补充材料入卷</a>" in folded


def test_warning_offers_nothing_about_money(scene_day):
    case = build.a_case_on_the_spot(fine_fen=0)
    possible, blocked = labels(case, build.actor_of(case.body))
    assert not {"当场收缴", "登记缴款", "收缴罚款交机关", "收缴罚款缴银行"} & (possible | blocked)


def test_converted_scene_shows_where_it_went(client, scene_day):
    from tests.cases.summary.test_after_the_scene import converted

    case = build.a_case_on_the_spot(until="notified")
    lead = converted(case)
    case.refresh_from_db()
    assert [row["label"] for row in strip_of(case, steps_of(case))] == ["现场查处", "当场告知", "转普通程序"]
    assert lead.number in page_of(client, case)


def test_list_is_filtered_by_kind(client):
    body = build.a_summary_agency()
    on_the_spot, ordinary = build.on_its_way(body), an_open_case(body=body)
    client.force_login(build.actor_of(body))
    page = client.get(reverse("cases:list"), {"kind": "summary"}).content.decode()
    assert on_the_spot.number in page
    assert ordinary.number not in page


def test_case_of_ordinary_procedure_has_no_page_for_acts_on_the_spot(client):
    case = an_open_case(body=build.a_summary_agency())
    client.force_login(build.actor_of(case.body))
    assert client.get(reverse("cases:act", args=[case.public_id, "penalise_on_the_spot"])).status_code == 404
    scene = build.on_its_way(case.body, until="on_scene")
    assert client.get(reverse("cases:act", args=[scene.public_id, "interview"])).status_code == 404


def beginning(body, **changes):
    """What an officer types on the first page."""
    return {
        "officers": [one.public_id for one in officers_of(body)], "certificate_shown": "on", "party_kind": "organisation",
        "party_name": "示范县好味餐饮有限公司", "party_code": a_credit_code(701), "address": "示范县人民路12号",
        "violation_code": "LD-01", "place": "后厨", "began_on": "2026-04-01", "found": "安排3名劳动者超时加班。",
        "facts_certain": "on", "occurred_at": "2026-05-08T12:00",
    } | changes  # fmt: skip


def test_first_page_leads_on_to_the_notice(client, scene_day):
    body = build.a_summary_agency()
    client.force_login(build.actor_of(body))
    answer = client.post(reverse("cases:begin_on_the_spot"), beginning(body))
    assert answer.url == reverse("cases:act", args=[Case.objects.get().public_id, "give_notice_on_the_spot"])


def test_first_page_keeps_what_was_typed_and_names_every_condition_that_fails(client, scene_day):
    body = build.a_summary_agency()
    client.force_login(build.actor_of(body))
    typed = beginning(body, certificate_shown="", violation_code="LD-08")
    page = client.post(reverse("cases:begin_on_the_spot"), typed).content.decode()
    for words in (
        "现在还不能当场查处：2 个条件没有满足。",
        "未记录主动出示执法证件。",
        "责令限期改正尚未送达",
        "示范县好味餐饮有限公司",
    ):
        assert words in page, words
    wrong = client.post(
        reverse("cases:begin_on_the_spot"), beginning(body, party_code="91990101MA6000701X")
    ).content.decode()
    assert "安排3名劳动者超时加班。" in wrong
    assert not Case.objects.exists()


def test_decision_form_offers_the_numbers_of_the_officers_run(client, scene_day):
    case = build.a_case_on_the_spot(until="heard")
    page = page_of(client, case, None, "cases:act", "penalise_on_the_spot")
    assert "示人社监简罚字〔2026〕第1号" in page
    assert "对本案当事人当场罚款不超过 3,000.00 元。" in page


def test_head_of_unit_sees_every_number_of_a_run(client, scene_day):
    case = build.a_case_on_the_spot()
    client.force_login(person_of(case.body, "unit_head"))
    run = build.the_run(case.body)
    page = client.get(reverse("cases:number_range", args=[run.public_id])).content.decode()
    assert case.number in page
    assert "2至20号" in page


def test_officer_reads_the_limits_before_the_first_word_and_finds_the_colleagues_first(client, scene_day):
    body = build.a_summary_agency()
    client.force_login(build.actor_of(body))
    page = client.get(reverse("cases:begin_on_the_spot")).content.decode()
    assert "对公民、个体工商户 200.00 元以下，对法人、其他组织 3,000.00 元以下" in page
    for attribute in ('inputmode="tel"', 'autocapitalize="characters"', 'accept="image/*,video/*"'):
        assert attribute in page


def test_fine_above_the_limit_is_not_even_proposed_on_the_spot(client, scene_day):
    case = build.begun(build.a_summary_agency(), party=build.a_person())
    client.force_login(build.actor_of(case.body))
    told = {"penalties": ["fine"], "fine": "600", "workers": "3", "basis": ["LSR-2004:25#fine"], "reasons": "超时加班。",
            "told_orally": "on", "occurred_at": "2026-05-08T12:00", "seen_version": case.version}  # fmt: skip
    page = client.post(reverse("cases:act", args=[case.public_id, "give_notice_on_the_spot"]), told).content.decode()
    assert "对本案当事人当场罚款不超过 200.00 元。应当处更重罚款的，请转普通程序。" in page
    assert "超时加班。" in page
    assert not case.notices.exists()


@pytest.mark.parametrize(("fen", "offered"), [(10000, True), (10100, False)])
def test_small_fine_is_offered_only_where_the_fine_is_small(client, scene_day, fen, offered):
    case = build.on_its_way(build.a_summary_agency(), fine_fen=fen, party=build.a_person())
    page = page_of(client, case, None, "cases:act", "collect_on_the_spot")
    assert ("法定小额罚款" in page) is offered
    assert "不当场收缴事后难以执行" in page


def test_collected_fine_leads_to_the_agency_and_then_to_the_bank(client, scene_day):
    case = build.a_case_on_the_spot(until="fulfilled")
    officer = build.actor_of(case.body)
    assert next_acts(case, officer)["possible"][0]["act"] in {"remit_to_agency", "file_with_authority"}
    page = page_of(client, case, None, "cases:act", "remit_to_agency")
    for words in ("当场收缴的罚款", "600.00 元", "省财0001"):
        assert words in page
