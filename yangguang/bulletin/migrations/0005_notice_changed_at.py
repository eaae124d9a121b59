"""When what the public reads of a notice changed last; of those there were before, when they came."""

from django.db import migrations, models
from django.db.models import F

import yangguang.kernel.clock


def came_when_received(apps, schema_editor):
    """Until a notice changes again, the day it came is the best that is known."""
    notices = apps.get_model("bulletin", "Notice").objects.using(schema_editor.connection.alias)
    notices.update(changed_at=F("received_at"))


class Migration(migrations.Migration):
    dependencies = [("bulletin", "0004_flowcharts")]

    operations = [
        migrations.AddField(
            "notice", "changed_at", models.DateTimeField("最近变动时间", default=yangguang.kernel.clock.now)
        ),
        migrations.RunPython(came_when_received, migrations.RunPython.noop, elidable=True),
        migrations.AddIndex("notice", models.Index(fields=["-changed_at", "-id"], name="notice_last_changed")),
    ]
