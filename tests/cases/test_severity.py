"""Never heavier because of the defence, never beyond the notice: true for every pair of proposals."""

from hypothesis import given
from hypothesis import strategies as st

from yangguang.cases.rules.severity import ORDER, Proposed, beyond, heavier

FACTS = ("加班", "欠薪", "未签合同")
proposals = st.builds(
    Proposed,
    kinds=st.frozensets(st.sampled_from(ORDER), min_size=1, max_size=3),
    fine_fen=st.integers(0, 5_000_000),
    confiscated_fen=st.integers(0, 100_000),
    facts=st.frozensets(st.sampled_from(FACTS), min_size=1),
    basis=st.frozensets(st.sampled_from(("a", "b")), min_size=1),
)


@given(proposals)
def test_what_was_told_is_neither_heavier_nor_beyond(told):
    assert heavier(told, told) == beyond(told, told) == ""


@given(proposals, st.integers(1, 10_000))
def test_any_higher_amount_is_heavier_and_beyond(told, more):
    for field in ("fine_fen", "confiscated_fen"):
        wanted = Proposed(**{**told.__dict__, field: getattr(told, field) + more})
        assert heavier(told, wanted)
        assert beyond(told, wanted)


@given(proposals, proposals)
def test_two_proposals_are_not_both_heavier_in_money_than_each_other(one, other):
    if one.kinds == other.kinds and one.confiscated_fen == other.confiscated_fen:
        assert not (heavier(one, other) and heavier(other, one))


@given(proposals, proposals)
def test_more_facts_basis_or_kinds_than_told_is_beyond(told, wanted):
    more = wanted.facts - told.facts or wanted.basis - told.basis or wanted.kinds - told.kinds
    assert bool(beyond(told, wanted)) >= bool(more)


@given(proposals, st.data())
def test_anything_taken_away_stays_within_the_notice(told, data):
    fewer = Proposed(
        kinds=frozenset(data.draw(st.sets(st.sampled_from(sorted(told.kinds)), min_size=1))),
        fine_fen=data.draw(st.integers(0, told.fine_fen)),
        confiscated_fen=data.draw(st.integers(0, told.confiscated_fen)),
        facts=frozenset(data.draw(st.sets(st.sampled_from(sorted(told.facts)), min_size=1))),
        basis=told.basis,
    )
    assert beyond(told, fewer) == ""
    assert heavier(told, fewer) == ""
