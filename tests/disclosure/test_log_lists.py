"""Every published edition of a list stands in the public log by the fingerprints of its files; its end is said there too."""

import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.builders.catalogues import a_head, an_adopted_edition
from tests.builders.directory import an_officer
from tests.builders.disclosure import deliver
from tests.builders.public_site import count_the_month
from tests.builders.standing import a_public_edition, approved, proposed, released, taken_back
from yangguang.base import verifying
from yangguang.base.events import SYSTEM
from yangguang.base.models import Delivery, LedgerEntry, LogLeaf
from yangguang.base.static.verify import check_publication as verifier
from yangguang.base.tlog.monitor import Monitor
from yangguang.base.tlog.site_log import site_log
from yangguang.bulletin.api import PublicList, PublicMonth, list_files, open_data, pages_on_disk
from yangguang.catalogues.use_cases.repeal_edition import repeal_edition
from yangguang.directory.use_cases.leave_post import leave_post
from yangguang.disclosure.models import StandingPublication
from yangguang.disclosure.month_counts import is_on_its_way
from yangguang.disclosure.plugs.people import forget_those_who_left
from yangguang.disclosure.plugs.public_log import write_log
from yangguang.disclosure.rules.standing import ChangeKind
from yangguang.disclosure.use_cases.retell_list import retell_list
from yangguang.kernel import clock
from yangguang.kernel.digests import digest_of
from yangguang.kernel.moment import Moment

pytestmark = pytest.mark.django_db
CHECKS = {"tlog", "log_pages", "log_lists", "log_months", "public_pages"}


def found():
    return [fault for _, _, faults in verifying.run(CHECKS) for fault in faults if "guides" not in fault]


def said():
    return [(leaf.type, leaf.ver, leaf.ground) for _, leaf in site_log().leaves()]


@pytest.fixture
def edition():
    one = a_public_edition()
    write_log(), write_log()
    return one


@pytest.fixture
def visit(client, tmp_path):
    def fetch(address):
        answer = client.get(address)
        return None if answer.status_code in (404, 503) else b"".join(answer)

    def visit(hours=1):
        with clock.frozen(clock.now() + timedelta(hours=hours)):
            open_data.make()
            return Monitor(tmp_path / "kept", fetch).visit().faults

    return visit


def get(client, edition, suffix):
    return client.get(f"/lists/{edition.public_id}/files/{suffix}").content


def test_published_edition_is_said_by_the_fingerprints_of_its_files(client, edition, visit):
    assert said() == [("list_snapshot", 1, "")]
    snapshot, proof = get(client, edition, "snapshot"), get(client, edition, "tlog-proof")
    leaf = verifier.check(client.get("/tlog/key").content.decode(), snapshot, proof)
    assert (leaf["type"], edition.public_id in json.dumps(leaf)) == ("list_snapshot", False)
    told = json.loads(snapshot)
    assert told["files"] == {
        suffix: digest_of(get(client, edition, suffix)) for suffix in ("xlsx", "csv", "json", "pdf")
    }
    assert told["files"]["xlsx"] in client.get(f"/lists/{edition.public_id}").content.decode()
    assert found() == []
    assert visit() == []


def test_files_drawn_twice_are_the_same(edition):
    before = PublicList.objects.get().files
    list_files.put_files(edition.public_id)
    assert PublicList.objects.get().files == before


def test_citizen_checks_a_file_by_its_fingerprint_on_the_page(client, edition):
    digest = digest_of(get(client, edition, "csv"))
    page = client.get(f"/verify/?n={digest.upper()}").content.decode()
    assert "这是本站公开的清单文件" in page
    assert str(PublicList.objects.get().title) in page
    assert "没有查到" in client.get(f"/verify/?n={'0' * 64}").content.decode()


def test_verifier_takes_the_file_of_a_list_along(client, edition, tmp_path):
    names = {"key": client.get("/tlog/key").content, "s.json": get(client, edition, "snapshot"),
             "p": get(client, edition, "tlog-proof"), "list.xlsx": get(client, edition, "xlsx")}  # fmt: skip
    for name, content in names.items():
        (tmp_path / name).write_bytes(content)
    asked = [sys.executable, "-I", Path(verifier.__file__), *(tmp_path / name for name in names)]
    told = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert (told.returncode, "list_snapshot" in told.stdout) == (0, True)
    (tmp_path / "list.xlsx").write_bytes(names["list.xlsx"] + b" ")
    told = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert (told.returncode, "none of those" in told.stdout) == (1, True)
    with pytest.raises(verifier.Wrong, match="snapshot"):
        verifier.check_file(b"{}", b"")


