"""What is told on channels beyond the site (D21)."""

import django.db.models.deletion
import yangguang.base.models.fields
import yangguang.kernel.chance
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosure", "0006_credit_repair"),
    ]

    operations = [
        migrations.CreateModel(
            name="Push",
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
                ("channel", models.CharField(max_length=12, verbose_name="通道")),
                ("version", models.PositiveSmallIntegerField(verbose_name="版次")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("waiting", "等候推送"),
                            ("done", "已推送"),
                            ("failed", "未能推送"),
                            ("dropped", "不再推送"),
                        ],
                        db_index=True,
                        default="waiting",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                ("steps", models.JSONField(default=dict, verbose_name="已办步骤")),
                ("attempts", models.PositiveIntegerField(default=0, verbose_name="次数")),
                ("next_try_at", models.DateTimeField(verbose_name="下次时间")),
                ("leased_until", models.DateTimeField(blank=True, null=True, verbose_name="占用至")),
                ("last_error", models.CharField(blank=True, max_length=200, verbose_name="上次失败的原因")),
                ("asked_at", models.DateTimeField(verbose_name="列入时间")),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="完成时间")),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pushes",
                        to="disclosure.publication",
                        verbose_name="公示信息",
                    ),
                ),
                (
                    "takes_back",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taken_back_by",
                        to="disclosure.push",
                        verbose_name="撤下哪一条",
                    ),
                ),
            ],
            options={
                "verbose_name": "推送",
                "ordering": ("pk",),
                "indexes": [models.Index(fields=["status", "next_try_at"], name="push_due")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("takes_back", None)),
                        fields=("channel", "publication", "version"),
                        name="push_once",
                    )
                ],
            },
        ),
    ]
