"""The publisher puts out every flowchart of the labour bureau."""

from __future__ import annotations

from yangguang.cases.api import flowcharts
from yangguang.desk.demo import journal
from yangguang.desk.demo.county import County
from yangguang.desk.demo.objections import PUBLISHER
from yangguang.disclosure.api import publish_flowchart


def flowcharts_published(county: County) -> None:
    """Through the same act as the screen, one for each kind of proceeding."""
    body, publisher = county.bodies["labour"], county.account(PUBLISHER)
    for name in flowcharts.NAMES:
        publish_flowchart(name=name, body=body, actor=publisher, at=journal.now())
