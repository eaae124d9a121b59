"""Each month that is over is counted in the public log; whoever counts the entries comes to the same numbers."""

import json
from datetime import timedelta

import pytest

from tests.builders.disclosure import a_publication, deliver, release, withdraw
from tests.builders.public_site import count_the_month
from tests.disclosure.test_prepare_correction import correct
from yangguang.base import verifying
from yangguang.base.events import SYSTEM
from yangguang.base.models import Delivery, LogLeaf
from yangguang.base.static.verify import check_publication as verifier
from yangguang.base.tlog import months
from yangguang.base.tlog.leaves import LeafType
from yangguang.base.tlog.site_log import site_log
from yangguang.bulletin.api import PublicMonth
from yangguang.disclosure.plugs.public_log import write_log
from yangguang.disclosure.use_cases.count_month import count_month
from yangguang.disclosure.use_cases.withhold_decision import withhold_decision
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db
CHECKS = {"tlog", "log_pages", "log_months", "public_pages"}


def found():
    return [fault for _, _, faults in verifying.run(CHECKS) for fault in faults]


@pytest.fixture
def busy(people):
    """A month with one of each, and the publication that still stands in it."""
    corrected, gone = (a_publication(people, state="published") for _ in range(2))
    correct(corrected, people), release(corrected, people)
    withdraw(gone, people)
    withheld = a_publication(people)
    withhold_decision(
        publication_id=withheld.pk, ground="trade_secret", reason="涉及配方", actor=people.head, at=Moment.now()
    )
    deliver(), write_log(), write_log()
    return corrected


@pytest.mark.parametrize(
    ("month", "following"), [("2026-11", "2026-12"), ("2026-12", "2027-01"), ("2027-01", "2027-02")]
)
def test_months_follow_each_other(month, following):
    assert months.after(month) == following
    assert list(months.between(month, months.after(following))) == [month, following]


def test_entry_counts_in_its_month_in_beijing():
    assert months.month_of(months.begin_of("2026-11")) == "2026-11"
    assert months.month_of(months.begin_of("2026-11") - timedelta(seconds=1)) == "2026-10"


def test_month_is_counted_once_it_is_over_and_the_count_is_public_and_proven(busy, people, client):
    write_log()
    assert not PublicMonth.objects.exists()
    month = count_the_month()
    (one,) = PublicMonth.objects.all()
    assert one.month == month == "2026-11"
    (row,) = one.content["bodies"]
    numbers = {"released": 2, "corrected": 1, "withdrawn": 1, "listed": 3, "withheld": 1}
    numbers |= {"withdrawn:annulled": 1, "withheld:trade_secret": 1}
    assert row == {"ref": people.body.public_id, "name": people.body.name, **numbers}
    assert {name: value for name, value in one.content["totals"].items() if value} == numbers
    leaves = [leaf for _, leaf in site_log().leaves()]
    assert [leaf.type for leaf in leaves].count(LeafType.MONTH_COUNTS) == 1
    assert months.counted(leaves)[month] == {"released": 2, "corrected": 1, "withdrawn": 1, "withdrawn:annulled": 1}
    page = client.get("/verify/counts/").content.decode()
    assert "2026年11月" in page
    assert people.body.name in page
    assert "撤回（决定被依法撤销） 1 件，不予公开（主要事实涉及商业秘密） 1 件" in page
    copy, proof = (client.get(f"/verify/counts/{month}.{suffix}").content for suffix in ("json", "tlog-proof"))
    leaf = verifier.check(client.get("/tlog/key").content.decode(), copy, proof)
    assert leaf["type"] == "month_counts"
    assert people.body.name.encode() not in json.dumps(leaf).encode()
    assert found() == []


def test_counting_again_changes_nothing(busy):
    count_the_month(), count_the_month()
    assert LogLeaf.objects.filter(kind=LeafType.MONTH_COUNTS).count() == 1
    assert found() == []


