from django.db import migrations

from yangguang.base.append_only import guard_against_sweeping


class Migration(migrations.Migration):
    dependencies = [("catalogues", "0002_adopted_editions_stand")]
    operations = [
        migrations.RunPython(*guard_against_sweeping("catalogues_edition", ("id",), ("public_id",))),
        migrations.RunPython(*guard_against_sweeping("catalogues_entry", ("id",), ("public_id",))),
    ]
