"""A real Chromium for tests marked `browser`, and a loud word where there is none."""

import json
import os
import shutil
from collections.abc import Iterator

import pytest

WIDTHS = {"desktop": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}
MISSING = "There is no Chromium here: browser tests do NOT run. Install it (Debian: apt install chromium)."


def chromium() -> str | None:
    """Where Chromium is, by YANGGUANG_CHROMIUM or by its usual names."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("YANGGUANG_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


# Nothing is said of what is well: axe would look for a selector of every element of the page.
ASKED = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "selectors": False,
}


def faults_of(tab):
    """What axe finds on the page, and whether it is wider than the screen."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(tab, options=ASKED).response["violations"]
    told = [
        f"{one['id']}: {json.dumps([n['html'][:140] for n in one['nodes'][:3]], ensure_ascii=False)}" for one in found
    ]
    wide = tab.evaluate("document.documentElement.scrollWidth > innerWidth")
    bare = tab.evaluate("[...document.styleSheets].filter(s => !s.cssRules.length).map(s => s.href)")
    return [*told, *(["wider than the screen"] if wide else []), *(f"a style sheet did not arrive: {b}" for b in bare)]


def look(tab, name):
    """At every width, the phone's last: nothing for axe to find, nothing wider than the screen, at most one way on."""
    faults = []
    for width, size in WIDTHS.items():
        tab.set_viewport_size(size)
        keep_picture(tab, f"{name}-{width}")
        faults += [f"{name}, {width}: {one}" for one in faults_of(tab)]
        assert tab.locator(".button.primary:visible").count() <= 1, f"{name}, {width}"
    assert not faults, "\n".join(faults)


def sign_in(tab, account, url):
    """Let a tab be this person's on the desk."""
    from django.test import Client

    client = Client()
    client.force_login(account)
    tab.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": url}])


def keep_picture(tab, name):
    """Keep a picture where YANGGUANG_PICTURES says somebody wants to look at it."""
    if folder := os.environ.get("YANGGUANG_PICTURES"):
        tab.screenshot(path=f"{folder}/{name}.png", full_page=True)


def insist_in_ci():
    """In CI a missing Chromium is an error, never a silence."""
    if os.environ.get("CI") and not chromium():
        raise pytest.UsageError(MISSING)


def leave_out_when_missing(config, items):
    """Without Chromium the tests that need it are left out."""
    if not chromium():
        browsing = [item for item in items if item.get_closest_marker("browser")]
        config.hook.pytest_deselected(items=browsing)
        items[:] = [item for item in items if item not in set(browsing)]


def say_what_was_left_out(reporter):
    """The loud word, at the end, where nobody overlooks it."""
    if not chromium():
        reporter.section("BROWSER TESTS DID NOT RUN", sep="!", red=True, bold=True)
        reporter.line(MISSING, red=True, bold=True)


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """One headless Chromium for the whole process; two cannot live in one thread."""
    from playwright.sync_api import sync_playwright

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(
            "DJANGO_ALLOW_ASYNC_UNSAFE", "1"
        )  # playwright keeps an event loop in this thread; the ORM may be used
        with sync_playwright() as playwright:
            opened = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
            yield opened
            opened.close()


@pytest.fixture
def open_tab(browser):
    """Open a tab at "desktop" or "phone" width. Whatever the console complains of fails the test in the end."""
    opened, complaints = [], []

    def at(width="desktop", **settings):
        context = browser.new_context(
            viewport=WIDTHS[width], locale="zh-CN", timezone_id="Asia/Shanghai", reduced_motion="reduce", **settings
        )
        tab = context.new_page()
        tab.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        opened.append(context)
        return tab

    yield at
    for context in opened:
        context.close()
    assert not complaints
