"""Text as the public reads it: what was hidden is marked, and says what kind of thing it was."""

import re

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
HIDDEN = re.compile("〔已隐去：([^〕]{1,12})〕|某某")


@register.filter
def public_text(text: object) -> SafeString:
    """Escaped text with 〔已隐去：…〕 and 某某 as redaction marks that are read out."""
    parts, reached, plain = [], 0, str(text or "")
    for match in HIDDEN.finditer(plain):
        parts += [conditional_escape(plain[reached : match.start()]), _mark(match.group(1))]
        reached = match.end()
    return mark_safe("".join([*parts, conditional_escape(plain[reached:])]))  # noqa: S308 – every part is escaped


def _mark(kind: str | None) -> SafeString:
    if kind is None:
        return format_html(
            '<span class="redacted"><span class="visually-hidden">已隐去：自然人姓名</span>{}</span>', "某某"
        )
    return format_html('<span class="redacted"><span class="visually-hidden">已隐去：</span>{}</span>', kind)
