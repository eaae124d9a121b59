from django.db import migrations

from yangguang.base.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("base", "0001_initial")]

    operations = [migrations.RunPython(*guard("base_ledgerentry"))]
