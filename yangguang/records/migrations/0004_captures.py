"""What was said of recordings made on the spot; it stays as it was said."""

import django.db.models.deletion
import yangguang.base.models.fields
import yangguang.kernel.chance
from django.db import migrations, models

from yangguang.base.append_only import guard, guard_against_sweeping

TABLE = "records_capture"


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0004_registrations_and_photos"),
        ("records", "0003_guard_of_manifests"),
    ]

    operations = [
        migrations.AlterField(
            model_name="mediamanifest",
            name="trust_origin",
            field=models.CharField(
                choices=[
                    ("manual_upload", "人工上传"),
                    ("field_capture", "现场采集，采集时取指纹"),
                    ("station_import", "采集站导入"),
                    ("device_signed", "设备签名"),
                ],
                max_length=20,
                verbose_name="来源可信程度",
            ),
        ),
        migrations.AlterField(
            model_name="upload",
            name="trust_origin",
            field=models.CharField(
                choices=[
                    ("manual_upload", "人工上传"),
                    ("field_capture", "现场采集，采集时取指纹"),
                    ("station_import", "采集站导入"),
                    ("device_signed", "设备签名"),
                ],
                max_length=20,
                verbose_name="来源可信程度",
            ),
        ),
        migrations.CreateModel(
            name="Capture",
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
                ("account_ref", models.CharField(max_length=60, verbose_name="账号")),
                ("officer_name", models.CharField(max_length=80, verbose_name="拍摄人")),
                ("key", models.CharField(max_length=26, verbose_name="本机编号")),
                (
                    "mode",
                    models.CharField(
                        choices=[("photo", "照片"), ("audio", "录音"), ("video", "录像")],
                        max_length=10,
                        verbose_name="方式",
                    ),
                ),
                ("size", models.BigIntegerField(verbose_name="大小")),
                ("sha256", models.CharField(max_length=64, verbose_name="采集时的指纹")),
                ("chosen", models.BooleanField(default=False, verbose_name="从本机选取")),
                ("recovered", models.BooleanField(default=False, verbose_name="录制中断后恢复")),
                ("began_at", models.DateTimeField(verbose_name="开始时间")),
                ("ended_at", models.DateTimeField(verbose_name="结束时间")),
                ("place", models.CharField(max_length=400, verbose_name="地点")),
                (
                    "place_kind",
                    models.CharField(
                        choices=[
                            ("public", "公共场所"),
                            ("business", "生产经营场所"),
                            ("dwelling", "住宅"),
                            ("hotel_room", "宾馆房间"),
                        ],
                        max_length=20,
                        verbose_name="场所种类",
                    ),
                ),
                (
                    "consent",
                    models.CharField(
                        blank=True,
                        choices=[("clear", "权利人明确同意"), ("law", "法律另有规定")],
                        max_length=10,
                        verbose_name="同意或者依据",
                    ),
                ),
                ("consent_words", models.CharField(blank=True, max_length=400, verbose_name="同意情况")),
                ("people", models.CharField(blank=True, max_length=400, verbose_name="在场人员")),
                ("matter", models.CharField(max_length=400, verbose_name="事项")),
                ("spoken", models.JSONField(default=dict, verbose_name="已口述")),
                ("unspoken_reason", models.CharField(blank=True, max_length=400, verbose_name="没有口述的原因")),
                ("gaps", models.JSONField(default=list, verbose_name="中断")),
                ("broken_off", models.BooleanField(default=False, verbose_name="中断后没有继续")),
                ("failure_report", models.CharField(blank=True, max_length=400, verbose_name="无法继续的说明")),
                ("whole", models.BooleanField(default=False, verbose_name="应当全程记录")),
                ("arrived_at", models.DateTimeField(blank=True, null=True, verbose_name="到达时间")),
                ("left_at", models.DateTimeField(blank=True, null=True, verbose_name="离开时间")),
                ("uncovered_reason", models.CharField(blank=True, max_length=400, verbose_name="没有覆盖的原因")),
                ("warned", models.JSONField(default=list, verbose_name="提示")),
                (
                    "clock_offset_ms",
                    models.BigIntegerField(blank=True, null=True, verbose_name="本机时钟减服务器时钟（毫秒）"),
                ),
                ("latitude", models.FloatField(blank=True, null=True, verbose_name="纬度")),
                ("longitude", models.FloatField(blank=True, null=True, verbose_name="经度")),
                ("accuracy", models.FloatField(blank=True, null=True, verbose_name="定位精度（米）")),
                ("made_at", models.DateTimeField(verbose_name="登记时间")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.body",
                        verbose_name="执法主体",
                    ),
                ),
            ],
            options={
                "verbose_name": "现场采集登记",
                "ordering": ("began_at", "pk"),
            },
        ),
        migrations.AddField(
            model_name="upload",
            name="capture",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="uploads",
                to="records.capture",
                verbose_name="现场采集登记",
            ),
        ),
        migrations.AddConstraint(
            model_name="capture",
            constraint=models.UniqueConstraint(fields=("account_ref", "key"), name="capture_once"),
        ),
        migrations.RunPython(*guard(TABLE)),
        migrations.RunPython(*guard_against_sweeping(TABLE, ("id",), ("public_id",), ("account_ref", "key"))),
    ]
