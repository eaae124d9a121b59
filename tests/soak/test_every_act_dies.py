"""Each use case is killed in the middle, on either database, FACTOR times at instants chosen anew: nothing is half done."""

import pytest

from tests.journeys.every_act import MANY_IN_ONE, killed, table

ROUNDS_FOR_TEN = 1


@pytest.mark.django_db
def test_every_act_killed_in_the_middle_was_done_whole_or_not_at_all(request):
    for number in range(max(1, request.config.getoption("soak") * ROUNDS_FOR_TEN // 10)):
        told = killed(sorted(table()), seed=f"soak {number}")
        wrong = {act: fate for act, fate in told.items() if fate not in {"nothing", "whole"} and act not in MANY_IN_ONE}
        assert wrong == {}, f"round {number}"
        assert len(told) > 0.9 * len(table())
