"""What holds for every test: no network, a standing clock, both databases, no order taken for granted."""

import gc
import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from tests import browser as browsing
from tests import daily, films, guards, nginx, soak
from tests.browser import browser, open_tab  # noqa: F401 – fixtures for every test
from yangguang.kernel import chance, clock

# A Wednesday that is a working day; a test that needs another day says so with clock.frozen(...).
THE_DAY = date(2026, 11, 18)

SAYS_NOTHING_OF_THE_DATABASE = {"structure", "journeys"}
# Not asked of PostgreSQL daily: pages, and what takes a minute to make.
DRAWN_FROM_WHAT_OTHERS_ASK = {"pages", "portal", "any_history"}
ABOUT_PAGES = ("_pages", "test_pages", "test_access", "test_demo")
NEEDS_DATABASE = {"db", "transactional_db", "live_server"}


def _needs_database(item):
    return bool(item.get_closest_marker("django_db") or NEEDS_DATABASE & set(getattr(item, "fixturenames", ())))


def _looks_elsewhere(item, config):
    """What a real browser shows and what is true of the source tree is the same on either database."""
    left_out, about_pages = SAYS_NOTHING_OF_THE_DATABASE, False
    if config.getoption("daily"):
        left_out = left_out | DRAWN_FROM_WHAT_OTHERS_ASK
        about_pages = any(words in item.path.stem for words in ABOUT_PAGES)
    return bool(item.get_closest_marker("browser") or about_pages or left_out & set(item.path.parts))


def pytest_addoption(parser):
    """`--soak`: the long runs instead of the daily ones; `--daily`: of each file only its share."""
    daily.add_options(parser)
    parser.addoption("--soak", type=int, default=0, metavar="FACTOR", help="only the long runs, FACTOR times as long")


def pytest_collection_modifyitems(config, items):
    """Give every database test both databases; on PostgreSQL run those only; the rest says nothing new there."""
    for item in items:
        marker = item.get_closest_marker("django_db")
        if _needs_database(item) and not (marker and "databases" in marker.kwargs):
            asked = marker.kwargs if marker else {}
            item.add_marker(pytest.mark.django_db(**{"databases": ["default", "public"], **asked}), append=False)
    if os.environ.get("YANGGUANG_TEST_DATABASE"):
        _leave(config, items, [item for item in items if _needs_database(item) and not _looks_elsewhere(item, config)])
    if config.getoption("daily"):
        _leave(config, items, daily.of_the_day(items, second=bool(os.environ.get("YANGGUANG_TEST_DATABASE"))))
    browsing.leave_out_when_missing(config, items)
    nginx.leave_out_when_missing(config, items)
    films.leave_out_when_missing(config, items)
    soak.choose(config, items)
    if "PYTEST_XDIST_WORKER" in os.environ:
        items[:] = daily.longest_first(items)


def _leave(config, items, chosen):
    config.hook.pytest_deselected(items=[item for item in items if item not in set(chosen)])
    items[:] = chosen


def pytest_configure(config):
    """Refuse to run half the tests where all are promised."""
    browsing.insist_in_ci()
    nginx.insist_in_ci()
    films.insist_in_ci()
    gc.set_threshold(100_000, 50, 100)  # looking through all of Django for rubbish after every few rows costs a tenth


def pytest_runtest_logreport(report):
    """What each test takes."""
    daily.note(report)


def pytest_sessionfinish(session):
    """Note it when asked to, in the process that hears of all of them."""
    asked = session.config.getoption("keep_durations") and not session.config.getoption("daily")
    if asked and session.testscollected > daily.NEARLY_ALL and "PYTEST_XDIST_WORKER" not in os.environ:
        daily.keep()


def pytest_terminal_summary(terminalreporter):
    """Say last what nobody may overlook."""
    browsing.say_what_was_left_out(terminalreporter)
    nginx.say_what_was_left_out(terminalreporter)
    films.say_what_was_left_out(terminalreporter)


def pytest_unconfigure(config):
    """Remove what the run wrote, once, in the process that began it; a folder someone named stays."""
    folder = os.environ.get("YANGGUANG_TEST_DIR", "")
    if "PYTEST_XDIST_WORKER" not in os.environ and Path(folder).name.startswith("yangguang-test-"):
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
def _log_apart():
    """A test's rows are rolled back, files are not: each test that writes the public log writes one of its own."""
    settings.TLOG_DIR = settings.DATA_DIR / "tlogs" / chance.public_id()
    settings.UPWARD_DIR = settings.DATA_DIR / "upward" / chance.public_id()


@pytest.fixture(autouse=True)
def _standing_clock():
    with clock.frozen(clock.beijing(THE_DAY, 10)):
        yield
