"""The public site as a process of its own: no desk, none of the desk's settings, and no right to change what is public.

The published copies are opened to be read; what citizens send goes into a box of its own.
"""

from typing import Any

from config.settings.base import *  # noqa: F403
from config.settings.base import DATABASES as EVERY
from config.settings.base import MIDDLEWARE, PROGRESS_KEY_FILE, TEMPLATES, box_for_citizens, to_be_read
from config.settings.secret import key_if_any

SITES = "portal"
DATABASES = {"default": {}, "public": to_be_read(EVERY["public"]), "inbox": box_for_citizens()}
INBOX_STORE = "inbox"
PROGRESS_KEY = key_if_any(PROGRESS_KEY_FILE)

# Accounts have no table here; only the word for a visitor who is nobody is taken from there.
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "yangguang.base",
    "yangguang.bulletin",
    "yangguang.portal",
]
AUTH_USER_MODEL = "auth.User"
AUTHENTICATION_BACKENDS = []

OF_THE_DESK = (
    "SessionMiddleware", "AuthenticationMiddleware", "MessageMiddleware", "SessionLimits", "AxesMiddleware", "DeskIsNotKept",
)  # fmt: skip
MIDDLEWARE = [
    "yangguang.base.boundaries.EveryoneIsNobody",
    *(one for one in MIDDLEWARE if not one.endswith(OF_THE_DESK)),
]
_options: Any = TEMPLATES[0]["OPTIONS"]
TEMPLATES = [
    TEMPLATES[0]
    | {
        "OPTIONS": _options
        | {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "yangguang.base.context.site",
                "yangguang.base.context.nothing_told",
            ]
        }
    }
]
