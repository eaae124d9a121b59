"""Annual reports (D18)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("bulletin", "0011_credit_repair"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(max_length=26, unique=True, verbose_name="公开编号")),
                ("body_ref", models.CharField(db_index=True, max_length=26, verbose_name="机关")),
                ("body_name", models.CharField(max_length=120, verbose_name="发布机关")),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("version", models.PositiveSmallIntegerField(verbose_name="版次")),
                ("title", models.CharField(max_length=120, verbose_name="名称")),
                ("content", models.JSONField(default=dict, verbose_name="内容")),
                ("digest", models.CharField(max_length=64, verbose_name="指纹")),
                ("published_on", models.DateField(verbose_name="公开日期")),
                ("filings", models.JSONField(default=list, verbose_name="报送")),
            ],
            options={
                "verbose_name": "统计年报公示副本",
                "ordering": ("-year", "body_name", "-version"),
                "constraints": [
                    models.UniqueConstraint(fields=("body_ref", "year", "version"), name="public_report_once")
                ],
            },
        ),
    ]
