"""Certificate cards that were made (D12)."""

import django.db.models.deletion
from django.db import migrations, models

import yangguang.base.models.fields


class Migration(migrations.Migration):
    dependencies = [("directory", "0002_key_of_secrets")]
    operations = [
        migrations.CreateModel(
            name="CardBatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", yangguang.base.models.fields.PublicIdField()),
                ("made_on", models.DateField(verbose_name="制作日期")),
                ("made_by_name", models.CharField(max_length=80, verbose_name="制作人")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="card_batches",
                        to="directory.body",
                        verbose_name="单位",
                    ),
                ),
                (
                    "certificates",
                    models.ManyToManyField(
                        related_name="card_batches", to="directory.certificate", verbose_name="证件"
                    ),
                ),
            ],
            options={"verbose_name": "证件卡制作", "ordering": ("-pk",)},
        )
    ]
