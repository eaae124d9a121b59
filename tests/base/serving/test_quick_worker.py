"""What can be answered at once is; everything else goes the usual way, and no request hides inside another."""

import socket
import subprocess
import sys
import time

import pytest


@pytest.fixture(scope="module")
def port():
    """A real server with one such worker."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "-k", "yangguang.base.serving.quick_worker.QuickWorker", "-b",
               f"127.0.0.1:{port}", "--threads", "2", "--keep-alive", "5", "--log-level", "error",
               "tests.base.serving.application_with_answers:application"]  # fmt: skip
    server = subprocess.Popen(command)
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            break
        except OSError:
            time.sleep(0.1)
    yield port
    server.terminate()
    server.wait(20)


@pytest.fixture
def talk(port):
    """One connection that is kept alive; the first request makes it known."""
    line = socket.create_connection(("127.0.0.1", port), timeout=5)

    def say(request):
        line.sendall(request)
        head = b""
        while b"\r\n\r\n" not in head:
            head += line.recv(1)
        length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
        body = b""
        while len(body) < length:
            body += line.recv(min(length - len(body), 65536))
        return body

    yield say
    line.close()


def get(path):
    return f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode()


def test_second_question_on_a_connection_is_answered_at_once(talk):
    assert talk(get("/now")) == b"slow GET /now"
    time.sleep(0.2)
    assert talk(get("/now")) == b"quick"
    assert talk(get("/now")) == b"quick"
    assert talk(get("/other")) == b"slow GET /other"


def test_body_of_a_request_is_never_taken_for_a_request(talk):
    inner = get("/now")
    outer = b"POST /form HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % len(inner)
    assert talk(get("/first")) == b"slow GET /first"
    time.sleep(0.2)
    assert talk(outer) == b"slow POST /form"
    time.sleep(0.2)
    assert talk(inner + get("/after")) == b"slow GET /after"


def test_two_questions_in_one_packet_are_answered_in_turn(talk):
    talk(get("/first"))
    time.sleep(0.2)
    assert talk(get("/now") + get("/b")) == b"slow GET /now"
    assert talk(b"") == b"slow GET /b"


def test_long_answer_reaches_a_slow_visitor_whole(talk):
    talk(get("/first"))
    time.sleep(0.2)
    assert len(talk(get("/much"))) == 9_000_000
