"""For which fault an alteration fell: it tells whether the same may be made again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0007_terms_of_fallen_alterations"),
    ]

    operations = [
        migrations.AddField(
            model_name="alteration",
            name="fallen_ground",
            field=models.CharField(
                blank=True,
                choices=[
                    ("facts", "主要事实不清、证据不足"),
                    ("law", "适用依据错误"),
                    ("power", "超越职权、滥用职权"),
                    ("unfit", "明显不当"),
                    ("procedure", "违反法定程序"),
                ],
                max_length=12,
                verbose_name="变更决定被撤销的原因",
            ),
        ),
    ]
