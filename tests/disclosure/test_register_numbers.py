"""What is published bears a number without gaps; one that is missing is found, from what is public alone as well."""

import json
from datetime import timedelta

import pytest

from tests.builders.directory import a_body
from tests.builders.disclosure import a_code, a_publication, deliver, release, the_people, withdraw
from tests.disclosure.test_prepare_correction import correct
from yangguang.base import ledger, verifying
from yangguang.base.models import Delivery, IssuedNumber
from yangguang.base.tlog import register_numbers
from yangguang.bulletin.api import Notice, NoticeCopy, copy_of, notice_by_ref, open_data
from yangguang.disclosure.models import Publication
from yangguang.disclosure.use_cases.release_publication import release_publication
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db
CHECKS = {"register_numbers", "publication_numbers", "numbers", "publications"}


def found():
    return [fault for _, _, faults in verifying.run(CHECKS) for fault in faults]


def told(*numbers, ref="a", name="甲局"):
    return [(ref, name, number) for number in numbers]


def test_numbers_without_a_gap_are_no_fault():
    assert not list(register_numbers.faults([]))
    rows = told("2025-0001", "2026-0002", "2026-0001") + told("2026-0001", ref="b", name="乙局")
    assert not list(register_numbers.faults(rows))


def test_gap_is_said_with_body_year_and_numbers():
    rows = told("2026-0001", "2026-0005", "2026-0007", "2025-0002")
    assert list(register_numbers.faults(rows)) == [
        "甲局2025年的公示登记号缺1号：有公开过的决定没有留下编号。",
        "甲局2026年的公示登记号缺2至4号、6号：有公开过的决定没有留下编号。",
    ]


@pytest.mark.parametrize("strange", ["2026-1", "26-0001", "2026-0001x", "２０２６-0001", "0001"])
def test_number_written_otherwise_is_said(strange):
    (fault,) = register_numbers.faults(told(strange))
    assert strange in fault


def test_same_number_twice_is_said():
    assert list(register_numbers.faults(told("2026-0001", "2026-0001"))) == ["甲局2026年的公示登记号重复：1号。"]


def test_publications_of_a_body_are_numbered_in_order_and_keep_their_number(people, client):
    first, second = (a_publication(people, state="published") for _ in range(2))
    elsewhere = a_publication(the_people(a_body(named="邻县人力资源和社会保障局", mark="邻人社")), state="published")
    deliver()
    assert [one.register_number for one in (first, second, elsewhere)] == ["2026-0001", "2026-0002", "2026-0001"]
    correct(first, people), release(first, people)
    withdraw(second, people)
    deliver()
    numbers = dict(Notice.objects.values_list("ref", "register_number"))
    assert (numbers[first.notice_ref], numbers[second.notice_ref]) == ("2026-0001", "2026-0002")
    assert json.loads(copy_of(notice_by_ref(first.notice_ref)).canonical())["register_number"] == "2026-0001"
    for one in (first, second):
        assert f"公示登记号 {one.register_number}" in client.get(f"/decisions/{one.notice_ref}").content.decode()
    assert found() == []


def test_number_of_a_refused_release_is_given_to_the_next(people, prepared, monkeypatch):
    def refuse(*told, **given):
        assert IssuedNumber.objects.filter(subject_kind="publication").exists()
        raise Refused("账链写不进去。")

    with monkeypatch.context() as broken:
        broken.setattr(ledger, "record", refuse)
        with pytest.raises(Refused, match="账链"):
            release_publication(
                publication_id=prepared.pk, code=a_code(people.second), actor=people.second, at=Moment.now()
            )
    assert not IssuedNumber.objects.filter(subject_kind="publication").exists()
    release(prepared, people)
    prepared.refresh_from_db()
    assert prepared.register_number == "2026-0001"


def test_copy_from_before_there_were_numbers_keeps_its_fingerprint(published):
    copy = copy_of(notice_by_ref(published.notice_ref))
    older = NoticeCopy(**{**vars(copy), "register_number": ""})
    assert b"register_number" not in older.canonical()


def test_decision_that_vanished_is_missed_by_its_number(people):
    gone, _, _ = (a_publication(people, state="published") for _ in range(3))
    deliver()
    Notice.objects.filter(ref=gone.notice_ref).delete()
    faults = found()
    assert any(f"{people.body}2026年的公示登记号缺1号" in fault for fault in faults)
    with clock.frozen(clock.now() + timedelta(hours=1)):
        open_data.make()
    rows = json.loads(open_data.file_of("decisions", "json").read_text())
    numbered = [(row["body_ref"], row["body_name"], row["register_number"]) for row in rows]
    assert any("缺1号" in fault for fault in register_numbers.faults(numbered))


def test_number_that_stands_on_nothing_or_was_changed_is_found(people, published):
    Notice.objects.update(register_number="2026-0002")
    assert any("不是 2026-0001" in fault for fault in found())
    Notice.objects.update(register_number="2026-0001")
    Publication.objects.update(register_number="")
    assert any("已经取号" in fault for fault in found())


def test_number_whose_decision_is_still_on_its_way_is_not_missed(people):
    late = a_publication(people, state="prepared")
    release_publication(
        publication_id=late.pk, code=a_code(people.second), actor=people.second, at=Moment.now()
    )  # fmt: skip
    kept = Delivery.objects.get(done_at=None, listener="disclosure.release").pk
    Delivery.objects.filter(done_at=None).update(done_at=clock.now())
    a_publication(people, state="published")
    Delivery.objects.filter(pk=kept).update(done_at=None)
    assert not [fault for fault in found() if "公示登记号缺" in fault]
    Delivery.objects.filter(pk=kept).update(done_at=clock.now())
    assert [fault for fault in found() if "公示登记号缺1号" in fault]
