"""A recording of several gigabytes, cut again and again, arrives whole and takes no more memory than a short one."""

import hashlib
from pathlib import Path
from random import Random

import pytest

from tests.builders.media import a_recording, told_of
from tests.builders.served_desk import OCTETS, Desk, heard

MEGABYTE = 1024 * 1024
GIGABYTES_FOR_EACH_FACTOR = 4


@pytest.fixture
def desk(tmp_path):
    made = Desk(tmp_path / "site")
    yield made
    made.stop()


def test_recording_of_gigabytes_arrives_whole_after_many_cuts(desk, request):
    blocks = GIGABYTES_FOR_EACH_FACTOR * 1024 * request.config.getoption("soak")
    block, chance = a_recording(MEGABYTE), Random(7)
    told = told_of(filename="全天.mp4", case=desk.known["case"])
    status, headers = desk.asked("POST", "/desk/uploads/", Upload_Length=blocks * MEGABYTE, Upload_Metadata=told)
    assert status == 201
    address, offset, before, cuts = headers["Location"], 0, desk.most_memory(), 0
    while offset < blocks * MEGABYTE:
        left = blocks * MEGABYTE - offset
        come = min(left, chance.randrange(200 * MEGABYTE, 900 * MEGABYTE))
        with desk.line() as line:
            line.sendall(desk.said("PATCH", address, announced=left, Content_Type=OCTETS, Upload_Offset=offset))
            sent(line, block, offset, come)
            if come == left:
                assert heard(line)[0] == 204
        cuts += 1
        offset = acknowledged(desk, address, offset + come)
    assert cuts > 3
    assert desk.most_memory() - before < 64 * 1024
    whole = hashlib.sha256()
    for _ in range(blocks):
        whole.update(block)
    place = Path(desk.environment["YANGGUANG_DATA_DIR"], "vault", whole.hexdigest()[:2], whole.hexdigest()[2:4])
    assert (place / whole.hexdigest()).stat().st_size == blocks * MEGABYTE
    assert desk.run("yangguang", "verify").returncode == 0


def sent(line, block, offset, count):
    """So many bytes of the endless repetition of a block."""
    while count:
        start = offset % MEGABYTE
        piece = block[start : start + count]
        line.sendall(piece)
        offset, count = offset + len(piece), count - len(piece)


def acknowledged(desk, address, expected):
    """What the server says once it has noticed the cut."""
    for _ in range(600):
        status, headers = desk.asked("HEAD", address)
        assert status in {200, 423}
        if status == 200 and int(headers["Upload-Offset"]) == expected:
            break
    return int(headers["Upload-Offset"])
