"""What holds for every test: no network, a standing clock, both databases, no order taken for granted."""

import os
import shutil
from datetime import date

import pytest

from tests import guards
from yangguang.kernel import clock

# A Wednesday that is a working day; a test that needs another day says so with clock.frozen(...).
THE_DAY = date(2026, 11, 18)

NEEDS_DATABASE = {"db", "transactional_db", "live_server"}


def _needs_database(item):
    return bool(item.get_closest_marker("django_db") or NEEDS_DATABASE & set(getattr(item, "fixturenames", ())))


def pytest_collection_modifyitems(config, items):
    """Give every database test both databases; on PostgreSQL run those only; the rest says nothing new there."""
    for item in items:
        marker = item.get_closest_marker("django_db")
        if _needs_database(item) and not (marker and "databases" in marker.kwargs):
            asked = marker.kwargs if marker else {}
            item.add_marker(pytest.mark.django_db(**{"databases": ["default", "public"], **asked}), append=False)
    if os.environ.get("YANGGUANG_TEST_DATABASE"):
        chosen = [item for item in items if _needs_database(item) and not item.get_closest_marker("browser")]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(chosen)])
        items[:] = chosen


def pytest_unconfigure(config):
    """Remove what the run wrote, once, in the process that began it."""
    if "PYTEST_XDIST_WORKER" not in os.environ and (folder := os.environ.get("YANGGUANG_TEST_DIR")):
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True, scope="session")
def _guards():
    with (
        guards.loopback_only(),
        guards.unordered_queries_backwards(),
        guards.append_only_tables_can_be_emptied_between_tests(),
    ):
        yield


@pytest.fixture(autouse=True)
def _standing_clock():
    with clock.frozen(clock.beijing(THE_DAY, 10)):
        yield
