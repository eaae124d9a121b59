"""What was said about an original stays as it was said."""

from django.db import migrations

from yangguang.base.append_only import guard, guard_against_sweeping

TABLE = "records_mediamanifest"


class Migration(migrations.Migration):
    dependencies = [("records", "0002_uploads")]

    operations = [
        migrations.RunPython(*guard(TABLE)),
        migrations.RunPython(*guard_against_sweeping(TABLE, ("id",), ("public_id",))),
    ]
