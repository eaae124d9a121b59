import django.db.models.deletion
import yangguang.base.models.fields
import yangguang.catalogues.rules.editions
import yangguang.kernel.chance
from django.db import migrations, models


from yangguang.base.tables_at_once import TablesAtOnce


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("catalogues", "0001_initial"),
        ("catalogues", "0002_adopted_editions_stand"),
        ("catalogues", "0003_adopted_editions_are_not_swept"),
    ]

    dependencies = [
        ("base", "0001_tables"),
        ("directory", "0001_tables"),
    ]

    operations = [
        TablesAtOnce(
            migrations.CreateModel(
                name="Edition",
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
                    (
                        "list_kind",
                        models.CharField(
                            choices=[
                                ("matters", "行政执法事项清单"),
                                ("discretion_standards", "行政处罚裁量基准清单"),
                                ("major_decision_review", "重大执法决定法制审核目录清单"),
                            ],
                            max_length=40,
                            verbose_name="清单",
                        ),
                    ),
                    ("version", models.CharField(max_length=60, verbose_name="版次")),
                    (
                        "state",
                        models.CharField(
                            choices=[
                                ("draft", "草案"),
                                ("under_review", "审核中"),
                                ("adopted", "已审定"),
                                ("superseded", "已被取代"),
                                ("repealed", "已废止"),
                            ],
                            default=yangguang.catalogues.rules.editions.EditionState["DRAFT"],
                            max_length=16,
                            verbose_name="状态",
                        ),
                    ),
                    ("source", models.CharField(blank=True, max_length=300, verbose_name="来源文件")),
                    ("note", models.TextField(blank=True, verbose_name="说明")),
                    ("drafted_by_ref", models.CharField(max_length=60, verbose_name="起草人")),
                    ("drafted_by_name", models.CharField(max_length=80, verbose_name="起草人姓名")),
                    ("drafted_at", models.DateTimeField(verbose_name="起草时间")),
                    ("adopted_by_ref", models.CharField(blank=True, max_length=60, verbose_name="审定人")),
                    ("adopted_by_name", models.CharField(blank=True, max_length=80, verbose_name="审定人姓名")),
                    ("adopted_on", models.DateField(blank=True, null=True, verbose_name="审定日期")),
                    ("in_force_from", models.DateField(blank=True, null=True, verbose_name="生效日")),
                    ("superseded_from", models.DateField(blank=True, null=True, verbose_name="停止施行日")),
                    ("end_reason", models.CharField(blank=True, max_length=400, verbose_name="废止理由")),
                    (
                        "based_on",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="drafts_from",
                            to="catalogues.edition",
                            verbose_name="底版",
                        ),
                    ),
                    (
                        "body",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="editions",
                            to="directory.body",
                            verbose_name="机关",
                        ),
                    ),
                    (
                        "workbook",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            to="base.blob",
                            verbose_name="导入的工作簿",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "清单版本",
                    "ordering": ("-in_force_from", "-pk"),
                },
            ),
            migrations.CreateModel(
                name="Entry",
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
                    ("code", models.CharField(max_length=40, verbose_name="编号")),
                    ("position", models.PositiveIntegerField(verbose_name="次序")),
                    ("columns", models.JSONField(default=dict, verbose_name="内容")),
                    ("official", models.BooleanField(default=True, verbose_name="官方内容")),
                    (
                        "edition",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="entries",
                            to="catalogues.edition",
                            verbose_name="清单版本",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "清单条目",
                    "verbose_name_plural": "清单条目",
                    "ordering": ("position", "pk"),
                },
            ),
            migrations.AddConstraint(
                model_name="edition",
                constraint=models.UniqueConstraint(
                    condition=models.Q(
                        (
                            "state__in",
                            [
                                yangguang.catalogues.rules.editions.EditionState["ADOPTED"],
                                yangguang.catalogues.rules.editions.EditionState["REPEALED"],
                                yangguang.catalogues.rules.editions.EditionState["SUPERSEDED"],
                            ],
                        )
                    ),
                    fields=("body", "list_kind", "in_force_from"),
                    name="edition_starts_once",
                ),
            ),
            migrations.AddConstraint(
                model_name="edition",
                constraint=models.UniqueConstraint(
                    fields=("body", "list_kind", "version"), name="edition_version_once"
                ),
            ),
            migrations.AddConstraint(
                model_name="entry",
                constraint=models.UniqueConstraint(fields=("edition", "code"), name="entry_code_once"),
            ),
        )
    ]
