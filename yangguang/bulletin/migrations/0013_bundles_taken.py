"""Bundles that a public site has taken in."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("bulletin", "0012_annual_reports"),
    ]

    operations = [
        migrations.CreateModel(
            name="BundleTaken",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(unique=True, verbose_name="编号")),
                ("digest", models.CharField(max_length=64, verbose_name="指纹")),
                ("rows_root", models.CharField(max_length=64, verbose_name="全部数据的指纹")),
                ("files_root", models.CharField(max_length=64, verbose_name="全部文件的指纹")),
                ("taken_at", models.DateTimeField(verbose_name="导入时间")),
            ],
            options={
                "verbose_name": "已导入的数据包",
                "ordering": ("number",),
            },
        ),
    ]
