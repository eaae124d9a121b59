"""Every act is killed in the middle by SIGKILL, a few acts a day and all of them in the long runs; nothing is ever half done."""

import time

import pytest

from tests.journeys.every_act import MANY_IN_ONE, a_few, killed

FEW, DAY = 8, 24 * 60 * 60


@pytest.mark.daily
def test_acts_killed_in_the_middle_were_done_whole_or_not_at_all_and_can_be_done_again():
    day = int(time.time()) // DAY
    chosen = a_few(FEW, day=day)
    told = killed(chosen, seed=day)
    assert set(told) == set(chosen)
    wrong = {act: fate for act, fate in told.items() if fate not in {"nothing", "whole"} and act not in MANY_IN_ONE}
    assert wrong == {}, f"seed {day}"
