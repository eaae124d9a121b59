"""Every certificate number of an officer can be looked for, however many there are: they were cut at 200 characters."""

from django.db import migrations, models

from yangguang.base.search import normalised


def write_anew(apps, schema_editor):
    """From the certificates themselves, which were never cut."""
    store = schema_editor.connection.alias
    rows = apps.get_model("bulletin", "PublicOfficer").objects.using(store)
    for officer in rows.order_by("pk").iterator():
        numbers = [one["certificate_number"] for one in officer.certificates]
        officer.certificate_numbers = "\n" + "".join(f"{normalised(number)}\n" for number in numbers)
        officer.save(update_fields=["certificate_numbers"])


class Migration(migrations.Migration):
    dependencies = [("bulletin", "0006_guides")]
    operations = [
        migrations.AlterField(
            model_name="publicofficer",
            name="certificate_numbers",
            field=models.TextField(verbose_name="检索用证件编号"),
        ),
        migrations.RunPython(write_anew, migrations.RunPython.noop, elidable=True),
    ]