def test_edition_that_is_superseded_or_repealed_gets_its_leaf_and_stays_to_be_checked(client, edition, visit):
    second = an_adopted_edition(body=edition.body, from_day=date(2026, 6, 1), version="2026年第2版")
    deliver(), write_log()
    assert said() == [("list_snapshot", 1, ""), ("expire", 2, "superseded")]
    released(second), write_log(), write_log()
    assert said()[2:] == [("list_snapshot", 1, "")]
    repeal_edition(
        edition=second, ends_on=clock.today(), reason="不再适用", actor=a_head(edition.body), at=Moment.now()
    )
    deliver(), write_log(), write_log()
    assert said()[3:] == [("withdraw", 2, "repealed")]
    key = client.get("/tlog/key").content.decode()
    for one in (edition, second):
        verifier.check(key, get(client, one, "snapshot"), get(client, one, "tlog-proof"))
    assert found() == []
    assert visit() == []
    count_the_month()
    totals = PublicMonth.objects.get().content["totals"]
    assert (totals["lists"], totals["lists_ended"]) == (2, 2)
    assert found() == []


@pytest.mark.parametrize("how", ["superseded", "repealed"])
def test_end_of_an_edition_is_said_on_its_day_and_not_before(edition, visit, how):
    day = clock.today() + timedelta(days=10)
    if how == "superseded":
        second = an_adopted_edition(body=edition.body, from_day=day, version="2026年第2版")
        released(second)
    else:
        repeal_edition(edition=edition, ends_on=day, reason="不再适用", actor=a_head(edition.body), at=Moment.now())
        deliver()
    write_log(), write_log()
    kind = "expire" if how == "superseded" else "withdraw"
    assert (kind, 2, how) not in said()
    with clock.frozen(clock.beijing(day, 0) - timedelta(seconds=1)):
        write_log(), write_log()
        assert (kind, 2, how) not in said()
    with clock.frozen(clock.beijing(day, 0) + timedelta(seconds=1)):
        write_log(), write_log()
        assert said().count((kind, 2, how)) == 1
        assert (found(), visit()) == ([], [])


def test_end_waits_for_the_proof_of_the_files(client):
    edition = a_public_edition()
    an_adopted_edition(body=edition.body, from_day=date(2026, 6, 1), version="2026年第2版")
    deliver()
    assert LogLeaf.objects.get().salt, "the proof has still to be written from it"
    write_log(), write_log()
    assert said() == [("list_snapshot", 1, ""), ("expire", 2, "superseded")]
    verifier.check(
        client.get("/tlog/key").content.decode(), get(client, edition, "snapshot"), get(client, edition, "tlog-proof")
    )
    assert found() == []


def test_edition_that_ended_and_is_corrected_or_put_back_is_said_to_have_ended_still(edition, visit):
    second = an_adopted_edition(body=edition.body, from_day=date(2026, 6, 1), version="2026年第2版")
    released(second), write_log(), write_log()
    publication = StandingPublication.objects.get(edition=edition)
    old = publication.copy["rows"][0]["cells"]["violation"]
    approved(proposed(publication, ChangeKind.CORRECT, replacements=[(old, f"{old}（补正）")]))
    write_log(), write_log(), write_log()
    assert (found(), visit()) == ([], [])
    down = taken_back(publication)
    write_log(), write_log()
    assert (found(), visit(2)) == ([], [])
    approved(proposed(down, ChangeKind.RESTORE, reason="核实无误，恢复公开。"))
    write_log(), write_log(), write_log()
    ref = LogLeaf.objects.filter(subject_ref=edition.public_id).order_by("version")
    assert [(one.kind, one.ground) for one in ref] == [
        ("list_snapshot", ""), ("expire", "superseded"), ("correct", ""), ("expire", "superseded"), ("withdraw", "mistaken"),
        ("correct", ""), ("expire", "superseded"),
    ]  # fmt: skip
    assert (found(), visit(3)) == ([], [])


def test_list_that_is_corrected_taken_back_and_put_back_is_said_each_time(client, edition, visit):
    publication = StandingPublication.objects.get()
    old = publication.copy["rows"][0]["cells"]["violation"]
    approved(proposed(publication, ChangeKind.CORRECT, replacements=[(old, f"{old}（补正）")]))
    write_log(), write_log()
    verifier.check(
        client.get("/tlog/key").content.decode(), get(client, edition, "snapshot"), get(client, edition, "tlog-proof")
    )
    assert (found(), visit()) == ([], [])
    down = taken_back(publication)
    assert found() == [], "what is on its way is waited for"
    write_log(), write_log()
    assert PublicList.objects.get().files == {}
    assert (found(), visit(2)) == ([], [])
    approved(proposed(down, ChangeKind.RESTORE, reason="核实无误，恢复公开。"))
    write_log(), write_log()
    assert (found(), visit(3)) == ([], [])
    assert said() == [
        ("list_snapshot", 1, ""), ("correct", 2, ""), ("withdraw", 3, "mistaken"), ("correct", 4, ""),
    ]  # fmt: skip
    count_the_month()
    totals = PublicMonth.objects.get().content["totals"]
    assert (totals["lists"], totals["lists_ended"]) == (3, 1)
    assert found() == []


