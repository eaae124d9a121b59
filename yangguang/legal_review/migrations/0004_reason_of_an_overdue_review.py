from django.db import migrations, models

from yangguang.legal_review.review_gate import install, remove


class Migration(migrations.Migration):
    dependencies = [("legal_review", "0003_every_kind_of_decision")]

    # SQLite builds the table anew for a column, and would not while a trigger names the table.
    operations = [
        migrations.RunPython(remove, install),
        migrations.AddField(
            model_name="legalreview",
            name="overdue_reason",
            field=models.CharField("逾期原因", max_length=400, blank=True),
        ),
        migrations.RunPython(install, remove),
    ]
