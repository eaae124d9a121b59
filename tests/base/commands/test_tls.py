"""`yangguang tls`: what it makes is believed by OpenSSL for its names and for no others, and nothing is ever overwritten."""

import json
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from argparse import Namespace

import pytest

from tests.base.serving.test_serve import ROOT, free_port
from tests.conftest import THE_DAY
from yangguang import __main__ as command
from yangguang.base.commands.serve import children_of, secured_by
from yangguang.base.serving import certificates
from yangguang.base.serving.certificates import Places
from yangguang.kernel import clock

NAMES = ["zhifa.example.gov.cn", "192.168.1.10", "fd00::10"]


def tls(folder, *words):
    return command.main(["tls", "--folder", str(folder), "--json", *words])


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls") / "tls"
    with clock.frozen(clock.beijing(THE_DAY, 10)):
        assert tls(folder, *NAMES, "--office", "示范县人力资源和社会保障局") == 0
    return Places(folder)


@pytest.fixture
def places(made, tmp_path):
    return Places(shutil.copytree(made.folder, tmp_path / "tls"))


def verified(places, *how, certificate=None):
    at = str(int(clock.now().timestamp()) + 60)
    words = ["openssl", "verify", "-x509_strict", "-attime", at, "-CAfile", str(places.authority), *how]
    told = subprocess.run([*words, str(certificate or places.certificate)], capture_output=True, text=True)
    return told.returncode == 0, told.stdout + told.stderr


@pytest.mark.parametrize("how", [("-verify_hostname", NAMES[0]), ("-verify_ip", NAMES[1]), ("-verify_ip", NAMES[2])])
def test_openssl_believes_the_server_for_each_of_its_names(places, how):
    assert verified(places, *how, "-purpose", "sslserver")[0]


@pytest.mark.parametrize("how", [("-verify_hostname", "bank.example.cn"), ("-verify_ip", "192.168.1.11")])
def test_openssl_does_not_believe_it_for_another(places, how):
    assert not verified(places, *how)[0]


@pytest.mark.parametrize("name", ["bank.example.cn", "10.0.0.1", "2001:db8::1"])
def test_authority_cannot_speak_for_a_site_it_was_not_made_for(places, name):
    places.certificate.unlink()
    places.key.unlink()
    certificates.make_certificate(places, certificates.named([name]), clock.now())  # as whoever stole its key would
    held, told = verified(places)
    assert not held
    assert "permitted subtree violation" in told


def test_authority_for_host_names_alone_speaks_for_no_address(tmp_path):
    assert tls(tmp_path, "zhifa.example.gov.cn") == 0
    places = Places(tmp_path)
    assert not certificates.may_speak(places, certificates.named(["10.0.0.1"]))
    assert certificates.may_speak(places, certificates.named(["dg.zhifa.example.gov.cn"]))


def test_keys_are_read_by_their_owner_only_and_the_guide_names_the_fingerprint(places):
    assert [path.stat().st_mode & 0o777 for path in (places.authority_key, places.key)] == [0o600, 0o600]
    guide = subprocess.run(
        [sys.executable, "-c", "import pypdfium2, sys; print(*(p.get_textpage().get_text_range() for p in "
         "pypdfium2.PdfDocument(sys.argv[1])))", str(places.guide)], capture_output=True, text=True
    ).stdout  # fmt: skip
    mark = certificates.fingerprint(certificates.read(places.authority))
    assert mark in "".join(guide.split())
    assert all(word in guide for word in ("安卓", "苹果", "Windows", "统信"))
    shown = subprocess.run(
        ["openssl", "x509", "-in", str(places.authority), "-noout", "-fingerprint", "-sha256"],
        capture_output=True, text=True,
    ).stdout  # fmt: skip
    assert mark in shown


def test_certificate_lasts_no_longer_than_telephones_allow(places):
    shown = certificates.read(places.certificate)
    assert (shown.not_valid_after_utc - shown.not_valid_before_utc).days <= 825


