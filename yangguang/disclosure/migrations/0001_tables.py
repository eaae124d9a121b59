import django.db.models.deletion
import yangguang.base.models.fields
import yangguang.kernel.chance
from django.conf import settings
from django.db import migrations, models


from yangguang.base.tables_at_once import TablesAtOnce


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("disclosure", "0001_publications"),
        ("disclosure", "0002_objections"),
    ]

    dependencies = [
        ("cases", "0001_tables"),
        ("directory", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TablesAtOnce(
            migrations.CreateModel(
                name="Publication",
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
                    (
                        "notice_ref",
                        yangguang.base.models.fields.PublicIdField(
                            default=yangguang.kernel.chance.public_id,
                            editable=False,
                            max_length=26,
                            unique=True,
                            verbose_name="公开编号",
                        ),
                    ),
                    (
                        "status",
                        models.CharField(
                            choices=[
                                ("pending_publication", "待公开"),
                                ("prepared", "待复核"),
                                ("published", "公开中"),
                                ("corrected", "已更正"),
                                ("withdrawn", "已撤回"),
                                ("expired", "期满下架"),
                                ("withheld", "不予公开"),
                            ],
                            db_index=True,
                            default="pending_publication",
                            max_length=20,
                            verbose_name="状态",
                        ),
                    ),
                    ("decided_on", models.DateField(verbose_name="决定日期")),
                    ("clause", models.CharField(max_length=40, verbose_name="公开期限的依据")),
                    ("version", models.PositiveSmallIntegerField(default=0, verbose_name="已公开版次")),
                    ("published_on", models.DateField(blank=True, null=True, verbose_name="公开日期")),
                    ("until", models.DateField(blank=True, null=True, verbose_name="公开至")),
                    ("late_reason", models.CharField(blank=True, max_length=400, verbose_name="逾期公开的原因")),
                    ("return_reason", models.CharField(blank=True, max_length=400, verbose_name="退回理由")),
                    (
                        "withholding_ground",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("underage", "当事人是未成年人"),
                                ("state_secret", "主要事实涉及国家秘密"),
                                ("trade_secret", "主要事实涉及商业秘密"),
                                ("personal_privacy", "主要事实涉及个人隐私"),
                                ("security", "公开后可能危及国家安全、公共安全、经济安全或者社会稳定"),
                                ("case_series", "可能影响系列案件查处"),
                                ("other_law", "法律、法规、规章规定不予公开的其他情形"),
                                ("no_longer_stands", "决定在公开之前已经撤销或者作废"),
                            ],
                            max_length=24,
                            verbose_name="不予公开情形",
                        ),
                    ),
                    ("withholding_reason", models.CharField(blank=True, max_length=400, verbose_name="不予公开的理由")),
                    ("withheld_on", models.DateField(blank=True, null=True, verbose_name="决定不予公开日期")),
                    ("withheld_by_name", models.CharField(blank=True, max_length=80, verbose_name="决定不予公开的人")),
                    (
                        "withdrawal_ground",
                        models.CharField(
                            blank=True,
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
                    ("withdrawal_paper", models.CharField(blank=True, max_length=200, verbose_name="撤回所依据的文书")),
                    ("ground_received_on", models.DateField(blank=True, null=True, verbose_name="收到文书日期")),
                    ("withdraw_by", models.DateField(blank=True, null=True, verbose_name="应撤回日期")),
                    ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="撤回日期")),
                    ("withdrawal_reason", models.CharField(blank=True, max_length=400, verbose_name="撤回理由")),
                    (
                        "withdrawal_late_reason",
                        models.CharField(blank=True, max_length=400, verbose_name="逾期撤回的原因"),
                    ),
                    ("ended_on", models.DateField(blank=True, null=True, verbose_name="停止公开日期")),
                    (
                        "body",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="publications",
                            to="directory.body",
                            verbose_name="执法主体",
                        ),
                    ),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="publications",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "decision",
                        models.OneToOneField(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="publication",
                            to="cases.decision",
                            verbose_name="执法决定",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "公示信息",
                    "ordering": ("-pk",),
                },
            ),
            migrations.CreateModel(
                name="Objection",
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
                    ("receipt", models.CharField(max_length=12, unique=True, verbose_name="查询号")),
                    (
                        "relation",
                        models.CharField(
                            choices=[
                                ("party", "我是当事人"),
                                ("concerned", "内容与我（我单位）有关"),
                                ("none", "与我无关，反映意见"),
                            ],
                            max_length=12,
                            verbose_name="与公开内容的关系",
                        ),
                    ),
                    ("wrong", models.TextField(verbose_name="认为有误的内容")),
                    ("wanted", models.TextField(verbose_name="要求和证据")),
                    ("asked_by_name", models.CharField(max_length=60, verbose_name="申请人")),
                    ("contact", models.CharField(max_length=120, verbose_name="联系方式")),
                    ("received_at", models.DateTimeField(verbose_name="提交时间")),
                    (
                        "outcome",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("corrected", "已更正"),
                                ("withdrawn", "已撤回公开"),
                                ("not_corrected", "不予更正"),
                                ("elsewhere", "不属于本机关办理，已告知"),
                            ],
                            db_index=True,
                            max_length=16,
                            verbose_name="办理结果",
                        ),
                    ),
                    ("reply", models.TextField(blank=True, verbose_name="答复")),
                    ("remedies", models.TextField(blank=True, verbose_name="救济渠道")),
                    ("answered_on", models.DateField(blank=True, null=True, verbose_name="答复日期")),
                    ("answered_by_name", models.CharField(blank=True, max_length=80, verbose_name="答复人")),
                    (
                        "publication",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="objections",
                            to="disclosure.publication",
                            verbose_name="公示信息",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "公示异议",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="PublishedVersion",
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
                    ("number", models.PositiveSmallIntegerField(default=1, verbose_name="版次")),
                    (
                        "scope",
                        models.CharField(
                            choices=[("full_text", "全文公开"), ("summary", "摘要公开")],
                            default="full_text",
                            max_length=12,
                            verbose_name="公开方式",
                        ),
                    ),
                    ("scope_note", models.CharField(max_length=400, verbose_name="公开范围审查意见")),
                    ("secrecy", models.JSONField(default=dict, verbose_name="保密审查")),
                    ("private", models.JSONField(default=list, verbose_name="判断为应当隐去")),
                    ("harmless", models.JSONField(default=list, verbose_name="判断为无须隐去")),
                    ("replacements", models.JSONField(default=list, verbose_name="更正的文字")),
                    ("copy", models.JSONField(default=dict, verbose_name="公开内容")),
                    ("digest", models.CharField(blank=True, max_length=64, verbose_name="指纹")),
                    ("reason", models.CharField(blank=True, max_length=400, verbose_name="更正理由")),
                    ("hides_more", models.BooleanField(default=False, verbose_name="更正是为了隐去")),
                    ("prepared_on", models.DateField(verbose_name="编制日期")),
                    ("released_on", models.DateField(blank=True, null=True, verbose_name="发布日期")),
                    (
                        "prepared_by",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                            verbose_name="编制人（公示员）",
                        ),
                    ),
                    (
                        "publication",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="versions",
                            to="disclosure.publication",
                            verbose_name="公示信息",
                        ),
                    ),
                    (
                        "released_by",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                            verbose_name="复核发布人",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "公示版本",
                    "ordering": ("number",),
                },
            ),
            migrations.AddIndex(
                model_name="publication",
                index=models.Index(fields=["body", "status"], name="publication_by_body"),
            ),
            migrations.AddConstraint(
                model_name="publishedversion",
                constraint=models.UniqueConstraint(fields=("publication", "number"), name="published_version_once"),
            ),
        )
    ]
