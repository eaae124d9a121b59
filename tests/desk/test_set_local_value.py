"""Local values carry their source and are read by day."""

from datetime import date

import pytest

from tests.builders.directory import a_body, an_account
from yangguang.base import ledger, local_values
from yangguang.desk.use_cases.set_local_value import set_local_value
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db
NAME = "review_period_workdays"


def _set(body, value=7, *, source="示法审〔2026〕1号", in_force=date(2026, 1, 1), actor=None):
    return set_local_value(
        body=body,
        name=NAME,
        value=value,
        source=source,
        in_force=in_force,
        actor=actor or an_account(role="system_administrator", body=body),
        at=Moment.now(),
    )


def test_value_in_force_on_the_day_is_read():
    body = a_body()
    _set(body, 5, in_force=date(2025, 1, 1))
    _set(body, 7, in_force=date(2026, 6, 1))
    assert local_values.value(NAME, chain=body.public_id, on=date(2026, 5, 31)) == 5
    assert local_values.value(NAME, chain=body.public_id, on=date(2026, 6, 1)) == 7
    assert list(ledger.faults(body.public_id)) == []


def test_value_nobody_has_set_is_refused():
    with pytest.raises(Refused, match="还没有设定“法制审核期限"):
        local_values.value(NAME, chain=a_body().public_id, on=date(2026, 6, 1))


def test_value_without_a_source_is_refused():
    with pytest.raises(Refused, match="来源"):
        _set(a_body(), source=" ")


def test_second_value_for_the_same_day_is_refused():
    body = a_body()
    _set(body)
    with pytest.raises(Refused, match="已经有数值"):
        _set(body, 9)


def test_administrator_of_another_body_may_not_set_it():
    elsewhere = an_account(role="system_administrator", body=a_body(named="邻县人民政府", mark="邻政"))
    with pytest.raises(Refused, match="不能设定这个机关"):
        _set(a_body(), actor=elsewhere)


@pytest.mark.parametrize(
    ("name", "text", "kept", "words"),
    [
        ("hearing_threshold_person_fen", "5000", 500_000, "5,000.00 元"),
        ("review_period_workdays", "7", 7, "7 个工作日"),
        ("publication_period_months", "12", 12, "12 个月"),
        ("publish_before_service", "否", False, "否"),
        ("court", " 示范县人民法院 ", "示范县人民法院", "示范县人民法院"),
    ],
)
def test_value_is_typed_and_read_as_people_say_it(name, text, kept, words):
    assert local_values.typed(name, text) == kept
    assert local_values.words_of(name, kept) == words


@pytest.mark.parametrize(
    ("name", "text"),
    [("review_period_workdays", "七"), ("review_period_workdays", "0"), ("publish_before_service", "true"),
     ("hearing_threshold_person_fen", "五千")],
)  # fmt: skip
def test_value_of_another_kind_is_refused(name, text):
    with pytest.raises(Refused):
        local_values.typed(name, text)


@pytest.mark.clause("WPI-2013:3#one", "WPI-2013:3#many")
@pytest.mark.parametrize(
    ("name", "fen", "stands"),
    [("crime_one_worker_fen", 5_000_00, True), ("crime_one_worker_fen", 4_999_99, False), ("crime_one_worker_fen", 20_000_01, False),
     ("crime_many_workers_fen", 100_000_00, True), ("crime_many_workers_fen", 29_999_99, False)],
)  # fmt: skip
def test_figure_of_a_province_outside_the_band_of_the_interpretation_is_refused(name, fen, stands):
    body = a_body()
    told = {"source": "示高法〔2014〕1号", "in_force": date(2026, 1, 1), "at": Moment.now()}
    told |= {"body": body, "name": name, "value": fen, "actor": an_account(role="system_administrator", body=body)}
    if stands:
        assert set_local_value(**told).value == fen
        return
    with pytest.raises(Refused, match="应当在.*元之间") as refusal:
        set_local_value(**told)
    assert refusal.value.clauses[0].startswith("WPI-2013:3#")
