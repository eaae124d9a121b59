from django.db import migrations

from yangguang.bulletin.search_index import drop, install


class Migration(migrations.Migration):
    dependencies = [("bulletin", "0001_initial")]

    operations = [migrations.RunPython(install, drop)]
