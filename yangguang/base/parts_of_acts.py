"""What is only ever done as a part of an act needs no savepoint of its own: refused or broken, the whole act is undone.

Who caught what a part raised and went on would be stopped at the next statement: the transaction only waits to be rolled
back then. Called by itself, a part is a transaction as every use case is.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import transaction

Given = ParamSpec("Given")
Done = TypeVar("Done")


def part_of_an_act(part: Callable[Given, Done]) -> Callable[Given, Done]:
    """Run a function inside the transaction of the act that calls it, or in one of its own."""

    @wraps(part)
    def carried_out(*args: Given.args, **kwargs: Given.kwargs) -> Done:
        around = transaction.get_connection().atomic_blocks
        alone = not around or around[-1]._from_testcase
        with transaction.atomic(savepoint=alone):
            return part(*args, **kwargs)

    return carried_out
