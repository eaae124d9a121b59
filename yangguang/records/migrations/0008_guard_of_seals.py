"""What was signed about an original stays as it was signed."""

from django.db import migrations

from yangguang.base.append_only import guard, guard_against_sweeping

TABLE = "records_manifestseal"


class Migration(migrations.Migration):
    dependencies = [("records", "0007_access")]

    operations = [
        migrations.RunPython(*guard(TABLE)),
        migrations.RunPython(*guard_against_sweeping(TABLE, ("id",), ("manifest_id",))),
    ]
