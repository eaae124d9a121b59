"""Somebody outside who visits now and then notices what was changed, put back or removed without a word."""

import json
from datetime import timedelta

import pytest
from django.conf import settings as site

from tests.base.tlog.trees import a_log, grow
from tests.builders.disclosure import a_publication, deliver, release, withdraw
from tests.builders.public_site import count_the_month
from tests.builders.reporting import an_adopted_report
from tests.disclosure.test_prepare_correction import correct
from yangguang import __main__ as command
from yangguang.base.tlog.listed import NotToBeRead
from yangguang.base.tlog.monitor import Forked, Monitor
from yangguang.base.tlog.site_log import site_log
from yangguang.bulletin.api import Notice, PublicMonth, PublicReport, open_data, pages_on_disk
from yangguang.disclosure import month_counts as months_counted
from yangguang.disclosure.plugs.public_log import write_log
from yangguang.kernel import clock, disk

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def visit(client, tmp_path):
    def fetch(address):
        answer = client.get(address)
        return None if answer.status_code in (404, 503) else b"".join(answer)

    def visit(hours=1, key="", made=True):
        with clock.frozen(clock.now() + timedelta(hours=hours)):
            if made:
                open_data.make()
            return Monitor(tmp_path / "kept", fetch).visit(key)

    return visit


@pytest.fixture
def logged(published):
    deliver(), write_log(), write_log()
    return published


def test_whatever_happens_by_the_book_is_no_fault(visit, people, logged):
    first = visit()
    assert (first.faults, first.before, first.head.size, first.standing, first.listed) == ([], 0, 1, 1, 1)
    other = a_publication(people, state="published")
    withdraw(logged, people)
    deliver(), write_log(), write_log()
    second = visit(2)
    assert (second.faults, second.before, second.head.size, second.standing) == ([], 1, 3, 1)
    assert other.notice_ref in json.loads(open_data.file_of("decisions", "json").read_text())[0]["ref"]


def test_publication_removed_without_a_word_is_found(visit, logged):
    visit()
    Notice.objects.filter(ref=logged.notice_ref).delete()
    (fault,) = visit(2).faults
    assert "日志里也没有撤下的记录" in fault


def test_gap_in_the_register_numbers_is_said_with_its_numbers(visit, people, logged):
    a_publication(people, state="published")
    deliver(), write_log(), write_log()
    assert visit().faults == []
    Notice.objects.filter(ref=logged.notice_ref).delete()
    faults = visit(2).faults
    assert f"{people.body}2026年的公示登记号缺1号：有公开过的决定没有留下编号。" in faults
    assert any("日志里也没有撤下的记录" in fault for fault in faults)


def test_publication_newer_than_the_list_is_not_missed(visit, people, logged):
    visit()
    pages_on_disk.remove_proof(logged.notice_ref)
    with clock.frozen(clock.now() - timedelta(hours=2)):
        open_data.make()
    assert visit(0, made=False).faults == []


def test_changed_page_is_found(visit, logged):
    visit()
    Notice.objects.filter(ref=logged.notice_ref).update(conclusion="罚款1元")
    faults = visit(2).faults
    assert any("与存证证明不符" in fault for fault in faults)


def test_older_version_put_back_is_found(visit, people, logged, client):
    address = f"/decisions/{logged.notice_ref}"
    old = client.get(f"{address}/copy.json").content, client.get(f"{address}/decision.tlog-proof").content
    before = Notice.objects.values().get()
    correct(logged, people)
    release(logged, people)
    deliver(), write_log(), write_log()
    assert visit().faults == []
    Notice.objects.update(**{name: value for name, value in before.items() if name != "id"})
    pages_on_disk.proof_of(logged.notice_ref).write_bytes(old[1])
    assert client.get(f"{address}/copy.json").content == old[0]
    (fault,) = visit(2).faults
    assert "旧的一版" in fault


def test_log_that_went_back_or_was_written_anew_is_found(visit, people, logged, tmp_path):
    a_publication(people, state="published")
    deliver(), write_log()
    visit()
    key = site_log().place.key.read_bytes()
    site.TLOG_DIR = tmp_path / "another"
    disk.write_durably(site_log().place.key, key, mode=0o600)
    other = a_log(site.TLOG_DIR, 1)
    with pytest.raises(Forked, match="退回去了"):
        visit(2)
    grow(other, 2)
    with pytest.raises(Forked, match="分叉"):
        visit(3)


