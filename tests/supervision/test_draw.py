"""The draw of a sample: anybody can repeat it; strata, substitutes and additions."""

from hashlib import sha256

import pytest

from tests.builders import evaluations as build
from tests.builders.cases import on
from yangguang.kernel.refusal import Refused
from yangguang.supervision.models import EvaluatedFile
from yangguang.supervision.plugs import evaluations
from yangguang.supervision.rules.draw import Listed, draw, shares, substitute
from yangguang.supervision.use_cases.add_targeted_file import add_targeted_file
from yangguang.supervision.use_cases.draw_sample import draw_sample
from yangguang.supervision.use_cases.exclude_file import exclude_file

pytestmark = pytest.mark.duty("R13")
FILES = [
    Listed(f"r{n}", f"示人社监案〔2026〕{n}号", "简易程序" if n % 5 == 0 else "劳动保障监察") for n in range(1, 41)
]


def test_draw_is_repeated_by_hand_from_seed_and_list():
    drawn = draw(FILES, size=10, seed="af01")
    by_hand = sorted(
        (one for one in FILES if one.stratum == "劳动保障监察"),
        key=lambda one: sha256(f"af01:{one.number}".encode()).hexdigest(),
    )
    assert [one.number for one in drawn if one.stratum == "劳动保障监察"] == [one.number for one in by_hand[:8]]
    assert draw(FILES[::-1], size=10, seed="af01") == drawn
    assert draw(FILES, size=10, seed="af02") != drawn


@pytest.mark.parametrize(
    ("size", "strata", "expected"),
    [
        (10, {"a": 32, "b": 8}, {"a": 8, "b": 2}),
        (3, {"a": 100, "b": 2, "c": 1}, {"a": 1, "b": 1, "c": 1}),
        (2, {"a": 100, "b": 2, "c": 1}, {"a": 1, "b": 1, "c": 0}),
        (50, {"a": 3, "b": 1}, {"a": 3, "b": 1}),
        (5, {}, {}),
    ],
)
def test_strata_are_drawn_in_proportion_and_none_is_forgotten(size, strata, expected):
    assert shares(size, strata) == expected


def test_substitute_is_the_next_of_the_stratum_until_none_is_left():
    drawn = [one.ref for one in draw(FILES, size=10, seed="af01")]
    taken = substitute(FILES, seed="af01", stratum="简易程序", used=drawn)
    assert taken is not None
    assert taken.ref not in drawn
    assert taken in draw(FILES, size=40, seed="af01")
    assert substitute(FILES, seed="af01", stratum="简易程序", used=[one.ref for one in FILES]) is None


@pytest.mark.django_db
def test_drawn_round_keeps_seed_and_list_and_a_changed_one_is_noticed():
    found = build.a_drawn_round(build.an_agency_with_files(3), size=2)
    assert (len(found.listed), found.files.count()) == (3, 2)
    assert found.drawn_by_name != found.witnessed_by_name
    assert list(evaluations()) == []
    found.seed = "0" * 32
    found.save(update_fields=["seed"])
    assert any("种子或者名单与账目不一致" in fault for fault in evaluations())


@pytest.mark.django_db
def test_nobody_draws_alone():
    found = build.a_planned_round()
    with on(build.DRAWN) as at, pytest.raises(Refused, match="抽取应当两人在场。"):
        draw_sample(evaluation=found, witness=build.leader(found.body), actor=build.leader(found.body), at=at)


@pytest.mark.django_db
def test_sheet_for_licences_draws_no_file_of_penalties():
    body = build.an_agency_with_files(3)
    sheet = build.a_standard(body, kind="licence", title="行政许可案卷评查表")
    found = build.a_planned_round(body, standard=sheet)
    with on(build.DRAWN) as at, pytest.raises(Refused, match="这段时间没有办结的案卷"):
        draw_sample(evaluation=found, witness=build.witness(body), actor=build.leader(body), at=at)


@pytest.mark.django_db
def test_file_left_out_is_replaced_by_the_next_and_never_without_one():
    found = build.a_drawn_round(build.an_agency_with_files(3), size=2)
    first = found.files.order_by("position").first()
    with on(build.DRAWN, 10) as at:
        taken = exclude_file(file=first, reason="涉及国家秘密", actor=build.leader(found.body), at=at)
        assert (taken.taken_by, taken.position) == ("substitute", 3)
        with pytest.raises(Refused, match="剔除后应当按次序递补。"):
            exclude_file(file=taken, reason="正在诉讼", actor=build.leader(found.body), at=at)


@pytest.mark.django_db
def test_file_is_added_on_purpose_only_with_its_reason():
    found = build.a_drawn_round(build.an_agency_with_files(3), size=1)
    drawn = found.files.get().case
    number = next(one["number"] for one in found.listed if one["number"] != drawn.number)
    with on(build.DRAWN, 10) as at:
        told = {"evaluation": found, "actor": build.leader(found.body), "at": at}
        with pytest.raises(Refused, match="评查案卷应当随机抽取产生，另行指定的应当写明理由。"):
            add_targeted_file(number=number, reason="", **told)
        with pytest.raises(Refused, match="已经在评查名单上"):
            add_targeted_file(number=drawn.number, reason="群众投诉办案慢", **told)
        add_targeted_file(number=number, reason="群众投诉办案慢", **told)
    assert EvaluatedFile.objects.get(taken_by="targeted").reason == "群众投诉办案慢"
