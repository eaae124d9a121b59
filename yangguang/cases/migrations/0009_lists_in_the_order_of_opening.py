"""A list in the order of its days of opening is read in an index instead of sorted whole."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0008_grounds_of_fallen_alterations"),
        ("directory", "0004_registrations_and_photos"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                fields=["body", "unit", "opened_on", "id", "kind", "status"], name="case_opened_in_unit"
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["body", "opened_on", "id", "kind", "status"], name="case_opened_in_body"),
        ),
    ]
