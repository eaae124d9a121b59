"""Receipts are believed only as far as they fit: whole or not at all, once, row by row; gaps and silence are told."""

import json
import os
from datetime import timedelta

import pytest

from tests.builders import exchange as build
from tests.builders.disclosure import a_publication, withdraw
from yangguang.exchange import folders
from yangguang.exchange.api import waiting_upward
from yangguang.exchange.models import UpwardItem, UpwardReceipt
from yangguang.exchange.plugs import take_waiting_receipts, unanswered_in_time
from yangguang.exchange.queries import missing_receipts, overtaken
from yangguang.exchange.rules.receipts import MOST_BYTES, gaps, read_receipt
from yangguang.exchange.use_cases.draft_batch import draft_batch
from yangguang.exchange.use_cases.mend_item import mend_item
from yangguang.exchange.verifying import batch_faults, public_faults, row_faults
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db(databases=["default", "public"]), pytest.mark.duty("D22")]


@pytest.fixture
def batch(people):
    for _ in range(2):
        a_publication(people, state="published")
    return build.a_handed_batch(people)


def states(batch):
    return [one.state for one in batch.rows.order_by("number")]


def faults():
    return [*batch_faults(), *row_faults(), *public_faults()]


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_rows_are_accepted_or_come_back_with_their_reason(people, batch, kind):
    receipt = build.take(people, build.a_receipt(batch, {2: "文号重复"}, kind=kind))
    assert states(batch) == ["accepted", "refused"]
    assert batch.rows.get(number=2).reason == "文号重复"
    assert (receipt.accepted, receipt.refused) == (1, 1)
    assert not faults()


def test_the_same_receipt_counts_once(people, batch):
    told = build.a_receipt(batch)
    build.take(people, told)
    with pytest.raises(Refused, match="已经收过"):
        build.take(people, told)
    assert UpwardReceipt.objects.count() == 1


def test_another_receipt_under_the_same_number_is_refused(people, batch):
    build.take(people, build.a_receipt(batch, rows=[1]))
    with pytest.raises(Refused, match="内容不一样"):
        build.take(people, build.a_receipt(batch, rows=[2]))


def test_a_row_is_not_answered_twice(people, batch):
    build.take(people, build.a_receipt(batch, {1: "重复"}))
    with pytest.raises(Refused, match="已经有回执"):
        build.take(people, build.a_receipt(batch, serial=2))
    assert states(batch) == ["refused", "accepted"]


def test_a_receipt_is_taken_whole_or_not_at_all(people, batch):
    with pytest.raises(Refused, match="没有第9行"):
        build.take(people, build.a_receipt(batch, rows=[1, 9]))
    assert states(batch) == ["handed", "handed"]


def test_a_receipt_to_other_content_is_refused(people, batch):
    with pytest.raises(Refused, match="清单指纹"):
        build.take(people, build.a_receipt(batch, manifest="0" * 64))


def test_a_receipt_to_another_body_is_refused(batch):
    with pytest.raises(Refused, match="没有这个批次编号"):
        build.take(build.a_collector(), build.a_receipt(batch))


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xff\xfe", b"{", b"[]", b"{" * 100_000, b'{"format": "yangguang-receipt/1", "rows": 1}', b"a,b\n1,2\n",
        b'{"format":"yangguang-receipt/1","batch":"b","batch":"c","rows":[]}', b"x" * (MOST_BYTES + 1), b"a\0b",
        b'{"format":"yangguang-receipt/1","batch":"b","manifest":NaN,"rows":[]}',
    ],
    ids=range(11),
)  # fmt: skip
def test_a_hostile_file_is_refused_in_words(content):
    with pytest.raises(Refused) as refused:
        read_receipt(content)
    assert refused.value.field == "file"


@pytest.mark.parametrize(
    "change",
    [
        {"row": True}, {"row": 0}, {"row": "1e3"}, {"row": 10**400}, {"row": "１"}, {"result": "maybe"}, {"result": ["a"]},
        {"result": "refused", "reason": ""}, {"reason": 5}, {"result": "refused", "reason": "长" * 401},
    ],
    ids=range(10),
)  # fmt: skip
def test_a_row_that_is_not_plain_is_refused(change):
    answer = {"row": 1, "result": "accepted", "reason": ""} | change
    head = {"format": "yangguang-receipt/1", "batch": "b", "manifest": "0" * 64, "serial": 1}
    with pytest.raises(Refused):
        read_receipt(json.dumps(head | {"rows": [answer]}).encode())


def test_one_row_answered_twice_in_a_file_is_refused(people, batch):
    with pytest.raises(Refused, match="答复了两次"):
        build.take(people, build.a_receipt(batch, rows=[1, 1]))


