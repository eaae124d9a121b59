"""The circumstances that weigh in a case are kept one by one, each with the evidence that shows it."""

import django.db.models.deletion
import yangguang.base.models.fields
import yangguang.kernel.chance
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0010_recusal_of_anyone"),
    ]

    operations = [
        migrations.CreateModel(
            name="FoundCircumstance",
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
                ("position", models.PositiveSmallIntegerField(verbose_name="次序")),
                ("kind", models.CharField(max_length=30, verbose_name="情节")),
                ("name", models.CharField(max_length=200, verbose_name="情节名称")),
                ("text", models.TextField(verbose_name="具体情况")),
                ("evidence_refs", models.JSONField(default=list, verbose_name="证据")),
                ("found_on", models.DateField(verbose_name="认定日期")),
                ("dropped_on", models.DateField(blank=True, null=True, verbose_name="不再认定日期")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="found_circumstances",
                        to="cases.case",
                        verbose_name="案件",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.party",
                        verbose_name="当事人",
                    ),
                ),
            ],
            options={
                "verbose_name": "认定情节",
                "ordering": ("position", "pk"),
            },
        ),
    ]
