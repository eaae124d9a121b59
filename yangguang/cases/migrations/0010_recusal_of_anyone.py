"""Anybody who takes part in a case may have to withdraw, and it is kept who decided so."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0009_lists_in_the_order_of_opening"),
        ("directory", "0004_registrations_and_photos"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="recusal",
            name="account",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="本机关人员",
            ),
        ),
        migrations.AddField(
            model_name="recusal",
            name="decided_by",
            field=models.CharField(
                blank=True,
                choices=[
                    ("head", "行政机关负责人"),
                    ("collective", "机关负责人集体讨论"),
                    ("superior", "上级行政机关"),
                ],
                max_length=12,
                verbose_name="由谁决定",
            ),
        ),
        migrations.AddField(
            model_name="recusal",
            name="decision_paper",
            field=models.CharField(blank=True, max_length=120, verbose_name="上级决定的文号"),
        ),
        migrations.AddField(
            model_name="recusal",
            name="name",
            field=models.CharField(blank=True, max_length=60, verbose_name="姓名"),
        ),
        migrations.AddField(
            model_name="recusal",
            name="role",
            field=models.CharField(
                choices=[
                    ("officer", "执法人员"),
                    ("unit_head", "承办机构负责人"),
                    ("legal_reviewer", "法制审核人员"),
                    ("chair", "听证主持人"),
                    ("hearing_member", "听证员"),
                    ("clerk", "记录人员"),
                    ("translator", "翻译人员"),
                    ("expert", "鉴定人员"),
                    ("agency_head", "行政机关负责人"),
                ],
                default="officer",
                max_length=20,
                verbose_name="身份",
            ),
        ),
        migrations.AlterField(
            model_name="recusal",
            name="decided_by_name",
            field=models.CharField(blank=True, max_length=200, verbose_name="决定人"),
        ),
        migrations.AlterField(
            model_name="recusal",
            name="officer",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="directory.officer",
                verbose_name="执法人员",
            ),
        ),
    ]
