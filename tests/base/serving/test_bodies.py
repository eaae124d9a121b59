"""A long body is read where it arrives, whole and no further – and ends early when its sender hangs up or falls silent."""

import io
import socket
from random import Random

import pytest
from gunicorn.http.body import Body as ServersBody
from gunicorn.http.body import LengthReader
from gunicorn.http.unreader import SocketUnreader

from yangguang.base.serving.bodies import BLOCK, Body

CONTENT = Random(3).randbytes(BLOCK + 500_000)


@pytest.fixture
def line():
    near, far = socket.socketpair()
    near.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4 * BLOCK)
    yield near, far
    near.close()
    far.close()


def body_of(far, length, *, ahead=b"", silence=5.0):
    """What the web server hands over when the head of a request is read, and `ahead` of its body with it."""
    source = SocketUnreader(far)
    source.unread(ahead)
    theirs = ServersBody(LengthReader(source, length))
    return Body({"wsgi.input": theirs, "gunicorn.socket": far}, silence=silence), theirs


def everything(body, length):
    come = b""
    while len(come) < length and (block := body.read(length - len(come))):
        come += block
    return come


def sending(near, content):
    import threading

    sender = threading.Thread(target=near.sendall, args=[content])
    sender.start()
    return sender


@pytest.mark.parametrize("ahead", [0, 1, 8000])
def test_body_comes_whole_and_the_next_request_stays(line, ahead):
    near, far = line
    sender = sending(near, CONTENT[ahead:] + b"GET /next")
    body, theirs = body_of(far, len(CONTENT), ahead=CONTENT[:ahead])
    assert everything(body, len(CONTENT)) == CONTENT
    sender.join()
    assert theirs.reader.length == 0
    assert not theirs.failed
    assert far.recv(100) == b"GET /next"


def test_block_lasts_until_the_one_after_the_next(line):
    near, far = line
    sender = sending(near, CONTENT)
    body, _ = body_of(far, len(CONTENT))
    first, second = body.read(1000), body.read(1000)
    assert (bytes(first), bytes(second)) == (CONTENT[:1000], CONTENT[1000:2000])
    everything(body, len(CONTENT) - 2000)
    sender.join()


@pytest.mark.parametrize("come", [0, 1, 70_000])
def test_sender_who_hangs_up_has_sent_less(line, come):
    near, far = line
    near.sendall(CONTENT[:come])
    near.close()
    body, theirs = body_of(far, len(CONTENT))
    assert everything(body, len(CONTENT)) == CONTENT[:come]
    assert theirs.failed


def test_sender_who_falls_silent_has_sent_less(line):
    near, far = line
    near.sendall(CONTENT[:70_000])
    body, theirs = body_of(far, len(CONTENT), silence=0.1)
    assert everything(body, len(CONTENT)) == CONTENT[:70_000]
    assert theirs.failed


def test_another_server_hands_its_bytes_over():
    body = Body({"wsgi.input": io.BytesIO(CONTENT)}, silence=1.0)
    assert everything(body, len(CONTENT)) == CONTENT
