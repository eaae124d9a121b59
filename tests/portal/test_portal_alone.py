"""The public site as its own process: it starts without any table of the desk, answers, and cannot change what is public."""

import sqlite3

import pytest
from django.db import connections

from config.settings.base import to_be_read
from config.settings.secret import progress_key_from
from tests.portal.alone import environment, fetched, run, script
from yangguang.base import pages
from yangguang.base.routing import FROM_CITIZENS
from yangguang.kernel import clock

TRY = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.portal"
import django
django.setup()
from django.apps import apps
from django.db import connections
from yangguang.bulletin.models import ProgressAsk, PublicBody
from yangguang.kernel import clock
ProgressAsk.objects.create(sender_mark="a", number_mark="b", asked_at=clock.now())
print("asked", ProgressAsk.objects.count())
print("contexts", sorted(one.label for one in apps.get_app_configs() if one.name.startswith("yangguang.")))
for work in (
    lambda: PublicBody.objects.create(ref="a" * 26, name="某局", updated_on=clock.today()),
    lambda: connections["public"].cursor().execute("DELETE FROM bulletin_notice"),
    lambda: connections["default"].cursor(),
):
    try:
        work()
        print("done")
    except Exception as fault:
        print(type(fault).__name__, fault)
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A public site that was set up and has nothing on it yet."""
    folder = tmp_path_factory.mktemp("portal")
    code, told = run(folder, "init")
    assert code == 0, told
    return folder


def tables(path):
    with sqlite3.connect(path) as database:
        return {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_public_site_is_set_up_without_any_table_of_the_desk(site):
    assert sorted(path.name for path in site.glob("*.sqlite3")) == ["inbox.sqlite3", "public.sqlite3"]
    public, inbox = tables(site / "public.sqlite3"), tables(site / "inbox.sqlite3")
    assert {name.split("_")[0] for name in public} == {"bulletin", "django", "sqlite"}
    written = {f"bulletin_{name}" for name in FROM_CITIZENS}
    assert {name for name in inbox if name.startswith("bulletin")} == written
    assert not written & public


def test_every_page_without_a_subject_answers_and_the_desk_has_no_address(site):
    plain = [f"/{one.address}" for one in pages.register().values() if one.site == "portal" and "<" not in one.address]
    on_disk = {"/tlog/checkpoint", "/tlog/key", "/repair/"}  # come with the first bundle, or are asked about a decision
    answers = fetched(site, [*plain, "/healthz", "/readyz", "/search?q=超时", "/desk/", "/desk/cases/"], clock.now())
    told = {address: code for address, (code, _) in answers.items()}
    assert {told[address] for address in ("/desk/", "/desk/cases/")} == {404}
    assert (
        not {address: code for address, code in told.items() if code not in {200, 302} and "desk" not in address}.keys()
        - on_disk
    )
    assert b'href="/desk/' not in b"".join(content for _, content in answers.values())


def test_public_store_cannot_be_changed_and_there_is_no_desk(site):
    done = script(site, TRY)
    asked, contexts, created, deleted, desk = done.stdout.splitlines()
    assert asked == "asked 1"
    assert contexts == "contexts ['base', 'bulletin', 'portal']"
    assert "OperationalError" in created
    assert "readonly" in created
    assert "OperationalError" in deleted
    assert "ImproperlyConfigured" in desk


def test_commands_of_the_desk_are_not_there_and_verify_is(site):
    code, told = run(site, "--help")
    assert code == 0
    assert " found " not in told
    assert "redact" not in told
    assert run(site, "verify")[0] == 0


def test_site_may_be_named_in_the_command(site):
    code, told = run(site, "verify", "--site", "portal", YANGGUANG_SITES="both")
    assert code == 0, told
    assert environment(site)["YANGGUANG_SITES"] == "portal"
    assert not (site / "desk.sqlite3").exists()


@pytest.mark.django_db
def test_reading_only_is_told_to_the_database_itself():
    if connections["public"].vendor == "sqlite":
        told = to_be_read(connections["public"].settings_dict)
        assert told["NAME"].endswith("?mode=ro")
        return
    told = to_be_read(connections["public"].settings_dict)
    reader = connections["public"].__class__(told, "public")
    with reader.cursor() as cursor, pytest.raises(Exception, match="read-only"):
        cursor.execute("DELETE FROM bulletin_notice")
    reader.close()


def test_key_of_marks_stays_what_it_was_and_is_a_file_to_carry(tmp_path):
    made = progress_key_from(tmp_path / "progress_key", "the secret of a site")
    assert progress_key_from(tmp_path / "progress_key", "another") == made
    assert (tmp_path / "progress_key").stat().st_mode & 0o777 == 0o600


def test_progress_is_not_asked_for_on_a_site_without_the_key(site, settings, db):
    from yangguang.bulletin.api import ask_progress
    from yangguang.kernel.refusal import Refused

    settings.PROGRESS_KEY = ""
    with pytest.raises(Refused, match="现在不能在网上查询"):
        ask_progress("某号", "1111", sender="203.0.113.7")
