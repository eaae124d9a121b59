"""The county a journey walks through, on a clock the journey moves."""

from datetime import date

import pytest

from tests.journeys.walking import Walk
from yangguang.base import verifying
from yangguang.desk.demo.county import make_county
from yangguang.kernel import clock

START = date(2026, 9, 1)


@pytest.fixture
def county(transactional_db, settings, tmp_path):
    """Bodies, people and lists as the demonstration has them, and no case yet."""
    settings.PAGES_DIR = tmp_path / "pages"
    return make_county()


@pytest.fixture
def walk(county, live_server, open_tab, request):
    """A walk whose clock everybody reads; in the end nothing is found wrong."""
    name, width = request.param
    walking = Walk(name, county, live_server, open_tab, handler_width=width, start=START)
    with clock.use(lambda: walking.now):
        yield walking
        assert [fault for _, _, faults in verifying.run() for fault in faults] == []