def test_month_waits_for_a_list_whose_files_are_not_drawn(edition):
    queued = Delivery.objects.filter(listener="bulletin.list_public_log", entry__event="ListReleased")
    assert queued.update(done_at=None, next_try_at=clock.now() + timedelta(days=90)) == 1
    assert is_on_its_way(clock.now() + timedelta(days=1))


def test_edition_from_before_lists_were_said_is_said_once():
    one = an_adopted_edition()
    hands = [["采集", one.drafted_by_ref, one.drafted_by_name, "2026-01-01"]]
    StandingPublication.objects.create(
        ref=one.public_id, edition=one, body=one.body, status="published", version=1, hands=hands,
        published_on=one.adopted_on,
    )  # fmt: skip
    deliver(), list_files.put_files(one.public_id)
    PublicList.objects.update(files={})
    write_log(), write_log(), write_log()
    assert said() == [("list_snapshot", 1, "")]
    assert pages_on_disk.list_file_of(one.public_id, "tlog-proof").exists()
    assert found() == []


def test_edition_that_ended_before_lists_were_said_is_said_with_its_end():
    one = an_adopted_edition()
    StandingPublication.objects.create(
        ref=one.public_id, edition=one, body=one.body, status="published", version=1, published_on=one.adopted_on
    )
    deliver(), list_files.put_files(one.public_id)
    an_adopted_edition(body=one.body, from_day=date(2026, 6, 1), version="2026年第2版")
    deliver(), write_log(), write_log()
    assert said() == [("list_snapshot", 1, ""), ("expire", 2, "superseded")]
    assert pages_on_disk.list_file_of(one.public_id, "tlog-proof").exists()
    assert found() == []


@pytest.mark.parametrize("ended", [False, True])
def test_list_whose_files_were_made_anew_for_somebody_who_left_is_said_again(visit, ended):
    edition = a_public_edition()
    officer = an_officer(body=edition.body)
    number = officer.certificates.get().number
    LogLeaf.objects.all().delete()
    StandingPublication.objects.update(digest="")
    deliver()
    row = {"code": number, "cells": {"number": number}}
    columns = [{"name": "number", "label": "证件编号"}]
    PublicList.objects.update(list_kind="officers", columns=columns, rows=[row])
    list_files.put_files(edition.public_id)
    write_log(), write_log()
    end, again = [], []
    if ended:
        an_adopted_edition(body=edition.body, from_day=date(2026, 6, 1), version="2026年第2版")
        deliver(), write_log()
        end, again = [("expire", 2, "superseded")], [("expire", 4, "superseded")]
    before = PublicList.objects.get().files
    leave_post(officer=officer, left_on=date(2026, 11, 1), actor=SYSTEM, at=Moment.now())
    deliver(), forget_those_who_left()
    assert PublicList.objects.get().files != before
    assert found() == [], "what is on its way is waited for"
    write_log(), write_log(), write_log()
    forget_those_who_left()
    assert LedgerEntry.objects.filter(event="ListDrawnAnew").count() == 1
    assert said() == [("list_snapshot", 1, ""), *end, ("correct", 2 + ended, ""), *again]
    assert found() == []
    assert visit() == []


@pytest.mark.parametrize(
    ("what", "words"), [("leaf", "没有写入存证日志"), ("proof", "缺少存证证明"), ("files", "没有可以下载的文件")]
)
def test_edition_without_leaf_proof_or_files_is_found(edition, what, words):
    if what == "leaf":
        LogLeaf.objects.all().delete()
    elif what == "proof":
        pages_on_disk.remove_list_file(edition.public_id, "tlog-proof")
    else:
        PublicList.objects.update(files={})
    assert [fault for fault in found() if words in fault]


@pytest.mark.parametrize("what", ["file", "row", "gone", "proof"])
def test_list_that_was_changed_or_removed_is_found_from_inside_and_outside(edition, visit, what):
    path = pages_on_disk.list_file_of(edition.public_id, "csv")
    if what == "file":
        path.write_bytes(path.read_bytes().replace("警告".encode(), "罚款".encode()) + b"\n")
    elif what == "row":
        PublicList.objects.update(files={**PublicList.objects.get().files, "csv": "0" * 64})
    elif what == "gone":
        PublicList.objects.all().delete()
    else:
        proof = pages_on_disk.list_file_of(edition.public_id, "tlog-proof")
        proof.write_bytes(proof.read_bytes().replace(b"index 0", b"index 1"))
    assert found() != []
    assert visit(2) != []


def test_list_drawn_anew_is_recorded_with_the_fingerprint_of_what_the_log_says(edition):
    retell_list(edition=edition, digest="a" * 64, actor=SYSTEM, at=Moment.now())
    entry = LedgerEntry.objects.get(event="ListDrawnAnew")
    assert (entry.subject_ref, entry.facts["digest"], entry.chain) == (
        edition.public_id, "a" * 64, edition.body.public_id,
    )  # fmt: skip
    deliver()
    assert LogLeaf.objects.get(subject_ref=edition.public_id).version == 1, "the same files are not said twice"
