"""What is made of originals to look at, and what people say about them; catalogue entries stay as they were written."""

import django.db.models.deletion
import yangguang.base.models.fields
import yangguang.kernel.chance
from django.db import migrations, models

from yangguang.base.append_only import guard, guard_against_sweeping

ENTRIES = "records_recordingentry"


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0005_kinds_of_leaves_of_one_event"),
        ("directory", "0004_registrations_and_photos"),
        ("records", "0004_captures"),
    ]

    operations = [
        migrations.CreateModel(
            name="Derivative",
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
                ("file_ref", models.CharField(db_index=True, max_length=40, verbose_name="案卷")),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("preview", "预览件"),
                            ("poster", "封面"),
                            ("small", "缩略图"),
                            ("frame", "截图"),
                            ("clip", "片段"),
                        ],
                        max_length=10,
                        verbose_name="用途",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "等候制作"),
                            ("making", "正在制作"),
                            ("made", "已制作"),
                            ("failed", "没有做成"),
                        ],
                        db_index=True,
                        default="waiting",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("fault", models.CharField(blank=True, max_length=200, verbose_name="没有做成的原因")),
                ("from_ms", models.PositiveBigIntegerField(blank=True, null=True, verbose_name="起（毫秒）")),
                ("to_ms", models.PositiveBigIntegerField(blank=True, null=True, verbose_name="止（毫秒）")),
                ("words", models.CharField(blank=True, max_length=200, verbose_name="内容说明")),
                ("watermark", models.CharField(blank=True, max_length=200, verbose_name="水印")),
                ("facts", models.JSONField(blank=True, default=dict, verbose_name="原件情况")),
                ("parameters", models.JSONField(blank=True, default=dict, verbose_name="制作参数")),
                ("tool", models.CharField(blank=True, max_length=80, verbose_name="制作程序")),
                ("asked_by_ref", models.CharField(blank=True, max_length=60, verbose_name="要求人账号")),
                ("asked_by_name", models.CharField(max_length=80, verbose_name="要求人")),
                ("asked_at", models.DateTimeField(verbose_name="要求时间")),
                ("tried_at", models.DateTimeField(blank=True, null=True, verbose_name="上次制作")),
                ("made_at", models.DateTimeField(blank=True, null=True, verbose_name="制作时间")),
                ("retired_at", models.DateTimeField(blank=True, null=True, verbose_name="停用时间")),
                ("retired_by_name", models.CharField(blank=True, max_length=80, verbose_name="停用人")),
                ("retire_reason", models.CharField(blank=True, max_length=200, verbose_name="停用理由")),
                (
                    "blob",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="base.blob",
                        verbose_name="存件",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.body",
                        verbose_name="执法主体",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="derivatives",
                        to="records.mediamanifest",
                        verbose_name="原始录音录像",
                    ),
                ),
            ],
            options={
                "verbose_name": "派生件",
                "ordering": ("pk",),
            },
        ),
        migrations.AddField(
            model_name="evidence",
            name="derivative",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="evidence",
                to="records.derivative",
                verbose_name="截图或者片段",
            ),
        ),
        migrations.CreateModel(
            name="MediaMark",
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
                ("at_ms", models.PositiveBigIntegerField(verbose_name="时刻（毫秒）")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("opening", "开始说明"),
                            ("certificate", "出示证件"),
                            ("rights", "告知权利"),
                            ("closing", "结束说明"),
                            ("statement", "关键陈述"),
                            ("scene", "关键画面"),
                            ("refusal", "拒绝签名"),
                            ("break", "中断"),
                            ("other", "备注"),
                        ],
                        max_length=12,
                        verbose_name="种类",
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=200, verbose_name="内容")),
                ("made_by_name", models.CharField(max_length=80, verbose_name="标记人")),
                ("made_at", models.DateTimeField(verbose_name="标记时间")),
                ("retired_at", models.DateTimeField(blank=True, null=True, verbose_name="停用时间")),
                ("retired_by_name", models.CharField(blank=True, max_length=80, verbose_name="停用人")),
                ("retire_reason", models.CharField(blank=True, max_length=200, verbose_name="停用理由")),
                (
                    "media",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="marks",
                        to="records.mediamanifest",
                        verbose_name="原始录音录像",
                    ),
                ),
            ],
            options={
                "verbose_name": "音像标记",
                "ordering": ("at_ms", "pk"),
            },
        ),
        migrations.CreateModel(
            name="RecordingEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(verbose_name="版次")),
                ("stage", models.CharField(max_length=60, verbose_name="环节")),
                ("began_at", models.DateTimeField(verbose_name="起始时间")),
                ("ended_at", models.DateTimeField(verbose_name="结束时间")),
                ("place", models.CharField(max_length=200, verbose_name="地点")),
                ("people", models.CharField(max_length=200, verbose_name="人员")),
                ("points", models.CharField(max_length=400, verbose_name="要点")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="更正理由")),
                ("made_by_name", models.CharField(max_length=80, verbose_name="编目人")),
                ("made_at", models.DateTimeField(verbose_name="编目时间")),
                (
                    "media",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="records.mediamanifest",
                        verbose_name="原始录音录像",
                    ),
                ),
            ],
            options={
                "verbose_name": "音像编目",
                "ordering": ("media", "version"),
            },
        ),
        migrations.AddConstraint(
            model_name="derivative",
            constraint=models.UniqueConstraint(
                condition=models.Q(("purpose__in", ("preview", "poster", "small"))),
                fields=("source", "purpose"),
                name="one_preview_of_an_original",
            ),
        ),
        migrations.AddConstraint(
            model_name="derivative",
            constraint=models.CheckConstraint(
                condition=models.Q(("to_ms", None), ("from_ms__lt", models.F("to_ms")), _connector="OR"),
                name="derivative_begins_before_it_ends",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordingentry",
            constraint=models.UniqueConstraint(fields=("media", "version"), name="one_version_of_an_entry"),
        ),
        migrations.AddConstraint(
            model_name="recordingentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("began_at__lte", models.F("ended_at"))), name="entry_begins_before_it_ends"
            ),
        ),
        migrations.RunPython(*guard(ENTRIES)),
        migrations.RunPython(*guard_against_sweeping(ENTRIES, ("id",), ("media_id", "version"))),
    ]
