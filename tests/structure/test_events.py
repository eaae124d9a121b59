"""Every event tells its line of the timeline, from values it has."""

from dataclasses import fields
from string import Formatter

import pytest

from structure.reference.events import all_events
from yangguang.base.events import Event

EVENTS = all_events()


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.__name__)
def test_event_tells_only_values_it_has(event):
    named = {name for _, name, _, _ in Formatter().parse(event.told) if name}
    assert named <= {field.name for field in fields(event)}


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.__name__)
def test_event_tells_its_line_in_one_way(event):
    assert event.told or event.summary is not Event.summary
    assert not {"told", "summary"} <= set(vars(event))
