"""A further ground to take a decision back: a court or a reconsideration body ordered that it be public no longer."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosure", "0017_correction_notices"),
    ]

    operations = [
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
                    ("ordered_stopped", "复议机关或者人民法院决定停止公示"),
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
                    ("ordered_stopped", "复议机关或者人民法院决定停止公示"),
                    ("not_to_be_public", "公开了依法不应公开的内容"),
                ],
                max_length=24,
                verbose_name="撤回情形",
            ),
        ),
    ]
