"""Entries of lists go up as they were released, again when they were corrected, and are taken back above when they are below."""

import pytest

from tests.builders import exchange as build
from tests.builders.catalogues import an_adopted_edition
from tests.builders.disclosure import deliver
from tests.builders.standing import a_public_edition, approved, proposed, released, taken_back
from yangguang.bulletin.api import PublicList
from yangguang.disclosure.models import StandingPublication
from yangguang.disclosure.rules.standing import ChangeKind
from yangguang.exchange.models import UpwardRow
from yangguang.exchange.rules.columns import LISTS
from yangguang.exchange.use_cases.draft_batch import draft_batch
from yangguang.exchange.use_cases.hand_over_batch import hand_over_batch
from yangguang.exchange.verifying import batch_faults, public_faults, row_faults
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db(databases=["default", "public"]), pytest.mark.duty("D22"), pytest.mark.duty("D16")]
REASON = "版本选错，以另行公布的为准。"


@pytest.fixture
def publication(people):
    a_public_edition(body=people.body)
    return StandingPublication.objects.get()


def handed(people):
    return list(build.a_handed_batch(people).rows.filter(item__kind=LISTS).order_by("number"))


def corrected(publication, *, hides_more=False):
    old = publication.copy["rows"][0]["cells"]["violation"]
    pairs = [(old, "" if hides_more else f"{old}（补正）")]
    return approved(proposed(publication, ChangeKind.CORRECT, replacements=pairs, hides_more=hides_more))


def faults():
    return [*batch_faults(), *row_faults(), *public_faults()]


def test_an_adopted_list_goes_up_once_it_is_released_and_not_before(people):
    edition = an_adopted_edition(body=people.body)
    deliver()
    assert draft_batch(body=people.body, actor=people.first, at=Moment.now()) is None
    released(edition)
    rows = handed(people)
    assert {row.action for row in rows} == {"new"}
    assert {row.item.part for row in rows} == {row["code"] for row in PublicList.objects.get().rows}
    assert not faults()


def test_entries_that_were_corrected_go_up_as_corrections_and_the_earlier_batch_stays_right(people, publication):
    count = len(handed(people))
    corrected(publication)
    (row,) = handed(people)
    assert (row.action, count > 0) == ("correct", True)
    assert "（补正）" in row.cells["content"]
    assert not faults()


def test_a_list_taken_back_is_taken_back_above_with_its_public_reason(people, publication):
    count = len(handed(people))
    taken_back(publication)
    rows = handed(people)
    assert [row.action for row in rows] == ["withdraw"] * count
    assert {row.cells["reason"] for row in rows} == {REASON}
    assert set(rows[0].cells) == {"ref", "code", "body_name", "body_code", "reason"}
    assert not faults()


def test_a_list_put_back_is_new_above_again(people, publication):
    count = len(handed(people))
    down = taken_back(publication)
    build.take(people, build.a_receipt(build.a_handed_batch(people)))
    approved(proposed(down, ChangeKind.RESTORE, reason="核实无误，恢复公开。"))
    assert [row.action for row in handed(people)] == ["new"] * count
    assert not faults()


def test_a_list_whose_withdrawal_has_still_to_reach_the_public_store_goes_up_no_more(people, publication):
    draft = build.a_drafted_batch(people)
    approved(proposed(publication, ChangeKind.WITHDRAW), delivered=False)
    assert PublicList.objects.get().stands
    with pytest.raises(Refused, match="有变化"):
        hand_over_batch(batch=draft, actor=people.first, at=Moment.now())
    assert draft_batch(body=people.body, actor=people.first, at=Moment.now()) is None


def test_the_reason_goes_up_even_before_the_public_store_knows_it(people, publication):
    handed(people)
    approved(proposed(publication, ChangeKind.WITHDRAW), delivered=False)
    rows = build.a_drafted_batch(people).rows.filter(item__kind=LISTS)
    assert {row.cells["reason"] for row in rows} == {REASON}


def test_a_row_that_says_what_was_not_public_at_the_time_is_found(people, publication):
    first = handed(people)[0]
    corrected(publication)
    (later,) = handed(people)
    UpwardRow.objects.filter(pk=first.pk).update(source_digest=later.source_digest)
    assert [fault for fault in public_faults() if "不是报送时公开的内容" in fault]


def test_a_row_handed_over_while_the_list_was_taken_back_is_found(people, publication):
    first = handed(people)[0]
    taken_back(publication)
    row = handed(people)[0]
    UpwardRow.objects.filter(pk=row.pk).update(action="new", source_digest=first.source_digest)
    assert [fault for fault in public_faults() if f"第{row.number}行" in fault]


def test_words_that_were_hidden_are_replaced_above(people, publication):
    old = publication.copy["rows"][0]["cells"]["violation"]
    handed(people)
    corrected(publication, hides_more=True)
    (row,) = handed(people)
    assert (row.action, old in row.cells["content"]) == ("correct", False)
    assert not faults()
