import django.db.models.deletion
import yangguang.base.models.fields
import yangguang.kernel.chance
from django.db import migrations, models


from yangguang.base.tables_at_once import TablesAtOnce


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("base", "0001_initial"),
        ("base", "0002_ledger_is_append_only"),
        ("base", "0003_ledger_is_not_swept"),
        ("base", "0004_number_ranges"),
    ]

    dependencies = []

    operations = [
        TablesAtOnce(
            migrations.CreateModel(
                name="Blob",
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
                    ("sha256", models.CharField(max_length=64, unique=True, verbose_name="指纹")),
                    ("size", models.BigIntegerField(verbose_name="大小")),
                    ("media_type", models.CharField(max_length=100, verbose_name="类型")),
                    ("stored_at", models.DateTimeField(verbose_name="入库时间")),
                    ("checked_at", models.DateTimeField(blank=True, null=True, verbose_name="上次校验")),
                ],
                options={
                    "verbose_name": "存件",
                },
            ),
            migrations.CreateModel(
                name="CalendarYear",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("year", models.PositiveSmallIntegerField(unique=True, verbose_name="年份")),
                    ("days", models.JSONField(default=list, verbose_name="安排")),
                    ("source", models.CharField(max_length=300, verbose_name="来源")),
                    ("imported_by_name", models.CharField(max_length=80, verbose_name="导入人")),
                    ("imported_at", models.DateTimeField(verbose_name="导入时间")),
                ],
                options={
                    "verbose_name": "工作日历",
                },
            ),
            migrations.CreateModel(
                name="JobRun",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("name", models.CharField(max_length=80, unique=True, verbose_name="作业")),
                    ("last_started_at", models.DateTimeField(blank=True, null=True, verbose_name="上次开始")),
                    ("last_done_at", models.DateTimeField(blank=True, null=True, verbose_name="上次完成")),
                    ("next_run_at", models.DateTimeField(verbose_name="下次运行")),
                    ("leased_until", models.DateTimeField(blank=True, null=True, verbose_name="占用至")),
                    ("last_error", models.TextField(blank=True, verbose_name="上次错误")),
                ],
                options={
                    "verbose_name": "后台作业",
                },
            ),
            migrations.CreateModel(
                name="LedgerHead",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("chain", models.CharField(max_length=40, unique=True, verbose_name="账链")),
                    ("sequence", models.BigIntegerField(default=0, verbose_name="序号")),
                    ("digest", models.CharField(default="", max_length=64, verbose_name="指纹")),
                ],
                options={
                    "verbose_name": "账链末端",
                },
            ),
            migrations.CreateModel(
                name="SubmittedForm",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("token", models.CharField(max_length=40, unique=True, verbose_name="令牌")),
                    ("account_ref", models.CharField(max_length=60, verbose_name="账号")),
                    ("went_to", models.CharField(max_length=300, verbose_name="去向")),
                    ("submitted_at", models.DateTimeField(verbose_name="提交时间")),
                ],
                options={
                    "verbose_name": "已提交表单",
                },
            ),
            migrations.CreateModel(
                name="Approval",
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
                    ("chain", models.CharField(max_length=40, verbose_name="账链")),
                    ("purpose", models.CharField(max_length=40, verbose_name="事项")),
                    ("title", models.CharField(max_length=200, verbose_name="标题")),
                    ("subject_kind", models.CharField(max_length=40, verbose_name="对象种类")),
                    ("subject_ref", models.CharField(max_length=40, verbose_name="对象")),
                    ("file_ref", models.CharField(blank=True, db_index=True, max_length=40, verbose_name="案卷")),
                    ("proposal", models.JSONField(default=dict, verbose_name="拟办内容")),
                    ("proposal_digest", models.CharField(max_length=64, verbose_name="拟办内容指纹")),
                    (
                        "state",
                        models.CharField(
                            choices=[
                                ("pending", "审批中"),
                                ("approved", "已批准"),
                                ("returned", "已退回"),
                                ("withdrawn", "已收回"),
                            ],
                            default="pending",
                            max_length=12,
                            verbose_name="状态",
                        ),
                    ),
                    ("requested_by_ref", models.CharField(max_length=60, verbose_name="提请人")),
                    ("requested_by_name", models.CharField(max_length=80, verbose_name="提请人姓名")),
                    ("requested_at", models.DateTimeField(verbose_name="提请时间")),
                    ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="办结时间")),
                ],
                options={
                    "verbose_name": "审批",
                    "indexes": [
                        models.Index(fields=["subject_kind", "subject_ref", "purpose"], name="approval_by_subject"),
                        models.Index(fields=["chain", "state"], name="approval_pending"),
                    ],
                },
            ),
            migrations.CreateModel(
                name="FormDraft",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("account_ref", models.CharField(max_length=60, verbose_name="账号")),
                    ("key", models.CharField(max_length=200, verbose_name="表单")),
                    ("content", models.JSONField(default=dict, verbose_name="内容")),
                    ("saved_at", models.DateTimeField(verbose_name="暂存时间")),
                ],
                options={
                    "verbose_name": "暂存表单",
                    "constraints": [models.UniqueConstraint(fields=("account_ref", "key"), name="draft_once")],
                },
            ),
            migrations.CreateModel(
                name="LedgerEntry",
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
                    ("chain", models.CharField(max_length=40, verbose_name="账链")),
                    ("sequence", models.BigIntegerField(verbose_name="序号")),
                    ("event", models.CharField(max_length=80, verbose_name="事件")),
                    ("label", models.CharField(max_length=80, verbose_name="事由")),
                    ("summary", models.CharField(blank=True, max_length=400, verbose_name="摘要")),
                    ("subject_kind", models.CharField(max_length=40, verbose_name="对象种类")),
                    ("subject_ref", models.CharField(max_length=40, verbose_name="对象")),
                    ("file_ref", models.CharField(blank=True, db_index=True, max_length=40, verbose_name="案卷")),
                    ("actor_ref", models.CharField(max_length=60, verbose_name="行为人")),
                    ("actor_name", models.CharField(max_length=80, verbose_name="行为人姓名")),
                    ("occurred_at", models.DateTimeField(verbose_name="发生时间")),
                    ("recorded_at", models.DateTimeField(verbose_name="录入时间")),
                    ("late_reason", models.CharField(blank=True, max_length=400, verbose_name="补录原因")),
                    ("clauses", models.JSONField(default=list, verbose_name="依据")),
                    ("facts", models.JSONField(default=dict, verbose_name="内容")),
                    ("weighty", models.BooleanField(default=True, verbose_name="要事")),
                    ("previous", models.CharField(max_length=64, verbose_name="前一条指纹")),
                    ("digest", models.CharField(max_length=64, unique=True, verbose_name="指纹")),
                ],
                options={
                    "verbose_name": "账目",
                    "indexes": [
                        models.Index(fields=["subject_kind", "subject_ref", "sequence"], name="ledger_by_subject"),
                        models.Index(fields=["chain", "-sequence"], name="ledger_newest"),
                    ],
                    "constraints": [
                        models.UniqueConstraint(fields=("chain", "sequence"), name="ledger_sequence_once"),
                        models.UniqueConstraint(fields=("chain", "previous"), name="ledger_never_forks"),
                    ],
                },
            ),
            migrations.CreateModel(
                name="LocalValue",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("chain", models.CharField(max_length=40, verbose_name="机关")),
                    ("name", models.CharField(max_length=60, verbose_name="名称")),
                    ("value", models.JSONField(verbose_name="值")),
                    ("source", models.CharField(max_length=300, verbose_name="来源")),
                    ("in_force", models.DateField(verbose_name="施行日")),
                    ("set_by_name", models.CharField(max_length=80, verbose_name="录入人")),
                    ("set_at", models.DateTimeField(verbose_name="录入时间")),
                ],
                options={
                    "verbose_name": "本地参数",
                    "constraints": [
                        models.UniqueConstraint(fields=("chain", "name", "in_force"), name="local_value_once")
                    ],
                },
            ),
            migrations.CreateModel(
                name="NumberSeries",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("chain", models.CharField(max_length=40, verbose_name="机关")),
                    ("kind", models.CharField(max_length=40, verbose_name="种类")),
                    ("year", models.PositiveSmallIntegerField(verbose_name="年份")),
                    ("pattern", models.CharField(max_length=80, verbose_name="式样")),
                    ("first", models.PositiveIntegerField(default=1, verbose_name="起始号")),
                    ("upcoming", models.PositiveIntegerField(default=1, verbose_name="下一号")),
                ],
                options={
                    "verbose_name": "编号序列",
                    "constraints": [
                        models.UniqueConstraint(fields=("chain", "kind", "year"), name="number_series_once")
                    ],
                },
            ),
            migrations.CreateModel(
                name="RefusedAttempt",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("day", models.DateField(verbose_name="日期")),
                    ("number", models.PositiveIntegerField(verbose_name="序号")),
                    ("account_ref", models.CharField(max_length=60, verbose_name="账号")),
                    ("account_name", models.CharField(max_length=80, verbose_name="姓名")),
                    ("page", models.CharField(max_length=80, verbose_name="页面")),
                    ("address", models.CharField(max_length=300, verbose_name="地址")),
                    ("reasons", models.JSONField(default=list, verbose_name="理由")),
                    ("attempted_at", models.DateTimeField(verbose_name="时间")),
                ],
                options={
                    "verbose_name": "未准操作",
                    "constraints": [models.UniqueConstraint(fields=("day", "number"), name="attempt_number_once")],
                },
            ),
            migrations.CreateModel(
                name="ApprovalStep",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("order", models.PositiveSmallIntegerField(verbose_name="次序")),
                    ("role", models.CharField(max_length=40, verbose_name="角色")),
                    ("label", models.CharField(max_length=40, verbose_name="栏目")),
                    ("signer_ref", models.CharField(blank=True, max_length=60, verbose_name="指定签署人")),
                    ("signed_by_ref", models.CharField(blank=True, max_length=60, verbose_name="签署人")),
                    ("signed_by_name", models.CharField(blank=True, max_length=80, verbose_name="签署人姓名")),
                    ("signed_at", models.DateTimeField(blank=True, null=True, verbose_name="签署时间")),
                    ("agrees", models.BooleanField(blank=True, null=True, verbose_name="同意")),
                    ("opinion", models.TextField(blank=True, verbose_name="意见")),
                    (
                        "approval",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="steps",
                            to="base.approval",
                            verbose_name="审批",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "审批步骤",
                    "ordering": ("order",),
                    "constraints": [models.UniqueConstraint(fields=("approval", "order"), name="approval_step_once")],
                },
            ),
            migrations.CreateModel(
                name="Delivery",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("listener", models.CharField(max_length=80, verbose_name="接收方")),
                    ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="完成时间")),
                    ("attempts", models.PositiveIntegerField(default=0, verbose_name="次数")),
                    ("next_try_at", models.DateTimeField(verbose_name="下次时间")),
                    ("leased_until", models.DateTimeField(blank=True, null=True, verbose_name="占用至")),
                    ("last_error", models.TextField(blank=True, verbose_name="上次错误")),
                    (
                        "entry",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="deliveries",
                            to="base.ledgerentry",
                            verbose_name="账目",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "投递",
                    "indexes": [models.Index(fields=["done_at", "next_try_at"], name="delivery_due")],
                    "constraints": [models.UniqueConstraint(fields=("entry", "listener"), name="delivery_once_each")],
                },
            ),
            migrations.CreateModel(
                name="NumberRange",
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
                    ("first", models.PositiveIntegerField(verbose_name="起号")),
                    ("last", models.PositiveIntegerField(verbose_name="止号")),
                    ("holder_kind", models.CharField(max_length=20, verbose_name="领用人类别")),
                    ("holder_ref", models.CharField(db_index=True, max_length=40, verbose_name="领用人")),
                    ("holder_name", models.CharField(max_length=120, verbose_name="领用人名称")),
                    ("allocated_on", models.DateField(verbose_name="领用日期")),
                    ("allocated_by_name", models.CharField(max_length=80, verbose_name="发放人")),
                    ("ended_on", models.DateField(blank=True, null=True, verbose_name="交回日期")),
                    ("end_reason", models.CharField(blank=True, max_length=400, verbose_name="交回原因")),
                    (
                        "series",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="ranges",
                            to="base.numberseries",
                            verbose_name="序列",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "号段",
                    "ordering": ("-pk",),
                    "constraints": [
                        models.UniqueConstraint(fields=("series", "first"), name="number_range_once"),
                        models.CheckConstraint(
                            condition=models.Q(("last__gte", models.F("first"))), name="number_range_holds_numbers"
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="IssuedNumber",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("number", models.PositiveIntegerField(verbose_name="号")),
                    ("text", models.CharField(max_length=120, verbose_name="文号")),
                    ("subject_kind", models.CharField(max_length=40, verbose_name="对象种类")),
                    ("subject_ref", models.CharField(max_length=40, verbose_name="对象")),
                    ("taken_at", models.DateTimeField(verbose_name="取号时间")),
                    ("voided_at", models.DateTimeField(blank=True, null=True, verbose_name="作废时间")),
                    ("void_reason", models.CharField(blank=True, max_length=400, verbose_name="作废原因")),
                    (
                        "series",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="issued",
                            to="base.numberseries",
                            verbose_name="序列",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "文号",
                    "constraints": [models.UniqueConstraint(fields=("series", "number"), name="number_once")],
                },
            ),
        )
    ]
