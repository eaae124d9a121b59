"""The ledger only grows: put on whatever was there before."""

from django.db import migrations

from yangguang.base.append_only import guard, guard_against_sweeping

UNIQUE = (("id",), ("public_id",), ("digest",), ("chain", "sequence"), ("chain", "previous"))


class Migration(migrations.Migration):
    dependencies = [("base", "0001_tables")]

    operations = [
        migrations.RunPython(*guard("base_ledgerentry")),
        migrations.RunPython(*guard_against_sweeping("base_ledgerentry", *UNIQUE)),
    ]
