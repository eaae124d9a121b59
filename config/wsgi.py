"""The web application: pages of decisions straight from their files, everything else from Django."""

import os

from django.core.wsgi import get_wsgi_application

ALONE = os.environ.get("YANGGUANG_SITES") == "portal"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"config.settings.{'portal' if ALONE else 'base'}")
django = get_wsgi_application()

from yangguang.portal.static_pages import StaticPages  # noqa: E402 – settings first

application = StaticPages(django)
