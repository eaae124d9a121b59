"""Adopted editions and their entries stay as they are: put on whatever was there before."""

from django.db import migrations

from yangguang.base.append_only import guard_against_sweeping
from yangguang.catalogues.adopted_guard import put_anew, remove


class Migration(migrations.Migration):
    dependencies = [("catalogues", "0001_tables")]

    operations = [
        migrations.RunPython(put_anew, remove),
        migrations.RunPython(*guard_against_sweeping("catalogues_edition", ("id",), ("public_id",))),
        migrations.RunPython(*guard_against_sweeping("catalogues_entry", ("id",), ("public_id",))),
    ]
