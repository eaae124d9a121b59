"""E-mail subscriptions (D21)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("bulletin", "0013_bundles_taken"),
    ]

    operations = [
        migrations.CreateModel(
            name="Subscriber",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(max_length=26, unique=True, verbose_name="编号")),
                ("mark", models.CharField(max_length=64, unique=True, verbose_name="邮箱标记")),
                ("sealed", models.TextField(verbose_name="邮箱（已加密）")),
                (
                    "next_mail_at",
                    models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="下次汇总时间"),
                ),
                ("told_until", models.DateTimeField(blank=True, null=True, verbose_name="已告知到")),
                ("mailed_at", models.DateTimeField(blank=True, null=True, verbose_name="上次发出时间")),
                ("attempts", models.PositiveIntegerField(default=0, verbose_name="连续失败次数")),
                ("last_error", models.CharField(blank=True, max_length=200, verbose_name="上次失败的原因")),
            ],
            options={
                "verbose_name": "邮件订阅人",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Subscription",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(max_length=26, unique=True, verbose_name="编号")),
                ("body_ref", models.CharField(blank=True, max_length=26, verbose_name="机关")),
                ("body_name", models.CharField(blank=True, max_length=120, verbose_name="机关名称")),
                ("kind", models.CharField(blank=True, max_length=30, verbose_name="执法类别")),
                ("kind_label", models.CharField(blank=True, max_length=40, verbose_name="执法类别名称")),
                ("party", models.CharField(blank=True, max_length=60, verbose_name="当事人名称")),
                ("sender_mark", models.CharField(blank=True, db_index=True, max_length=32, verbose_name="来处标记")),
                ("asked_at", models.DateTimeField(db_index=True, verbose_name="申请时间")),
                ("confirmation_sent_at", models.DateTimeField(blank=True, null=True, verbose_name="确认邮件发出时间")),
                ("confirmed_at", models.DateTimeField(blank=True, null=True, verbose_name="确认时间")),
                (
                    "subscriber",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="subscriptions",
                        to="bulletin.subscriber",
                        verbose_name="邮件订阅人",
                    ),
                ),
            ],
            options={
                "verbose_name": "邮件订阅",
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("subscriber", "body_ref", "kind", "party"), name="subscription_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ToldNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("notice_ref", models.CharField(db_index=True, max_length=26, verbose_name="公开编号")),
                ("changed_at", models.DateTimeField(verbose_name="所告知的变动时间")),
                (
                    "subscriber",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="told",
                        to="bulletin.subscriber",
                        verbose_name="邮件订阅人",
                    ),
                ),
            ],
            options={
                "verbose_name": "已告知的公示信息",
                "ordering": ("pk",),
                "constraints": [models.UniqueConstraint(fields=("subscriber", "notice_ref"), name="notice_told_once")],
            },
        ),
    ]