def test_a_row_that_came_back_waits_to_be_mended_and_goes_up_again(people, batch):
    build.take(people, build.a_receipt(batch, {1: "接口超时"}))
    row = batch.rows.get(number=1)
    assert waiting_upward(people.first, clock.today()).to_mend == 1
    with pytest.raises(Refused, match="说明"):
        mend_item(item=row.item, added={}, again=True, actor=people.first, at=Moment.now())
    mend_item(item=row.item, added={}, again=True, note="上级平台已恢复", actor=people.first, at=Moment.now())
    again = build.a_handed_batch(people).rows.get(item=row.item)
    assert (again.action, again.cells) == ("new", row.cells)
    assert not faults()


def test_what_is_taken_from_the_files_is_not_changed_here(people):
    row = build.a_row(people, state="refused")
    with pytest.raises(Refused, match="不能在这里改"):
        mend_item(item=row.item, added={"title": "别的"}, again=False, actor=people.first, at=Moment.now())


def test_a_withdrawal_that_was_accepted_is_over(people):
    publication = a_publication(people, state="published")
    build.take(people, build.a_receipt(build.a_handed_batch(people)))
    withdraw(publication, people)
    build.take(people, build.a_receipt(build.a_handed_batch(people), serial=2))
    assert not UpwardItem.objects.filter(is_above=True, kind="decisions").exists()
    assert draft_batch(body=people.body, actor=people.first, at=Moment.now()) is None
    assert not faults()


def test_a_missing_receipt_and_a_batch_that_was_passed_over_are_told(people, batch):
    a_publication(people, state="published")
    later = build.a_handed_batch(people)
    build.take(people, build.a_receipt(later, serial=3))
    assert missing_receipts(people.body) == [1, 2]
    assert overtaken(people.body) == {batch.number}
    assert waiting_upward(people.first, clock.today()).overtaken == (1,)


def test_gaps_are_looked_for_only_so_far():
    assert gaps([2_000_000_000], most=3) == [1, 2, 3]
    assert gaps([1, 2, 4]) == [3]
    assert gaps([]) == []


def test_silence_beyond_the_term_is_told(people, batch):
    today = clock.today()
    assert not waiting_upward(people.first, today).overdue
    with clock.frozen(clock.now() + timedelta(weeks=2)):
        ((late, _),) = waiting_upward(people.first, clock.today()).overdue
        assert late == batch
        assert any("还有2行没有回执" in one for one in unanswered_in_time())


def test_the_folder_is_emptied_and_what_is_refused_lies_there_with_its_reason(people, batch):
    folders.inbox().mkdir(parents=True, exist_ok=True)
    (folders.inbox() / "1.csv").write_bytes(build.a_receipt(batch, kind="csv"))
    (folders.inbox() / "2.json").write_bytes(b"{")
    (folders.inbox() / ".3.json").write_bytes(b"half")
    (folders.inbox() / "4.json").symlink_to("/etc/hostname")
    assert take_waiting_receipts() == 1
    assert states(batch) == ["accepted", "accepted"]
    ((name, why),) = folders.refused_receipts()
    assert (name, "不是正确的 JSON" in why) == ("2.json", True)
    assert {one.name for one in folders.inbox().iterdir()} == {".3.json", "4.json", "taken", "refused"}
    assert take_waiting_receipts() == 0


def test_a_file_nobody_can_read_or_spell_keeps_no_other_waiting(people, batch, monkeypatch):
    folders.inbox().mkdir(parents=True, exist_ok=True)
    (folders.inbox() / "0.json").write_bytes(b"locked")
    (folders.inbox() / os.fsdecode("1回执.json".encode("gbk"))).write_bytes(b"{")
    (folders.inbox() / "2.csv").write_bytes(build.a_receipt(batch, kind="csv"))
    real = folders.content_of

    def content_of(path):
        if path.name == "0.json":
            raise PermissionError
        return real(path)

    monkeypatch.setattr(folders, "content_of", content_of)
    with pytest.raises(PermissionError):
        take_waiting_receipts()
    assert states(batch) == ["accepted", "accepted"]
    ((name, _),) = folders.refused_receipts()
    assert name.encode("utf-8").endswith(b".json")


@pytest.mark.parametrize("told", ["\ud800", "\0", "批次1", "a" * 61, ""])
def test_number_of_a_batch_that_none_can_have_is_refused(told):
    head = {"format": "yangguang-receipt/1", "batch": told, "manifest": "0" * 64, "serial": 1}
    answer = {"row": 1, "result": "accepted"}
    with pytest.raises(Refused, match="批次编号"):
        read_receipt(json.dumps(head | {"rows": [answer]}).encode())


def test_reason_over_several_lines_is_read_on_one_and_none_is_needed_for_what_was_taken(people, batch):
    head = {"format": "yangguang-receipt/1", "batch": batch.code, "manifest": batch.manifest_digest, "serial": 1}
    rows = [
        {"row": 1, "result": "refused", "reason": "文号重复\n请核对\t"},
        {"row": 2, "result": "accepted", "reason": None},
    ]
    build.take(people, json.dumps(head | {"rows": rows}).encode())
    assert batch.rows.get(number=1).reason == "文号重复 请核对"
