"""Which databases this process has, and what lies in each: the public site alone has no desk."""

from django.db import connections

PUBLIC = "bulletin"


def stores() -> list[str]:
    """Their aliases."""
    return [alias for alias in connections if connections.settings[alias]["ENGINE"] != "django.db.backends.dummy"]


def context_in(alias: str) -> str | None:
    """The one context whose rows lie in a database; None for the desk's, where all the others lie."""
    return None if alias == "default" else PUBLIC
