from django.db import migrations

from yangguang.catalogues.adopted_guard import install, remove


class Migration(migrations.Migration):
    dependencies = [("catalogues", "0001_initial")]

    operations = [migrations.RunPython(install, remove)]
