"""What search finds beside decisions, filled from what is public already."""

from collections.abc import Iterator
from typing import Any

from django.db import migrations, models

from yangguang.bulletin import passages
from yangguang.bulletin.passages import PASSAGES
from yangguang.bulletin.word_index import tokens_of

KINDS = [
    ("decisions", "执法决定"), ("lists", "清单"), ("officers", "执法人员公示信息"), ("annual-reports", "统计年报"),
    ("guides", "服务指南"), ("flowcharts", "执法流程图"), ("bodies", "执法机关公示信息"),
]  # fmt: skip
FIELDS = ("kind", "ref", "position", "code", "title", "within", "body_ref", "body_name", "text")


def fill(apps: Any, editor: Any) -> None:
    """Make every row, guide, flowchart and report findable that is public on the day of the change."""
    model, alias = apps.get_model("bulletin", "Passage"), editor.connection.alias
    for thing in _things(apps, alias):
        made = [model(**{name: getattr(one, name) for name in FIELDS}) for one in thing]
        for position, one in enumerate(made, start=1):
            one.position = position
        rows = model.objects.using(alias).bulk_create(reversed(made))
        PASSAGES.put_many((row.pk, tokens_of(row.text)) for row in rows)


def _things(apps: Any, alias: str) -> Iterator[list[Any]]:
    def every(name: str) -> Any:
        return apps.get_model("bulletin", name).objects.using(alias).order_by("pk")

    for edition in every("PublicList").exclude(status="withdrawn"):
        yield list(passages.rows_of_list(edition, edition.rows))
    for guide in every("PublicGuide").exclude(edition__status="withdrawn"):
        yield [passages.of_guide(guide)]
    for chart in every("PublicFlowchart"):
        yield [passages.of_flowchart(chart)]
    newest = {(report.body_ref, report.year): report for report in every("PublicReport").order_by("version")}
    for report in newest.values():
        yield [passages.of_report(report)]


class Migration(migrations.Migration):
    dependencies = [("bulletin", "0020_photos_of_officers")]

    operations = [
        migrations.CreateModel(
            "Passage",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=KINDS, max_length=16, verbose_name="种类")),
                ("ref", models.CharField(db_index=True, max_length=26, verbose_name="公开编号")),
                ("position", models.PositiveIntegerField(default=0, verbose_name="次序")),
                ("code", models.CharField(blank=True, max_length=80, verbose_name="条目编号")),
                ("title", models.CharField(max_length=400, verbose_name="名称")),
                ("within", models.CharField(max_length=240, verbose_name="所在")),
                ("body_ref", models.CharField(db_index=True, max_length=26, verbose_name="机关")),
                ("body_name", models.CharField(max_length=120, verbose_name="发布机关")),
                ("text", models.TextField(verbose_name="查找用的文字")),
            ],
            options={
                "verbose_name": "检索片段",
                "ordering": ("-pk",),
                "constraints": [models.UniqueConstraint(fields=["ref", "position"], name="passage_once")],
            },
        ),
        migrations.RunPython(PASSAGES.install, PASSAGES.drop),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]  # fmt: skip
