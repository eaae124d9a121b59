from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0001_tables"),
        ("directory", "0002_key_of_secrets"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="clock",
            name="clock_running",
        ),
        migrations.RemoveIndex(
            model_name="clock",
            name="clock_of_case",
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(fields=["officer", "ends_on", "case"], name="assignment_standing"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["body", "unit", "id", "opened_on", "kind", "status"], name="case_list_of_unit"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["body", "id", "opened_on", "kind", "status"], name="case_list_of_body"),
        ),
        migrations.AddIndex(
            model_name="clock",
            index=models.Index(fields=["stopped_on", "due_on", "kind", "still", "case"], name="clock_running"),
        ),
        migrations.AddIndex(
            model_name="clock",
            index=models.Index(condition=models.Q(("stopped_on", None)), fields=["due_on", "-case"], name="clock_next"),
        ),
        migrations.AddIndex(
            model_name="clock",
            index=models.Index(fields=["case", "stopped_on", "due_on", "kind", "still"], name="clock_of_case"),
        ),
    ]
