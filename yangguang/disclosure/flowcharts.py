"""How the published flowcharts of a body stand to the tables its cases run on today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yangguang.base.flowcharts import Outline
from yangguang.cases.api import FLOWS, flowcharts
from yangguang.directory.api import Body
from yangguang.disclosure.models import PublishedFlowchart


@dataclass(frozen=True)
class Standing:
    """One kind of proceeding: the chart of today, and what the public reads."""

    outline: Outline
    published: PublishedFlowchart | None

    @property
    def changed(self) -> bool:
        """Whether the public reads something else than cases run on."""
        return self.published is not None and self.published.digest != self.outline.digest()


def standings_of(body: Body, on: date) -> list[Standing]:
    """Every kind of proceeding in the order of the register."""
    published = {one.name: one for one in PublishedFlowchart.objects.filter(body=body).order_by("pk")}
    return [Standing(flowcharts.flowchart_of(name, body, on), published.get(name)) for name in FLOWS]


def standing_of(name: str, body: Body, on: date) -> Standing | None:
    """One kind of proceeding, none of the others drawn; None when there is no such."""
    if name not in FLOWS:
        return None
    published = PublishedFlowchart.objects.filter(body=body, name=name).first()
    return Standing(flowcharts.flowchart_of(name, body, on), published)
