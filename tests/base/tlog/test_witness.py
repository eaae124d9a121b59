"""A witness cosigns what grows, and refuses whatever goes back or stands beside what it has cosigned."""

import shutil
from datetime import timedelta

import pytest

from tests.base.tlog.trees import a_log, grow
from yangguang.base.tlog import checkpoint, cosigned, fsck, keys, notes, resuming, witness
from yangguang.base.tlog.log import Log, LogHeld
from yangguang.base.tlog.notes import BadNote
from yangguang.base.tlog.witness import Witness
from yangguang.kernel import clock


@pytest.fixture
def log(tmp_path):
    return a_log(tmp_path / "log", 5)


@pytest.fixture
def seer(tmp_path, log):
    seer = Witness(tmp_path / "witness")
    keys.make_key(seer.key_path, "witness.test/w")
    seer.trust(log.verifier().vkey)
    return seer


def test_witness_cosigns_each_head_that_grows_out_of_the_last(log, seer):
    first = seer.add_checkpoint(cosigned.request(log, 0))
    assert first.status == 200
    grow(log, 300)
    request = cosigned.request(log, 5)
    answer = seer.add_checkpoint(request)
    assert answer.status == 200
    assert seer.seen("example.test/tlog")[0] == 305
    with pytest.raises(BadNote, match="没有认可的见证人"):
        cosigned.take_over(log, witness.cosigned_note(request, answer))
    cosigned.trust_witness(log, seer.verifier().vkey)
    assert cosigned.take_over(log, witness.cosigned_note(request, answer)) == ["witness.test/w"]
    text, found = notes.signed_by(log.checkpoint_path.read_bytes(), [log.verifier(), seer.verifier()])
    assert len(found) == 2
    assert checkpoint.head_of(text) == log.head()
    assert list(fsck.faults(log)) == []
    assert grow(log, 1).size == 306
    assert list(fsck.faults(log)) == []


def test_second_witness_signs_beside_the_first(log, seer, tmp_path):
    other = Witness(tmp_path / "other")
    keys.make_key(other.key_path, "other.test/w")
    other.trust(log.verifier().vkey)
    request = cosigned.request(log, 0)
    for one in (seer, other):
        cosigned.trust_witness(log, one.verifier().vkey)
        cosigned.take_over(log, witness.cosigned_note(request, one.add_checkpoint(request)))
    known = [log.verifier(), seer.verifier(), other.verifier()]
    for path in (log.checkpoint_path, log.place.public / cosigned.NAME):
        assert len(notes.signed_by(path.read_bytes(), known)[1]) == 3


def test_repeated_request_is_cosigned_again_only_with_the_size_that_was_seen(log, seer):
    assert seer.add_checkpoint(cosigned.request(log, 0)).status == 200
    assert (
        seer.add_checkpoint(cosigned.request(log, 0)).status,
        seer.add_checkpoint(cosigned.request(log, 5)).status,
    ) == (
        409,
        200,
    )


def test_nothing_seen_yet_takes_an_empty_proof_and_no_other(log, seer):
    request = cosigned.request(log, 0)
    assert (
        seer.add_checkpoint(request.replace(b"old 0\n", b"old 0\n" + notes.encoded(bytes(32)).encode() + b"\n")).status
        == 422
    )
    assert seer.add_checkpoint(request).status == 200


def test_fork_is_refused_by_the_witness_and_by_the_log(log, seer, tmp_path):
    shutil.copytree(tmp_path / "log", tmp_path / "twin")
    twin = Log(tmp_path / "twin")
    resuming.resume(twin, log.checkpoint_path)
    assert seer.add_checkpoint(cosigned.request(log, 0)).status == 200
    grow(log, 2), grow(twin, 2)
    request = cosigned.request(log, 5)
    answer = seer.add_checkpoint(request)
    assert answer.status == 200
    assert seer.add_checkpoint(cosigned.request(twin, 7)).status == 409
    grow(twin, 1)
    assert seer.add_checkpoint(cosigned.request(twin, 7)).status == 422
    assert seer.seen("example.test/tlog") == (7, log.head().root)
    cosigned.trust_witness(twin, seer.verifier().vkey)
    with pytest.raises(LogHeld, match="分叉"):
        cosigned.take_over(twin, witness.cosigned_note(request, answer))
    with pytest.raises(LogHeld):
        grow(twin, 1)


def test_rollback_is_refused(log, seer):
    earlier = cosigned.request(log, 0)
    grow(log, 1)
    assert seer.add_checkpoint(cosigned.request(log, 0)).status == 200
    assert seer.add_checkpoint(earlier).status == 409
    assert seer.add_checkpoint(earlier.replace(b"old 0", b"old 6")).status == 400
    assert seer.add_checkpoint(earlier.replace(b"old 0", b"old 6")).body


def test_cosigned_head_that_the_log_no_longer_leads_to_is_found(log, seer, tmp_path):
    cosigned.trust_witness(log, seer.verifier().vkey)
    shutil.copytree(tmp_path / "log", tmp_path / "earlier")
    grow(log, 1)
    request = cosigned.request(log, 0)
    cosigned.take_over(log, witness.cosigned_note(request, seer.add_checkpoint(request)))
    earlier = Log(tmp_path / "earlier")
    shutil.copy(log.place.public / "cosigned", earlier.place.public / "cosigned")
    assert any("见证人" in fault for fault in fsck.faults(earlier))


def test_unknown_log_wrong_signature_and_nonsense_are_told_apart(log, seer, tmp_path):
    request = cosigned.request(log, 0)
    assert seer.add_checkpoint(cosigned.request(a_log(tmp_path / "other", 1, "other.test"), 0)).status == 404
    impostor = a_log(tmp_path / "impostor", 1)
    assert seer.add_checkpoint(cosigned.request(impostor, 0)).status == 403
    for nonsense in (
        b"",
        b"old\n\n",
        b"old -1\n\n" + request,
        request.replace(b"old 0", b"old 00"),
        request[:-9],
        b"\xff" * 9,
    ):
        assert seer.add_checkpoint(nonsense).status == 400
    assert seer.add_checkpoint(request).status == 200


def test_site_that_promised_two_cosignatures_is_reminded_until_it_has_them(log, tmp_path):
    def reminders(**later):
        with clock.frozen(clock.now() + timedelta(**later)):
            return list(cosigned.lacking(log, 2, lately=timedelta(days=1)))

    assert list(cosigned.lacking(log, 0, lately=timedelta(days=1))) == []
    assert "只认可了 0 个" in reminders()[0]
    request = cosigned.request(log, 0)
    for number, name in enumerate(("one.test/w", "two.test/w")):
        seer = Witness(tmp_path / f"seer{number}")
        keys.make_key(seer.key_path, name)
        seer.trust(log.verifier().vkey)
        cosigned.trust_witness(log, seer.verifier().vkey)
        cosigned.take_over(log, witness.cosigned_note(request, seer.add_checkpoint(request)))
        assert len(reminders()) == (number == 0)
    assert reminders(days=3) == []  # nothing new was said since
    grow(log, 1)
    assert reminders(hours=20) == []
    assert "还没有人见证" in reminders(hours=30)[0]
    told = cosigned.policy(log, 2)
    assert f"log {log.verifier().vkey}\n" in told
    assert told.endswith("group witnesses 2 w1 w2\nquorum witnesses\n")
