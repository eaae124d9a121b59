"""What goes out leaves a leaf, what stands has its proof, and whoever changes either is found."""

import json
from datetime import timedelta

import pytest

from tests.builders.disclosure import deliver, release, withdraw
from tests.disclosure.test_prepare_correction import correct
from yangguang.base import verifying
from yangguang.base.events import SYSTEM
from yangguang.base.models import LogLeaf
from yangguang.base.static.verify import check_publication as verifier
from yangguang.base.tlog.site_log import site_log
from yangguang.bulletin.api import Notice, pages_on_disk
from yangguang.disclosure.plugs.public_log import tell_what_stands, write_log
from yangguang.disclosure.use_cases.end_publication import end_publication
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

pytestmark = pytest.mark.django_db
CHECKS = {"tlog", "log_pages", "publications", "public_pages"}


def found():
    return [fault for _, _, faults in verifying.run(CHECKS) for fault in faults]


def said():
    return [(place, leaf.type, leaf.ver) for place, leaf in site_log().leaves()]


@pytest.fixture
def logged(published):
    deliver()
    write_log()
    assert found() == []
    return published


def test_citizen_checks_a_published_decision_without_trusting_the_agency(client, logged):
    address = f"/decisions/{logged.notice_ref}"
    assert f"{address}/decision.tlog-proof" in client.get(address).content.decode()
    copy, proof = client.get(f"{address}/copy.json").content, client.get(f"{address}/decision.tlog-proof").content
    leaf = verifier.check(client.get("/tlog/key").content.decode(), copy, proof)
    assert (leaf["type"], leaf["seq"], leaf["ver"]) == ("publish", 0, 1)
    entries = client.get("/tlog/tile/entries/000.p/1").content
    told = json.loads(entries[2:])
    assert told == leaf
    assert logged.decision.number.encode() not in entries
    assert logged.notice_ref.encode() not in entries
    assert client.get("/tlog/checkpoint").content in proof
    for hidden in ("private/key", "../private/key", "tile/0/001", "tile/0/000.p/2", "lock", "cosigned"):
        assert client.get(f"/tlog/{hidden}").status_code == 404


def test_proof_that_is_not_written_yet_is_said_to_come(client, published):
    deliver()
    answer = client.get(f"/decisions/{published.notice_ref}/decision.tlog-proof")
    assert (answer.status_code, "一分钟" in answer.content.decode()) == (503, True)
    assert client.get(f"/decisions/{'a' * 26}/decision.tlog-proof").status_code == 404


def test_withdrawal_leaves_a_leaf_and_takes_salt_and_proof(client, people, logged):
    withdraw(logged, people)
    deliver()
    assert client.get(f"/decisions/{logged.notice_ref}/decision.tlog-proof").status_code == 404
    write_log(), write_log()
    assert found() == []
    assert said() == [(0, "publish", 1), (1, "withdraw", 2)]
    assert set(LogLeaf.objects.values_list("salt", flat=True)) == {""}
    _, last = list(site_log().leaves())[-1]
    assert (last.commit, last.prev != "", last.ground != "") == ("", True, True)


def test_withdrawal_that_overtakes_the_release_leaves_no_leaf(people, published):
    entry = LogLeaf.objects.get().entry
    LogLeaf.objects.all().delete()  # the release has not reached the log when the withdrawal does
    withdraw(published, people)
    tell_what_stands(entry), write_log()
    assert not site_log().begun
    assert found() == []


def test_correction_and_end_are_said_and_only_what_stands_keeps_its_salt(people, logged):
    correct(logged, people)
    release(logged, people)
    assert not pages_on_disk.proof_of(logged.notice_ref).exists(), (
        "the earlier proof has the salt of what was corrected"
    )
    write_log()
    assert pages_on_disk.proof_of(logged.notice_ref).exists()
    assert found() == []
    assert LogLeaf.objects.exclude(salt="").get().version == 2
    logged.refresh_from_db()
    with clock.frozen(clock.beijing(logged.until + timedelta(days=1))):
        end_publication(publication_id=logged.pk, actor=SYSTEM, at=Moment.now())
        deliver()
        write_log()
        assert found() == []
    assert said() == [(0, "publish", 1), (1, "correct", 2), (2, "expire", 3)]
    leaves = [leaf for _, leaf in site_log().leaves()]
    assert [leaf.prev for leaf in leaves] == ["", leaves[0].commit, leaves[1].commit]


def test_each_event_is_said_once_however_often_it_is_delivered(logged):
    entry = LogLeaf.objects.get().entry
    tell_what_stands(entry), write_log()
    LogLeaf.objects.update(place=None)  # as if the process had died between the log and the database
    write_log()
    assert said() == [(0, "publish", 1)]
    assert found() == []


def test_publication_from_before_there_was_a_log_is_said_once(published):
    deliver()
    LogLeaf.objects.all().delete()
    write_log(), write_log()
    assert said() == [(0, "publish", 1)]
    assert found() == []


@pytest.mark.parametrize(
    "what", ["row", "deleted row", "salt", "page", "no page", "proof", "tile", "checkpoint", "leaf"]
)
def test_whatever_is_changed_behind_the_back_is_found(people, logged, what):
    ref, log = logged.notice_ref, site_log()
    if what == "row":
        Notice.objects.filter(ref=ref).update(conclusion="罚款1元")
    elif what == "deleted row":
        Notice.objects.filter(ref=ref).delete()
    elif what == "salt":
        LogLeaf.objects.update(salt="0" * 64)
    elif what == "page":
        path = pages_on_disk.path_of(ref)
        path.write_text(path.read_text(encoding="utf-8").replace("罚款", "警告"), encoding="utf-8")
    elif what == "no page":
        pages_on_disk.path_of(ref).unlink()
    elif what == "proof":
        pages_on_disk.proof_of(ref).unlink()
    elif what == "tile":
        path = log.place.public / "tile/0/000.p/1"
        path.write_bytes(bytes(32))
    elif what == "checkpoint":
        older = log.checkpoint_path.read_bytes()
        withdraw(logged, people)
        deliver()
        write_log()
        log.checkpoint_path.write_bytes(older)
    else:
        LogLeaf.objects.update(commitment="0" * 64)
    assert found() != []
