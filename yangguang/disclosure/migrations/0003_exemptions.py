"""The register of what is not public: where it was filed, until when it is looked at again, and what came of it."""

import django.db.models.deletion
import yangguang.base.models.fields
import yangguang.kernel.chance
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosure", "0002_flowcharts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="publication",
            name="exemption_filed_on",
            field=models.DateField(blank=True, null=True, verbose_name="备案日期"),
        ),
        migrations.AddField(
            model_name="publication",
            name="exemption_filed_with",
            field=models.CharField(blank=True, max_length=80, verbose_name="备案机关"),
        ),
        migrations.AddField(
            model_name="publication",
            name="exemption_filing_number",
            field=models.CharField(blank=True, max_length=80, verbose_name="备案号"),
        ),
        migrations.AddField(
            model_name="publication",
            name="exemption_review_by",
            field=models.DateField(blank=True, null=True, verbose_name="应评估日期"),
        ),
        migrations.CreateModel(
            name="ExemptionReview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("reviewed_on", models.DateField(verbose_name="评估日期")),
                (
                    "outcome",
                    models.CharField(
                        choices=[("kept", "继续不予公开"), ("opened", "不再符合不予公开情形，列入待公开")],
                        max_length=8,
                        verbose_name="评估结果",
                    ),
                ),
                ("opinion", models.CharField(max_length=400, verbose_name="评估意见")),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="exemption_reviews",
                        to="disclosure.publication",
                        verbose_name="公示信息",
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="评估人",
                    ),
                ),
            ],
            options={
                "verbose_name": "不予公开评估",
                "ordering": ("pk",),
            },
        ),
    ]
