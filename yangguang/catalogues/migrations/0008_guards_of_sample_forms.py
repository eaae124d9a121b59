"""Sample forms of an adopted edition stay as they are, as its entries do."""

from django.db import migrations

from yangguang.base.append_only import guard_against_sweeping
from yangguang.catalogues.adopted_guard import FORMS, put_on_forms, take_off_forms


class Migration(migrations.Migration):
    dependencies = [("catalogues", "0007_sample_forms")]

    operations = [
        migrations.RunPython(put_on_forms, take_off_forms),
        migrations.RunPython(*guard_against_sweeping(FORMS, ("id",), ("public_id",), ("edition_id", "code", "title"))),
    ]
