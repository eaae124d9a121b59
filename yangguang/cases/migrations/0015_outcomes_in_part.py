"""A reconsideration or a lawsuit may end in part, in a mediation, or with an order; what its paper left or ordered is kept."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0014_third_parties_of_hearings"),
    ]

    operations = [
        migrations.AddField(
            model_name="remedy",
            name="outcome_terms",
            field=models.JSONField(default=dict, verbose_name="结果的要点"),
        ),
        migrations.AlterField(
            model_name="remedy",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("upheld", "维持原决定，或者驳回申请、起诉、诉讼请求"),
                    ("altered", "变更原决定"),
                    ("annulled", "撤销原决定"),
                    ("partly_annulled", "部分撤销原决定，其余部分有效"),
                    ("ordered_to_remake", "撤销原决定，责令重作"),
                    ("declared_illegal", "确认违法"),
                    ("declared_invalid", "确认无效"),
                    ("ordered_to_perform", "责令限期履行"),
                    ("mediated", "调解结案（调解书）"),
                    ("withdrawn", "撤回申请或者撤诉（包括和解后撤回）"),
                    ("terminated", "复议终止或者诉讼终结，没有处理决定"),
                ],
                max_length=20,
                verbose_name="结果",
            ),
        ),
    ]
