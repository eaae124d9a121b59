"""Lines that break, processes that die, two who send at once – on a desk that is really served."""

import hashlib
import json
import time
from pathlib import Path

import pytest

from tests.builders.media import a_recording, promised, told_of
from tests.builders.served_desk import OCTETS, Desk, heard

PART = 600_000
CONTENT = a_recording(2 * PART)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    made = Desk(tmp_path_factory.mktemp("desk"))
    yield made
    made.stop()


def began(desk, length=2 * PART):
    told = told_of(filename="现场.mp4", case=desk.known["case"])
    status, headers = desk.asked("POST", "/desk/uploads/", Upload_Length=length, Upload_Metadata=told)
    assert status == 201
    return headers["Location"]


def offset_of(desk, address, settled=None):
    """What the server acknowledges; where it may still be noticing a cut, once it says what is expected."""
    for _ in range(200):
        status, headers = desk.asked("HEAD", address)
        assert status == 200
        if settled is None or int(headers["Upload-Offset"]) == settled:
            break
        time.sleep(0.02)
    return int(headers["Upload-Offset"])


def sent(desk, address, offset, content, **headers):
    """A part, again while another one is still being let go of."""
    for _ in range(200):
        status, told = desk.asked("PATCH", address, content, Upload_Offset=offset, **headers)
        if status != 423:
            return status, told
        time.sleep(0.02)
    raise AssertionError("still locked")


def cut(desk, address, offset, content, come, **headers):
    """Announce a part, send only the first bytes of it, and hang up."""
    with desk.line() as line:
        head = desk.said("PATCH", address, announced=len(content), Content_Type=OCTETS, Upload_Offset=offset, **headers)
        line.sendall(head + content[:come])


def kept(desk):
    found = [path for path in Path(desk.environment["YANGGUANG_DATA_DIR"]).glob("vault/??/??/*")]
    return {hashlib.sha256(path.read_bytes()).hexdigest() for path in found} == {path.name for path in found}


@pytest.mark.parametrize("come", [0, 1, PART - 1, PART])
def test_what_came_before_a_cut_is_kept_and_the_rest_goes_on(desk, come):
    address = began(desk)
    cut(desk, address, 0, CONTENT[: PART + 1], come)
    assert offset_of(desk, address, settled=come) == come
    assert sent(desk, address, come, CONTENT[come:])[0] == 204
    assert offset_of(desk, address) == len(CONTENT)
    assert kept(desk)


def test_cut_one_byte_before_the_end_goes_on_with_that_byte(desk):
    address, end = began(desk), len(CONTENT)
    assert sent(desk, address, 0, CONTENT[:PART])[0] == 204
    cut(desk, address, PART, CONTENT[PART:], end - 1 - PART)
    assert offset_of(desk, address, settled=end - 1) == end - 1
    assert sent(desk, address, end - 1, CONTENT[-1:])[0] == 204


def test_cut_part_whose_checksum_was_promised_leaves_nothing(desk):
    address = began(desk)
    assert sent(desk, address, 0, CONTENT[:10])[0] == 204
    cut(desk, address, 10, CONTENT[10:PART], 1000, Upload_Checksum=promised(CONTENT[10:PART]))
    time.sleep(0.3)
    assert offset_of(desk, address) == 10
    assert sent(desk, address, 10, CONTENT[10:])[0] == 204


def test_second_client_is_turned_away_while_the_first_one_sends(desk):
    address = began(desk)
    with desk.line() as first:
        head = desk.said("PATCH", address, announced=PART, Content_Type=OCTETS, Upload_Offset=0, Connection="close")
        first.sendall(head + CONTENT[:1000])
        statuses = set()
        for _ in range(50):
            statuses.add(desk.asked("PATCH", address, b"", Upload_Offset=0)[0])
            if 423 in statuses:
                break
            time.sleep(0.02)
        assert 423 in statuses
        first.sendall(CONTENT[1000:PART])
        assert heard(first)[0] == 204
    assert offset_of(desk, address) == PART


def test_worker_killed_in_the_middle_of_a_part_leaves_what_was_acknowledged(desk):
    address = began(desk)
    assert sent(desk, address, 0, CONTENT[:PART])[0] == 204
    with desk.line() as line:
        head = desk.said("PATCH", address, announced=PART, Content_Type=OCTETS, Upload_Offset=PART)
        line.sendall(head + CONTENT[PART : PART + 1000])
        time.sleep(0.2)
        desk.kill_worker()
    assert offset_of(desk, address) == PART
    assert sent(desk, address, PART, CONTENT[PART:])[0] == 204
    verified = desk.run("yangguang", "verify", "--json")
    assert verified.returncode == 0, verified.stdout
    told = {check["check"]: check["faults"] for check in json.loads(verified.stdout)["checks"]}
    assert told["media"] == told["uploads"] == told["vault"] == []


@pytest.mark.daily
def test_long_recording_takes_little_memory(desk):
    size, block = 300 * 1024 * 1024, a_recording(1024 * 1024)
    address = began(desk, size)
    before = desk.most_memory()
    told = hashlib.sha256()
    with desk.line() as line:
        line.sendall(desk.said("PATCH", address, announced=size, Content_Type=OCTETS, Upload_Offset=0))
        for _ in range(size // len(block)):
            line.sendall(block)
            told.update(block)
        assert heard(line)[0] == 204
    assert desk.most_memory() - before < 64 * 1024
    place = Path(desk.environment["YANGGUANG_DATA_DIR"], "vault", told.hexdigest()[:2], told.hexdigest()[2:4])
    assert (place / told.hexdigest()).stat().st_size == size
