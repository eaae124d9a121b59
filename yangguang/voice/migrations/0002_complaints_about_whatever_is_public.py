"""A complaint is about whatever decision is public, of coercion too, so that whoever handled its case keeps away."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosure", "0015_coercions"),
        ("voice", "0001_tables"),
    ]

    operations = [
        migrations.AddField(
            model_name="voice",
            name="publication",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="voices",
                to="disclosure.publication",
                verbose_name="被投诉的公开信息",
            ),
        ),
    ]
