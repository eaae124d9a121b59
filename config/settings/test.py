"""Settings of the tests: quick hashing, plain static files, SQLite or the PostgreSQL named by YANGGUANG_TEST_DATABASE."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("YANGGUANG_DATA_DIR", tempfile.mkdtemp(prefix="yangguang-test-"))
os.environ.setdefault("YANGGUANG_SECRET_KEY", "only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz")

from config.settings.base import *  # noqa: E402, F403
from config.settings.base import DATABASES, DATA_DIR, TEMPLATES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["*"]
AXES_ENABLED = False
DEMO = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = "⟦undefined: %s⟧"

TEST_DATABASE = os.environ.get("YANGGUANG_TEST_DATABASE", "")
if TEST_DATABASE:
    import dj_database_url

    DATABASES["default"] = dj_database_url.parse(TEST_DATABASE)
    DATABASES["public"] = dj_database_url.parse(TEST_DATABASE) | {"TEST": {"NAME": "test_yangguang_public"}}
    DATABASES["default"]["TEST"] = {"NAME": "test_yangguang"}
else:
    for alias in ("default", "public"):
        DATABASES[alias]["TEST"] = {"NAME": str(Path(DATA_DIR) / f"test-{alias}.sqlite3")}
