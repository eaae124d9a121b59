"""Half-open spans of days, and the arithmetic of a hash chain."""

from __future__ import annotations

from datetime import date

import pytest

from yangguang.kernel.digests import Break, canonical, digest_of, fingerprint, link, walk
from yangguang.kernel.refusal import Refused
from yangguang.kernel.spans import Span, gaps, overlaps

MARCH, APRIL, MAY = date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)


def test_the_first_day_is_in_and_the_end_is_not() -> None:
    span = Span(MARCH, APRIL)

    assert MARCH in span
    assert APRIL not in span
    assert (len(span), span.last) == (31, date(2026, 3, 31))
    assert Span.through(MARCH, date(2026, 3, 31)) == span


def test_neighbours_do_not_overlap_and_an_open_span_reaches_everywhere() -> None:
    assert Span(MARCH, APRIL).overlap(Span(APRIL, MAY)) is None
    assert Span(MARCH).overlap(Span(APRIL, MAY)) == Span(APRIL, MAY)
    assert Span(MARCH).overlap(Span(APRIL)) == Span(APRIL)
    assert overlaps([Span(APRIL, MAY), Span(MARCH)]) == ((Span(MARCH), Span(APRIL, MAY)),)


def test_gaps_are_what_no_span_covers() -> None:
    assert gaps([Span(APRIL, MAY)], Span(MARCH)) == (Span(MARCH, APRIL), Span(MAY))
    assert gaps([Span(MARCH)], Span(MARCH, MAY)) == ()
    assert gaps([Span(MAY)], Span(MARCH, APRIL)) == (Span(MARCH, APRIL),)


def test_a_span_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(Refused, match="结束日期早于开始日期"):
        Span(APRIL, MARCH)


def test_an_open_span_has_no_length() -> None:
    with pytest.raises(ValueError, match="no length"):
        len(Span(MARCH))


def test_digests_of_known_texts_are_the_published_ones() -> None:
    assert digest_of(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert digest_of(b"abc", "sm3") == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    with pytest.raises(ValueError, match="md5"):
        digest_of(b"abc", "md5")


def test_the_order_of_keys_does_not_matter_and_the_text_does() -> None:
    assert canonical({"b": 1, "a": "䶮"}) == canonical({"a": "䶮", "b": 1}) == '{"a":"䶮","b":1}'.encode()


@pytest.mark.parametrize("facts", [{"a": 1.5}, {"a": [{"b": 0.1}]}, {1: "a"}])
def test_facts_without_one_canonical_form_are_an_error(facts: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        canonical(facts)


def _chain(length: int) -> list[tuple[dict[str, object], str, str]]:
    lines: list[tuple[dict[str, object], str, str]] = []
    previous = ""
    for n in range(length):
        facts: dict[str, object] = {"n": n}
        digest = link(facts, previous)
        lines.append((facts, previous, digest))
        previous = digest
    return lines


def test_a_whole_chain_holds() -> None:
    assert walk(_chain(5)) is None


def test_a_changed_a_missing_and_a_swapped_line_are_found() -> None:
    changed = _chain(5)
    changed[2] = ({"n": 99}, changed[2][1], changed[2][2])
    missing = _chain(5)
    del missing[1]
    swapped = _chain(5)
    swapped[3], swapped[4] = swapped[4], swapped[3]

    assert walk(changed) == Break(2, "digest")
    assert walk(missing) == Break(1, "previous")
    assert walk(swapped) == Break(3, "previous")


def test_people_compare_the_ends_of_a_digest() -> None:
    assert fingerprint(digest_of(b"abc")) == "ba7816bf…f20015ad"
