"""The day's root is stamped by an authority outside: a real one of `openssl ts` over HTTP, asked from the outbox alone."""

import shutil
import subprocess
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.builders import cases as build
from tests.builders.media import a_recording, an_original
from yangguang.base import outbox, verifying
from yangguang.base.models import Delivery
from yangguang.kernel import clock
from yangguang.records.custody import close_days
from yangguang.records.models import EvidenceDay

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(shutil.which("openssl") is None, reason="the authority is openssl's"),
]
CONF = """
[tsa]
default_tsa = one
[one]
dir = .
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    """A folder with a root, a stamping certificate and openssl's settings."""
    folder = tmp_path_factory.mktemp("tsa")

    def openssl(*words):
        subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)

    (folder / "tsa.cnf").write_text(CONF)
    (folder / "serial").write_text("01")
    (folder / "usage").write_text("extendedKeyUsage=critical,timeStamping\nbasicConstraints=CA:FALSE\n")
    ec = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    openssl("req", "-x509", *ec, "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Root", "-days", "3650")
    openssl("req", *ec, "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Stamps")
    signing = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "3650", "-extfile", "usage")
    openssl("x509", "-req", "-in", "tsa.csr", *signing, "-out", "tsa.pem")
    return folder


@contextmanager
def serving(folder):
    """The authority over HTTP on this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            (folder / "asked.tsq").write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
            words = ["ts", "-reply", "-config", "tsa.cnf", "-queryfile", "asked.tsq", "-out", "answer.tsr"]
            subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)
            answer = (folder / "answer.tsr").read_bytes()
            self.send_response(200)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *words):
            """Quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/tsa"
        server.shutdown()


def test_day_is_stamped_once_the_authority_answers_and_nothing_waits_for_it(authority, settings, tmp_path):
    case = build.an_open_case()
    an_original(case, a_recording(2000))
    outbox.deliver_all()
    settings.TSA_URL, settings.TSA_ROOTS_FILE = "http://127.0.0.1:9/tsa", str(authority / "ca.pem")
    day_after = clock.today() + timedelta(days=1)
    with clock.frozen(clock.beijing(day_after, 2)):
        assert close_days() == 1
        outbox.deliver_all()
        assert not EvidenceDay.objects.get().stamp, "nobody is there"
        assert Delivery.objects.get(listener="records.stamp").done_at is None
    with serving(authority) as url, clock.frozen(clock.beijing(day_after, 3)):
        settings.TSA_URL = url
        outbox.deliver_all()
        day = EvidenceDay.objects.get()
        assert day.stamp, Delivery.objects.get(listener="records.stamp").last_error
        assert day.stamped_by == "127.0.0.1"
        assert [found for _, _, found in verifying.run({"seals"})] == [[]]
        EvidenceDay.objects.update(stamp=bytes(day.stamp)[:-1] + b"\x00")
        assert any("可信时间戳" in fault for _, _, found in verifying.run({"seals"}) for fault in found)
