"""A flowchart that was published reaches the public store (D08)."""

from __future__ import annotations

from typing import Any

from yangguang.base.outbox import listener
from yangguang.bulletin.api import put_flowchart
from yangguang.disclosure.events import FlowchartPublished
from yangguang.disclosure.models import PublishedFlowchart


@listener(FlowchartPublished, name="disclosure.flowchart")
def flowchart_published(entry: Any) -> None:
    """As it was published last; sent twice, it is kept once."""
    one = PublishedFlowchart.objects.select_related("body").get(public_id=entry.facts["flowchart_ref"])
    put_flowchart(
        one.public_id, name=one.name, title=one.outline["title"], body_ref=one.body.public_id, body_name=one.body.name,
        outline=one.outline, published_on=one.published_on,
    )  # fmt: skip
