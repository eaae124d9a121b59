"""A collective discussion keeps who sat there, who did not and why, and how each voted."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0011_discretion_on_record"),
    ]

    operations = [
        migrations.AddField(
            model_name="collectivediscussion",
            name="absent",
            field=models.JSONField(default=list, verbose_name="缺席人和原因"),
        ),
        migrations.AddField(
            model_name="collectivediscussion",
            name="place",
            field=models.CharField(blank=True, max_length=200, verbose_name="讨论地点"),
        ),
        migrations.AddField(
            model_name="collectivediscussion",
            name="presided_by_name",
            field=models.CharField(blank=True, max_length=80, verbose_name="主持人"),
        ),
        migrations.AddField(
            model_name="collectivediscussion",
            name="recorder_name",
            field=models.CharField(blank=True, max_length=60, verbose_name="记录人"),
        ),
        migrations.AddField(
            model_name="collectivediscussion",
            name="settled_by",
            field=models.CharField(
                choices=[("majority", "少数服从多数"), ("principal", "首长负责制")],
                default="majority",
                max_length=10,
                verbose_name="议决规则",
            ),
        ),
        migrations.AddField(
            model_name="collectivediscussion",
            name="differing_reason",
            field=models.TextField(blank=True, verbose_name="结论与多数意见不一致的理由"),
        ),
        migrations.AddField(
            model_name="collectivediscussion",
            name="withdrawn",
            field=models.JSONField(default=list, verbose_name="已回避的负责人"),
        ),
        migrations.AlterField(
            model_name="collectivediscussion",
            name="conclusion",
            field=models.CharField(
                choices=[
                    ("agreed", "同意代拟稿"),
                    ("changed", "改变代拟稿的内容"),
                    ("undecided", "没有形成多数意见，另行讨论"),
                ],
                max_length=12,
                verbose_name="结论",
            ),
        ),
        migrations.AlterField(
            model_name="collectivediscussion",
            name="opinions",
            field=models.JSONField(default=list, verbose_name="参加人、意见和表决"),
        ),
        migrations.AlterField(
            model_name="collectivediscussion",
            name="others",
            field=models.CharField(blank=True, max_length=400, verbose_name="列席人"),
        ),
    ]
