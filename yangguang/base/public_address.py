"""Where the public reaches the site: feeds, files, codes on papers and links in mails name that address and no other."""

from __future__ import annotations

from django.conf import settings

THIS_MACHINE = {"127.0.0.1", "localhost", "[::1]"}
REMEDY = "请把 YANGGUANG_PUBLIC_SITE_URL 设为公众访问的网址，如 https://gongshi.example。"


def is_untold() -> bool:
    """Whether a public site that others reach by name has not been told by which: it would name whatever it was asked by."""
    if settings.SITES == "desk" or settings.PUBLIC_SITE["url"] or settings.DEMO or settings.DEBUG:
        return False
    return not THIS_MACHINE.issuperset(settings.ALLOWED_HOSTS)
