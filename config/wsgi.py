"""The web application: pages of decisions straight from their files, everything else from Django."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.base")
django = get_wsgi_application()

from yangguang.portal.static_pages import StaticPages  # noqa: E402 – settings first

application = StaticPages(django)
