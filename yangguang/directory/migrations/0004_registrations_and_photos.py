"""Entries of bodies on their way through review, returned filings of entrustments, photos of officers (D06, D11)."""

import django.db.models.deletion
import yangguang.base.models.fields
import yangguang.kernel.chance
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0003_log_leaves"),
        ("directory", "0003_certificate_cards"),
    ]

    operations = [
        migrations.AddField(
            model_name="entrustment",
            name="return_reason",
            field=models.CharField(blank=True, max_length=500, verbose_name="备案退回理由"),
        ),
        migrations.AddField(
            model_name="entrustment",
            name="returned_on",
            field=models.DateField(blank=True, null=True, verbose_name="备案退回日期"),
        ),
        migrations.CreateModel(
            name="BodyProposal",
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
                ("facts", models.JSONField(default=dict, verbose_name="登记内容")),
                ("reason", models.TextField(verbose_name="登记、变更的依据")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "等候审核"),
                            ("returned", "已退回"),
                            ("approved", "已通过"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="waiting",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1, verbose_name="送审次数")),
                ("proposed_by_ref", models.CharField(max_length=60, verbose_name="申请人")),
                ("proposed_by_name", models.CharField(max_length=80, verbose_name="申请人姓名")),
                ("proposed_on", models.DateField(verbose_name="送审日期")),
                ("office_name", models.CharField(blank=True, max_length=120, verbose_name="审核单位")),
                ("opinion", models.TextField(blank=True, verbose_name="审核意见")),
                ("reviewed_by_name", models.CharField(blank=True, max_length=80, verbose_name="审核登记人")),
                ("reviewed_on", models.DateField(blank=True, null=True, verbose_name="审核日期")),
                ("document_number", models.CharField(blank=True, max_length=80, verbose_name="审核文号")),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to="directory.body",
                        verbose_name="执法主体",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="base.blob",
                        verbose_name="审核文件",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposed_below",
                        to="directory.body",
                        verbose_name="上级",
                    ),
                ),
            ],
            options={
                "verbose_name": "执法主体登记申请",
                "ordering": ("-pk",),
            },
        ),
        migrations.CreateModel(
            name="OfficerPhoto",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("content", models.BinaryField(verbose_name="照片")),
                ("taken_in_on", models.DateField(verbose_name="登记日期")),
                (
                    "officer",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photo",
                        to="directory.officer",
                        verbose_name="执法人员",
                    ),
                ),
            ],
            options={
                "verbose_name": "执法人员照片",
            },
        ),
    ]