def contents(places):
    return {path.name: path.read_bytes() for path in places.folder.iterdir()}


def test_what_is_there_is_not_touched_by_a_second_run(places, capsys):
    before = contents(places)
    assert tls(places.folder, "other.example.gov.cn") == 1
    assert "没有改动" in capsys.readouterr().err
    assert contents(places) == before


def test_renewal_keeps_the_old_ones_and_the_authority(places, capsys):
    before = contents(places)
    assert tls(places.folder, "--renew") == 0
    told = json.loads(capsys.readouterr().out)
    after = contents(places)
    assert after["ca.crt"] == before["ca.crt"]
    assert after["server.key"] != before["server.key"]
    assert {before[name] for name in ("server.crt", "server.key", "信任指南.pdf")} <= set(after.values())
    assert told["names"] == NAMES
    assert len(told["kept"]) == 3
    assert verified(places, "-verify_hostname", NAMES[0])[0]


@pytest.mark.parametrize("words", [(), ("https://zhifa.example.cn",), ("zhi fa",), ("300.1.1.1",), ("-x",), ("甲.cn",)])
def test_what_is_no_name_makes_nothing(tmp_path, words, capsys):
    assert tls(tmp_path / "tls", "--", *words) == 1
    assert not list((tmp_path / "tls").glob("*.*t"))


@pytest.mark.parametrize("lost", ["names", "key"])
def test_renewal_that_cannot_be_signed_leaves_everything_in_place(places, lost, capsys):
    if lost == "key":
        places.authority_key.unlink()
    before = contents(places)
    assert tls(places.folder, "--renew", *(["bank.example.cn"] if lost == "names" else [])) == 1
    assert contents(places) == before


def test_key_that_others_can_read_is_not_served_with(places, capsys):
    places.key.chmod(0o644)
    words = ["serve", "--port", str(free_port()), "--certificate", str(places.certificate), "--key", str(places.key)]
    assert command.main(words) == 3
    assert "chmod 600" in capsys.readouterr().err
    assert command.main(["serve", "--port", str(free_port()), "--certificate", "/nowhere.crt"]) == 3


def test_site_answers_over_tls_to_those_who_trust_its_authority_and_to_no_others(tmp_path):
    assert tls(tmp_path / "tls", "localhost") == 0
    places, port = Places(tmp_path / "tls"), free_port()
    told = Namespace(host="127.0.0.1", port=port, workers=1, tls=False, certificate=places.certificate, key=places.key)
    web = children_of(told, secured_by(told))[0]
    environment = {name: value for name, value in web.environment.items() if not name.startswith("DJANGO_")}
    environment |= {"YANGGUANG_DATA_DIR": str(tmp_path)}
    server = subprocess.Popen(web.command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
    try:
        with _once_it_answers(f"https://localhost:{port}/healthz", places.authority) as answer:
            assert answer.status == 200
            assert "worker-src 'self'" in answer.headers["Content-Security-Policy"]
            assert "max-age" in answer.headers["Strict-Transport-Security"]
        with pytest.raises(ssl.SSLCertVerificationError), socket.create_connection(("127.0.0.1", port), 5) as line:
            ssl.create_default_context().wrap_socket(line, server_hostname="localhost")
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(60)


def _once_it_answers(address, authority):
    trusting = ssl.create_default_context(cafile=str(authority))
    for _ in range(300):
        try:
            return urllib.request.urlopen(address, context=trusting, timeout=5)
        except urllib.error.URLError as fault:
            if not isinstance(fault.reason, ConnectionRefusedError):
                raise
            time.sleep(0.1)
    raise AssertionError("it does not answer")


def test_site_without_a_certificate_is_served_as_before():
    web = children_of(Namespace(host="127.0.0.1", port=1, workers=1))[0]
    assert "--certfile" not in web.command
    assert "YANGGUANG_HTTPS" not in web.environment
