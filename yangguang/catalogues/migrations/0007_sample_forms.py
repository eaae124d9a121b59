"""Files of sample application forms beside a service guide (D09, D11)."""

import django.db.models.deletion
import yangguang.base.models.fields
import yangguang.kernel.chance
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0003_log_leaves"),
        ("catalogues", "0006_basis_changes"),
    ]

    operations = [
        migrations.CreateModel(
            name="SampleForm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    yangguang.base.models.fields.PublicIdField(
                        default=yangguang.kernel.chance.public_id,
                        editable=False,
                        max_length=26,
                        unique=True,
                        verbose_name="公开编号",
                    ),
                ),
                ("code", models.CharField(max_length=40, verbose_name="事项编号")),
                ("title", models.CharField(max_length=80, verbose_name="表名")),
                ("suffix", models.CharField(max_length=8, verbose_name="文件种类")),
                ("added_on", models.DateField(verbose_name="上传日期")),
                ("added_by_name", models.CharField(max_length=80, verbose_name="上传人")),
                (
                    "blob",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="base.blob",
                        verbose_name="文件",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sample_forms",
                        to="catalogues.edition",
                        verbose_name="清单版本",
                    ),
                ),
            ],
            options={
                "verbose_name": "示范文本文件",
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(fields=("edition", "code", "title"), name="sample_form_title_once")
                ],
            },
        ),
    ]
