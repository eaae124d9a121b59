"""A plugin of pytest: while a test runs, a child carries out one of its acts in its stead and is killed in the middle of it.

`pytest -p tests.journeys.killing --kill ACT:WITHIN:NUMBER …`: when the test does the act WITHIN, a child is forked that does it,
and is killed with SIGKILL where, in the ACT, it says its statement of that number, or commits, and where it commits anything
before it comes to the ACT. Then everything must stand as before it, or the act must have been carried out whole; `verify` finds
nothing that it had not found before; and the test goes on with the same act, which must succeed as if nothing had been, or be
refused because it is done. What became of each is written to --killed. An act that the table knows is killed in the test that
does it, and in no other. `--kill-nobody` learns instead which test does which act, by itself or within another.
"""

import json
import os
import signal
import sys
from contextlib import suppress
from functools import cache, wraps
from importlib import import_module
from pathlib import Path
from types import FunctionType

import pytest
import typst
from django.db import connections, transaction

from tests.journeys import set_apart
from tests.journeys.every_act import table

ALIASES = ("default", "public")
WRITING = ("INSERT", "UPDATE", "DELETE")
_told: dict[str, str] = {}  # act → what became of it
_learned: dict[str, tuple[str, str]] = {}  # act → the act within which it is done, and the test that does it
_in_a_child_already: list[bool] = []  # a child has no children: one death at a time
_within: list[str] = []  # the acts that are being done, the outermost first


def pytest_addoption(parser):
    """What is killed, and where it is written down."""
    parser.addoption("--kill", action="append", default=[], metavar="ACT:WITHIN:NUMBER", help="kill this act there")
    parser.addoption("--kill-nobody", action="store_true", help="learn which test does which act")
    parser.addoption("--killed", type=Path, help="the file that says what became of each act")


def pytest_collection_modifyitems(items):
    """No test lies in a transaction of its own: what an act commits stays."""
    for item in items:
        item.add_marker(pytest.mark.django_db(transaction=True, databases=list(ALIASES)), append=False)


def pytest_sessionfinish(session):
    """Write down what became of each."""
    if place := session.config.getoption("killed"):
        place.write_text(json.dumps(_learned if session.config.getoption("kill_nobody") else _told), encoding="utf-8")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    """Put a child in the way of the acts that are asked for."""
    with pytest.MonkeyPatch.context() as patch:
        if item.config.getoption("kill_nobody"):
            done = []
            _put_in_the_way(patch, {verb_of(act): _noting(verb_of(act), act, done) for act in acts()})
            answer = yield
            for act, within in done:
                if act not in _learned or (_learned[act][0] != act and within == act):
                    _learned[act] = (within, item.nodeid)
            return answer
        instead, does = {}, {act: test for act, (_, test) in table().items()}
        for act, within, number in (asked.split(":") for asked in item.config.getoption("kill")):
            if act not in _told and does.get(act, item.nodeid) == item.nodeid:
                death = _Death(int(number))
                instead[verb_of(act)] = _entering(instead.get(verb_of(act), verb_of(act)), death)
                instead[verb_of(within)] = _dying(instead.get(verb_of(within), verb_of(within)), act, death)
        _put_in_the_way(patch, instead)
        with suppress(_CarriedOut):
            return (yield)


def acts():
    """Every use case by its address below yangguang, as cases.open_case."""
    package = Path(import_module("yangguang").__file__).parent
    for path in sorted(package.glob("*/use_cases/*.py")):
        if not path.name.startswith("_") and f"\ndef {path.stem}(" in path.read_text(encoding="utf-8"):
            yield f"{path.parts[-3]}.{path.stem}"


@cache
def verb_of(act):
    """The function that carries it out."""
    context, _, name = act.partition(".")
    return getattr(import_module(f"yangguang.{context}.use_cases.{name}"), name)


