"""The notice that tells the party what of its published decision was put right."""

import django.db.models.deletion
import yangguang.base.models.fields
import yangguang.kernel.chance
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosure", "0016_rulings_on_secrecy"),
        ("records", "0003_guard_of_manifests"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CorrectionNotice",
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
                ("told_on", models.DateField(blank=True, null=True, verbose_name="告知日期")),
                (
                    "told_by_way",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("handed_over", "当面交付"),
                            ("posted", "邮寄"),
                            ("electronic", "电子送达"),
                            ("other", "其他方式"),
                        ],
                        max_length=12,
                        verbose_name="告知方式",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="说明")),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.document",
                        verbose_name="更正告知书",
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notice",
                        to="disclosure.publishedversion",
                        verbose_name="更正的版本",
                    ),
                ),
            ],
            options={
                "verbose_name": "更正告知",
                "ordering": ("-pk",),
            },
        ),
    ]
