"""Uploaded sample forms of a guide on the public side (D09, D11)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("bulletin", "0016_register_numbers_and_months"),
    ]

    operations = [
        migrations.AddField(
            model_name="publicguide",
            name="files",
            field=models.JSONField(default=list, verbose_name="示范文本文件"),
        ),
    ]
