import django.db.models.deletion
import yangguang.base.models.fields
import yangguang.kernel.chance
from django.conf import settings
from django.db import migrations, models


from yangguang.base.tables_at_once import TablesAtOnce


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("legal_review", "0001_initial"),
        ("legal_review", "0002_no_decision_without_review"),
        ("legal_review", "0003_every_kind_of_decision"),
        ("legal_review", "0004_reason_of_an_overdue_review"),
        ("legal_review", "0005_gate_put_anew"),
        ("legal_review", "0006_penalties_on_the_spot"),
    ]

    dependencies = [
        ("cases", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TablesAtOnce(
            migrations.CreateModel(
                name="LegalReview",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
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
                    ("line", models.CharField(default="case", max_length=30, verbose_name="程序")),
                    ("line_ref", models.CharField(blank=True, max_length=40, verbose_name="程序对象")),
                    ("draft_digest", models.CharField(max_length=64, verbose_name="送审稿指纹")),
                    ("draft_content", models.JSONField(default=dict, verbose_name="送审稿")),
                    ("round", models.PositiveSmallIntegerField(default=1, verbose_name="次数")),
                    (
                        "status",
                        models.CharField(
                            choices=[
                                ("requested", "审核中"),
                                ("passed", "审核通过"),
                                ("returned", "退回"),
                                ("recalled", "已收回"),
                            ],
                            default="requested",
                            max_length=12,
                            verbose_name="状态",
                        ),
                    ),
                    ("reasons", models.JSONField(default=list, verbose_name="须审核的理由")),
                    ("note", models.TextField(blank=True, verbose_name="送审说明")),
                    ("requested_by_ref", models.CharField(max_length=60, verbose_name="送审人")),
                    ("requested_by_name", models.CharField(max_length=80, verbose_name="送审人姓名")),
                    ("requested_on", models.DateField(verbose_name="收件日期")),
                    ("due_on", models.DateField(verbose_name="应审结日期")),
                    ("due_provisional", models.BooleanField(default=False, verbose_name="暂定")),
                    ("opinion", models.TextField(blank=True, verbose_name="审核意见")),
                    ("return_grounds", models.JSONField(default=list, verbose_name="退回理由")),
                    ("closed_on", models.DateField(blank=True, null=True, verbose_name="审结日期")),
                    ("overdue_reason", models.CharField(blank=True, max_length=400, verbose_name="逾期原因")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="legal_reviews",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "draft",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="cases.decisiondraft",
                            verbose_name="代拟稿",
                        ),
                    ),
                    (
                        "reviewer",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="reviews",
                            to=settings.AUTH_USER_MODEL,
                            verbose_name="审核人",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "法制审核",
                    "ordering": ("-pk",),
                },
            ),
            migrations.CreateModel(
                name="ReviewElement",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("code", models.CharField(max_length=20, verbose_name="要素")),
                    (
                        "answer",
                        models.CharField(
                            choices=[("conforms", "符合"), ("problem", "有问题")], max_length=10, verbose_name="结论"
                        ),
                    ),
                    ("reason", models.TextField(verbose_name="理由")),
                    ("answered_at", models.DateTimeField(verbose_name="填写时间")),
                    (
                        "review",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="elements",
                            to="legal_review.legalreview",
                            verbose_name="法制审核",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "审核要素",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="ReviewExemption",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
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
                    ("draft_digest", models.CharField(max_length=64, verbose_name="代拟稿指纹")),
                    ("edition_ref", models.CharField(blank=True, max_length=40, verbose_name="所依据的目录")),
                    ("facts", models.JSONField(default=dict, verbose_name="判断所用事实")),
                    ("confirmed_by_ref", models.CharField(max_length=60, verbose_name="确认人")),
                    ("confirmed_by_name", models.CharField(max_length=80, verbose_name="确认人姓名")),
                    ("confirmed_on", models.DateField(verbose_name="确认日期")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="review_exemptions",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "免予法制审核",
                },
            ),
            migrations.AddIndex(
                model_name="legalreview",
                index=models.Index(fields=["status", "due_on"], name="review_queue"),
            ),
            migrations.AddConstraint(
                model_name="legalreview",
                constraint=models.UniqueConstraint(
                    fields=("case", "line", "line_ref", "round"), name="review_round_once"
                ),
            ),
            migrations.AddConstraint(
                model_name="reviewelement",
                constraint=models.UniqueConstraint(fields=("review", "code"), name="element_once"),
            ),
            migrations.AddConstraint(
                model_name="reviewexemption",
                constraint=models.UniqueConstraint(fields=("case", "draft_digest"), name="exemption_once"),
            ),
        )
    ]
