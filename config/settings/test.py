"""Settings of the tests: quick hashing, plain static files, SQLite or the PostgreSQL of YANGGUANG_TEST_DATABASE."""

import os
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

# One folder for the whole run, one data directory in it for every test process: nothing is shared, nothing is left. It lies in
# memory where there is room: what is gone after the run need not wait for a disk.
MEMORY, ROOM = Path("/dev/shm"), 4 * 2**30  # noqa: S108 – a folder of our own is made in it
if "YANGGUANG_TEST_DIR" not in os.environ:
    roomy = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    os.environ["YANGGUANG_TEST_DIR"] = tempfile.mkdtemp(prefix="yangguang-test-", dir=MEMORY if roomy else None)
TEST_DIR = Path(os.environ["YANGGUANG_TEST_DIR"])
os.environ["YANGGUANG_DATA_DIR"] = str(TEST_DIR / os.environ.get("PYTEST_XDIST_WORKER", "main"))
os.environ.setdefault("YANGGUANG_SECRET_KEY", "only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz")

from config.settings.base import *  # noqa: E402, F403
from config.settings.base import DATA_DIR, DATABASES, STATIC_ROOT  # noqa: E402

STATIC_ROOT.mkdir(exist_ok=True)

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["*"]
AXES_ENABLED = False
DEMO = False
ANSWERS_ARE_KEPT = False  # builders write rows past the ledger; what keeps them has tests of its own
# One sign-in of a test sees months go by; what ends a sign-in has tests of its own.
IDLE_ADMINISTRATORS = IDLE_OTHERS = SIGNED_IN_AT_MOST = timedelta(days=3650)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

TEST_DATABASE = os.environ.get("YANGGUANG_TEST_DATABASE", "")
SUFFIX = os.environ.get("YANGGUANG_TEST_SUFFIX", "")  # a run within a run has databases of its own on the same server
if TEST_DATABASE:
    import dj_database_url

    DATABASES["default"] = dj_database_url.parse(TEST_DATABASE) | {"TEST": {"NAME": f"test_yangguang{SUFFIX}"}}
    DATABASES["public"] = dj_database_url.parse(TEST_DATABASE) | {"TEST": {"NAME": f"test_yangguang_public{SUFFIX}"}}
else:
    for alias in ("default", "public"):
        DATABASES[alias]["TEST"] = {"NAME": str(Path(DATA_DIR) / f"test-{alias}.sqlite3")}
