"""Flowcharts a body has made public: what was told then, so that a table that changed since is noticed."""

from __future__ import annotations

from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField


class PublishedFlowchart(models.Model):
    """The flowchart of one kind of proceeding as a body published it last. Earlier ones are known by the ledger."""

    public_id = PublicIdField()
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+", verbose_name="公示机关")
    name = models.CharField("程序", max_length=40)
    outline = models.JSONField("内容", default=dict)
    digest = models.CharField("指纹", max_length=64)
    published_on = models.DateField("公开日期")
    published_by_name = models.CharField("公示人", max_length=80)

    personal_data = ("published_by_name",)
    retention = "while the body stands"

    class Meta:
        verbose_name = "公示的流程图"
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["body", "name"], name="flowchart_once_a_body")]

    def __str__(self) -> str:
        return f"{self.body}　{self.outline.get('title', self.name)}"

    @property
    def subject(self) -> Subject:
        """How the ledger names it."""
        return Subject("flowchart", self.public_id, self.body.public_id)
