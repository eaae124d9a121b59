"""Notices that put right what others say of a published decision."""

import django.db.models.deletion
import yangguang.base.models.fields
import yangguang.kernel.chance
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosure", "0018_stopped_by_those_who_review"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Clarification",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    yangguang.base.models.fields.PublicIdField(
                        default=yangguang.kernel.chance.public_id,
                        editable=False,
                        max_length=26,
                        unique=True,
                        verbose_name="公开编号",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("waiting", "待批准"), ("released", "已公布"), ("returned", "已退回")],
                        default="waiting",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("found", models.CharField(max_length=400, verbose_name="发现的虚假或者不完整信息")),
                ("title", models.CharField(max_length=80, verbose_name="标题")),
                ("text", models.TextField(verbose_name="澄清内容")),
                ("secrecy", models.JSONField(default=dict, verbose_name="保密审查")),
                ("drafted_on", models.DateField(verbose_name="起草日期")),
                ("released_on", models.DateField(blank=True, null=True, verbose_name="公布日期")),
                (
                    "drafted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="起草人",
                    ),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="clarifications",
                        to="disclosure.publication",
                        verbose_name="公示信息",
                    ),
                ),
            ],
            options={
                "verbose_name": "澄清公告",
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "waiting")),
                        fields=("publication",),
                        name="clarification_one_at_a_time",
                    )
                ],
            },
        ),
    ]
