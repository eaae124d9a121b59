"""Which databases this process has: the public site alone has no desk."""

from django.db import connections


def stores() -> list[str]:
    """Their aliases."""
    return [alias for alias in connections if connections.settings[alias]["ENGINE"] != "django.db.backends.dummy"]
