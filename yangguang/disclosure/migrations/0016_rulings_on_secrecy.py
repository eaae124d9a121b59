"""What was asked of the authority in charge about whether a decision may be public, and its answer."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosure", "0015_coercions"),
    ]

    operations = [
        migrations.AddField(
            model_name="publication",
            name="ruling",
            field=models.JSONField(default=dict, verbose_name="报请确定能否公开"),
        ),
    ]
