"""The term that begins anew belongs to the alteration that fell; a plan keeps what the fine was when it was granted."""

from django.db import migrations, models


def give_terms_to_alterations(apps, schema_editor):
    """So far there was one term for a fine: the newest alteration that fell gave it."""
    store = schema_editor.connection.alias
    alterations = apps.get_model("cases", "Alteration").objects.using(store)
    rows = apps.get_model("cases", "Execution").objects.using(store).exclude(again_due_on=None)
    for row in rows.order_by("pk").iterator():
        fell = alterations.filter(decision_id=row.decision_id).exclude(fallen_on=None)
        newest = fell.order_by("-fallen_on", "-pk").first()
        if newest is not None:
            newest.again_due_on = row.again_due_on
            newest.save(update_fields=["again_due_on"])


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_agreements_on_execution")]
    operations = [
        migrations.AddField(
            model_name="alteration",
            name="again_due_on",
            field=models.DateField(blank=True, null=True, verbose_name="恢复后的缴款期限"),
        ),
        migrations.AddField(
            model_name="deferral",
            name="fine_fen",
            field=models.BigIntegerField(blank=True, null=True, verbose_name="批准时的罚款（分）"),
        ),
        migrations.RunPython(give_terms_to_alterations, migrations.RunPython.noop, elidable=True),
        migrations.RemoveField(model_name="execution", name="again_due_on"),
        migrations.AlterField(
            model_name="executionagreement",
            name="state",
            field=models.CharField(
                choices=[
                    ("proposed", "待批准"),
                    ("approved", "已批准，待签订"),
                    ("signed", "履行中"),
                    ("dropped", "未签订"),
                    ("broken", "没有履行，已恢复执行"),
                    ("kept", "已经履行"),
                    ("ended", "执行已经结束"),
                ],
                default="proposed",
                max_length=12,
                verbose_name="状态",
            ),
        ),
    ]
