from django.db import migrations

from yangguang.bulletin.search_index import build_afresh


class Migration(migrations.Migration):
    dependencies = [("bulletin", "0004_long_words")]

    operations = [migrations.RunPython(build_afresh, migrations.RunPython.noop)]
