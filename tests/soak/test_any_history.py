"""Many thousand histories by anybody, in any order, on any day: no impossible one comes about."""

import time

import pytest

from tests.cases.any_history.machine import run

pytestmark = pytest.mark.django_db
HISTORIES_FOR_EACH_FACTOR, LENGTH = 2000, 30


def test_no_impossible_history_comes_about_in_many_thousand(request):
    factor, seed = request.config.getoption("soak"), time.time_ns()
    tried = run(histories=HISTORIES_FOR_EACH_FACTOR * factor, length=LENGTH, seed=seed)
    assert tried.histories == HISTORIES_FOR_EACH_FACTOR * factor, f"seed {seed}"
    assert sum(tried.done.values()) > tried.histories
