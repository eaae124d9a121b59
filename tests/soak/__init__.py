"""Long runs: many deaths, many at once, many rows, many examples. Outside the daily tests; see docs/how-to/soak.md.

`--soak FACTOR` runs only these, and every property test with FACTOR times its examples; without it they stay out.
"""

from hypothesis import settings


def choose(config, items):
    """Leave the long runs out of a daily run; keep nothing but them, and the property tests, in a long one."""
    factor = config.getoption("soak")
    chosen = [item for item in items if bool(factor) is _is_long(item) or (factor and _is_property(item))]
    kept = set(chosen)
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = chosen
    for item in chosen if factor else ():
        if _is_property(item):
            _try_more(item.obj, factor)


def _is_long(item):
    """What lies here, and what another folder marks as `long`: the same walk a second time."""
    return item.nodeid.startswith("tests/soak/") or item.get_closest_marker("long") is not None


def _is_property(item):
    return getattr(item.obj, "is_hypothesis_test", False)


def _try_more(test, factor):
    """FACTOR times as many examples as the test asks for itself."""
    asked = test._hypothesis_internal_use_settings
    test._hypothesis_internal_use_settings = settings(asked, max_examples=asked.max_examples * factor, deadline=None)