def test_key_that_changes_or_is_not_the_one_that_is_known_is_found(visit, logged):
    vkey = site_log().verifier().vkey
    visit(key=vkey)
    with pytest.raises(Forked, match="公钥"):
        visit(2, key=vkey[:-4] + "AAAA")


def test_list_that_is_not_to_be_had_is_said(visit, logged):
    with pytest.raises(NotToBeRead, match="open-data"):
        visit(made=False)


def dated(made_at):
    index = open_data.file_of("index", "json")
    told = json.loads(index.read_text(encoding="utf-8"))
    index.write_text(json.dumps(told | {"made_at": made_at.isoformat()}), encoding="utf-8")


@pytest.mark.parametrize(
    ("age", "said"), [(timedelta(days=400), "超过两天没有更新"), (-timedelta(days=400), "还没有到")]
)
def test_portal_switches_the_monitor_off_by_no_date_of_its_own(visit, logged, age, said):
    visit()
    Notice.objects.filter(ref=logged.notice_ref).delete()
    open_data.make()
    dated(clock.now() - age)
    with clock.frozen(clock.now() + timedelta(days=4)):
        faults = visit(0, made=False).faults
    assert any(said in fault for fault in faults)
    assert any("日志里也没有撤下的记录" in fault for fault in faults)


def test_list_of_yesterday_is_no_fault(visit, logged):
    open_data.make()
    assert visit(30, made=False).faults == []


def test_command_visits_a_portal_by_its_address(live_server, logged, tmp_path, capsys):
    with clock.frozen(clock.now() + timedelta(hours=1)):
        open_data.make()
        words = ["tlog", "monitor", live_server.url, "--folder", str(tmp_path / "kept")]
        assert command.main(words) == 0
        Notice.objects.all().delete()
        open_data.make()
        assert command.main(words) == 1
    assert "日志里也没有撤下的记录" in capsys.readouterr().out
    assert command.main(["tlog", "monitor", "http://127.0.0.1:9", "--folder", str(tmp_path / "none")]) == 3


def test_month_whose_count_is_wrong_or_missing_is_found(visit, people, logged):
    withdraw(logged, people)
    deliver(), write_log(), write_log()
    count_the_month()
    over = 24 * 15
    assert visit(over).faults == []
    one = PublicMonth.objects.get()
    one.content["totals"]["withdrawn"] = 0
    one.save()
    (fault,) = {fault for fault in visit(over).faults if "证明" in fault}
    assert "2026-11的计数" in fault
    PublicMonth.objects.all().delete()
    assert any("2026-11的计数没有公布" in fault for fault in visit(over).faults)


def test_wrong_count_is_found_though_it_is_proven(visit, people, logged, monkeypatch):
    right = months_counted.counts_of("2026-11")
    right["totals"]["released"] = right["bodies"][0]["released"] = 7
    monkeypatch.setattr("yangguang.disclosure.use_cases.count_month.counts_of", lambda month: right)
    count_the_month()
    assert visit(24 * 15).faults == ["2026-11的计数：公开 7 件，日志中是 1 件。"]


def test_month_that_nobody_counted_is_found_from_outside(visit, logged):
    assert not any("计数" in fault for fault in visit(24 * 20).faults)
    assert [fault for fault in visit(24 * 50).faults if "计数" in fault] == [
        "2026-11的计数没有公布，或者已经不在公示网站上。"
    ]


def test_annual_report_is_proven_and_missed_when_it_is_gone(visit, people, logged):
    an_adopted_report(people.body)
    deliver(), write_log(), write_log()
    assert [leaf.type for _, leaf in site_log().leaves()][-1] == "report"
    assert visit().faults == []
    PublicReport.objects.all().delete()
    (fault,) = visit(2).faults
    assert "日志里也没有撤下的记录" in fault


def test_portal_whose_open_data_lack_a_table_is_read_and_missed_things_are_found(visit, people, logged, monkeypatch):
    an_adopted_report(people.body)
    deliver(), write_log(), write_log()
    fewer = [one for one in open_data.DATA_SETS if one.name != "annual-reports"]
    with monkeypatch.context() as before:
        before.setattr(open_data, "DATA_SETS", fewer)
        assert ["日志里也没有撤下的记录" in fault for fault in visit().faults] == [True]
        open_data.make()
    assert open_data.make_if_due()
    assert not open_data.make_if_due()
