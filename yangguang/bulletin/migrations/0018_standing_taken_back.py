"""Editions and officers' entries may be taken back, editions corrected: their state, reason, and what was changed when (D16)."""

from django.db import migrations, models

import yangguang.kernel.clock

STATES = [("public", "公开中"), ("corrected", "已更正"), ("withdrawn", "已撤回")]


def changed_when_published(apps, editor):
    """What was there before changed last on the day it became public."""
    rows = apps.get_model("bulletin", "PublicList").objects.using(editor.connection.alias)
    for day in set(rows.values_list("published_on", flat=True)):
        rows.filter(published_on=day).update(changed_at=yangguang.kernel.clock.beijing(day, 0))


class Migration(migrations.Migration):
    dependencies = [("bulletin", "0017_sample_forms")]

    operations = [
        migrations.AddField(
            "publiclist", "status", models.CharField("状态", max_length=12, choices=STATES, default="public")
        ),
        migrations.AddField("publiclist", "version", models.PositiveIntegerField("公开版次", default=1)),
        migrations.AddField("publiclist", "digest", models.CharField("指纹", max_length=64, blank=True)),
        migrations.AddField("publiclist", "history", models.JSONField("变动", default=list)),
        migrations.AddField("publiclist", "withdrawn_on", models.DateField("撤回日期", null=True, blank=True)),
        migrations.AddField(
            "publiclist", "withdrawal_reason", models.CharField("撤回理由", max_length=400, blank=True)
        ),
        migrations.AddField("publiclist", "withdrawal_basis", models.TextField("撤回依据", blank=True)),
        migrations.AddField(
            "publiclist", "changed_at", models.DateTimeField("最近变动时间", default=yangguang.kernel.clock.now)
        ),
        migrations.AddField("publicofficer", "withdrawn_on", models.DateField("撤回日期", null=True, blank=True)),
        migrations.AddField(
            "publicofficer", "withdrawal_reason", models.CharField("撤回理由", max_length=400, blank=True)
        ),
        migrations.AddField("publicofficer", "withdrawal_basis", models.TextField("撤回依据", blank=True)),
        migrations.RunPython(changed_when_published, migrations.RunPython.noop, elidable=True),
    ]
