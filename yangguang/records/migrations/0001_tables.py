import django.db.models.deletion
import yangguang.base.models.fields
import yangguang.kernel.chance
from django.db import migrations, models


from yangguang.base.tables_at_once import TablesAtOnce


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("records", "0001_initial"),
        ("records", "0002_bound_files"),
    ]

    dependencies = [
        ("base", "0001_tables"),
        ("directory", "0001_tables"),
    ]

    operations = [
        TablesAtOnce(
            migrations.CreateModel(
                name="Document",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
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
                    ("kind", models.CharField(max_length=60, verbose_name="文书种类")),
                    ("title", models.CharField(max_length=200, verbose_name="名称")),
                    (
                        "status",
                        models.CharField(
                            choices=[
                                ("drafted", "拟稿"),
                                ("issued", "已制作"),
                                ("served", "已送达"),
                                ("voided", "作废"),
                            ],
                            default="drafted",
                            max_length=12,
                            verbose_name="状态",
                        ),
                    ),
                    ("number", models.CharField(blank=True, max_length=120, verbose_name="文号")),
                    ("sheet", models.JSONField(default=dict, verbose_name="内容")),
                    ("sheet_digest", models.CharField(max_length=64, verbose_name="内容指纹")),
                    ("template_version", models.PositiveSmallIntegerField(default=1, verbose_name="模板版次")),
                    ("dated_on", models.DateField(blank=True, null=True, verbose_name="落款日期")),
                    ("pages", models.PositiveIntegerField(blank=True, null=True, verbose_name="页数")),
                    ("volume", models.CharField(default="main", max_length=6, verbose_name="卷别")),
                    ("position", models.PositiveIntegerField(default=0, verbose_name="卷内次序")),
                    ("made_by_name", models.CharField(max_length=80, verbose_name="制作人")),
                    ("made_at", models.DateTimeField(verbose_name="制作时间")),
                    ("void_reason", models.CharField(blank=True, max_length=400, verbose_name="作废原因")),
                    (
                        "body",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="documents",
                            to="directory.body",
                            verbose_name="执法主体",
                        ),
                    ),
                    (
                        "docx",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="base.blob",
                            verbose_name="DOCX",
                        ),
                    ),
                    (
                        "pdf",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="base.blob",
                            verbose_name="PDF",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "文书",
                    "ordering": ("position", "pk"),
                },
            ),
            migrations.CreateModel(
                name="DocumentScan",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
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
                    ("page", models.PositiveIntegerField(blank=True, null=True, verbose_name="页码")),
                    ("covers_all", models.BooleanField(default=False, verbose_name="含全部页")),
                    ("refusal_note", models.CharField(blank=True, max_length=200, verbose_name="拒签注明")),
                    ("added_by_name", models.CharField(max_length=80, verbose_name="上传人")),
                    ("added_at", models.DateTimeField(verbose_name="上传时间")),
                    (
                        "blob",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="base.blob",
                            verbose_name="存件",
                        ),
                    ),
                    (
                        "document",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="scans",
                            to="records.document",
                            verbose_name="文书",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "签名页",
                    "ordering": ("page", "pk"),
                },
            ),
            migrations.CreateModel(
                name="Evidence",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
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
                        "kind",
                        models.CharField(
                            choices=[
                                ("documentary_evidence", "书证"),
                                ("physical_evidence", "物证"),
                                ("audiovisual_material", "视听资料"),
                                ("electronic_data", "电子数据"),
                                ("witness_testimony", "证人证言"),
                                ("party_statement", "当事人的陈述"),
                                ("expert_opinion", "鉴定意见"),
                                ("inspection_record", "勘验笔录、现场笔录"),
                            ],
                            max_length=30,
                            verbose_name="种类",
                        ),
                    ),
                    ("name", models.CharField(max_length=200, verbose_name="名称")),
                    ("source", models.CharField(max_length=200, verbose_name="提供人或者来源")),
                    ("obtained_on", models.DateField(verbose_name="取得日期")),
                    ("obtained_at_place", models.CharField(blank=True, max_length=200, verbose_name="取得地点")),
                    ("collector_names", models.JSONField(default=list, verbose_name="取证人")),
                    ("proves", models.CharField(max_length=400, verbose_name="证明内容")),
                    ("original", models.BooleanField(default=False, verbose_name="原件")),
                    ("pages", models.PositiveIntegerField(blank=True, null=True, verbose_name="页数")),
                    ("monitor_record", models.BooleanField(default=False, verbose_name="电子技术监控记录")),
                    ("monitor_reviewed_on", models.DateField(blank=True, null=True, verbose_name="监控记录审核日期")),
                    ("verified_on", models.DateField(blank=True, null=True, verbose_name="查证日期")),
                    ("verified_by_name", models.CharField(blank=True, max_length=80, verbose_name="查证人")),
                    ("verification", models.CharField(blank=True, max_length=400, verbose_name="查证情况")),
                    ("excluded_on", models.DateField(blank=True, null=True, verbose_name="排除日期")),
                    ("exclusion_reason", models.CharField(blank=True, max_length=400, verbose_name="排除理由")),
                    ("added_at", models.DateTimeField(verbose_name="入卷时间")),
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
                        "document",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="as_evidence",
                            to="records.document",
                            verbose_name="文书",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "证据",
                    "ordering": ("obtained_on", "pk"),
                },
            ),
            migrations.CreateModel(
                name="BoundFile",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
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
                                ("preview", "预览（未归档）"),
                                ("parties", "阅卷副本（正卷）"),
                                ("archive", "归档卷"),
                            ],
                            max_length=12,
                            verbose_name="用途",
                        ),
                    ),
                    ("round", models.PositiveSmallIntegerField(default=0, verbose_name="续卷")),
                    (
                        "state",
                        models.CharField(
                            choices=[
                                ("waiting", "等候生成"),
                                ("making", "正在生成"),
                                ("made", "已生成"),
                                ("failed", "生成失败"),
                            ],
                            default="waiting",
                            max_length=8,
                            verbose_name="状态",
                        ),
                    ),
                    ("done", models.PositiveIntegerField(default=0, verbose_name="已装订份数")),
                    ("total", models.PositiveIntegerField(default=0, verbose_name="应装订份数")),
                    ("fault", models.CharField(blank=True, max_length=400, verbose_name="失败原因")),
                    ("pages", models.PositiveIntegerField(default=0, verbose_name="页数")),
                    (
                        "kept_for",
                        models.CharField(
                            blank=True,
                            choices=[("permanent", "永久"), ("30_years", "定期30年"), ("10_years", "定期10年")],
                            max_length=10,
                            verbose_name="保管期限",
                        ),
                    ),
                    ("condition", models.CharField(blank=True, max_length=400, verbose_name="本卷情况说明")),
                    ("asked_by_name", models.CharField(max_length=80, verbose_name="经办人")),
                    ("asked_on", models.DateField(verbose_name="日期")),
                    ("asked_at", models.DateTimeField(verbose_name="提出时间")),
                    ("tried_at", models.DateTimeField(blank=True, null=True, verbose_name="最近生成时间")),
                    (
                        "blob",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="base.blob",
                            verbose_name="PDF",
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
                ],
                options={
                    "verbose_name": "装订案卷",
                    "ordering": ("-pk",),
                    "constraints": [
                        models.UniqueConstraint(
                            condition=models.Q(("purpose", "archive")),
                            fields=("file_ref", "round"),
                            name="file_archived_once",
                        )
                    ],
                },
            ),
            migrations.AddIndex(
                model_name="document",
                index=models.Index(fields=["file_ref", "kind"], name="document_by_kind"),
            ),
        )
    ]
