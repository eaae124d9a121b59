"""Clarifications stand beside the decision they are about."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("bulletin", "0021_passages"),
    ]

    operations = [
        migrations.AddField(
            model_name="notice",
            name="clarifications",
            field=models.JSONField(default=list, verbose_name="澄清公告"),
        ),
    ]
