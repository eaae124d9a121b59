"""The public full-text index, where there is none yet."""

from django.db import migrations

from yangguang.bulletin.search_index import drop, install


class Migration(migrations.Migration):
    dependencies = [("bulletin", "0001_tables")]

    operations = [migrations.RunPython(install, drop)]
