import django.db.models.deletion
import yangguang.base.models.fields
import yangguang.kernel.chance
from django.conf import settings
from django.db import migrations, models


from yangguang.base.tables_at_once import TablesAtOnce


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("directory", "0001_initial"),
        ("directory", "0002_sessions_end_and_both_sides_publish"),
        ("directory", "0003_suspensions_keep_their_days"),
        ("directory", "0004_wrong_codes_are_counted"),
        ("directory", "0005_secrets_are_sealed"),
        ("directory", "0006_office_hours_powers_and_proof_of_qualification"),
    ]

    dependencies = []

    operations = [
        TablesAtOnce(
            migrations.CreateModel(
                name="Account",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("password", models.CharField(max_length=128, verbose_name="password")),
                    ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
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
                    ("username", models.CharField(max_length=60, unique=True, verbose_name="登录名")),
                    ("name", models.CharField(max_length=60, verbose_name="姓名")),
                    ("post", models.CharField(blank=True, max_length=60, verbose_name="职务")),
                    ("phone", models.CharField(blank=True, max_length=40, verbose_name="联系电话")),
                    ("is_active", models.BooleanField(default=True, verbose_name="启用")),
                    ("must_change_password", models.BooleanField(default=False, verbose_name="须修改密码")),
                    (
                        "totp_sealed",
                        models.CharField(blank=True, max_length=255, verbose_name="动态验证码密钥（密封）"),
                    ),
                    ("totp_last_step", models.BigIntegerField(default=0, verbose_name="上次验证码时段")),
                    ("wrong_codes", models.PositiveSmallIntegerField(default=0, verbose_name="连续输错验证码次数")),
                    ("codes_paused_until", models.DateTimeField(blank=True, null=True, verbose_name="验证码暂停至")),
                    ("session_generation", models.PositiveIntegerField(default=0, verbose_name="会话代次")),
                ],
                options={
                    "verbose_name": "账号",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="Appointment",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    (
                        "role",
                        models.CharField(
                            choices=[
                                ("case_handler", "承办人"),
                                ("unit_head", "承办机构负责人"),
                                ("legal_reviewer", "法制审核人员"),
                                ("agency_head", "机关负责人"),
                                ("publisher", "公示员"),
                                ("archivist", "档案员"),
                                ("window_clerk", "窗口人员"),
                                ("supervisor", "监督人员"),
                                ("counsel", "法律顾问、公职律师"),
                                ("system_administrator", "系统管理员"),
                                ("security_administrator", "安全管理员"),
                                ("audit_administrator", "审计管理员"),
                                ("machine_client", "接口账号"),
                            ],
                            max_length=40,
                            verbose_name="角色",
                        ),
                    ),
                    ("is_principal", models.BooleanField(default=False, verbose_name="正职或主持工作")),
                    ("starts_on", models.DateField(verbose_name="任职起")),
                    ("ends_on", models.DateField(blank=True, null=True, verbose_name="任职止")),
                    ("basis", models.CharField(max_length=200, verbose_name="任职依据")),
                    (
                        "account",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="appointments",
                            to=settings.AUTH_USER_MODEL,
                            verbose_name="账号",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "任职",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="Body",
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
                    ("name", models.CharField(max_length=120, unique=True, verbose_name="名称")),
                    ("mark", models.CharField(help_text="如 示人社", max_length=20, verbose_name="文号机关代字")),
                    ("credit_code", models.CharField(blank=True, max_length=18, verbose_name="统一社会信用代码")),
                    ("supervises", models.BooleanField(default=False, verbose_name="行政执法监督机构")),
                    (
                        "category",
                        models.CharField(
                            choices=[
                                ("statutory", "法定行政机关"),
                                ("authorised", "法律法规授权的组织"),
                                ("entrusted", "受委托组织"),
                            ],
                            max_length=12,
                            verbose_name="主体类别",
                        ),
                    ),
                    ("nature", models.CharField(max_length=60, verbose_name="机构性质")),
                    ("funding", models.CharField(max_length=60, verbose_name="经费来源")),
                    ("staffing", models.CharField(max_length=120, verbose_name="队伍编制状况")),
                    ("duties", models.TextField(verbose_name="执法职责和权限")),
                    ("legal_representative", models.CharField(max_length=60, verbose_name="法定代表人")),
                    ("address", models.CharField(max_length=200, verbose_name="单位地址")),
                    ("complaint_phone", models.CharField(max_length=40, verbose_name="投诉举报电话")),
                    ("office_hours", models.CharField(blank=True, max_length=120, verbose_name="办公时间")),
                    ("region_code", models.CharField(max_length=12, verbose_name="行政区划代码")),
                    ("region_name", models.CharField(max_length=60, verbose_name="执法区域")),
                    ("fields", models.JSONField(default=list, verbose_name="执法类别")),
                    ("registered_on", models.DateField(verbose_name="登记日期")),
                    (
                        "parent",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="children",
                            to="directory.body",
                            verbose_name="上级",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "行政执法主体",
                    "ordering": ("pk",),
                },
            ),
            migrations.AddField(
                model_name="account",
                name="body",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="accounts",
                    to="directory.body",
                    verbose_name="机关",
                ),
            ),
            migrations.CreateModel(
                name="Entrustment",
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
                    ("agreement_number", models.CharField(max_length=80, verbose_name="委托书编号")),
                    ("matters", models.JSONField(default=list, verbose_name="委托事项")),
                    ("powers", models.TextField(blank=True, verbose_name="委托权限")),
                    ("signed_on", models.DateField(blank=True, null=True, verbose_name="签订日期")),
                    ("starts_on", models.DateField(verbose_name="委托期限起")),
                    ("ends_on", models.DateField(verbose_name="委托期限止")),
                    ("filed_on", models.DateField(blank=True, null=True, verbose_name="备案日期")),
                    ("filing_number", models.CharField(blank=True, max_length=80, verbose_name="备案编号")),
                    ("published_on", models.DateField(blank=True, null=True, verbose_name="委托机关公布日期")),
                    (
                        "published_where",
                        models.CharField(blank=True, max_length=300, verbose_name="委托机关公布的网址或者位置"),
                    ),
                    (
                        "entrusted_published_on",
                        models.DateField(blank=True, null=True, verbose_name="受委托组织公布日期"),
                    ),
                    (
                        "entrusted_published_where",
                        models.CharField(blank=True, max_length=300, verbose_name="受委托组织公布的网址或者位置"),
                    ),
                    ("ended_on", models.DateField(blank=True, null=True, verbose_name="提前终止日期")),
                    ("end_reason", models.CharField(blank=True, max_length=200, verbose_name="终止原因")),
                    (
                        "entrusted",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="entrusted_by",
                            to="directory.body",
                            verbose_name="受委托组织",
                        ),
                    ),
                    (
                        "entrusting",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="entrusts",
                            to="directory.body",
                            verbose_name="委托机关",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "委托执法",
                    "ordering": ("-starts_on",),
                },
            ),
            migrations.CreateModel(
                name="Officer",
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
                    ("name", models.CharField(max_length=60, verbose_name="姓名")),
                    ("post", models.CharField(max_length=60, verbose_name="职务")),
                    ("enrolled_on", models.DateField(verbose_name="登记日期")),
                    ("left_on", models.DateField(blank=True, null=True, verbose_name="离岗日期")),
                    (
                        "account",
                        models.OneToOneField(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="officer",
                            to=settings.AUTH_USER_MODEL,
                            verbose_name="账号",
                        ),
                    ),
                    (
                        "body",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="officers",
                            to="directory.body",
                            verbose_name="单位",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "执法人员",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="Certificate",
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
                        "kind",
                        models.CharField(
                            choices=[("enforcement", "行政执法证"), ("labour_inspection", "劳动保障监察证")],
                            max_length=20,
                            verbose_name="证件种类",
                        ),
                    ),
                    ("number", models.CharField(max_length=40, unique=True, verbose_name="证件编号")),
                    ("fields", models.JSONField(default=list, verbose_name="执法类别")),
                    ("areas", models.JSONField(default=list, verbose_name="执法区域")),
                    ("valid_from", models.DateField(verbose_name="有效期起")),
                    ("valid_until", models.DateField(verbose_name="有效期止")),
                    ("issued_by", models.CharField(max_length=80, verbose_name="发证机关")),
                    (
                        "qualified_by",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("examination", "执法资格考试合格"),
                                ("legal_profession", "有法律职业资格，简化考试或者免考"),
                            ],
                            max_length=20,
                            verbose_name="授予资格的依据",
                        ),
                    ),
                    (
                        "qualification_number",
                        models.CharField(blank=True, max_length=80, verbose_name="合格证明或者资格证编号"),
                    ),
                    (
                        "state",
                        models.CharField(
                            choices=[("active", "有效"), ("suspended", "暂停使用"), ("deregistered", "注销")],
                            default="active",
                            max_length=12,
                            verbose_name="状态",
                        ),
                    ),
                    ("state_since", models.DateField(blank=True, null=True, verbose_name="状态自")),
                    ("state_reason", models.CharField(blank=True, max_length=200, verbose_name="原因")),
                    ("suspensions", models.JSONField(default=list, verbose_name="暂停使用的起止")),
                    (
                        "officer",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="certificates",
                            to="directory.officer",
                            verbose_name="执法人员",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "行政执法证件",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="ReviewerQualification",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    (
                        "qualification_number",
                        models.CharField(blank=True, max_length=60, verbose_name="法律职业资格证编号"),
                    ),
                    ("first_reviewed_on", models.DateField(blank=True, null=True, verbose_name="首次从事审核日期")),
                    ("evidence", models.CharField(blank=True, max_length=200, verbose_name="证明材料")),
                    (
                        "account",
                        models.OneToOneField(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="reviewer_qualification",
                            to=settings.AUTH_USER_MODEL,
                            verbose_name="账号",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "法制审核资格",
                },
            ),
            migrations.CreateModel(
                name="Unit",
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
                    ("name", models.CharField(max_length=80, verbose_name="名称")),
                    ("reviews", models.BooleanField(default=False, verbose_name="法制机构")),
                    (
                        "body",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="units",
                            to="directory.body",
                            verbose_name="机关",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "内设机构",
                    "ordering": ("pk",),
                },
            ),
            migrations.AddField(
                model_name="officer",
                name="unit",
                field=models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="officers",
                    to="directory.unit",
                    verbose_name="内设机构",
                ),
            ),
            migrations.AddField(
                model_name="account",
                name="unit",
                field=models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="accounts",
                    to="directory.unit",
                    verbose_name="内设机构",
                ),
            ),
            migrations.CreateModel(
                name="AnnualCheck",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                    ("passed", models.BooleanField(verbose_name="合格")),
                    ("checked_on", models.DateField(verbose_name="审核日期")),
                    ("note", models.CharField(blank=True, max_length=200, verbose_name="说明")),
                    (
                        "certificate",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="checks",
                            to="directory.certificate",
                            verbose_name="证件",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "证件年度审核",
                    "ordering": ("-year",),
                    "constraints": [models.UniqueConstraint(fields=("certificate", "year"), name="annual_check_once")],
                },
            ),
            migrations.AddConstraint(
                model_name="unit",
                constraint=models.UniqueConstraint(fields=("body", "name"), name="unit_name_once"),
            ),
        )
    ]