def test_months_without_an_entry_are_counted_as_well(busy):
    with clock.frozen(months.begin_of("2027-03") + timedelta(hours=1)):
        write_log(), deliver(), write_log()
        assert found() == []
        names = list(PublicMonth.objects.order_by("month").values_list("month", flat=True))
    assert names == ["2026-11", "2026-12", "2027-01", "2027-02"]
    assert PublicMonth.objects.get(month="2027-01").content["bodies"] == []


def test_month_is_not_counted_before_its_end_nor_twice_nor_while_something_waits(busy):
    with pytest.raises(Refused, match="还没有过完"):
        count_month(month="2026-11", actor=SYSTEM, at=Moment.now())
    delivery = Delivery.objects.filter(listener="disclosure.public_log").order_by("pk").first()
    Delivery.objects.filter(pk=delivery.pk).update(done_at=None, next_try_at=clock.now() + timedelta(days=90))
    with clock.frozen(months.begin_of("2026-12") + timedelta(hours=1)):
        with pytest.raises(Refused, match="没有写入"):
            count_month(month="2026-11", actor=SYSTEM, at=Moment.now())
        write_log()
        assert not PublicMonth.objects.exists()
    Delivery.objects.filter(pk=delivery.pk).update(done_at=clock.now())
    count_the_month()
    with clock.frozen(months.begin_of("2026-12") + timedelta(hours=2)), pytest.raises(Refused, match="已经计数"):
        count_month(month="2026-11", actor=SYSTEM, at=Moment.now())


def test_publication_from_before_the_log_counts_in_the_month_it_is_said_in(published):
    LogLeaf.objects.all().delete()
    with clock.frozen(months.begin_of("2026-12") + timedelta(hours=1)):
        write_log(), write_log()
    with clock.frozen(months.begin_of("2027-01") + timedelta(hours=1)):
        write_log(), deliver(), write_log()
        (one,) = PublicMonth.objects.all()
        assert (one.month, one.content["totals"]["released"]) == ("2026-12", 1)
        assert found() == []


@pytest.mark.parametrize("what", ["published counts", "a leaf's row", "copy gone", "not counted"])
def test_counts_that_do_not_agree_are_found(busy, what):
    count_the_month()
    if what == "published counts":
        one = PublicMonth.objects.get()
        one.content["bodies"][0]["withheld"] = 0
        one.save()
        assert any("公示库中的数" in fault for fault in found())
    elif what == "a leaf's row":
        LogLeaf.objects.filter(kind="withdraw").delete()
        assert any("逐一计算的不一致" in fault for fault in found())
    elif what == "copy gone":
        PublicMonth.objects.all().delete()
        assert any("公示库中没有" in fault for fault in found())
    else:
        with clock.frozen(months.begin_of("2027-02")):
            assert found() == ["2026-12没有计数"]


def test_every_difference_is_said_with_both_numbers():
    content = {"month": "2026-11", "totals": {"released": 2}, "bodies": [{"released": 1}]}
    assert list(months.faults(content, {"released": 3})) == [
        "2026-11的计数：公开 2 件，日志中是 3 件。", "2026-11的计数：公开 2 件，各机关合计是 1 件。",
    ]  # fmt: skip


def test_what_was_public_too_late_is_counted_and_months_of_the_first_form_stay_as_they_are(people, busy):
    late = a_publication(people, state="prepared")
    with clock.frozen(clock.now() + timedelta(days=10)):
        release(late, people, late_reason="公示员出差")
        write_log()
    count_the_month()
    one = PublicMonth.objects.get()
    assert (one.content["v"], one.content["totals"]["late"]) == (2, 1)
    assert found() == []
    old = {"v": 1, "month": "2026-10", "totals": {"withdrawn": 1}, "bodies": [{"withdrawn": 1}]}
    assert list(months.faults(old, {"withdrawn": 1, "withdrawn:annulled": 1})) == []
    new = old | {"v": 2}
    assert list(months.faults(new, {"withdrawn": 1, "withdrawn:annulled": 1})) != []
