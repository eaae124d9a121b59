"""Flowcharts a body has made public (D08)."""

import django.db.models.deletion
from django.db import migrations, models

import yangguang.base.models.fields


class Migration(migrations.Migration):
    dependencies = [("directory", "0002_key_of_secrets"), ("disclosure", "0001_tables")]
    operations = [
        migrations.CreateModel(
            name="PublishedFlowchart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", yangguang.base.models.fields.PublicIdField()),
                ("name", models.CharField(max_length=40, verbose_name="程序")),
                ("outline", models.JSONField(default=dict, verbose_name="内容")),
                ("digest", models.CharField(max_length=64, verbose_name="指纹")),
                ("published_on", models.DateField(verbose_name="公开日期")),
                ("published_by_name", models.CharField(max_length=80, verbose_name="公示人")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.body",
                        verbose_name="公示机关",
                    ),
                ),
            ],
            options={"verbose_name": "公示的流程图", "ordering": ("pk",)},
        ),
        migrations.AddConstraint(
            model_name="publishedflowchart",
            constraint=models.UniqueConstraint(fields=("body", "name"), name="flowchart_once_a_body"),
        ),
    ]
