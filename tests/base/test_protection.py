"""What every answer tells the browser, and what the data directory keeps from others."""

import os
import stat
import subprocess
import sys

import pytest

from config.settings.secret import secret_key_from
from tests.structure.source import ROOT


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/desk/sign-in"])
def test_every_page_lets_the_browser_load_from_this_site_only(client, address):
    answer = client.get(address)
    policy = answer.headers["Content-Security-Policy"]
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";") if part.strip())
    assert directives["default-src"] == "'self'"
    assert directives["object-src"] == "'none'"
    assert "unsafe" not in policy
    assert "http" not in policy
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_secret_key_is_made_once_and_readable_by_its_owner_only(tmp_path):
    key = secret_key_from(tmp_path)
    assert secret_key_from(tmp_path) == key
    assert len(key) > 40
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_site_behind_tls_sends_its_cookies_over_tls_only(tmp_path):
    said = (
        "from config.settings import base as s;"
        "assert s.SESSION_COOKIE_SECURE and s.CSRF_COOKIE_SECURE and s.SECURE_SSL_REDIRECT and s.SECURE_HSTS_SECONDS;"
        "assert s.ALLOWED_HOSTS == ['a.example', 'b.example'] and not s.DEMO and not s.DEBUG"
    )
    site = {"YANGGUANG_DATA_DIR": str(tmp_path), "YANGGUANG_HTTPS": "true", "YANGGUANG_HOSTS": "a.example, b.example"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("YANGGUANG_")}
    run = subprocess.run([sys.executable, "-c", said], cwd=ROOT, env=kept | site, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
