"""Icons: Tabler outline drawings, inlined, always beside a word unless named."""

from functools import cache, lru_cache
from pathlib import Path

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from yangguang.base.components.library import register

DRAWINGS = Path(__file__).resolve().parent.parent / "static/vendor/tabler-icons"


class UnknownIcon(LookupError):
    """An icon was asked for that structure/vendor.py does not bring in."""


@cache
def drawing(name: str) -> SafeString:
    """The paths of one icon."""
    path = DRAWINGS / f"{name}.svg"
    if not name.replace("-", "").isalnum() or not path.is_file():
        raise UnknownIcon(f"no icon “{name}”: add it to ICON_NAMES in structure/vendor.py")
    return mark_safe(path.read_text(encoding="utf-8"))  # noqa: S308 - a file we ship


@register.simple_tag
def icon(name: str, label: str = "", css: str = "icon") -> SafeString:
    """One icon; decoration beside a word, or an image with a name when it stands alone."""
    return _drawn(name, label, css)


@lru_cache(maxsize=512)
def _drawn(name: str, label: str, css: str) -> SafeString:
    """A page has scores of them, and mostly the same ones."""
    speech = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html('<svg class="{}" viewBox="0 0 24 24" {}>{}</svg>', css, speech, drawing(name))
