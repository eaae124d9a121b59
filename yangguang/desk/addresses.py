"""Addresses of pages by name; empty where this site does not have the page."""

from django.urls import NoReverseMatch, reverse


def address_of(name: str, *values: object) -> str:
    """The address, or an empty string."""
    try:
        return reverse(name, args=values)
    except NoReverseMatch:
        return ""
