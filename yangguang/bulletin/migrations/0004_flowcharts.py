"""Flowcharts of proceedings (D08)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("bulletin", "0003_filing_of_a_list")]
    operations = [
        migrations.CreateModel(
            name="PublicFlowchart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(max_length=26, unique=True, verbose_name="公开编号")),
                ("name", models.CharField(db_index=True, max_length=40, verbose_name="程序")),
                ("title", models.CharField(max_length=80, verbose_name="名称")),
                ("body_ref", models.CharField(db_index=True, max_length=26, verbose_name="机关")),
                ("body_name", models.CharField(max_length=120, verbose_name="发布机关")),
                ("outline", models.JSONField(default=dict, verbose_name="内容")),
                ("published_on", models.DateField(verbose_name="公开日期")),
            ],
            options={"verbose_name": "流程图公示副本", "ordering": ("body_name", "pk")},
        )
    ]
