"""The guards of tests/conftest.py hold: a guard that cannot fail guards nothing."""

import socket
import urllib.request
from datetime import UTC, datetime

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import DatabaseError, connections, transaction
from django.template import Context, engines

from tests.guards import NetworkUsed
from yangguang.kernel import clock


def test_test_that_reaches_another_machine_is_refused():
    with pytest.raises(NetworkUsed):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    with pytest.raises(NetworkUsed):
        urllib.request.urlopen("http://example.org/", timeout=1)


def test_test_reaches_its_own_machine():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()


def test_clock_stands_still_unless_a_test_moves_it():
    assert clock.now() == clock.now() == datetime(2026, 11, 18, 2, tzinfo=UTC)


def test_undefined_template_variable_fails():
    with pytest.raises(pytest.fail.Exception, match="no_such_name"):
        engines["django"].from_string("{{ no_such_name }}").template.render(Context({}))


@pytest.mark.django_db
def test_rows_asked_for_without_an_order_come_backwards():
    expire = datetime(2026, 12, 1, tzinfo=UTC)
    for key in ("a", "b", "c"):
        Session.objects.create(session_key=key, session_data="", expire_date=expire)

    assert [s.pk for s in Session.objects.all()] == ["c", "b", "a"]
    assert [s.pk for s in Session.objects.order_by("pk")] == ["a", "b", "c"]
    assert Session.objects.first().pk == "a"
    assert Session.objects.filter(pk__in=Session.objects.filter(pk__gt="a")).count() == 2


@pytest.mark.django_db
def test_database_test_has_both_stores():
    for alias in ("default", "public"):
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT 1")
            assert cursor.fetchone() == (1,)


@pytest.mark.django_db(transaction=True)
def test_tables_that_refuse_deletion_are_still_emptied_between_tests():
    connection = connections["default"]
    Session.objects.create(session_key="kept", session_data="", expire_date=datetime(2026, 12, 1, tzinfo=UTC))
    with connection.cursor() as cursor:
        cursor.execute(REFUSE_DELETION[connection.vendor])
    try:
        with pytest.raises(DatabaseError, match="append only"), transaction.atomic():
            Session.objects.all()._raw_delete("default")
        call_command("flush", interactive=False, verbosity=0, inhibit_post_migrate=True)
        assert not Session.objects.exists()
    finally:
        with connection.cursor() as cursor:
            cursor.execute(ALLOW_DELETION[connection.vendor])


REFUSE_DELETION = {
    "sqlite": """
        CREATE TRIGGER keep_sessions BEFORE DELETE ON django_session
            BEGIN SELECT RAISE(ABORT, 'append only'); END""",
    "postgresql": """
        CREATE FUNCTION keep_sessions() RETURNS trigger LANGUAGE plpgsql
            AS $$ BEGIN RAISE EXCEPTION 'append only'; END $$;
        CREATE TRIGGER keep_sessions BEFORE DELETE OR TRUNCATE ON django_session
            FOR EACH STATEMENT EXECUTE FUNCTION keep_sessions()""",
}
ALLOW_DELETION = {
    "sqlite": "DROP TRIGGER keep_sessions",
    "postgresql": "DROP TRIGGER keep_sessions ON django_session; DROP FUNCTION keep_sessions",
}
