"""Window boards (D11)."""

import django.db.models.deletion
import yangguang.base.models.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0003_certificate_cards"),
        ("disclosure", "0003_exemptions"),
    ]

    operations = [
        migrations.CreateModel(
            name="WindowBoard",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", yangguang.base.models.fields.PublicIdField()),
                ("place", models.CharField(max_length=120, verbose_name="窗口地点")),
                ("hours", models.CharField(max_length=120, verbose_name="办公时间")),
                ("phone", models.CharField(max_length=60, verbose_name="咨询电话")),
                ("services", models.JSONField(default=list, verbose_name="服务事项")),
                ("notices", models.JSONField(default=list, verbose_name="通知")),
                ("worded_on", models.DateField(verbose_name="更新日期")),
                (
                    "body",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="window_board",
                        to="directory.body",
                        verbose_name="机关",
                    ),
                ),
            ],
            options={
                "verbose_name": "窗口公示牌",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="BoardWindow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", yangguang.base.models.fields.PublicIdField()),
                ("label", models.CharField(max_length=20, verbose_name="窗口")),
                ("name", models.CharField(max_length=60, verbose_name="姓名")),
                ("post", models.CharField(max_length=60, verbose_name="职务")),
                ("staff_number", models.CharField(blank=True, max_length=40, verbose_name="工号")),
                ("duties", models.CharField(max_length=200, verbose_name="岗位职责")),
                ("kinds", models.CharField(blank=True, max_length=120, verbose_name="执法种类")),
                ("from_day", models.DateField(verbose_name="在岗自")),
                ("until_day", models.DateField(verbose_name="在岗至")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="停用日期")),
                (
                    "officer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.officer",
                        verbose_name="执法人员",
                    ),
                ),
                (
                    "board",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="windows",
                        to="disclosure.windowboard",
                        verbose_name="窗口公示牌",
                    ),
                ),
            ],
            options={
                "verbose_name": "窗口",
                "ordering": ("label", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_on", None)), fields=("board", "label"), name="window_once_a_board"
                    )
                ],
            },
        ),
    ]
