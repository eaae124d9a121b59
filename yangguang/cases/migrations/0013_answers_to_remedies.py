"""What the body answers where its decision is contested, and applications handed in at the body itself."""

import django.db.models.deletion
import yangguang.base.models.fields
import yangguang.kernel.chance
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0012_discussion_and_hearing"),
        ("records", "0001_tables"),
    ]

    operations = [
        migrations.AddField(
            model_name="remedy",
            name="answer",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.document",
                verbose_name="答复书、答辩状",
            ),
        ),
        migrations.AddField(
            model_name="remedy",
            name="answer_receipt",
            field=models.CharField(blank=True, max_length=120, verbose_name="回执"),
        ),
        migrations.AddField(
            model_name="remedy",
            name="answer_sent_on",
            field=models.DateField(blank=True, null=True, verbose_name="提交答复、答辩的日期"),
        ),
        migrations.AddField(
            model_name="remedy",
            name="answer_way",
            field=models.CharField(
                blank=True,
                choices=[("handed", "当面递交"), ("posted", "邮寄"), ("online", "网上平台提交")],
                max_length=10,
                verbose_name="提交方式",
            ),
        ),
        migrations.AddField(
            model_name="remedy",
            name="evidence_list",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.document",
                verbose_name="证据目录",
            ),
        ),
        migrations.AddField(
            model_name="remedy",
            name="simplified",
            field=models.BooleanField(default=False, verbose_name="适用简易程序审理"),
        ),
        migrations.CreateModel(
            name="HandedInApplication",
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
                ("applicant", models.CharField(max_length=120, verbose_name="申请人")),
                ("authority", models.CharField(max_length=120, verbose_name="复议机关")),
                ("received_on", models.DateField(verbose_name="收到申请的日期")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("forwarded", "维持原决定，转送复议机关"), ("corrected", "已自行撤销或者变更原决定")],
                        max_length=10,
                        verbose_name="处理",
                    ),
                ),
                ("handled_on", models.DateField(blank=True, null=True, verbose_name="处理日期")),
                ("receipt", models.CharField(blank=True, max_length=120, verbose_name="回执")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handed_in",
                        to="cases.case",
                        verbose_name="案件",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handed_in",
                        to="cases.decision",
                        verbose_name="所争议的决定",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.document",
                        verbose_name="转送函",
                    ),
                ),
            ],
            options={
                "verbose_name": "经本机关提交的复议申请",
                "ordering": ("pk",),
            },
        ),
    ]
