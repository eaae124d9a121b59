"""Many thousand acts by anybody, in any order, on any day: none of the impossible histories comes about."""

import pytest

from tests.cases.any_history.machine import run

pytestmark = pytest.mark.django_db
RUNS_FOR_EACH_FACTOR, LENGTH = 25, 80


def test_no_impossible_history_comes_about_in_many_thousand_acts(request):
    factor = request.config.getoption("soak")
    tried = run(runs=RUNS_FOR_EACH_FACTOR * factor, length=LENGTH, same_every_time=False)
    assert sum(tried.done.values()) > 100 * factor
