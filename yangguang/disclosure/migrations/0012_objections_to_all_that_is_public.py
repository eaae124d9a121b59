"""An objection may be about anything public, says what it is about, and keeps until when it had to be answered."""

from django.db import migrations, models
from django.db.models import F, OuterRef, Subquery

KINDS = [
    ("decisions", "执法决定"), ("lists", "清单"), ("officers", "执法人员公示信息"), ("annual-reports", "统计年报"),
    ("guides", "服务指南"), ("flowcharts", "执法流程图"), ("bodies", "执法机关公示信息"),
]  # fmt: skip


def about_decisions(apps, editor):
    """Those there are so far are all about decisions."""
    rows = apps.get_model("disclosure", "Objection").objects.using(editor.connection.alias)
    publication = apps.get_model("disclosure", "Publication").objects.filter(pk=OuterRef("publication_id"))
    rows.update(
        body_id=Subquery(publication.values("body_id")[:1]), about_ref=Subquery(publication.values("notice_ref")[:1]),
        about_number=Subquery(publication.annotate(number=F("decision__number")).values("number")[:1]),
    )  # fmt: skip
    if editor.connection.vendor == "postgresql":
        editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0011_names_on_publications"), ("directory", "0001_tables")]

    operations = [
        migrations.AlterField(
            "objection",
            "publication",
            models.ForeignKey(
                "disclosure.publication",
                models.PROTECT,
                null=True,
                blank=True,
                related_name="objections",
                verbose_name="公示信息",
            ),
        ),
        migrations.AddField(
            "objection",
            "body",
            models.ForeignKey(
                "directory.body", models.PROTECT, null=True, related_name="objections", verbose_name="办理机关"
            ),
        ),
        migrations.AddField(
            "objection", "about", models.CharField("公开内容种类", max_length=16, choices=KINDS, default="decisions")
        ),
        migrations.AddField(
            "objection",
            "about_ref",
            models.CharField("公开编号", max_length=26, default="", db_index=True),
            preserve_default=False,
        ),
        migrations.AddField(
            "objection",
            "about_number",
            models.CharField("文号或者名称", max_length=120, default=""),
            preserve_default=False,
        ),
        migrations.AddField("objection", "seen", models.CharField("提出时内容的指纹", max_length=64, blank=True)),
        migrations.AddField("objection", "due_on", models.DateField("答复时的到期日", null=True, blank=True)),
        migrations.AddField("objection", "late_reason", models.CharField("逾期答复的原因", max_length=400, blank=True)),
        migrations.RunPython(about_decisions, migrations.RunPython.noop, elidable=True),
        migrations.AlterField(
            "objection",
            "body",
            models.ForeignKey("directory.body", models.PROTECT, related_name="objections", verbose_name="办理机关"),
        ),
    ]
