"""The catalogue decides by itself that a decision is major."""

from dataclasses import replace

import pytest

from yangguang.catalogues.rules import conditions
from yangguang.catalogues.rules.review import Criterion, ReviewFacts, is_major
from yangguang.kernel.refusal import Refused

PLAIN = ReviewFacts(
    party_kind="organisation", fine_fen=3000_00, confiscated_fen=0, licence_penalty=False, business_penalty=False,
    hearing_held=False, public_interest=False, social_risk=False, major_interest=False, complex=False,
    legal_relations=1, outside_standard=False, summary_procedure=False,
)  # fmt: skip
CATALOGUE = [
    Criterion(code, circumstance, ("TSO-2018:review_scope",), conditions.parse(when))
    for code, circumstance, when in (
        ("1", "较大数额罚款（单位）", "当事人为法人、其他组织且拟处罚款不少于20000元"),
        ("2", "较大数额罚款（公民）", "当事人为公民且拟处罚款不少于5000元"),
        ("3", "经过听证程序", "经过听证程序"),
        ("4", "疑难复杂或者涉及多个法律关系", "案件情况疑难复杂，或者涉及法律关系数不少于2个"),
    )
]


def codes(facts, **switches):
    return [reason.code for reason in is_major(CATALOGUE, facts, **switches)]


def test_plain_decision_is_not_major():
    assert codes(PLAIN) == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"fine_fen": 20000_00}, ["1"]),
        ({"fine_fen": 19999_99}, []),
        ({"fine_fen": 5000_00, "party_kind": "person"}, ["2"]),
        ({"fine_fen": 5000_00}, []),
        ({"hearing_held": True}, ["3"]),
        ({"legal_relations": 2}, ["4"]),
        ({"hearing_held": True, "fine_fen": 90000_00, "complex": True}, ["1", "3", "4"]),
    ],
)
def test_threshold_decides_by_itself(change, found):
    assert codes(replace(PLAIN, **change)) == found


def test_reason_carries_its_clause_and_words():
    (reason,) = is_major(CATALOGUE, replace(PLAIN, fine_fen=30000_00))
    assert reason.clause == "TSO-2018:review_scope"
    assert reason.text == "较大数额罚款（单位）（当事人为法人、其他组织且拟处罚款不少于20000元）"


def test_switch_sends_everything_but_summary_decisions_to_review():
    assert codes(PLAIN, all_but_summary=True) == [""]
    assert codes(replace(PLAIN, summary_procedure=True), all_but_summary=True) == []


def test_question_nobody_answered_is_refused_and_not_taken_for_no():
    with pytest.raises(Refused, match="疑难复杂"):
        is_major(CATALOGUE, replace(PLAIN, complex=None))


@pytest.mark.clause("APL-2021:58.1")
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"hearing_held": True}, "经过听证程序"), ({"public_interest": True}, "涉及重大公共利益"),
        ({"complex": True}, "案件情况疑难复杂、涉及多个法律关系"), ({"legal_relations": 2}, "案件情况疑难复杂、涉及多个法律关系"),
    ],
)  # fmt: skip
def test_what_the_law_sends_to_review_goes_there_also_where_the_catalogue_leaves_it_out(change, words):
    (reason,) = is_major(CATALOGUE[:2], replace(PLAIN, **change))
    assert (reason.clause, reason.text) == ("APL-2021:58.1", words)
    assert is_major(CATALOGUE[:2], PLAIN) == []
