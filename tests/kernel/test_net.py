"""The door to the network opens to the named hosts, by TLS, and to nobody they point at."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from yangguang.kernel import net
from yangguang.kernel.refusal import Refused


@contextmanager
def a_service(status=200, to=""):
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            asked.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(status)
            if to:
                self.send_header("Location", to)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"ok")

        def log_message(self, *args):
            """Nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/", asked
        server.shutdown()


def test_closed_door_sends_nothing():
    with pytest.raises(Refused, match="没有开通对外连接"):
        net.send("POST", "https://api.example/")


def test_named_host_is_asked_and_the_door_closes_again():
    with a_service() as (address, asked):
        with net.through(net.client_for({"127.0.0.1"})):
            assert net.send("POST", address, b"told") == (200, b"ok")
        with pytest.raises(Refused):
            net.send("POST", address, b"told")
    assert asked == [b"told"]


@pytest.mark.parametrize(
    "address",
    ["https://other.example/", "http://api.example/", "https://api.example.other/", "https://api.example@other.example/",
     "file:///etc/passwd", "ftp://api.example/"],
)  # fmt: skip
def test_anything_but_a_named_host_by_tls_is_refused(address):
    with net.through(net.client_for({"api.example"})), pytest.raises(Refused, match="没有登记"):
        net.send("POST", address, b"told")


def test_redirect_is_not_followed():
    with (
        a_service() as (elsewhere, asked_elsewhere),
        a_service(status=302, to=elsewhere) as (address, asked),
        net.through(net.client_for({"127.0.0.1"})),
    ):
        assert net.send("POST", address, b"told")[0] == 302
    assert asked
    assert not asked_elsewhere


def test_nobody_there_is_said_without_the_address():
    with a_service() as (address, _):
        pass
    with net.through(net.client_for({"127.0.0.1"})), pytest.raises(net.Unreachable) as fault:
        net.send("POST", f"{address}?key=secret")
    assert "secret" not in str(fault.value)