def _put_in_the_way(patch, instead):
    """Whoever knows one of these verbs by its name, or has it in a table, calls what stands in its way."""
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").startswith(("yangguang.", "tests.")):
            for known, one in list(vars(module).items()):
                if isinstance(one, FunctionType) and one in instead:
                    patch.setattr(module, known, instead[one])
                elif isinstance(one, dict) and not known.startswith("__"):
                    for key, entry in list(one.items()):
                        if isinstance(entry, FunctionType) and entry in instead:
                            patch.setitem(one, key, instead[entry])


def _noting(verb, act, done):
    @wraps(verb)
    def note(*args, **told):
        if transaction.get_connection().in_atomic_block and not _within:
            return verb(*args, **told)
        _within.append(act)
        try:
            answer = verb(*args, **told)
        finally:
            outermost = _within[0]
            _within.pop()
        done.append((act, outermost))
        return answer

    return note


class _Death:
    """Kills this process where, in the act it is for, a statement of a number is said, or the act is committed without it."""

    def __init__(self, number):
        self.left, self.reached, self.tell, self.wrote = number, False, None, False

    def listen(self, tell):
        """From now on it may come; tell whoever waits when the act is reached."""
        self.tell = tell
        for alias in ALIASES:
            connection = connections[alias]
            connection.execute_wrappers.append(self._hear)
            connection._commit = self._before(connection._commit)

    def _hear(self, execute, sql, params, many, context):
        self.wrote = self.wrote or sql.startswith(WRITING)
        self._count()
        return execute(sql, params, many, context)

    def _before(self, commit):
        def counted():
            if not self.reached and self.wrote:
                os.kill(os.getpid(), signal.SIGKILL)
            self._count()
            commit()

        return counted

    def _count(self):
        self.left -= self.reached
        if self.left < 0:
            os.kill(os.getpid(), signal.SIGKILL)


def _entering(verb, death):
    @wraps(verb)
    def enter(*args, **told):
        if death.tell and not death.reached:
            death.reached = True
            death.tell()
        return verb(*args, **told)

    return enter


def _dying(verb, act, death):
    @wraps(verb)
    def die_first(*args, **told):
        if act in _told or _in_a_child_already or transaction.get_connection().in_atomic_block:
            return verb(*args, **told)
        faults, before = _faults(), _rows()
        reached, ended = _in_a_child(lambda: verb(*args, **told), death)
        if not reached:
            return verb(*args, **told)
        changed = [table for (alias, table), rows in _rows().items() if rows != before.get((alias, table))]
        _told[act] = "whole" if changed and ended else f"half: {changed}" if changed else "nothing"
        if new := [fault for fault in _faults() if fault not in faults]:
            _told[act] = f"{new}"
        if not changed:
            return verb(*args, **told)
        from yangguang.kernel.refusal import Refused

        with suppress(Refused):
            verb(*args, **told)
        raise _CarriedOut

    return die_first


class _CarriedOut(BaseException):
    """The child carried the act out whole: what it answered is gone with it, and the test has shown what it was run for."""


def _in_a_child(do, death):
    """Whether a child came to the act before it was killed, and to the end of it."""
    connections.close_all()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        typst.Compiler = set_apart.Compiler
        _in_a_child_already.append(True)
        death.listen(lambda: os.write(writing, b"r"))
        try:
            do()
            os.write(writing, b"e")
        finally:
            os.kill(os.getpid(), signal.SIGKILL)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)
    with open(reading, "rb") as end:
        said = end.read()
        return b"r" in said, b"e" in said


def _rows():
    """Every row of either database."""
    found = {}
    for alias in ALIASES:
        connection = connections[alias]
        with connection.cursor() as cursor:
            for table in connection.introspection.table_names(cursor):
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
                found[alias, table] = sorted(map(repr, cursor.fetchall()))
    return found


def _faults():
    from yangguang.base import verifying

    return [fault for _, _, found in verifying.run() for fault in found]
