"""Time, chance, durable files and the network are reached through one door each; behaviour never hides in the ORM."""

import ast
import re

from tests.structure.source import PACKAGE, place, python_files, syntax_tree

# What only these modules may import.
DOORS = {
    "random": {"yangguang/kernel/chance.py"},
    "secrets": {"yangguang/kernel/chance.py"},
    "urllib.request": {"yangguang/kernel/net.py"},
    "http.client": {"yangguang/kernel/net.py"},
    "requests": {"yangguang/kernel/net.py"},
    "httpx": {"yangguang/kernel/net.py"},
    "smtplib": {"yangguang/disclosure/channels/mail.py"},
    "django.core.mail": {"yangguang/disclosure/channels/mail.py"},
    "socket": {"yangguang/kernel/net.py", "yangguang/base/commands/serve.py", "yangguang/base/serving/quick_worker.py"},
    "subprocess": {
        "yangguang/base/serving/supervisor.py",
        "yangguang/base/press/foreign.py",
        "yangguang/base/films/child.py",
    },
}
CLOCK = {"yangguang/kernel/clock.py"}
CLOCKS = {"now", "utcnow", "today", "time_ns", "localtime", "gmtime"}
CLOCK_OWNERS = {"datetime", "date", "timezone", "time"}


def imported(node):
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        return [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return []


def test_chance_network_and_processes_are_reached_through_their_doors():
    assert not [
        f"{place(path, node)} imports {name}"
        for path in python_files()
        for node in ast.walk(syntax_tree(path))
        for name in imported(node)
        if place(path) not in DOORS.get(name, {place(path)})
    ]


def test_only_the_clock_asks_the_time():
    assert not [
        place(path, node)
        for path in python_files()
        if place(path) not in CLOCK
        for node in ast.walk(syntax_tree(path))
        if isinstance(node, ast.Attribute)
        and node.attr in CLOCKS
        and isinstance(node.value, ast.Name)
        and node.value.id in CLOCK_OWNERS
    ]


def test_no_row_does_more_than_be_saved():
    """A model with its own save(), delete() or a signal is a second place where acts happen."""
    models = [path for path in python_files() if "models" in path.parts and PACKAGE in path.parents]
    assert not [
        place(path, node)
        for path in models
        for node in ast.walk(syntax_tree(path))
        if isinstance(node, ast.FunctionDef) and node.name in {"save", "delete", "bulk_create"}
    ]


def test_no_order_is_left_to_the_database():
    """`order_by("?")` is no draw: nobody could do it again."""
    assert not [
        place(path) for path in python_files() if re.search(r"order_by\(\s*[\"']\?", path.read_text(encoding="utf-8"))
    ]
