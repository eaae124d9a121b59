"""Make the flowchart of a proceeding public, or put the published one up to date (D08, APL-2021:39)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.api import flowcharts
from yangguang.directory.api import Account, Body
from yangguang.disclosure.events import FlowchartPublished
from yangguang.disclosure.models import PublishedFlowchart
from yangguang.disclosure.policy import may_publish_flowchart
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "APL-2021:39"


@transaction.atomic
def publish_flowchart(*, name: str, body: Body, actor: Account, at: Moment) -> PublishedFlowchart:
    """What is published is drawn from the stage table at this moment; nothing is drawn or typed by hand."""
    body = Body.objects.select_for_update().get(pk=body.pk)
    if not may_publish_flowchart(actor, body):
        raise Refused("只有本机关的公示员可以公示流程图。", CLAUSE, remedy="请本机关的公示员办理。")
    outline = flowcharts.flowchart_of(name, body, at.day)
    published = PublishedFlowchart.objects.filter(body=body, name=name).first() or PublishedFlowchart(
        body=body, name=name
    )
    if published.digest == outline.digest():
        raise Refused("公示中的流程图与程序表一致，不需要重新公示。", CLAUSE, remedy="程序表变动以后再公示。")

    published.outline, published.digest = outline.facts(), outline.digest()
    published.published_on, published.published_by_name = at.day, actor.name
    published.save()
    event = FlowchartPublished(name, outline.title, published.public_id, published.digest)
    ledger.record(event, subject=published.subject, actor=actor, at=at)
    return published
