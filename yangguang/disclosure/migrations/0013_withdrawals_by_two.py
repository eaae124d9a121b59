"""A published decision is taken back by two: what one proposes, and what became of it (D16)."""

import django.db.models.deletion
import yangguang.base.models.fields
import yangguang.kernel.chance
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("disclosure", "0012_objections_to_all_that_is_public"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="WithdrawalProposal",
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
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("altered", "决定被依法变更"),
                            ("annulled", "决定被依法撤销"),
                            ("ruled_unlawful", "决定被确认违法"),
                            ("ruled_void", "决定被确认无效"),
                            ("not_to_be_public", "公开了依法不应公开的内容"),
                        ],
                        max_length=24,
                        verbose_name="撤回情形",
                    ),
                ),
                ("reason", models.CharField(max_length=400, verbose_name="撤回理由")),
                ("late_reason", models.CharField(blank=True, max_length=400, verbose_name="逾期撤回的原因")),
                ("proposed_on", models.DateField(verbose_name="提出日期")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="办理日期")),
                ("approved", models.BooleanField(blank=True, null=True, verbose_name="批准")),
                ("return_reason", models.CharField(blank=True, max_length=400, verbose_name="退回理由")),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="批准人",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提出人",
                    ),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to="disclosure.publication",
                        verbose_name="公示信息",
                    ),
                ),
            ],
            options={
                "verbose_name": "撤回公开的提议",
                "ordering": ("-pk",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("decided_on", None)),
                        fields=("publication",),
                        name="withdrawal_one_at_a_time",
                    )
                ],
            },
        ),
    ]
