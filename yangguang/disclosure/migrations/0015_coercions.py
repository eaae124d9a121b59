"""A publication is of a decision or of the paper of a decision of coercion; such a one is taken back when it was lifted."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0009_lists_in_the_order_of_opening"),
        ("directory", "0004_registrations_and_photos"),
        ("disclosure", "0014_entries_of_public_lists"),
        ("records", "0001_tables"),
    ]

    operations = [
        migrations.AddField(
            model_name="publication",
            name="paper",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="publication",
                to="records.document",
                verbose_name="行政强制决定的文书",
            ),
        ),
        migrations.AddField(
            model_name="publication",
            name="under",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="coercions",
                to="cases.decision",
                verbose_name="所执行的决定",
            ),
        ),
        migrations.AlterField(
            model_name="publication",
            name="decision",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="publication",
                to="cases.decision",
                verbose_name="执法决定",
            ),
        ),
        migrations.AlterField(
            model_name="publication",
            name="withdrawal_ground",
            field=models.CharField(
                blank=True,
                choices=[
                    ("altered", "决定被依法变更"),
                    ("annulled", "决定被依法撤销"),
                    ("ruled_unlawful", "决定被确认违法"),
                    ("ruled_void", "决定被确认无效"),
                    ("lifted", "强制措施因没有违法行为、与违法行为无关或者没有获得批准而解除"),
                    ("not_to_be_public", "公开了依法不应公开的内容"),
                ],
                max_length=24,
                verbose_name="撤回情形",
            ),
        ),
        migrations.AlterField(
            model_name="withdrawalproposal",
            name="ground",
            field=models.CharField(
                choices=[
                    ("altered", "决定被依法变更"),
                    ("annulled", "决定被依法撤销"),
                    ("ruled_unlawful", "决定被确认违法"),
                    ("ruled_void", "决定被确认无效"),
                    ("lifted", "强制措施因没有违法行为、与违法行为无关或者没有获得批准而解除"),
                    ("not_to_be_public", "公开了依法不应公开的内容"),
                ],
                max_length=24,
                verbose_name="撤回情形",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decision", None), ("paper__isnull", False)),
                    models.Q(("decision__isnull", False), ("paper", None), ("under", None)),
                    _connector="OR",
                ),
                name="publication_of_one",
            ),
        ),
    ]
