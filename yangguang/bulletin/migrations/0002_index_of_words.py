"""The public full-text index, where there is none yet."""

from django.db import migrations

from yangguang.bulletin.search_index import NOTICES


class Migration(migrations.Migration):
    dependencies = [("bulletin", "0001_tables")]

    operations = [migrations.RunPython(NOTICES.install, NOTICES.drop)]
