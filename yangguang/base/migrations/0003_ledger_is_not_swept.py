from django.db import migrations

from yangguang.base.append_only import guard_against_sweeping

UNIQUE = (("id",), ("public_id",), ("digest",), ("chain", "sequence"), ("chain", "previous"))


class Migration(migrations.Migration):
    dependencies = [("base", "0002_ledger_is_append_only")]
    operations = [migrations.RunPython(*guard_against_sweeping("base_ledgerentry", *UNIQUE))]
