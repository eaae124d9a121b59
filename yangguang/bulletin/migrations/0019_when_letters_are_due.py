"""Whoever asked to have something put right reads until when the agency is to answer."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("bulletin", "0018_standing_taken_back")]

    operations = [
        migrations.AddField("letter", "due_on", models.DateField("最晚答复日期", null=True, blank=True)),
    ]
