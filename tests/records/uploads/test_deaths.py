"""A process killed between any two steps of receiving leaves the upload to be resumed or the stored file – never neither."""

import hashlib
import os
import signal

import pytest
from django.db import connections

from tests.builders.cases import an_open_case, handler_of
from tests.builders.media import a_recording, began, brought, sent, spoken
from yangguang.base import ledger, vault, verifying
from yangguang.base.events import SYSTEM
from yangguang.kernel import disk, growing
from yangguang.kernel.moment import Moment
from yangguang.records import incoming
from yangguang.records.models import MediaManifest, Upload
from yangguang.records.use_cases import _receive_part, finish_upload
from yangguang.records.use_cases._sweep_uploads import sweep_uploads

CONTENT = a_recording(200_000)
HALF = 100_000


def die(*given, **named):
    os.kill(os.getpid(), signal.SIGKILL)


def after(real):
    """Do it, then die."""
    return lambda *given, **named: (real(*given, **named), die())


STEPS = {
    "before the part is counted": (growing.Growing, "sync", die),
    "when the part is counted": (_receive_part, "finish_upload", die),
    "before the move": (vault, "adopt", die),
    "while it moves": (growing.os, "rename", after(os.rename)),
    "after the move": (finish_upload, "written_down", die),
    "before the line": (ledger, "record", die),
    "after the line": (finish_upload, "written_down", after(finish_upload.written_down)),
    "while the place is cleared": (disk, "sync_folder", None),
}


def in_a_child(patch, work):
    """Run it in a process of its own, which must not come back."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        try:
            with pytest.MonkeyPatch.context() as patched:
                patched.setattr(*patch)
                os.write(2, f"it came back: {work()!r}\n".encode())
        except BaseException as fault:
            os.write(2, f"it came back: {fault!r}\n".encode())
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def dying_when_cleared(real):
    """Die at the last touch of the folder things come into."""

    def touched(folder):
        real(folder)
        if folder == incoming.folder() and MediaManifest.objects.exists():
            die()

    return touched


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("who", ["the sender", "the job process"])
def test_killed_between_two_steps_it_is_resumable_or_whole(client, step, who):
    target, name, deed = STEPS[step]
    vault.path_of(hashlib.sha256(CONTENT).hexdigest()).unlink(
        missing_ok=True
    )  # what is there already is not moved again
    case = an_open_case()
    client.force_login(handler_of(case))
    address = began(client, case.public_id, len(CONTENT))["Location"]
    assert sent(client, address, 0, CONTENT[:HALF]).status_code == 204
    deed = deed or dying_when_cleared(disk.sync_folder)
    died = in_a_child((target, name, deed), lambda: sent(client, address, HALF, CONTENT[HALF:]))
    assert died == -signal.SIGKILL, "the step was never reached"
    assert sound()
    if who == "the job process":
        sweep_uploads(actor=SYSTEM, at=Moment.now())
    offset = int(spoken(client, "HEAD", address)["Upload-Offset"])
    assert offset in {HALF, len(CONTENT)}
    if offset == HALF:
        assert sent(client, address, HALF, CONTENT[HALF:]).status_code == 204
    made = MediaManifest.objects.get()
    assert made.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert vault.path_of(made.sha256).read_bytes() == CONTENT
    assert ledger.entries_about("media", made.public_id).count() == 1
    assert sound()
    vault.path_of(made.sha256).unlink()


def sound():
    return not [
        fault for _, _, faults in verifying.run({"media", "uploads", "vault", "ledger", "triggers"}) for fault in faults
    ]


@pytest.mark.django_db
def test_left_too_long_an_upload_is_removed_by_the_job(client, settings):
    case = an_open_case()
    client.force_login(handler_of(case))
    address = began(client, case.public_id, len(CONTENT))["Location"]
    sent(client, address, 0, CONTENT[:HALF])
    upload = Upload.objects.get()
    assert sweep_uploads(actor=SYSTEM, at=Moment.now()) == 0
    Upload.objects.filter(pk=upload.pk).update(expires_at=Moment.now().recorded_at)
    assert sweep_uploads(actor=SYSTEM, at=Moment.now()) == 1
    upload.refresh_from_db()
    assert upload.state == "expired"
    assert not incoming.part_of(upload.public_id).exists()
    assert spoken(client, "HEAD", address).status_code == 410


@pytest.mark.django_db
def test_stray_file_without_an_upload_is_removed_once_it_is_old(client):
    case = an_open_case()
    client.force_login(handler_of(case))
    began(client, case.public_id, 10)
    known = incoming.part_of(Upload.objects.get().public_id)
    stray, fresh = incoming.part_of("z" * 26), incoming.part_of("y" * 26)
    for path in (stray, fresh):
        path.write_bytes(b"x")
    long_ago = Moment.now().recorded_at.timestamp() - 90_000
    for path in (known, stray):
        os.utime(path, (long_ago, long_ago))
    now = Moment.now().recorded_at.timestamp()
    os.utime(fresh, (now, now))
    sweep_uploads(actor=SYSTEM, at=Moment.now())
    assert known.exists()
    assert fresh.exists()
    assert not stray.exists()
    fresh.unlink()


@pytest.mark.django_db
@pytest.mark.parametrize("harm", ["what was acknowledged", "the manifest's file"])
def test_verify_names_what_is_missing(client, harm):
    case = an_open_case()
    client.force_login(handler_of(case))
    if harm == "what was acknowledged":
        address = began(client, case.public_id, len(CONTENT))["Location"]
        sent(client, address, 0, CONTENT[:HALF])
        os.truncate(incoming.part_of(Upload.objects.get().public_id), HALF - 1)
    else:
        brought(client, case.public_id, CONTENT)
        vault.path_of(MediaManifest.objects.get().sha256).unlink()
    assert not sound()


@pytest.mark.django_db
def test_disk_that_is_full_keeps_what_was_acknowledged(client, monkeypatch):
    case = an_open_case()
    client.force_login(handler_of(case))
    address = began(client, case.public_id, len(CONTENT))["Location"]
    sent(client, address, 0, CONTENT[:HALF])

    def full(*given):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(growing.Growing, "append", full)
        assert sent(client, address, HALF, CONTENT[HALF:]).status_code == 507
    assert sent(client, address, HALF, CONTENT[HALF:]).status_code == 204


@pytest.mark.django_db
def test_no_upload_begins_on_a_disk_without_room(client, settings):
    case = an_open_case()
    client.force_login(handler_of(case))
    settings.UPLOAD_ROOM_LEFT = 2**60
    assert began(client, case.public_id, 10).status_code == 413
    assert not Upload.objects.exists()
