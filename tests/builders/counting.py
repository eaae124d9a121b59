"""Lists counted no further than a test can fill: words kept with the usual limit are laid aside meanwhile."""

from django.db import connections

from yangguang.base import listing
from yangguang.base.worded_once import KEPT_ON


def counted_to(monkeypatch, most):
    """Count lists so far only, until the test ends."""
    monkeypatch.setattr(listing, "COUNTED_TO", most)
    monkeypatch.setitem(vars(connections["default"]), KEPT_ON, {})
