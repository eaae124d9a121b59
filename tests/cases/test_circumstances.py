"""Circumstances that weigh: each with its evidence, and nothing milder or heavier without one."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders import cases as build
from tests.builders import circumstances as weighed
from tests.builders import summary
from tests.cases.refusing import asked, refusal_of
from yangguang.base.models import LedgerEntry
from yangguang.cases.circumstances import circumstance_rows, found_circumstances
from yangguang.cases.presentation.history import history_of
from yangguang.cases.use_cases.find_circumstances import find_circumstances
from yangguang.cases.use_cases.re_examine import re_examine
from yangguang.records.api import documents_of, evidence_of

pytestmark = pytest.mark.django_db

MILDER = {"tier": "一般", "reasons": "受害劳动者20人。", "leniency": "lighter"}
HEAVIER = MILDER | {"leniency": "heavier"}


def finding(case, *rows, day=build.OPENED):
    with build.on(day, 17) as at:
        return refusal_of(find_circumstances, case_id=case.pk, found=rows, actor=build.handler_of(case), at=at)


def an_investigated_case(**facts):
    return build.with_records(build.an_open_case(**facts))


@pytest.mark.clause("APL-2021:32")
@pytest.mark.parametrize(("kind", "changes", "field", "reason"), [
    ("harm_reduced", {"evidence_refs": ()}, "evidence_1", "没有列明证据"),
    ("harm_reduced", {"text": " "}, "text_1", "应当写明具体情况"),
    ("harm_reduced", {"evidence_refs": ("elsewhere",)}, "evidence_1", "不在本案卷中"),
    ("harm_reduced", {"party_ref": "nobody"}, "party_1", "本案的当事人"),
    ("other_milder", {"text": "按惯例。"}, "text_1", "规定这一情节的法律"),
    ("local_milder", {"name": "态度好"}, "kind_1", "裁量基准"),
    ("kindness", {}, "kind_1", "情节"),
])  # fmt: skip
def test_circumstance_without_what_it_rests_on_is_refused(kind, changes, field, reason):
    case = an_investigated_case()
    refusal = finding(case, weighed.a_circumstance(case, kind, **changes))
    assert refusal.field == field
    assert reason in refusal.reason


@pytest.mark.clause("APL-2021:46.3")
def test_circumstance_on_excluded_evidence_is_refused():
    case = an_investigated_case()
    row = weighed.a_circumstance(case, "merit")
    evidence_of(case.public_id).update(excluded_on=build.OPENED)
    assert "非法手段" in finding(case, row).reason


def test_penalty_on_the_spot_finds_its_circumstances_in_its_own_sheet():
    case = summary.a_case_on_the_spot(until="on_scene")
    refusal = finding(case)
    assert refusal.clause == "APL-2021:51#citizen"
    assert "没有这一步" in refusal.reason


def test_new_finding_replaces_the_former_which_stays_in_the_file():
    case = weighed.found(an_investigated_case(), "harm_reduced", "merit")
    case = weighed.found(case, "merit")
    assert [one.kind for one in found_circumstances(case)] == ["merit"]
    assert case.found_circumstances.count() == 3
    assert LedgerEntry.objects.filter(event="CircumstancesFound").count() == 2
    told = [row["words"] for row in history_of(case, everything=False)["rows"] if row["title"] == "认定情节"]
    assert told == [
        "配合行政机关查处违法行为有立功表现",
        "主动消除或者减轻违法行为危害后果、配合行政机关查处违法行为有立功表现",
    ]


@pytest.mark.clause("APL-2021:32", "APL-2021:34")
@pytest.mark.parametrize(("kinds", "discretion", "clause"), [
    ((), MILDER, "APL-2021:32"), ((), HEAVIER, "APL-2021:34"), (("harm_reduced",), HEAVIER, "APL-2021:34"),
    (("harm_reduced",), {"tier": "一般", "reasons": "20人。"}, "APL-2021:32"),
    (("under_age",), {"tier": "一般", "reasons": "20人。"}, "APL-2021:30#mitigate_age"),
])  # fmt: skip
def test_choice_that_what_was_found_does_not_carry_is_refused(kinds, discretion, clause):
    case = weighed.found(build.a_concluded_case(), *kinds)
    refusal = refusal_of(build.notice_given, case, discretion=discretion)
    assert refusal.clause == clause
    assert "认定" in refusal.remedy


@pytest.mark.clause("APL-2021:31", "APL-2021:32")
@pytest.mark.parametrize(("kinds", "discretion"), [
    (("harm_reduced",), MILDER), (("impaired",), {"tier": "一般", "reasons": "20人。"}), (("impaired",), MILDER),
    (("harm_reduced", "other_heavier"), {"tier": "一般", "reasons": "两相抵。"}), (("other_heavier",), HEAVIER),
])  # fmt: skip
def test_choice_that_rests_on_what_was_found_is_taken(kinds, discretion):
    case = build.a_concluded_case()
    rows = [weighed.a_circumstance(case, kind, text="《劳动保障监察条例》第三十条。") for kind in kinds]
    case = weighed.found(case, several=rows)
    assert build.notice_given(case, discretion=discretion).status == "notified"


def test_warning_alone_cannot_be_made_milder():
    case = weighed.found(build.a_concluded_case(), "harm_reduced")
    told = {"penalties": ["warning"], "fine_fen": 0, "additional_fine": False}
    assert build.notice_given(case, **told).status == "notified"


@pytest.mark.clause("APL-2021:46.2")
def test_circumstance_whose_evidence_was_not_verified_carries_nothing():
    case = weighed.found(build.a_concluded_case(), "harm_reduced")
    evidence_of(case.public_id).update(verified_on=None)
    verdict = asked(
        "circumstances_shown", case, content={"circumstances": circumstance_rows(case), "discretion": MILDER}
    )
    assert "没有查证属实" in verdict.reason
    assert verdict.clauses[0] == "APL-2021:32"


def test_every_paper_says_what_was_found_and_on_which_evidence():
    case = weighed.found(an_investigated_case(), "harm_reduced", day=date(2026, 10, 20))
    case = build.notice_given(build.concluded(case), discretion=MILDER)
    case = build.served(case, "prior_notice", build.NOTIFIED)
    with build.on(build.HEARD) as at:
        re_examine(case_id=case.pk, answers={}, actor=build.handler_of(case), at=at)
    build.drafted(case, discretion=MILDER)
    case = build.decision_signed(build.exempted(case))
    for kind in ("investigation_report", "prior_notice", "penalty_decision"):
        paper = str(documents_of(case.public_id).get(kind=kind).sheet)
        for words in ("主动消除或者减轻违法行为危害后果", "补发加班工资3.2万元", "证据：", "第三十二条"):
            assert words in paper, (kind, words)
    assert "从轻处罚" in str(documents_of(case.public_id).get(kind="penalty_decision").sheet)


def test_draft_falls_behind_when_the_finding_changes():
    case = build.a_heard_case()
    build.drafted(case)
    case = weighed.found(case, "impaired", day=build.SIGNED)
    verdict = asked("circumstances_shown", case)
    assert (verdict.holds, verdict.reason) == (False, "认定的情节在拟稿以后有变化。")
    build.drafted(case, day=build.SIGNED)
    assert asked("circumstances_shown", case).holds


def test_circumstance_of_one_party_makes_nothing_milder_for_the_other():
    parties = (build.a_party(1), build.a_party(2))
    case = build.a_concluded_case(parties=parties)
    first, second = case.parties.order_by("position")
    case = weighed.found(case, several=[weighed.a_circumstance(case, "impaired", party_ref=first.public_id)])
    share = {name: build.a_proposal()[name] for name in ("penalties", "fine_fen", "basis", "reasons")}
    told = {first.public_id: share | {"discretion": MILDER}, second.public_id: share | {"discretion": MILDER}}
    assert refusal_of(build.notice_given, case, shares=told).clause == "APL-2021:32"
    told[second.public_id] = share | {"discretion": MILDER | {"leniency": ""}}
    assert build.notice_given(case, shares=told).status == "notified"


def test_form_sets_down_and_page_shows_what_was_found(client):
    case = an_investigated_case()
    refs = [one.public_id for one in evidence_of(case.public_id)]
    with build.on(build.OPENED, 17):
        client.force_login(build.handler_of(case))
        address = reverse("cases:act", args=[case.public_id, "find_circumstances"])
        form = client.get(address)
        assert "主动供述行政机关尚未掌握的违法行为" in form.content.decode()
        told = {"kind_1": "merit", "text_1": "提供了其他单位违法的线索。", "evidence_1": refs}
        told |= {"seen_version": case.version, "occurred_at": "2026-10-12T17:00"}
        assert client.post(address, told).status_code == 302
        page = client.get(reverse("cases:case", args=[case.public_id])).content.decode()
    for words in ("认定的情节", "配合行政机关查处违法行为有立功表现", "应当从轻或者减轻", "提供了其他单位违法的线索"):
        assert words in page
