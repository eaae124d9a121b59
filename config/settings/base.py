"""Settings shared by the desk, the portal, the job process and the tests."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF

from config.settings.environment import ROOT, Environment
from config.settings.recordings import *  # noqa: F403
from config.settings.secret import key_file, progress_key_from, secret_key_from

ENV = Environment()
DATA_DIR: Path = ENV.data_dir
DATA_DIR.mkdir(parents=True, exist_ok=True)
VAULT_DIR = DATA_DIR / "vault"
PAGES_DIR = DATA_DIR / "pages"
TLOG_DIR = DATA_DIR / "tlog"
BUNDLE_DIR = DATA_DIR / "bundles"
UPWARD_DIR = DATA_DIR / "upward"
DEMO = ENV.demo
SITES = ENV.sites
PUBLIC_SITE = {"name": ENV.public_site_name, "host": ENV.public_site_host, "phone": ENV.public_site_phone,
               "url": ENV.public_site_url.rstrip("/") or ("http://127.0.0.1:8000" if ENV.demo else "")}  # fmt: skip

SECRET_KEY = ENV.secret_key or secret_key_from(DATA_DIR)
PROGRESS_KEY_FILE = key_file(ENV.progress_key_file, DATA_DIR / "progress_key")
DEBUG = ENV.debug
PROXIES = frozenset(one.strip() for one in ENV.proxies.split(",") if one.strip())
ALLOWED_HOSTS = [host.strip() for host in ENV.hosts.split(",")]

# What is read is looked at where the system has it in memory, the first 2 GB of the file: a long list goes through more than a
# connection's own 16 MB hold, and copied every page anew. What an act changes is kept in those 16 MB until its commit.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
    "PRAGMA cache_size=-16000; PRAGMA mmap_size=2147418112;",
}
READ_ONLY = "PRAGMA query_only=ON; PRAGMA cache_size=-16000; PRAGMA mmap_size=2147418112;"

KEPT_OPEN = 60  # seconds: opening a connection costs as much as several statements, and closing SQLite's last one rewrites its log
# PostgreSQL takes it that looking a row up by an index costs four times what going on to the next row does, as on a turning disk,
# and went through all cases to find the late ones. An `options` in the address goes before.
QUICK_DISK = "-c random_page_cost=1.1"


def _database(url: str, file_name: str) -> Any:
    if url:
        told: Any = dj_database_url.parse(url, conn_max_age=KEPT_OPEN)
        if told["ENGINE"].endswith("postgresql"):
            told.setdefault("OPTIONS", {}).setdefault("options", QUICK_DISK)
        return told
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(DATA_DIR / file_name),
        "OPTIONS": SQLITE_OPTIONS,
        "CONN_MAX_AGE": KEPT_OPEN,
    }


def box_for_citizens() -> Any:
    """The database for what citizens send in, where it is one of its own."""
    return _database(ENV.inbox_database_url, "inbox.sqlite3")


def to_be_read(database: Any) -> Any:
    """The same database, in which this process can change nothing."""
    told: dict[str, Any] = database.get("OPTIONS", {})
    if database["ENGINE"].endswith("postgresql"):
        return database | {
            "OPTIONS": told | {"options": f"{told.get('options', '')} -c default_transaction_read_only=on".strip()}
        }
    return database | {
        "NAME": f"file:{database['NAME']}?mode=ro",
        "OPTIONS": told | {"transaction_mode": "DEFERRED", "init_command": READ_ONLY},
    }


DATABASES: dict[str, Any] = {
    "default": _database(ENV.database_url, "desk.sqlite3"),
    "public": _database(ENV.public_database_url, "public.sqlite3"),
}
INBOX_STORE = "public"  # where rows lie that citizens wrote; the public site alone may not change anything else
if SITES == "desk" or ENV.inbox_database_url:
    DATABASES["inbox"] = box_for_citizens()
    INBOX_STORE = "inbox"
PROGRESS_KEY = progress_key_from(PROGRESS_KEY_FILE, SECRET_KEY) if SITES != "portal" else ""
DATABASE_ROUTERS = ["yangguang.base.routing.PublicStoreRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "axes",
    "yangguang.base",
    "yangguang.bulletin",
    "yangguang.directory",
    "yangguang.catalogues",
    "yangguang.records",
    "yangguang.cases",
    "yangguang.legal_review",
    "yangguang.disclosure",
    "yangguang.voice",
    "yangguang.reporting",
    "yangguang.exchange",
    "yangguang.desk",
    "yangguang.portal",
]

MIDDLEWARE = [
    "yangguang.base.boundaries.VisitorBehindProxy",
    "yangguang.base.boundaries.DeskIsNotKept",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "yangguang.base.boundaries.BodyLimit",
    "django.contrib.messages.middleware.MessageMiddleware",
    "yangguang.directory.session_limits.SessionLimits",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "csp.middleware.CSPMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "yangguang.base.context.site",
                "yangguang.desk.navigation.for_request",
            ],
            "builtins": ["yangguang.base.templatetags.yg"],
        },
    }
]

AUTH_USER_MODEL = "directory.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "yangguang.directory.backends.PasswordBackend",
    "yangguang.directory.backends.CodeBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"yangguang.directory.passwords.{rule}"}
    for rule in ("LongEnough", "SeveralKinds", "NotCommon", "NotTheName")
]
CERTIFICATES_EXPIRE_SOON = timedelta(days=60)  # how early lists and reminders speak of it
LOGIN_URL = "directory:sign_in"

WRONG_PROOFS = 5  # passwords or codes in a row
PAUSE_AFTER_WRONG_PROOFS = timedelta(minutes=15)
AXES_FAILURE_LIMIT = WRONG_PROOFS
AXES_COOLOFF_TIME = PAUSE_AFTER_WRONG_PROOFS
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "yangguang.base.lockout.locked_out"

IDLE_ADMINISTRATORS = timedelta(minutes=ENV.idle_minutes_administrators)
IDLE_OTHERS = timedelta(minutes=ENV.idle_minutes)
SIGNED_IN_AT_MOST = timedelta(hours=12)
ANSWERS_ARE_KEPT = True  # counts beside lists and in the left bar, while nothing is written (base/unchanged.py)
SESSION_ENGINE = "yangguang.base.sessions"
SESSION_COOKIE_AGE = int(SIGNED_IN_AT_MOST.total_seconds())
SEAL_KEY_FILE = Path(ENV.seal_key_file) if ENV.seal_key_file else DATA_DIR / "seal_key"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = ENV.https
SECURE_HSTS_SECONDS = 31536000 if ENV.https else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = MOST_BYTES_OF_STRANGERS = 2 * 1024 * 1024
MOST_BYTES_SIGNED_IN = 54 * 1024 * 1024  # one file of 50 MB and the rest of its form
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000

UPLOAD_ADDRESS = "/desk/uploads/"  # where recordings come in parts (tus): the only place that takes more than a form
UPLOAD_MOST_BYTES = ENV.upload_gb * 1024**3
UPLOADS_OF_ONE_PERSON = ENV.upload_person_gb * 1024**3  # not whole yet, or not yet made evidence
UPLOADS_OF_ONE_FILE = ENV.upload_case_gb * 1024**3
UPLOAD_ROOM_LEFT = 2 * 1024**3  # stays free on the disk of the vault
UPLOAD_KEPT = timedelta(days=7)  # after its last part, what is not whole is removed
UPLOAD_STRAYS_KEPT = timedelta(hours=1)  # a file without an upload: its beginning was undone, or is being written down
UPLOAD_SILENCE = 30  # seconds without a byte: the sender is taken for gone
UPLOADS_AT_ONCE = 2  # parts that one web process receives at a time; its other threads answer pages
VIEWED_ANEW = timedelta(
    minutes=10
)  # a player asks for an original stretch by stretch: one line of the record for so long

WINDOW_POSTED_AT_MOST = timedelta(days=92)  # for how long ahead somebody may be announced at a window

LETTERS_PERIOD = timedelta(hours=1)  # what citizens send in: how much may come from one address, about one page, at all
LETTERS_FROM_ONE_ADDRESS = 6
LETTERS_ABOUT_ONE_PAGE = 20
LETTERS_WAITING_AT_MOST = 2000

VOICE_ADDRESS = "/voice/"  # where citizens complain, report and ask: the only place where strangers may send files
VOICE_FILES = 6
VOICE_FILE_BYTES = 6 * 1024 * 1024
VOICE_FILES_BYTES = 18 * 1024 * 1024  # all files of one voice together
MOST_BYTES_OF_VOICES = VOICE_FILES_BYTES + 2 * 1024 * 1024
VOICE_LEAST_AGE = timedelta(seconds=4)  # nobody reads and fills in a form faster
VOICE_GREATEST_AGE = timedelta(hours=12)
VOICES_PERIOD = timedelta(hours=1)
VOICES_FROM_ONE_ADDRESS = 5
VOICES_TO_ONE_BODY = 60
VOICES_WAITING_AT_MOST = 500
VOICE_KEPT = timedelta(days=180)  # how long after the answer it may be asked about

PROGRESS_PERIOD = timedelta(days=1)  # how often one address and about one number may ask how far a complaint is
PROGRESS_FROM_ONE_ADDRESS = 40
PROGRESS_ABOUT_ONE_NUMBER = 10
PROGRESS_ABOUT_ONE_NUMBER_FROM_ONE_ADDRESS = 5  # so that a stranger alone cannot use up what the complainant may ask
PROGRESS_KEPT = timedelta(days=90)  # how long after its end a complaint may be asked about

EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER = ENV.smtp_host, ENV.smtp_port, ENV.smtp_user
SMTP_PASSWORD_FILE = ENV.smtp_password_file
EMAIL_USE_SSL, EMAIL_USE_TLS = ENV.smtp_security == "tls", ENV.smtp_security == "starttls"
EMAIL_TIMEOUT = 20  # seconds
MAIL_FROM = DEFAULT_FROM_EMAIL = ENV.mail_from

TLOG_COSIGNATURES = ENV.tlog_cosignatures
TLOG_COSIGNED_WITHIN = timedelta(days=1)

OUTGOING_HOSTS = frozenset(host.strip() for host in ENV.outgoing_hosts.split(",") if host.strip())
WEIXIN = {"api": "https://api.weixin.qq.com", "app_id": ENV.weixin_app_id, "secret_file": ENV.weixin_secret_file,
          "cover": ENV.weixin_cover}  # fmt: skip
WEIBO = {"api": "https://api.weibo.com", "token_file": ENV.weibo_token_file}

SUBSCRIPTIONS_PERIOD = timedelta(hours=1)  # how many e-mail subscriptions may be asked for, from one address and at all
SUBSCRIPTIONS_FROM_ONE_ADDRESS = 6
SUBSCRIPTIONS_OF_ONE_MAILBOX = 10
SUBSCRIBERS_AT_MOST = 20000
UNCONFIRMED_KEPT = timedelta(days=1)
CONFIRMATION_SENT_AGAIN_AFTER = timedelta(minutes=30)  # to one mailbox, whoever asks; sooner would flood it
DIGEST_HOUR = 8  # of Beijing: not earlier in the day is a mail written
LINES_OF_A_DIGEST = 40

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "media-src": [SELF, "blob:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MANIFEST_STRICT = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
FIXTURES_ROOT = ROOT

# How far ahead the day's list looks: a matter of taste, not of law.
CLOCKS_SHOWN_AHEAD = timedelta(weeks=6)
CERTIFICATES_SHOWN_AHEAD = timedelta(weeks=9)
