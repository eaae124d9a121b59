"""A milder penalty on the spot rests on a circumstance with its evidence, and the decision says so."""

import pytest
from django.urls import reverse

from tests.builders import cases
from tests.builders import summary as build
from tests.cases.refusing import failing, refusal_of
from yangguang.cases.circumstances import found_circumstances
from yangguang.cases.use_cases.find_circumstances import Circumstance
from yangguang.cases.use_cases.void_on_the_spot_decision import void_on_the_spot_decision
from yangguang.records.api import evidence_of

pytestmark = pytest.mark.django_db
PAID = "检查前已经自行安排补休并支付加班工资。"


def a_case_to_decide(**told):
    return build.heard(build.notified(build.a_case_on_the_spot(until="on_scene"), **told))


def a_circumstance(case, kind="harm_reduced", **changes):
    refs = tuple(one.public_id for one in evidence_of(case.public_id))
    return Circumstance(**{"kind": kind, "text": PAID, "evidence_refs": refs} | changes)


@pytest.mark.clause("APL-2021:32", "APL-2021:34")
@pytest.mark.parametrize("leniency", ["lighter", "mitigated"])
def test_milder_penalty_on_the_spot_without_a_circumstance_is_refused(leniency):
    refusal = refusal_of(build.penalised, a_case_to_decide(), leniency=leniency)
    assert failing(refusal)["circumstances_shown"].clauses == ("APL-2021:32",)


@pytest.mark.clause("APL-2021:32")
@pytest.mark.parametrize(("changes", "field"), [
    ({"evidence_refs": ()}, "evidence_1"), ({"text": " "}, "text_1"), ({"kind": "kindness"}, "kind_1"),
    ({"evidence_refs": ("elsewhere",)}, "evidence_1"),
])  # fmt: skip
def test_circumstance_on_the_spot_without_what_it_rests_on_is_refused(changes, field):
    case = a_case_to_decide()
    refusal = refusal_of(build.penalised, case, leniency="lighter", circumstances=(a_circumstance(case, **changes),))
    assert refusal.field == field
    assert not case.found_circumstances.exists()


@pytest.mark.clause("APL-2021:32", "APL-2021:33.1#minor")
def test_what_was_found_on_the_spot_is_followed():
    case = a_case_to_decide()
    told = failing(refusal_of(build.penalised, case, circumstances=(a_circumstance(case),)))
    assert "应当从轻或者减轻" in told["circumstances_shown"].reason
    excused = tuple(a_circumstance(case, kind) for kind in ("minor", "rectified_in_time", "no_harm"))
    told = failing(refusal_of(build.penalised, case, circumstances=excused))
    assert told["circumstances_shown"].clauses == ("APL-2021:33.1#minor",)


@pytest.mark.clause("APL-2021:32", "APL-2021:52.2")
def test_decision_on_the_spot_says_what_lightens_it_and_on_which_evidence():
    case = a_case_to_decide()
    decision = build.penalised(case, leniency="lighter", fine_fen=40000, circumstances=(a_circumstance(case),))
    paper = str(decision.document.sheet)
    for words in ("主动消除或者减轻违法行为危害后果", PAID, "证据：", "第三十二条", "综合以上情节，从轻处罚"):
        assert words in paper, words
    with cases.on(build.MET, 11) as at:
        void_on_the_spot_decision(case_id=case.pk, reason="金额写错。", actor=build.actor_of(case.body), at=at)
    build.penalised(case)
    assert found_circumstances(case) == []
    assert case.found_circumstances.count() == 1


@pytest.mark.clause("APL-2021:34")
def test_fine_below_its_tier_with_nothing_that_lightens_is_refused():
    case = a_case_to_decide(workers=11, fine_fen=240000)
    refusal = refusal_of(build.penalised, case, fine_fen=120000)
    assert refusal.reason == "罚款 1,200.00 元低于裁量档次的 2,211.00 元，没有从轻、减轻的情节。"
    assert refusal.clauses == ("APL-2021:32", "APL-2021:34")
    told = {"leniency": "lighter", "circumstances": (a_circumstance(case),)}
    assert build.penalised(case, fine_fen=120000, **told).fine_fen == 120000


def test_form_asks_for_the_circumstance_beside_the_choice(client):
    case = a_case_to_decide()
    refs = [one.public_id for one in evidence_of(case.public_id)]
    with cases.on(build.MET, 11):
        client.force_login(build.actor_of(case.body))
        address = reverse("cases:act", args=[case.public_id, "penalise_on_the_spot"])
        page = client.get(address).content.decode()
        assert "主动供述行政机关尚未掌握的违法行为" in page
        assert "没有造成危害后果" not in page
        told = {
            "number": client.get(address).context["form"].fields["number"].choices[0][0], "penalties": ["warning", "fine"],
            "fine": "400", "leniency": "lighter", "rectified": "ordered", "rectification_note": "立即停止安排超时加班。",
            "seen_version": case.version, "occurred_at": "2026-05-08T11:00", "kind_1": "harm_reduced", "text_1": PAID,
        }  # fmt: skip
        refused = client.post(address, told)
        assert "没有列明证据" in refused.content.decode()
        assert PAID in refused.content.decode()
        assert client.post(address, told | {"evidence_1": refs}).status_code == 302
    assert [one.kind for one in case.found_circumstances.all()] == ["harm_reduced"]


@pytest.mark.clause("APL-2021:32", "APL-2021:34")
def test_only_mitigation_that_rests_on_a_circumstance_goes_below_the_law_itself():
    case = a_case_to_decide()
    told = {"fine_fen": 20000, "circumstances": (a_circumstance(case),)}
    assert "超出法定幅度" in refusal_of(build.penalised, case, leniency="lighter", **told).reason
    assert build.penalised(case, leniency="mitigated", **told).fine_fen == 20000
