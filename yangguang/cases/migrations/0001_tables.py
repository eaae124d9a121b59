import django.db.models.deletion
import yangguang.base.models.fields
import yangguang.kernel.chance
from django.conf import settings
from django.db import migrations, models


from yangguang.base.tables_at_once import TablesAtOnce


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("cases", "0001_initial"),
        ("cases", "0002_initial"),
        ("cases", "0003_penalty_line"),
        ("cases", "0004_labour_lines"),
        ("cases", "0005_closing_by_disposition"),
        ("cases", "0006_instruction_is_disposed"),
        ("cases", "0007_the_case_whole"),
        ("cases", "0008_counterparts_and_agents"),
        ("cases", "0009_parties_and_leads_have_counterparts"),
        ("cases", "0010_holds_items"),
        ("cases", "0011_penalties_on_the_spot"),
        ("cases", "0012_remakes"),
        ("cases", "0013_clerical_corrections"),
        ("cases", "0014_every_way_of_service"),
        ("cases", "0015_suspected_crimes_and_public_lists"),
        ("cases", "0016_the_fulfilment_of_a_fine"),
        ("cases", "0017_agreed_days"),
    ]

    dependencies = [
        ("base", "0001_tables"),
        ("directory", "0001_tables"),
        ("records", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TablesAtOnce(
            migrations.CreateModel(
                name="Case",
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
                    ("number", models.CharField(max_length=120, unique=True, verbose_name="案号")),
                    (
                        "kind",
                        models.CharField(
                            choices=[("penalty", "行政处罚"), ("labour", "劳动保障监察"), ("summary", "简易程序")],
                            max_length=20,
                            verbose_name="种类",
                        ),
                    ),
                    ("title", models.CharField(max_length=200, verbose_name="案由")),
                    ("field", models.CharField(max_length=40, verbose_name="执法类别")),
                    ("area", models.CharField(max_length=60, verbose_name="执法区域")),
                    ("matter_code", models.CharField(max_length=40, verbose_name="执法事项")),
                    ("violation_code", models.CharField(blank=True, max_length=40, verbose_name="违法行为")),
                    (
                        "status",
                        models.CharField(
                            choices=[
                                ("on_scene", "现场查处中"),
                                ("opened", "已立案，调查中"),
                                ("suspended", "调查中止"),
                                ("concluded", "调查终结"),
                                ("notified", "已告知，等候意见"),
                                ("hearing_asked", "已申请听证"),
                                ("hearing_set", "听证已通知"),
                                ("hearing_over", "听证结束"),
                                ("heard", "意见已听取并复核"),
                                ("awaiting_review", "法制审核中"),
                                ("returned", "审核退回"),
                                ("review_passed", "审核通过，可以决定"),
                                ("discussed", "已集体讨论"),
                                ("decided", "已作决定，未送达"),
                                ("delivered", "已当场交付"),
                                ("served", "已送达，履行期内"),
                                ("deferred", "已批准延期分期"),
                                ("unfulfilled", "逾期未履行"),
                                ("in_execution", "强制执行中"),
                                ("fulfilled", "已履行"),
                                ("annulled", "决定被撤销"),
                                ("opening_annulled", "撤销立案"),
                                ("converted", "已转普通程序"),
                                ("transferred", "已移送"),
                                ("transferred_to_police", "涉嫌犯罪已移送，等公安决定"),
                                ("police_opened", "公安已立案"),
                                ("closed", "结案"),
                                ("archived", "归档"),
                            ],
                            default="opened",
                            max_length=30,
                            verbose_name="状态",
                        ),
                    ),
                    (
                        "outcome",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("", "未定"),
                                ("penalty", "行政处罚"),
                                ("minor_violation_exemption", "轻微不罚"),
                                ("first_violation_exemption", "首违不罚"),
                                ("no_fault_exemption", "无过错不罚"),
                                ("violation_not_established", "违法事实不成立"),
                                ("age_or_capacity_exemption", "年龄能力不罚"),
                                ("disposition", "行政处理"),
                                ("rectified", "已改正，撤销立案"),
                                ("transfer", "移送有管辖权机关"),
                                ("converted", "转普通程序"),
                                ("criminal_transfer", "移送公安机关"),
                            ],
                            default="",
                            max_length=40,
                            verbose_name="结果",
                        ),
                    ),
                    ("review_required", models.BooleanField(default=None, null=True, verbose_name="须法制审核")),
                    ("review_reasons", models.JSONField(default=list, verbose_name="须审核的理由")),
                    ("violation_began_on", models.DateField(blank=True, null=True, verbose_name="违法行为发生日")),
                    ("violation_ended_on", models.DateField(blank=True, null=True, verbose_name="违法行为终了日")),
                    ("discovered_on", models.DateField(blank=True, null=True, verbose_name="发现日")),
                    ("facts", models.TextField(blank=True, verbose_name="基本事实")),
                    ("lead_ref", models.CharField(blank=True, db_index=True, max_length=40, verbose_name="线索")),
                    ("circumstances", models.JSONField(default=dict, verbose_name="查明的情节")),
                    ("opened_on", models.DateField(verbose_name="立案日期")),
                    ("decided_on", models.DateField(blank=True, null=True, verbose_name="决定日期")),
                    ("closed_on", models.DateField(blank=True, null=True, verbose_name="结案日期")),
                    ("version", models.PositiveIntegerField(default=0, verbose_name="修改次数")),
                    ("touched_at", models.DateTimeField(verbose_name="最近修改时间")),
                    ("touched_by_name", models.CharField(max_length=80, verbose_name="最近修改人")),
                    (
                        "acting_body",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="acted_cases",
                            to="directory.body",
                            verbose_name="受委托组织",
                        ),
                    ),
                    (
                        "body",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="cases",
                            to="directory.body",
                            verbose_name="执法主体",
                        ),
                    ),
                    (
                        "unit",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="cases",
                            to="directory.unit",
                            verbose_name="承办机构",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "案件",
                    "ordering": ("-pk",),
                },
            ),
            migrations.CreateModel(
                name="Assignment",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("position", models.PositiveSmallIntegerField(default=1, verbose_name="次序")),
                    ("starts_on", models.DateField(verbose_name="起")),
                    ("ends_on", models.DateField(blank=True, null=True, verbose_name="止")),
                    ("reason", models.CharField(blank=True, max_length=200, verbose_name="更换原因")),
                    (
                        "officer",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="assignments",
                            to="directory.officer",
                            verbose_name="执法人员",
                        ),
                    ),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="assignments",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "承办分工",
                    "ordering": ("position", "pk"),
                },
            ),
            migrations.CreateModel(
                name="AdvancePreservation",
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
                        "status",
                        models.CharField(
                            choices=[
                                ("requested", "已报批"),
                                ("approved", "已批准，未实施"),
                                ("preserved", "登记保存中"),
                                ("expired", "到期待处理"),
                                ("disposed", "已处理"),
                                ("refused", "不予批准"),
                            ],
                            default="requested",
                            max_length=20,
                            verbose_name="状态",
                        ),
                    ),
                    ("objects_named", models.TextField(verbose_name="拟登记保存的证据")),
                    ("proves", models.CharField(max_length=400, verbose_name="证明内容")),
                    ("reason", models.TextField(verbose_name="可能灭失或者难以取得的情况")),
                    ("urgent_reason", models.CharField(blank=True, max_length=400, verbose_name="紧急情况")),
                    ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="批准时间")),
                    ("refusal_reason", models.CharField(blank=True, max_length=400, verbose_name="不予批准的理由")),
                    ("preserved_at", models.DateTimeField(blank=True, null=True, verbose_name="登记保存时间")),
                    ("place", models.CharField(blank=True, max_length=200, verbose_name="地点")),
                    ("number", models.CharField(blank=True, max_length=120, verbose_name="文号")),
                    ("document_ref", models.CharField(blank=True, max_length=40, verbose_name="文书")),
                    ("settled_on", models.DateField(blank=True, null=True, verbose_name="处理日期")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="preservations",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "先行登记保存",
                    "ordering": ("-pk",),
                },
            ),
            migrations.CreateModel(
                name="Clock",
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
                    ("lead_ref", models.CharField(blank=True, max_length=40, verbose_name="线索")),
                    ("kind", models.CharField(max_length=40, verbose_name="种类")),
                    ("clause", models.CharField(max_length=60, verbose_name="依据")),
                    ("about_ref", models.CharField(blank=True, max_length=40, verbose_name="程序对象")),
                    ("start_event", models.CharField(max_length=80, verbose_name="起算事件")),
                    ("started_on", models.DateField(verbose_name="起算日")),
                    ("started_at", models.DateTimeField(blank=True, null=True, verbose_name="起算时刻")),
                    ("amount", models.PositiveIntegerField(blank=True, null=True, verbose_name="天数")),
                    ("unit", models.CharField(blank=True, max_length=20, verbose_name="单位")),
                    ("fixed_due_on", models.DateField(blank=True, null=True, verbose_name="文书载明的期限")),
                    ("suspensions", models.JSONField(default=list, verbose_name="中止")),
                    ("extensions", models.JSONField(default=list, verbose_name="延长")),
                    ("still", models.BooleanField(default=False, verbose_name="中止中")),
                    ("due_on", models.DateField(verbose_name="到期日")),
                    ("provisional", models.BooleanField(default=False, verbose_name="暂定")),
                    ("stopped_on", models.DateField(blank=True, null=True, verbose_name="停止日")),
                    ("stop_event", models.CharField(blank=True, max_length=80, verbose_name="停止事件")),
                    ("overdue_reason", models.CharField(blank=True, max_length=400, verbose_name="逾期原因")),
                    (
                        "case",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="clocks",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "期限",
                    "ordering": ("due_on", "pk"),
                },
            ),
            migrations.CreateModel(
                name="Closing",
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
                        "ground",
                        models.CharField(
                            choices=[
                                ("fulfilled", "处罚决定履行完毕"),
                                ("terminated", "执行终结"),
                                ("nothing_to_fulfil", "决定没有需要履行的内容"),
                                ("disposition", "行政处理决定履行完毕"),
                                ("no_penalty", "不予处罚或者违法事实不成立"),
                                ("annulled", "决定被撤销，不再重作"),
                            ],
                            max_length=24,
                            verbose_name="结案情形",
                        ),
                    ),
                    ("summary", models.TextField(verbose_name="结案说明")),
                    ("recording_note", models.CharField(blank=True, max_length=400, verbose_name="音像记录缺失的说明")),
                    ("closed_on", models.DateField(verbose_name="结案日期")),
                    ("approved_by_name", models.CharField(max_length=80, verbose_name="批准人")),
                    (
                        "case",
                        models.OneToOneField(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="closing",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "document",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="records.document",
                            verbose_name="结案报告",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "结案",
                },
            ),
            migrations.CreateModel(
                name="CoerciveMeasure",
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
                            choices=[("sealing_up", "查封"), ("seizure", "扣押")], max_length=20, verbose_name="种类"
                        ),
                    ),
                    (
                        "status",
                        models.CharField(
                            choices=[
                                ("requested", "已报批"),
                                ("approved", "已批准，未实施"),
                                ("taken", "在押在封"),
                                ("extended", "已延长"),
                                ("urgent", "紧急实施，待补批"),
                                ("expired", "到期待解除"),
                                ("released", "已解除"),
                                ("disposed", "已处理"),
                                ("handed_over", "随案移送"),
                                ("refused", "不予批准"),
                            ],
                            default="requested",
                            max_length=20,
                            verbose_name="状态",
                        ),
                    ),
                    ("matter_code", models.CharField(max_length=40, verbose_name="强制事项")),
                    ("basis", models.JSONField(default=list, verbose_name="依据")),
                    ("objects_named", models.TextField(verbose_name="对象")),
                    ("reason", models.TextField(verbose_name="必要性")),
                    ("urgent_reason", models.CharField(blank=True, max_length=400, verbose_name="情况紧急的事由")),
                    ("reported_late", models.BooleanField(default=False, verbose_name="超过时限补批")),
                    ("late_reason", models.CharField(blank=True, max_length=400, verbose_name="超时说明")),
                    ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="批准时间")),
                    ("refusal_reason", models.CharField(blank=True, max_length=400, verbose_name="不予批准的理由")),
                    ("taken_at", models.DateTimeField(blank=True, null=True, verbose_name="实施时间")),
                    ("place", models.CharField(blank=True, max_length=200, verbose_name="地点")),
                    ("number", models.CharField(blank=True, max_length=120, verbose_name="文号")),
                    ("document_ref", models.CharField(blank=True, max_length=40, verbose_name="文书")),
                    ("extended_on", models.DateField(blank=True, null=True, verbose_name="批准延长日期")),
                    ("extension_reason", models.CharField(blank=True, max_length=400, verbose_name="延长理由")),
                    ("extension_told_on", models.DateField(blank=True, null=True, verbose_name="书面告知延长日期")),
                    ("custodian", models.CharField(blank=True, max_length=120, verbose_name="受托保管人")),
                    (
                        "release_ground",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("no_violation", "当事人没有违法行为"),
                                ("unrelated", "查封、扣押的场所、设施或者财物与违法行为无关"),
                                ("no_longer_needed", "对违法行为已经作出处理决定，不再需要查封、扣押"),
                                ("expired", "查封、扣押期限已经届满"),
                                ("other", "其他不再需要采取查封、扣押措施的情形"),
                            ],
                            max_length=20,
                            verbose_name="解除情形",
                        ),
                    ),
                    ("ended_on", models.DateField(blank=True, null=True, verbose_name="终结日期")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="measures",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "行政强制措施",
                    "ordering": ("-pk",),
                },
            ),
            migrations.CreateModel(
                name="CaseItem",
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
                    ("position", models.PositiveSmallIntegerField(verbose_name="次序")),
                    ("name", models.CharField(max_length=120, verbose_name="名称")),
                    ("spec", models.CharField(blank=True, max_length=120, verbose_name="规格型号")),
                    ("quantity", models.CharField(max_length=40, verbose_name="数量")),
                    ("condition", models.CharField(max_length=200, verbose_name="状况")),
                    ("photo", models.CharField(blank=True, max_length=80, verbose_name="照片编号")),
                    ("kept_at", models.CharField(max_length=200, verbose_name="保管地点")),
                    ("proves", models.CharField(blank=True, max_length=400, verbose_name="证明内容")),
                    (
                        "fate",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("", "尚未处理"),
                                ("copied_and_returned", "复制取证后退还"),
                                ("kept_as_evidence", "提取原物入卷"),
                                ("sent_to_examination", "送检测、鉴定"),
                                ("turned_into_measure", "依法转为查封、扣押"),
                                ("confiscated", "依法没收"),
                                ("destroyed", "依法销毁"),
                                ("handed_over", "随案移送"),
                                ("returned", "解除，退还"),
                            ],
                            default="",
                            max_length=24,
                            verbose_name="处理",
                        ),
                    ),
                    ("fate_on", models.DateField(blank=True, null=True, verbose_name="处理日期")),
                    ("voucher", models.CharField(blank=True, max_length=200, verbose_name="处理凭证")),
                    ("collect_notice_on", models.DateField(blank=True, null=True, verbose_name="通知领取日期")),
                    ("returned_on", models.DateField(blank=True, null=True, verbose_name="退还日期")),
                    ("received_by", models.CharField(blank=True, max_length=80, verbose_name="签收人")),
                    ("receipt_number", models.CharField(blank=True, max_length=80, verbose_name="签收单编号")),
                    ("sold_on", models.DateField(blank=True, null=True, verbose_name="变卖日期")),
                    ("proceeds_fen", yangguang.base.models.fields.FenField(default=0, verbose_name="变卖价款（分）")),
                    ("told_on", models.DateField(blank=True, null=True, verbose_name="书面告知移送日期")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="items",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "preservation",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="items",
                            to="cases.advancepreservation",
                            verbose_name="先行登记保存",
                        ),
                    ),
                    (
                        "measure",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="items",
                            to="cases.coercivemeasure",
                            verbose_name="行政强制措施",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "涉案物品",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="CollectiveDiscussion",
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
                    ("draft_kind", models.CharField(max_length=30, verbose_name="代拟稿种类")),
                    ("draft_digest", models.CharField(max_length=64, verbose_name="代拟稿指纹")),
                    ("held_on", models.DateField(verbose_name="讨论日期")),
                    ("matter", models.CharField(max_length=400, verbose_name="讨论事项")),
                    ("opinions", models.JSONField(default=list, verbose_name="参加人和意见")),
                    ("others", models.CharField(blank=True, max_length=400, verbose_name="列席人和记录人")),
                    (
                        "conclusion",
                        models.CharField(
                            choices=[("agreed", "同意代拟稿"), ("changed", "改变代拟稿的内容")],
                            max_length=12,
                            verbose_name="结论",
                        ),
                    ),
                    ("conclusion_words", models.TextField(verbose_name="结论的内容")),
                    ("minority", models.TextField(blank=True, verbose_name="少数意见")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="discussions",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "document",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="records.document",
                            verbose_name="集体讨论记录",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "集体讨论",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="ContractLink",
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
                        "level",
                        models.CharField(
                            choices=[
                                ("owner", "建设单位"),
                                ("general_contractor", "施工总承包单位"),
                                ("subcontractor", "分包单位"),
                                ("team", "班组或者个人"),
                            ],
                            max_length=20,
                            verbose_name="层级",
                        ),
                    ),
                    (
                        "relation",
                        models.CharField(
                            choices=[
                                ("contract", "依法发包、分包"),
                                ("whole_handed_on", "转包"),
                                ("borrowed_name", "挂靠（借用名义）"),
                            ],
                            default="contract",
                            max_length=16,
                            verbose_name="承接方式",
                        ),
                    ),
                    ("name", models.CharField(max_length=120, verbose_name="名称或者姓名")),
                    ("code", models.CharField(blank=True, max_length=18, verbose_name="统一社会信用代码")),
                    ("qualified", models.BooleanField(default=True, verbose_name="具备合法经营资格")),
                    ("hired_workers", models.BooleanField(default=False, verbose_name="招用了名册中的劳动者")),
                    (
                        "price_overdue_fen",
                        yangguang.base.models.fields.FenField(default=0, verbose_name="未按约定拨付的工程款（分）"),
                    ),
                    ("note", models.CharField(blank=True, max_length=200, verbose_name="说明")),
                    ("removed_on", models.DateField(blank=True, null=True, verbose_name="移出日期")),
                    (
                        "above",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="below",
                            to="cases.contractlink",
                            verbose_name="上一级",
                        ),
                    ),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="contract_chain",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "承包关系",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="Counterpart",
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
                            choices=[
                                ("organisation", "法人或者其他组织"),
                                ("branch", "分支机构"),
                                ("unregistered", "未登记的单位"),
                                ("individual_business", "个体工商户"),
                                ("person", "公民"),
                            ],
                            max_length=24,
                            verbose_name="类别",
                        ),
                    ),
                    ("name", models.CharField(max_length=120, verbose_name="现用名称或者姓名")),
                    (
                        "code_kind",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("", "没有代码"),
                                ("credit_code", "统一社会信用代码"),
                                ("identity", "居民身份证、居住证、永久居留身份证"),
                                ("passport", "护照"),
                                ("travel_permit", "港澳台居民来往大陆（内地）通行证"),
                            ],
                            max_length=16,
                            verbose_name="代码种类",
                        ),
                    ),
                    ("code", models.CharField(blank=True, max_length=18, verbose_name="统一社会信用代码")),
                    ("sealed_code", models.TextField(blank=True, verbose_name="证件号码（密封）")),
                    ("code_digest", models.CharField(blank=True, max_length=64, verbose_name="代码指纹")),
                    ("registered_at", models.DateTimeField(verbose_name="登记时间")),
                    (
                        "stands_as",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="absorbed",
                            to="cases.counterpart",
                            verbose_name="已并入",
                        ),
                    ),
                    (
                        "superior",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="branches",
                            to="cases.counterpart",
                            verbose_name="上级单位",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "行政相对人",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="ComplianceGrade",
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
                    ("year", models.PositiveSmallIntegerField(verbose_name="评价年度")),
                    (
                        "grade",
                        models.CharField(
                            choices=[("A", "A级"), ("B", "B级"), ("C", "C级")], max_length=1, verbose_name="等级"
                        ),
                    ),
                    ("ground", models.CharField(max_length=400, verbose_name="评价理由")),
                    ("source", models.CharField(max_length=200, verbose_name="评价依据")),
                    ("assessed_on", models.DateField(verbose_name="评价日期")),
                    ("assessed_by_name", models.CharField(max_length=80, verbose_name="批准人")),
                    (
                        "approval",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="base.approval",
                            verbose_name="审批",
                        ),
                    ),
                    (
                        "body",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="directory.body",
                            verbose_name="评价机关",
                        ),
                    ),
                    (
                        "counterpart",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="grades",
                            to="cases.counterpart",
                            verbose_name="行政相对人",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "守法诚信等级",
                    "ordering": ("year", "pk"),
                },
            ),
            migrations.CreateModel(
                name="CounterpartMerger",
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
                    ("reason", models.CharField(max_length=400, verbose_name="合并理由")),
                    ("merged_on", models.DateField(verbose_name="合并日期")),
                    ("merged_by_name", models.CharField(max_length=80, verbose_name="合并人")),
                    ("undone_on", models.DateField(blank=True, null=True, verbose_name="撤销日期")),
                    ("undone_reason", models.CharField(blank=True, max_length=400, verbose_name="撤销理由")),
                    ("undone_by_name", models.CharField(blank=True, max_length=80, verbose_name="撤销人")),
                    (
                        "absorbed",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="mergers",
                            to="cases.counterpart",
                            verbose_name="并入的相对人",
                        ),
                    ),
                    (
                        "body",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="directory.body",
                            verbose_name="执法主体",
                        ),
                    ),
                    (
                        "into",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="taken_in",
                            to="cases.counterpart",
                            verbose_name="保留的相对人",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "相对人合并",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="CriminalTransfer",
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
                        "status",
                        models.CharField(
                            choices=[
                                ("suspected", "发现线索"),
                                ("task_force", "专案核实"),
                                ("report_submitted", "已书面报告"),
                                ("approved", "已批准，未移送"),
                                ("not_approved", "不批准移送"),
                                ("sent", "已移送，等候回执"),
                                ("acknowledged", "公安已签收"),
                                ("police_opened", "公安已立案"),
                                ("police_refused", "公安不予立案"),
                                ("police_reconsidering", "公安复议中"),
                                ("procuratorial_supervision", "检察院立案监督"),
                                ("returned", "收回，恢复行政处理"),
                                ("handed_over", "已移交物品材料"),
                            ],
                            default="suspected",
                            max_length=30,
                            verbose_name="状态",
                        ),
                    ),
                    ("crime", models.CharField(max_length=120, verbose_name="涉嫌罪名")),
                    ("other_standard", models.CharField(blank=True, max_length=400, verbose_name="其他罪名的追诉标准")),
                    ("grounds", models.TextField(verbose_name="线索")),
                    ("unpaid_fen", models.BigIntegerField(default=0, verbose_name="未支付金额（分）")),
                    ("suspected_on", models.DateField(verbose_name="发现日期")),
                    ("members", models.JSONField(default=list, verbose_name="专案组")),
                    ("member_names", models.JSONField(default=list, verbose_name="专案组成员")),
                    ("police", models.CharField(blank=True, max_length=120, verbose_name="公安机关")),
                    ("report", models.TextField(blank=True, verbose_name="移送报告")),
                    ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="批准或者不批准的时刻")),
                    ("refusal_reason", models.CharField(blank=True, max_length=2000, verbose_name="不批准的理由")),
                    ("held_status", models.CharField(blank=True, max_length=30, verbose_name="移送时案件状态")),
                    ("items", models.TextField(blank=True, verbose_name="涉案物品清单")),
                    ("items_told_on", models.DateField(blank=True, null=True, verbose_name="书面告知物品去向日期")),
                    ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="移送时刻")),
                    ("papers_sent", models.JSONField(default=list, verbose_name="移送材料")),
                    ("court_fined", models.BooleanField(null=True, verbose_name="已判处罚金")),
                    ("ended_on", models.DateField(blank=True, null=True, verbose_name="终结日期")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="criminal_transfers",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "涉嫌犯罪移送",
                    "ordering": ("-pk",),
                },
            ),
            migrations.CreateModel(
                name="Decision",
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
                            choices=[
                                ("penalty", "行政处罚决定"),
                                ("no_penalty", "不予行政处罚决定"),
                                ("violation_not_established", "违法事实不成立决定"),
                                ("disposition", "行政处理决定"),
                                ("on_the_spot_penalty", "当场处罚决定"),
                            ],
                            max_length=30,
                            verbose_name="种类",
                        ),
                    ),
                    (
                        "status",
                        models.CharField(
                            choices=[
                                ("decided", "已作出，未送达"),
                                ("served", "已送达"),
                                ("annulled", "已撤销"),
                                ("voided", "作废"),
                            ],
                            default="decided",
                            max_length=12,
                            verbose_name="状态",
                        ),
                    ),
                    ("number", models.CharField(max_length=120, unique=True, verbose_name="文号")),
                    ("content", models.JSONField(default=dict, verbose_name="内容")),
                    ("digest", models.CharField(max_length=64, verbose_name="审核的拟稿指纹")),
                    ("content_digest", models.CharField(blank=True, max_length=64, verbose_name="内容指纹")),
                    ("decided_on", models.DateField(verbose_name="决定日期")),
                    ("decided_by_ref", models.CharField(max_length=60, verbose_name="决定人")),
                    ("decided_by_name", models.CharField(max_length=80, verbose_name="决定人姓名")),
                    ("served_on", models.DateField(blank=True, null=True, verbose_name="送达日期")),
                    ("fine_fen", models.BigIntegerField(default=0, verbose_name="罚款（分）")),
                    (
                        "body",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="decisions",
                            to="directory.body",
                            verbose_name="执法主体",
                        ),
                    ),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="decisions",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "document",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="records.document",
                            verbose_name="决定书",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "执法决定",
                    "ordering": ("-pk",),
                },
            ),
            migrations.CreateModel(
                name="ClericalCorrection",
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
                            choices=[("wording", "文字笔误"), ("calculation", "计算错误"), ("date", "日期笔误")],
                            max_length=12,
                            verbose_name="笔误种类",
                        ),
                    ),
                    ("wrong", models.CharField(max_length=200, verbose_name="原文")),
                    ("right", models.CharField(max_length=200, verbose_name="补正后")),
                    ("reason", models.CharField(max_length=400, verbose_name="理由")),
                    ("corrected_on", models.DateField(verbose_name="补正日期")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="corrections",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "document",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="records.document",
                            verbose_name="补正通知书",
                        ),
                    ),
                    (
                        "decision",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="corrections",
                            to="cases.decision",
                            verbose_name="决定",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "补正",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="AdditionalFinePayment",
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
                    ("amount_fen", models.BigIntegerField(verbose_name="金额（分）")),
                    ("paid_on", models.DateField(verbose_name="缴款日期")),
                    ("payee", models.CharField(max_length=120, verbose_name="收款方")),
                    ("receipt_number", models.CharField(max_length=80, verbose_name="罚款收据编号")),
                    (
                        "decision",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="additional_payments",
                            to="cases.decision",
                            verbose_name="决定",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "加处罚款缴款",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="DecisionDraft",
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
                            choices=[
                                ("penalty", "行政处罚决定"),
                                ("no_penalty", "不予行政处罚决定"),
                                ("violation_not_established", "违法事实不成立决定"),
                                ("disposition", "行政处理决定"),
                                ("on_the_spot_penalty", "当场处罚决定"),
                            ],
                            max_length=30,
                            verbose_name="种类",
                        ),
                    ),
                    ("content", models.JSONField(default=dict, verbose_name="内容")),
                    ("digest", models.CharField(max_length=64, verbose_name="内容指纹")),
                    ("version", models.PositiveIntegerField(default=1, verbose_name="版次")),
                    ("prepared_by_ref", models.CharField(max_length=60, verbose_name="拟稿人")),
                    ("prepared_by_name", models.CharField(max_length=80, verbose_name="拟稿人姓名")),
                    ("prepared_at", models.DateTimeField(verbose_name="拟稿时间")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="drafts",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "决定代拟稿",
                },
            ),
            migrations.CreateModel(
                name="Deferral",
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
                    ("requested_on", models.DateField(verbose_name="申请日期")),
                    ("grounds", models.TextField(verbose_name="申请理由")),
                    ("granted", models.BooleanField(blank=True, null=True, verbose_name="批准")),
                    ("decided_on", models.DateField(blank=True, null=True, verbose_name="答复日期")),
                    ("decided_by_name", models.CharField(blank=True, max_length=80, verbose_name="答复人")),
                    ("reason", models.TextField(blank=True, verbose_name="答复理由")),
                    ("instalments", models.JSONField(default=list, verbose_name="各期日期和金额")),
                    (
                        "decision",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="deferrals",
                            to="cases.decision",
                            verbose_name="决定",
                        ),
                    ),
                    (
                        "proof",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="base.blob",
                            verbose_name="申请书和困难证明",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "延期分期缴纳",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="Execution",
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
                        "status",
                        models.CharField(
                            choices=[
                                ("running", "履行期内"),
                                ("deferred", "已批准延期分期"),
                                ("waiting", "逾期未履行"),
                                ("demanded", "已催告"),
                                ("applied", "已申请法院强制执行"),
                                ("accepted", "法院已受理"),
                                ("not_accepted", "法院不予受理"),
                                ("ruled_yes", "法院裁定准予执行"),
                                ("ruled_no", "法院裁定不准予执行"),
                                ("reconsidering", "上一级法院复议中"),
                                ("court_executing", "法院执行中"),
                                ("judgement_execution", "已按判决申请执行"),
                                ("stayed", "中止执行"),
                                ("fulfilled", "履行完毕"),
                                ("terminated", "终结执行"),
                                ("to_return", "决定失效，应当退还"),
                                ("returned", "已退还"),
                            ],
                            default="running",
                            max_length=20,
                            verbose_name="状态",
                        ),
                    ),
                    (
                        "stayed_from",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("running", "履行期内"),
                                ("deferred", "已批准延期分期"),
                                ("waiting", "逾期未履行"),
                                ("demanded", "已催告"),
                                ("applied", "已申请法院强制执行"),
                                ("accepted", "法院已受理"),
                                ("not_accepted", "法院不予受理"),
                                ("ruled_yes", "法院裁定准予执行"),
                                ("ruled_no", "法院裁定不准予执行"),
                                ("reconsidering", "上一级法院复议中"),
                                ("court_executing", "法院执行中"),
                                ("judgement_execution", "已按判决申请执行"),
                                ("stayed", "中止执行"),
                                ("fulfilled", "履行完毕"),
                                ("terminated", "终结执行"),
                                ("to_return", "决定失效，应当退还"),
                                ("returned", "已退还"),
                            ],
                            max_length=20,
                            verbose_name="中止前的状态",
                        ),
                    ),
                    ("imposed_on", models.DateField(blank=True, null=True, verbose_name="决定加处罚款的日期")),
                    ("demanded_on", models.DateField(blank=True, null=True, verbose_name="催告送达日期")),
                    ("answer", models.TextField(blank=True, verbose_name="催告后当事人的意见")),
                    ("answer_reviewed", models.TextField(blank=True, verbose_name="对意见的复核")),
                    ("applied_on", models.DateField(blank=True, null=True, verbose_name="申请法院强制执行日期")),
                    ("court_paper", models.CharField(blank=True, max_length=200, verbose_name="法院文书")),
                    ("court_paper_on", models.DateField(blank=True, null=True, verbose_name="收到法院文书的日期")),
                    (
                        "reconsidered_on",
                        models.DateField(blank=True, null=True, verbose_name="申请上一级法院复议的日期"),
                    ),
                    ("stayed_on", models.DateField(blank=True, null=True, verbose_name="中止执行日期")),
                    (
                        "altered_fine_fen",
                        models.BigIntegerField(blank=True, null=True, verbose_name="变更后的罚款（分）"),
                    ),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="executions",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "decision",
                        models.OneToOneField(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="execution",
                            to="cases.decision",
                            verbose_name="决定",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "履行",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="ExpertExamination",
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
                    ("institution", models.CharField(max_length=120, verbose_name="鉴定机构")),
                    ("about", models.CharField(max_length=400, verbose_name="检测、鉴定事项")),
                    ("began_on", models.DateField(verbose_name="开始日期")),
                    ("told_on", models.DateField(verbose_name="书面告知日期")),
                    ("planned_end", models.DateField(verbose_name="告知的期满日期")),
                    ("ended_on", models.DateField(blank=True, null=True, verbose_name="结束日期")),
                    (
                        "measure",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="examinations",
                            to="cases.coercivemeasure",
                            verbose_name="行政强制措施",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "检测鉴定期间",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="FoundFact",
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
                    ("position", models.PositiveSmallIntegerField(verbose_name="次序")),
                    ("text", models.TextField(verbose_name="事实")),
                    ("evidence_refs", models.JSONField(default=list, verbose_name="证据")),
                    ("dropped_on", models.DateField(blank=True, null=True, verbose_name="不再认定日期")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="found_facts",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "认定事实",
                    "ordering": ("position", "pk"),
                },
            ),
            migrations.CreateModel(
                name="Hearing",
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
                        "status",
                        models.CharField(
                            choices=[
                                ("set", "已通知"),
                                ("held", "已举行"),
                                ("terminated", "已终止"),
                                ("withdrawn", "申请已撤回"),
                            ],
                            default="set",
                            max_length=12,
                            verbose_name="状态",
                        ),
                    ),
                    ("member_names", models.JSONField(default=list, verbose_name="听证员")),
                    ("clerk_name", models.CharField(max_length=60, verbose_name="听证记录员")),
                    ("set_for", models.DateTimeField(verbose_name="听证时间")),
                    ("place", models.CharField(max_length=200, verbose_name="听证地点")),
                    ("in_public", models.BooleanField(default=True, verbose_name="公开举行")),
                    (
                        "closed_ground",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("state_secret", "涉及国家秘密"),
                                ("trade_secret", "涉及商业秘密"),
                                ("personal_privacy", "涉及个人隐私"),
                            ],
                            max_length=20,
                            verbose_name="不公开的理由",
                        ),
                    ),
                    ("postponements", models.JSONField(default=list, verbose_name="延期")),
                    ("ended_on", models.DateField(blank=True, null=True, verbose_name="结束日期")),
                    ("agent_names", models.JSONField(default=list, verbose_name="代理人")),
                    ("attended_names", models.JSONField(default=list, verbose_name="到场人员")),
                    ("examined_refs", models.JSONField(default=list, verbose_name="经质证的证据")),
                    ("opinion", models.TextField(blank=True, verbose_name="听证意见")),
                    (
                        "signing",
                        models.CharField(
                            blank=True,
                            choices=[("signed", "核对无误后签字或者盖章"), ("refused", "拒绝签字或者盖章")],
                            max_length=10,
                            verbose_name="笔录签章",
                        ),
                    ),
                    ("refusal_note", models.CharField(blank=True, max_length=400, verbose_name="拒签的注明")),
                    ("termination_reason", models.CharField(blank=True, max_length=400, verbose_name="终止的事实")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="hearings",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "chair",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                            verbose_name="听证主持人",
                        ),
                    ),
                    (
                        "notice",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="records.document",
                            verbose_name="听证通知书",
                        ),
                    ),
                    (
                        "record",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="records.document",
                            verbose_name="听证笔录",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "听证",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="Instruction",
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
                        "status",
                        models.CharField(
                            choices=[
                                ("drafted", "拟稿"),
                                ("issued", "已作出，未送达"),
                                ("running", "已送达，改正期内"),
                                ("rectified", "已改正"),
                                ("partly_rectified", "部分改正"),
                                ("unrectified", "期满未改正"),
                                ("disposed", "已转行政处理"),
                                ("annulled", "已撤销"),
                                ("replaced", "变更后替代"),
                            ],
                            default="drafted",
                            max_length=20,
                            verbose_name="状态",
                        ),
                    ),
                    ("number", models.CharField(blank=True, max_length=120, verbose_name="文号")),
                    ("facts", models.TextField(verbose_name="违法事实")),
                    ("basis", models.JSONField(default=list, verbose_name="依据")),
                    ("document_ref", models.CharField(blank=True, max_length=40, verbose_name="文书")),
                    ("drafted_by_name", models.CharField(max_length=80, verbose_name="拟稿人")),
                    ("issued_on", models.DateField(blank=True, null=True, verbose_name="作出日期")),
                    ("served_on", models.DateField(blank=True, null=True, verbose_name="送达日期")),
                    ("posted_on", models.DateField(blank=True, null=True, verbose_name="张贴日期")),
                    ("given_on_the_spot", models.BooleanField(default=False, verbose_name="当场作出")),
                    ("annulled_on", models.DateField(blank=True, null=True, verbose_name="撤销日期")),
                    ("annulment_reason", models.CharField(blank=True, max_length=400, verbose_name="撤销理由")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="instructions",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "限期改正指令",
                    "ordering": ("-pk",),
                },
            ),
            migrations.CreateModel(
                name="InstructionOrder",
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
                    ("position", models.PositiveSmallIntegerField(verbose_name="次序")),
                    (
                        "kind",
                        models.CharField(
                            choices=[
                                ("pay_wages", "支付劳动报酬"),
                                ("hand_over_records", "提供资料"),
                                ("other", "其他改正"),
                            ],
                            max_length=20,
                            verbose_name="种类",
                        ),
                    ),
                    ("text", models.TextField(verbose_name="要求")),
                    ("due_on", models.DateField(verbose_name="改正期限")),
                    ("owed_fen", yangguang.base.models.fields.FenField(default=0, verbose_name="责令支付金额（分）")),
                    (
                        "outcome",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("rectified", "已改正"),
                                ("partly_rectified", "部分改正"),
                                ("unrectified", "期满未改正"),
                            ],
                            max_length=20,
                            verbose_name="核查结果",
                        ),
                    ),
                    ("checked_on", models.DateField(blank=True, null=True, verbose_name="核查日期")),
                    ("finding", models.CharField(blank=True, max_length=400, verbose_name="核查情况")),
                    (
                        "instruction",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="orders",
                            to="cases.instruction",
                            verbose_name="指令",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "改正要求",
                    "ordering": ("position", "pk"),
                },
            ),
            migrations.CreateModel(
                name="InvestigationReport",
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
                    ("content", models.JSONField(default=dict, verbose_name="内容")),
                    ("concluded_on", models.DateField(verbose_name="终结日期")),
                    ("superseded_on", models.DateField(blank=True, null=True, verbose_name="退回补充调查日期")),
                    ("supplement", models.CharField(blank=True, max_length=400, verbose_name="需要查明的事实")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="reports",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "document",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="records.document",
                            verbose_name="报告",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "调查终结报告",
                    "ordering": ("-pk",),
                },
            ),
            migrations.CreateModel(
                name="Lead",
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
                    ("number", models.CharField(max_length=120, unique=True, verbose_name="登记号")),
                    (
                        "source",
                        models.CharField(
                            choices=[
                                ("complaint", "投诉"),
                                ("tip_off", "举报"),
                                ("patrol", "日常巡视检查"),
                                ("transferred", "其他机关移送"),
                                ("assigned", "上级交办"),
                            ],
                            max_length=20,
                            verbose_name="案件来源",
                        ),
                    ),
                    (
                        "received_way",
                        models.CharField(
                            choices=[
                                ("window", "窗口来访"),
                                ("phone", "电话"),
                                ("letter", "来信"),
                                ("paper", "来文"),
                                ("on_site", "现场发现"),
                                ("online", "网上"),
                            ],
                            max_length=12,
                            verbose_name="接收方式",
                        ),
                    ),
                    (
                        "status",
                        models.CharField(
                            choices=[
                                ("received", "已登记"),
                                ("completing", "待补正"),
                                ("reported", "线索待核"),
                                ("accepted", "已受理"),
                                ("opened", "已立案"),
                                ("declined", "不予受理"),
                                ("redirected", "已告知其他途径"),
                                ("not_opened", "不予立案"),
                                ("transferred", "已移送"),
                                ("merged", "已并入同一用人单位的线索"),
                                ("answered", "已答复"),
                            ],
                            max_length=20,
                            verbose_name="状态",
                        ),
                    ),
                    ("received_on", models.DateField(verbose_name="登记日期")),
                    ("employer_name", models.CharField(blank=True, max_length=120, verbose_name="用人单位")),
                    ("employer_code", models.CharField(blank=True, max_length=18, verbose_name="统一社会信用代码")),
                    ("employer_address", models.CharField(blank=True, max_length=200, verbose_name="住所或者工作地点")),
                    (
                        "employer_contact",
                        models.CharField(blank=True, max_length=60, verbose_name="法定代表人或者负责人"),
                    ),
                    ("employer_phone", models.CharField(blank=True, max_length=40, verbose_name="用人单位电话")),
                    ("account", models.TextField(verbose_name="反映的情况")),
                    ("field", models.CharField(max_length=40, verbose_name="执法类别")),
                    ("area", models.CharField(max_length=60, verbose_name="用工所在地")),
                    ("matter_code", models.CharField(blank=True, max_length=40, verbose_name="执法事项")),
                    ("violation_code", models.CharField(blank=True, max_length=40, verbose_name="违法行为")),
                    ("violation_began_on", models.DateField(blank=True, null=True, verbose_name="违法行为发生日")),
                    ("violation_ended_on", models.DateField(blank=True, null=True, verbose_name="违法行为终了日")),
                    ("anonymous", models.BooleanField(default=False, verbose_name="匿名")),
                    ("closing_reason", models.CharField(blank=True, max_length=400, verbose_name="处理理由")),
                    ("registered_at", models.DateTimeField(verbose_name="登记时间")),
                    ("version", models.PositiveIntegerField(default=0, verbose_name="修改次数")),
                    (
                        "acting_body",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="acted_leads",
                            to="directory.body",
                            verbose_name="受委托组织",
                        ),
                    ),
                    (
                        "body",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="leads",
                            to="directory.body",
                            verbose_name="执法主体",
                        ),
                    ),
                    (
                        "case",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="leads",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "counterpart",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="leads",
                            to="cases.counterpart",
                            verbose_name="行政相对人",
                        ),
                    ),
                    (
                        "merged_into",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="merged",
                            to="cases.lead",
                            verbose_name="并入的线索",
                        ),
                    ),
                    (
                        "registered_by",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                            verbose_name="登记人",
                        ),
                    ),
                    (
                        "unit",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="leads",
                            to="directory.unit",
                            verbose_name="承办机构",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "案件线索",
                    "ordering": ("-pk",),
                },
            ),
            migrations.CreateModel(
                name="Informant",
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
                        "part",
                        models.CharField(
                            choices=[
                                ("complainant", "投诉人"),
                                ("representative", "推选的代表"),
                                ("informant", "举报人"),
                            ],
                            max_length=16,
                            verbose_name="身份",
                        ),
                    ),
                    ("sealed", models.TextField(verbose_name="封存的身份信息")),
                    ("position", models.PositiveSmallIntegerField(default=1, verbose_name="次序")),
                    (
                        "lead",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="informants",
                            to="cases.lead",
                            verbose_name="线索",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "投诉举报人身份",
                    "ordering": ("position", "pk"),
                },
            ),
            migrations.CreateModel(
                name="CounterpartFact",
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
                        "what",
                        models.CharField(
                            choices=[
                                ("name", "名称或者姓名"),
                                ("address", "住所"),
                                ("representative", "法定代表人或者负责人"),
                            ],
                            max_length=16,
                            verbose_name="事项",
                        ),
                    ),
                    ("text", models.CharField(max_length=200, verbose_name="内容")),
                    ("from_on", models.DateField(verbose_name="自何日起")),
                    ("source", models.CharField(max_length=160, verbose_name="来源")),
                    ("established", models.BooleanField(default=False, verbose_name="已经核实")),
                    ("recorded_at", models.DateTimeField(verbose_name="登记时间")),
                    ("recorded_by_name", models.CharField(max_length=80, verbose_name="登记人")),
                    ("struck_on", models.DateField(blank=True, null=True, verbose_name="划去日期")),
                    ("struck_reason", models.CharField(blank=True, max_length=400, verbose_name="划去理由")),
                    (
                        "body",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="directory.body",
                            verbose_name="登记的执法主体",
                        ),
                    ),
                    (
                        "case",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="cases.case",
                            verbose_name="来自案件",
                        ),
                    ),
                    (
                        "counterpart",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="facts",
                            to="cases.counterpart",
                            verbose_name="行政相对人",
                        ),
                    ),
                    (
                        "lead",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="cases.lead",
                            verbose_name="来自线索",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "相对人情况",
                    "ordering": ("from_on", "pk"),
                },
            ),
            migrations.CreateModel(
                name="Complaint",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("workers_count", models.PositiveIntegerField(default=1, verbose_name="涉及人数")),
                    ("amount_fen", yangguang.base.models.fields.FenField(default=0, verbose_name="涉及金额（分）")),
                    ("requests", models.TextField(verbose_name="投诉请求")),
                    ("caused_by_employer", models.BooleanField(default=True, verbose_name="由被投诉单位违法造成")),
                    ("within_powers", models.BooleanField(default=True, verbose_name="属于劳动保障监察职权")),
                    (
                        "arbitration",
                        models.CharField(
                            choices=[
                                ("none", "没有申请仲裁或者起诉"),
                                ("belongs_there", "应当按照劳动争议程序办理"),
                                ("pending", "已经申请仲裁或者起诉"),
                                ("settled", "已有仲裁裁决或者法院裁判"),
                            ],
                            default="none",
                            max_length=16,
                            verbose_name="仲裁、诉讼情况",
                        ),
                    ),
                    ("arbitration_note", models.CharField(blank=True, max_length=200, verbose_name="仲裁、诉讼说明")),
                    ("completion_asked_on", models.DateField(blank=True, null=True, verbose_name="告知补正日期")),
                    ("completion_list", models.TextField(blank=True, verbose_name="需要补正的内容")),
                    ("completed_on", models.DateField(blank=True, null=True, verbose_name="补正日期")),
                    ("accepted_on", models.DateField(blank=True, null=True, verbose_name="受理日期")),
                    (
                        "decline_reason",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("over_two_years", "违反劳动保障法律的行为发生已经超过2年"),
                                ("employer_unknown", "被投诉单位不明确，经补正仍不明确"),
                                ("not_by_employer", "权益不是由被投诉单位的违法行为侵害"),
                                ("out_of_powers", "不属于劳动保障监察职权范围"),
                                ("other_jurisdiction", "不属于本机关管辖"),
                            ],
                            max_length=24,
                            verbose_name="不予受理理由",
                        ),
                    ),
                    (
                        "redirect_ground",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("arbitration", "应当或者已经按照劳动争议处理、诉讼程序办理"),
                                ("other_authority", "属于其他部门职责"),
                                ("other_jurisdiction", "属于其他劳动保障行政部门管辖"),
                            ],
                            max_length=24,
                            verbose_name="告知其他途径的理由",
                        ),
                    ),
                    ("redirect_to", models.CharField(blank=True, max_length=120, verbose_name="告知前往")),
                    ("answered_on", models.DateField(blank=True, null=True, verbose_name="答复日期")),
                    ("answer", models.TextField(blank=True, verbose_name="答复内容")),
                    (
                        "lead",
                        models.OneToOneField(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="complaint",
                            to="cases.lead",
                            verbose_name="线索",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "投诉",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="LeadKeeper",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("starts_on", models.DateField(verbose_name="起")),
                    ("ends_on", models.DateField(blank=True, null=True, verbose_name="止")),
                    (
                        "account",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="kept_leads",
                            to=settings.AUTH_USER_MODEL,
                            verbose_name="承办人",
                        ),
                    ),
                    (
                        "lead",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="keepers",
                            to="cases.lead",
                            verbose_name="线索",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "线索承办人",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="OnTheSpotPenalty",
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
                    ("place", models.CharField(max_length=200, verbose_name="违法行为地点")),
                    ("certificates", models.JSONField(default=list, verbose_name="出示的执法证件")),
                    ("filed_on", models.DateField(blank=True, null=True, verbose_name="报备日期")),
                    ("filed_with_name", models.CharField(blank=True, max_length=80, verbose_name="接收人")),
                    (
                        "lead_ref",
                        models.CharField(blank=True, db_index=True, max_length=40, verbose_name="转普通程序的线索"),
                    ),
                    (
                        "case",
                        models.OneToOneField(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="on_the_spot",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "当场处罚",
                },
            ),
            migrations.CreateModel(
                name="Party",
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
                            choices=[
                                ("organisation", "法人或者其他组织"),
                                ("individual_business", "个体工商户"),
                                ("person", "公民"),
                            ],
                            max_length=24,
                            verbose_name="类别",
                        ),
                    ),
                    ("name", models.CharField(max_length=120, verbose_name="名称或者姓名")),
                    ("code", models.CharField(blank=True, max_length=30, verbose_name="统一社会信用代码或者证件号码")),
                    (
                        "legal_representative",
                        models.CharField(blank=True, max_length=60, verbose_name="法定代表人或者负责人"),
                    ),
                    ("address", models.CharField(blank=True, max_length=200, verbose_name="住所")),
                    ("phone", models.CharField(blank=True, max_length=40, verbose_name="联系电话")),
                    ("birth_date", models.DateField(blank=True, null=True, verbose_name="出生日期")),
                    ("position", models.PositiveSmallIntegerField(default=1, verbose_name="次序")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="parties",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "counterpart",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="parties",
                            to="cases.counterpart",
                            verbose_name="行政相对人",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "当事人",
                    "ordering": ("position", "pk"),
                },
            ),
            migrations.CreateModel(
                name="MajorViolation",
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
                        "kind",
                        models.CharField(
                            choices=[
                                (
                                    "unpaid_wages",
                                    "克扣、无故拖欠劳动报酬，数额较大；拒不支付劳动报酬，依法移送司法机关追究刑事责任",
                                ),
                                ("social_insurance", "不依法参加社会保险或者不依法缴纳社会保险费，情节严重"),
                                ("working_time", "违反工作时间和休息休假规定，情节严重"),
                                ("women_and_minors", "违反女职工和未成年工特殊劳动保护规定，情节严重"),
                                ("child_labour", "违反禁止使用童工规定"),
                                ("social_impact", "因劳动保障违法行为造成严重不良社会影响"),
                                ("other", "其他重大劳动保障违法行为"),
                            ],
                            max_length=24,
                            verbose_name="情形",
                        ),
                    ),
                    (
                        "status",
                        models.CharField(
                            choices=[
                                ("candidate", "候选"),
                                ("confirmed", "已确认，待公布"),
                                ("published", "公布中"),
                                ("objected", "异议复核中"),
                                ("corrected", "已更正"),
                                ("expired", "已停止公布"),
                            ],
                            default="candidate",
                            max_length=12,
                            verbose_name="状态",
                        ),
                    ),
                    ("standard", models.CharField(max_length=400, verbose_name="情节认定的依据")),
                    ("facts", models.TextField(verbose_name="主要违法事实")),
                    ("handling", models.TextField(verbose_name="处理情况")),
                    ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                    ("quarter", models.PositiveSmallIntegerField(verbose_name="季度")),
                    ("marked_on", models.DateField(verbose_name="列入候选日期")),
                    ("confirmed_on", models.DateField(blank=True, null=True, verbose_name="确认日期")),
                    ("published_on", models.DateField(blank=True, null=True, verbose_name="公布日期")),
                    ("until", models.DateField(blank=True, null=True, verbose_name="公布至")),
                    ("until_basis", models.CharField(blank=True, max_length=200, verbose_name="公布期限的依据")),
                    ("objection", models.TextField(blank=True, verbose_name="异议")),
                    ("objected_on", models.DateField(blank=True, null=True, verbose_name="异议日期")),
                    ("answer", models.TextField(blank=True, verbose_name="复核决定")),
                    (
                        "changed_paper",
                        models.CharField(blank=True, max_length=200, verbose_name="变更、撤销处理决定的文书"),
                    ),
                    ("correction", models.CharField(blank=True, max_length=1000, verbose_name="更正说明")),
                    ("ended_on", models.DateField(blank=True, null=True, verbose_name="停止公布日期")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="major_violations",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "party",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="cases.party",
                            verbose_name="违法主体",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "重大劳动保障违法公布",
                    "ordering": ("-pk",),
                },
            ),
            migrations.CreateModel(
                name="InterviewNotice",
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
                        "way",
                        models.CharField(
                            choices=[("paper", "书面送达"), ("message", "短信、电话通知并留证")],
                            max_length=10,
                            verbose_name="告知方式",
                        ),
                    ),
                    ("appear_at", models.DateTimeField(verbose_name="到场时间")),
                    ("place", models.CharField(max_length=200, verbose_name="地点")),
                    ("materials", models.TextField(verbose_name="需要提供的资料")),
                    ("due_on", models.DateField(verbose_name="提供资料的期限")),
                    ("receipt", models.CharField(blank=True, max_length=400, verbose_name="收悉凭据")),
                    ("served_on", models.DateField(blank=True, null=True, verbose_name="告知日期")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="interview_notices",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "document",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="records.document",
                            verbose_name="文书",
                        ),
                    ),
                    (
                        "party",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="cases.party",
                            verbose_name="被调查单位",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "调查询问书",
                    "ordering": ("pk",),
                },
            ),
            migrations.AddField(
                model_name="instruction",
                name="party",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="cases.party",
                    verbose_name="被责令单位",
                ),
            ),
            migrations.CreateModel(
                name="Disposition",
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
                        "status",
                        models.CharField(
                            choices=[
                                ("proposed", "拟处理"),
                                ("notified", "已告知，等候意见"),
                                ("heard", "意见已听取并复核"),
                                ("awaiting_review", "法制审核中"),
                                ("returned", "审核退回"),
                                ("review_passed", "审核通过或免审"),
                                ("decided", "已作决定，未送达"),
                                ("served", "已送达，履行期内"),
                                ("fulfilled", "已履行"),
                                ("unfulfilled", "逾期未履行"),
                                ("in_execution", "强制执行中"),
                                ("closed", "收口"),
                                ("annulled", "被撤销"),
                            ],
                            default="proposed",
                            max_length=20,
                            verbose_name="状态",
                        ),
                    ),
                    ("notified_on", models.DateField(blank=True, null=True, verbose_name="告知送达日期")),
                    ("statement", models.TextField(blank=True, verbose_name="陈述申辩")),
                    ("statement_on", models.DateField(blank=True, null=True, verbose_name="陈述申辩日期")),
                    ("waived_on", models.DateField(blank=True, null=True, verbose_name="放弃陈述申辩日期")),
                    ("re_examination", models.TextField(blank=True, verbose_name="复核意见")),
                    ("served_on", models.DateField(blank=True, null=True, verbose_name="送达日期")),
                    ("fulfil_by", models.DateField(blank=True, null=True, verbose_name="履行期限")),
                    ("demanded_on", models.DateField(blank=True, null=True, verbose_name="催告送达日期")),
                    ("applied_on", models.DateField(blank=True, null=True, verbose_name="申请法院强制执行日期")),
                    ("checked_on", models.DateField(blank=True, null=True, verbose_name="核查日期")),
                    (
                        "demand_due_on",
                        models.DateField(blank=True, null=True, verbose_name="先行制作的催告书载明的履行期限"),
                    ),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="dispositions",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "decision",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="cases.decision",
                            verbose_name="处理决定",
                        ),
                    ),
                    (
                        "demand",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="records.document",
                            verbose_name="先行制作的催告书",
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
                        "notice",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="records.document",
                            verbose_name="先行制作的告知书",
                        ),
                    ),
                    (
                        "instruction",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="dispositions",
                            to="cases.instruction",
                            verbose_name="限期改正指令",
                        ),
                    ),
                    (
                        "party",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="cases.party",
                            verbose_name="当事人",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "行政处理",
                    "ordering": ("-pk",),
                },
            ),
            migrations.AddField(
                model_name="coercivemeasure",
                name="party",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="cases.party",
                    verbose_name="当事人",
                ),
            ),
            migrations.CreateModel(
                name="AuthorisedAgent",
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
                    ("position", models.CharField(blank=True, max_length=60, verbose_name="身份")),
                    ("sealed_code", models.TextField(blank=True, verbose_name="身份证件号码（密封）")),
                    ("phone", models.CharField(blank=True, max_length=40, verbose_name="联系电话")),
                    (
                        "authority",
                        models.CharField(
                            choices=[("general", "一般授权"), ("special", "特别授权")],
                            max_length=10,
                            verbose_name="授权种类",
                        ),
                    ),
                    ("powers", models.JSONField(default=list, verbose_name="代理权限")),
                    ("special_powers", models.CharField(blank=True, max_length=400, verbose_name="特别授权事项")),
                    ("from_on", models.DateField(verbose_name="委托起始日")),
                    ("until_on", models.DateField(blank=True, null=True, verbose_name="委托截止日")),
                    ("ended_on", models.DateField(blank=True, null=True, verbose_name="解除日期")),
                    ("end_reason", models.CharField(blank=True, max_length=200, verbose_name="解除原因")),
                    ("registered_by_name", models.CharField(max_length=80, verbose_name="登记人")),
                    (
                        "power_of_attorney",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="records.document",
                            verbose_name="授权委托书",
                        ),
                    ),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="agents",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "party",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="agents",
                            to="cases.party",
                            verbose_name="委托人",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "委托代理人",
                    "ordering": ("pk",),
                },
            ),
            migrations.AddField(
                model_name="advancepreservation",
                name="party",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="cases.party",
                    verbose_name="当事人",
                ),
            ),
            migrations.CreateModel(
                name="Payment",
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
                    ("amount_fen", models.BigIntegerField(verbose_name="金额（分）")),
                    ("paid_on", models.DateField(verbose_name="缴款日期")),
                    ("payee", models.CharField(max_length=120, verbose_name="收款方")),
                    ("receipt_number", models.CharField(max_length=80, verbose_name="罚款收据编号")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="payments",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "decision",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="payments",
                            to="cases.decision",
                            verbose_name="决定",
                        ),
                    ),
                    (
                        "proof",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="base.blob",
                            verbose_name="收据存件",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "缴款",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="OnTheSpotCollection",
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
                        "ground",
                        models.CharField(
                            choices=[
                                ("small_fine", "法定小额罚款"),
                                ("hard_to_execute", "不当场收缴事后难以执行"),
                                ("remote", "边远、水上、交通不便地区，当事人提出"),
                            ],
                            max_length=20,
                            verbose_name="当场收缴情形",
                        ),
                    ),
                    ("reason", models.CharField(blank=True, max_length=400, verbose_name="理由")),
                    ("asked_by_party", models.BooleanField(default=False, verbose_name="当事人提出")),
                    ("ashore_on", models.DateField(blank=True, null=True, verbose_name="抵岸日期")),
                    ("amount_fen", yangguang.base.models.fields.FenField(verbose_name="金额（分）")),
                    ("collected_on", models.DateField(verbose_name="收缴日期")),
                    ("receipt_number", models.CharField(max_length=80, verbose_name="专用票据编号")),
                    ("collected_by_name", models.CharField(max_length=80, verbose_name="收缴人")),
                    ("remitted_on", models.DateField(blank=True, null=True, verbose_name="交机关日期")),
                    ("remittance_number", models.CharField(blank=True, max_length=80, verbose_name="交款单编号")),
                    ("banked_on", models.DateField(blank=True, null=True, verbose_name="缴银行日期")),
                    ("bank_receipt_number", models.CharField(blank=True, max_length=80, verbose_name="缴款回单编号")),
                    (
                        "case",
                        models.OneToOneField(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="collection",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "payment",
                        models.OneToOneField(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="collection",
                            to="cases.payment",
                            verbose_name="缴款",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "当场收缴",
                },
            ),
            migrations.CreateModel(
                name="PlannedDay",
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
                    ("day", models.DateField(verbose_name="约定办理日期")),
                    ("what", models.CharField(max_length=200, verbose_name="要办的事")),
                    ("agreed_on", models.DateField(verbose_name="约定的日期")),
                    ("agreed_by_name", models.CharField(max_length=80, verbose_name="约定人")),
                    ("superseded", models.BooleanField(default=False, verbose_name="已被后来的约定替代")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="planned_days",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "约定办理日",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="PriorNotice",
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
                    ("round", models.PositiveSmallIntegerField(default=1, verbose_name="第几次告知")),
                    ("content", models.JSONField(default=dict, verbose_name="告知内容")),
                    ("fine_fen", models.BigIntegerField(default=0, verbose_name="拟处罚款（分）")),
                    ("hearing_told", models.BooleanField(default=False, verbose_name="告知听证权利")),
                    ("hearing_reasons", models.JSONField(default=list, verbose_name="应当告知听证的理由")),
                    ("new_facts", models.TextField(blank=True, verbose_name="重新告知的新事实")),
                    ("issued_on", models.DateField(verbose_name="告知书日期")),
                    ("served_on", models.DateField(blank=True, null=True, verbose_name="送达日期")),
                    ("statement_waived_on", models.DateField(blank=True, null=True, verbose_name="放弃陈述申辩日期")),
                    ("hearing_waived_on", models.DateField(blank=True, null=True, verbose_name="放弃听证日期")),
                    (
                        "waiver_form",
                        models.CharField(
                            blank=True,
                            choices=[("written", "书面"), ("recorded", "录音录像")],
                            max_length=10,
                            verbose_name="放弃的形式",
                        ),
                    ),
                    ("waiver_proof", models.CharField(blank=True, max_length=200, verbose_name="放弃的凭据")),
                    ("superseded_on", models.DateField(blank=True, null=True, verbose_name="被重新告知取代日期")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="notices",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "document",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="records.document",
                            verbose_name="告知书",
                        ),
                    ),
                    (
                        "party",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="notices",
                            to="cases.party",
                            verbose_name="当事人",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "事先告知",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="HearingRequest",
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
                    ("asked_on", models.DateField(verbose_name="申请日期")),
                    ("posted_on", models.DateField(blank=True, null=True, verbose_name="交邮日期")),
                    ("late_reason", models.CharField(blank=True, max_length=400, verbose_name="逾期的正当理由")),
                    ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="撤回日期")),
                    ("refused_on", models.DateField(blank=True, null=True, verbose_name="不予受理日期")),
                    ("refusal", models.CharField(blank=True, max_length=400, verbose_name="不予受理的理由")),
                    (
                        "agents",
                        models.ManyToManyField(
                            related_name="+", to="cases.authorisedagent", verbose_name="参加听证的代理人"
                        ),
                    ),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="hearing_requests",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "hearing",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="requests",
                            to="cases.hearing",
                            verbose_name="听证",
                        ),
                    ),
                    (
                        "notice",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="hearing_requests",
                            to="cases.priornotice",
                            verbose_name="告知",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "听证申请",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="Recusal",
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
                    ("declared_by_officer", models.BooleanField(default=False, verbose_name="本人声明")),
                    ("reason", models.CharField(max_length=400, verbose_name="利害关系或者申请理由")),
                    ("requested_on", models.DateField(verbose_name="提出日期")),
                    ("granted", models.BooleanField(default=None, null=True, verbose_name="应当回避")),
                    ("decided_on", models.DateField(blank=True, null=True, verbose_name="决定日期")),
                    ("decision_reason", models.CharField(blank=True, max_length=400, verbose_name="决定理由")),
                    ("decided_by_name", models.CharField(blank=True, max_length=80, verbose_name="决定人")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="recusals",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "officer",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="directory.officer",
                            verbose_name="执法人员",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "回避",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="Remake",
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
                        "ground",
                        models.CharField(
                            choices=[
                                ("facts", "主要事实不清、证据不足"),
                                ("law", "适用依据错误"),
                                ("power", "超越职权、滥用职权"),
                                ("unfit", "明显不当"),
                                ("procedure", "违反法定程序"),
                            ],
                            max_length=12,
                            verbose_name="失效的原因",
                        ),
                    ),
                    (
                        "restarts_at",
                        models.CharField(
                            choices=[
                                ("investigation", "调查取证"),
                                ("notice", "告知、陈述申辩、听证"),
                                ("review", "法制审核、决定"),
                            ],
                            max_length=15,
                            verbose_name="重新开始的环节",
                        ),
                    ),
                    ("plan", models.TextField(verbose_name="重作方案")),
                    ("decide_by", models.DateField(blank=True, null=True, verbose_name="文书指定的期限")),
                    ("begun_on", models.DateField(verbose_name="重新开始的日期")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="remakes",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "decision",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="remakes",
                            to="cases.decision",
                            verbose_name="失效的决定",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "重新作出决定",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="Remedy",
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
                            choices=[("reconsideration", "行政复议"), ("litigation", "行政诉讼")],
                            max_length=20,
                            verbose_name="途径",
                        ),
                    ),
                    ("authority", models.CharField(max_length=120, verbose_name="复议机关或者人民法院")),
                    ("number", models.CharField(max_length=120, verbose_name="案号")),
                    ("received_on", models.DateField(verbose_name="收到受理或者应诉通知的日期")),
                    ("leave_paper", models.CharField(blank=True, max_length=200, verbose_name="准许补充证据的文书")),
                    ("leave_on", models.DateField(blank=True, null=True, verbose_name="准许补充证据的日期")),
                    (
                        "outcome",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("upheld", "维持原决定，或者驳回申请、起诉、诉讼请求"),
                                ("altered", "变更原决定"),
                                ("annulled", "撤销原决定"),
                                ("ordered_to_remake", "撤销原决定，责令重作"),
                                ("declared_illegal", "确认违法"),
                                ("declared_invalid", "确认无效"),
                                ("withdrawn", "撤回申请或者撤诉"),
                            ],
                            max_length=20,
                            verbose_name="结果",
                        ),
                    ),
                    ("outcome_paper", models.CharField(blank=True, max_length=200, verbose_name="结果文书")),
                    ("outcome_received_on", models.DateField(blank=True, null=True, verbose_name="收到结果文书的日期")),
                    ("outcome_words", models.TextField(blank=True, verbose_name="结果的内容")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="remedies",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "decision",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="remedies",
                            to="cases.decision",
                            verbose_name="所争议的决定",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "复议诉讼",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="Restitution",
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
                    ("amount_fen", models.BigIntegerField(default=0, verbose_name="退还金额（分）")),
                    ("things", models.TextField(blank=True, verbose_name="返还的物品和恢复原状的情况")),
                    ("returned_on", models.DateField(verbose_name="退还日期")),
                    ("voucher", models.CharField(max_length=120, verbose_name="退付凭证或者返还清单编号")),
                    (
                        "decision",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="restitutions",
                            to="cases.decision",
                            verbose_name="决定",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "退还",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="RosterWorker",
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
                    ("position", models.PositiveIntegerField(verbose_name="序号")),
                    ("name", models.CharField(max_length=60, verbose_name="姓名")),
                    ("person_id", models.CharField(max_length=18, verbose_name="身份证号码")),
                    ("phone", models.CharField(blank=True, max_length=40, verbose_name="联系电话")),
                    ("from_month", models.DateField(verbose_name="欠薪起始月")),
                    ("to_month", models.DateField(verbose_name="欠薪截止月")),
                    ("owed_fen", yangguang.base.models.fields.FenField(verbose_name="应付金额（分）")),
                    ("paid_fen", yangguang.base.models.fields.FenField(default=0, verbose_name="已付金额（分）")),
                    ("agent", models.CharField(blank=True, max_length=60, verbose_name="班组或者代理人")),
                    ("removed_on", models.DateField(blank=True, null=True, verbose_name="移出日期")),
                    ("removal_reason", models.CharField(blank=True, max_length=200, verbose_name="移出理由")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="workers",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "劳动者名册",
                    "ordering": ("position", "pk"),
                },
            ),
            migrations.CreateModel(
                name="SanctionsListing",
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
                                ("proposed", "拟列入"),
                                ("notified", "已告知，等候异议"),
                                ("objected", "异议核实中"),
                                ("verified", "异议已核实告知"),
                                ("listed", "列入期内"),
                                ("not_listed", "不予列入"),
                                ("delisting_requested", "申请提前移出"),
                                ("delisted", "已移出"),
                                ("annulled", "列入已撤销"),
                            ],
                            default="proposed",
                            max_length=24,
                            verbose_name="状态",
                        ),
                    ),
                    ("ground", models.TextField(verbose_name="列入事由")),
                    ("mass_event", models.CharField(blank=True, max_length=1000, verbose_name="群体性、极端事件")),
                    ("unpaid_fen", models.BigIntegerField(default=0, verbose_name="拖欠金额（分）")),
                    ("proposed_on", models.DateField(verbose_name="拟列入日期")),
                    ("number", models.CharField(blank=True, max_length=120, verbose_name="决定文号")),
                    ("listed_on", models.DateField(blank=True, null=True, verbose_name="列入日期")),
                    ("listed_until", models.DateField(blank=True, null=True, verbose_name="列入至")),
                    ("rectified_on", models.DateField(blank=True, null=True, verbose_name="改正日期")),
                    ("pledged_on", models.DateField(blank=True, null=True, verbose_name="书面信用承诺日期")),
                    ("why_listed", models.CharField(blank=True, max_length=1000, verbose_name="已改正仍列入的理由")),
                    ("ended_on", models.DateField(blank=True, null=True, verbose_name="移出或者撤销日期")),
                    ("ended_reason", models.CharField(blank=True, max_length=1000, verbose_name="移出或者撤销的理由")),
                    ("public_since", models.DateField(blank=True, null=True, verbose_name="公开日期")),
                    ("taken_down_on", models.DateField(blank=True, null=True, verbose_name="停止公开日期")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="listings",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "instruction",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="listings",
                            to="cases.instruction",
                            verbose_name="责令限期支付文书",
                        ),
                    ),
                    (
                        "party",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="cases.party",
                            verbose_name="用人单位",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "失信联合惩戒名单列入",
                    "ordering": ("-pk",),
                },
            ),
            migrations.CreateModel(
                name="ListedParty",
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
                        "part",
                        models.CharField(
                            choices=[
                                ("unit", "用人单位"),
                                ("representative", "法定代表人或者主要负责人"),
                                ("in_charge", "直接负责的主管人员"),
                                ("responsible", "其他直接责任人员"),
                            ],
                            max_length=16,
                            verbose_name="身份",
                        ),
                    ),
                    ("name", models.CharField(max_length=120, verbose_name="名称或者姓名")),
                    ("told_on", models.DateField(blank=True, null=True, verbose_name="告知送达日期")),
                    ("waived_on", models.DateField(blank=True, null=True, verbose_name="书面放弃异议日期")),
                    ("objection", models.TextField(blank=True, verbose_name="异议")),
                    ("objected_on", models.DateField(blank=True, null=True, verbose_name="异议日期")),
                    ("verification", models.TextField(blank=True, verbose_name="核实结果")),
                    ("verified_on", models.DateField(blank=True, null=True, verbose_name="核实告知日期")),
                    ("position", models.PositiveSmallIntegerField(default=1, verbose_name="次序")),
                    (
                        "listing",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="listed",
                            to="cases.sanctionslisting",
                            verbose_name="列入",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "列入的当事人",
                    "ordering": ("position", "pk"),
                },
            ),
            migrations.CreateModel(
                name="ServiceAddressConfirmation",
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
                    ("address", models.CharField(blank=True, max_length=200, verbose_name="送达地址")),
                    ("recipient", models.CharField(blank=True, max_length=80, verbose_name="收件人或者指定的代收人")),
                    ("phone", models.CharField(blank=True, max_length=40, verbose_name="联系电话")),
                    ("consents", models.BooleanField(default=False, verbose_name="同意电子送达")),
                    (
                        "electronic_way",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("email", "电子邮件"),
                                ("fax", "传真"),
                                ("mobile", "手机短信、即时通讯"),
                                ("platform", "政务服务平台账户"),
                            ],
                            max_length=12,
                            verbose_name="电子送达方式",
                        ),
                    ),
                    ("electronic_address", models.CharField(blank=True, max_length=200, verbose_name="电子送达地址")),
                    ("signed_by", models.CharField(blank=True, max_length=80, verbose_name="签名人")),
                    ("refused", models.BooleanField(default=False, verbose_name="拒绝确认")),
                    ("refusal", models.CharField(blank=True, max_length=400, verbose_name="拒绝确认的情况")),
                    ("confirmed_on", models.DateField(verbose_name="确认日期")),
                    ("superseded_on", models.DateField(blank=True, null=True, verbose_name="被新的确认书取代日期")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="service_addresses",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "document",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="records.document",
                            verbose_name="确认书",
                        ),
                    ),
                    (
                        "party",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="service_addresses",
                            to="cases.party",
                            verbose_name="当事人",
                        ),
                    ),
                    (
                        "signed_copy",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="base.blob",
                            verbose_name="签名的确认书",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "送达地址确认书",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="ServiceAnnouncement",
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
                        "status",
                        models.CharField(
                            choices=[
                                ("agreed", "已同意，待公告"),
                                ("running", "公告中"),
                                ("served", "期满，视为送达"),
                                ("ended", "已另行送达或者不再公告"),
                            ],
                            default="agreed",
                            max_length=10,
                            verbose_name="状态",
                        ),
                    ),
                    (
                        "ground",
                        models.CharField(
                            choices=[
                                ("whereabouts_unknown", "受送达人下落不明"),
                                ("other_ways_failed", "用其他方式无法送达"),
                            ],
                            max_length=24,
                            verbose_name="公告送达的情形",
                        ),
                    ),
                    ("course", models.TextField(verbose_name="原因和经过")),
                    ("agreed_on", models.DateField(verbose_name="同意日期")),
                    ("agreed_by_name", models.CharField(max_length=80, verbose_name="同意人")),
                    ("announced_on", models.DateField(blank=True, null=True, verbose_name="发出公告日期")),
                    ("places", models.CharField(blank=True, max_length=400, verbose_name="公告地点和方式")),
                    ("photo_refs", models.JSONField(default=list, verbose_name="张贴照片")),
                    ("officer_names", models.JSONField(default=list, verbose_name="公告人")),
                    ("ended_on", models.DateField(blank=True, null=True, verbose_name="结束日期")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="announcements",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "document",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="records.document",
                            verbose_name="送达的文书",
                        ),
                    ),
                    (
                        "notice",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="records.document",
                            verbose_name="公告",
                        ),
                    ),
                    (
                        "party",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="announcements",
                            to="cases.party",
                            verbose_name="受送达人",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "公告送达",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="ServiceOfDocuments",
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
                        "method",
                        models.CharField(
                            choices=[
                                ("direct", "直接送达"),
                                ("on_announcement", "宣告当场交付"),
                                ("left", "留置送达"),
                                ("electronic", "电子送达"),
                                ("post", "邮寄送达"),
                                ("entrusted", "委托送达"),
                                ("forwarded", "转交送达"),
                                ("announced", "公告送达"),
                            ],
                            max_length=20,
                            verbose_name="方式",
                        ),
                    ),
                    ("succeeded", models.BooleanField(default=True, verbose_name="已送达")),
                    ("served_on", models.DateField(blank=True, null=True, verbose_name="送达日期")),
                    ("place", models.CharField(blank=True, max_length=200, verbose_name="送达地点")),
                    ("recipient", models.CharField(blank=True, max_length=80, verbose_name="签收人")),
                    (
                        "relation",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("party", "当事人本人"),
                                ("legal_representative", "法定代表人或者主要负责人"),
                                ("reception", "单位负责收件的人"),
                                ("adult_family", "同住成年家属"),
                                ("agent", "委托代理人"),
                                ("designated", "指定的代收人"),
                                ("other", "其他人"),
                            ],
                            max_length=24,
                            verbose_name="签收人与受送达人的关系",
                        ),
                    ),
                    ("refusal", models.CharField(blank=True, max_length=400, verbose_name="拒收事由")),
                    ("witness", models.CharField(blank=True, max_length=80, verbose_name="见证人")),
                    ("witness_unit", models.CharField(blank=True, max_length=120, verbose_name="见证人单位")),
                    ("witness_relation", models.CharField(blank=True, max_length=80, verbose_name="见证人身份")),
                    ("sent_on", models.DateField(blank=True, null=True, verbose_name="寄出、发出日期")),
                    ("sent_to", models.CharField(blank=True, max_length=200, verbose_name="送往的地址")),
                    ("through", models.CharField(blank=True, max_length=120, verbose_name="受托机关、转交单位")),
                    ("letter", models.CharField(blank=True, max_length=120, verbose_name="委托函、转交函文号")),
                    ("online_channel", models.CharField(blank=True, max_length=200, verbose_name="告知的网上复议渠道")),
                    ("proof_number", models.CharField(blank=True, max_length=80, verbose_name="回证或者回执编号")),
                    ("officer_names", models.JSONField(default=list, verbose_name="送达人")),
                    ("failure", models.CharField(blank=True, max_length=400, verbose_name="未送达的原因")),
                    ("attempted_on", models.DateField(verbose_name="办理日期")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="services",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "document",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="services",
                            to="records.document",
                            verbose_name="文书",
                        ),
                    ),
                    (
                        "party",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="services",
                            to="cases.party",
                            verbose_name="受送达人",
                        ),
                    ),
                    (
                        "proof",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="base.blob",
                            verbose_name="送达回证存件",
                        ),
                    ),
                    (
                        "recording",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="base.blob",
                            verbose_name="拍照录像",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "送达",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="StatementAndDefence",
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
                        "way",
                        models.CharField(
                            choices=[("written", "书面"), ("oral", "口头，已记笔录"), ("at_hearing", "听证中提出")],
                            max_length=10,
                            verbose_name="方式",
                        ),
                    ),
                    ("made_on", models.DateField(verbose_name="提出日期")),
                    ("made_by", models.CharField(max_length=80, verbose_name="陈述人")),
                    ("nothing_to_add", models.BooleanField(default=False, verbose_name="声明无补充")),
                    ("late_reason", models.CharField(blank=True, max_length=400, verbose_name="逾期的正当理由")),
                    (
                        "agent",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="cases.authorisedagent",
                            verbose_name="委托代理人",
                        ),
                    ),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="statements",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "document",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="records.document",
                            verbose_name="笔录",
                        ),
                    ),
                    (
                        "notice",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="statements",
                            to="cases.priornotice",
                            verbose_name="告知",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "陈述申辩",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="StatementPoint",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("position", models.PositiveSmallIntegerField(verbose_name="次序")),
                    ("text", models.TextField(verbose_name="意见")),
                    ("adopted", models.BooleanField(default=None, null=True, verbose_name="采纳")),
                    ("answer", models.TextField(blank=True, verbose_name="复核理由")),
                    ("re_examined_on", models.DateField(blank=True, null=True, verbose_name="复核日期")),
                    (
                        "statement",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="points",
                            to="cases.statementanddefence",
                            verbose_name="陈述申辩",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "陈述申辩意见",
                    "ordering": ("position",),
                },
            ),
            migrations.CreateModel(
                name="StepTaken",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("line", models.CharField(max_length=30, verbose_name="程序")),
                    ("line_ref", models.CharField(blank=True, max_length=40, verbose_name="程序对象")),
                    ("act", models.CharField(max_length=60, verbose_name="行为")),
                    ("left", models.CharField(max_length=30, verbose_name="自")),
                    ("reached", models.CharField(max_length=30, verbose_name="至")),
                    ("occurred_at", models.DateTimeField(verbose_name="发生时间")),
                    ("recorded_at", models.DateTimeField(verbose_name="录入时间")),
                    (
                        "case",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="steps_taken",
                            to="cases.case",
                            verbose_name="案件",
                        ),
                    ),
                    (
                        "entry",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to="base.ledgerentry",
                            verbose_name="账目",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "办案步骤",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="TransferAnswer",
                fields=[
                    (
                        "id",
                        models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                    ),
                    ("act", models.CharField(max_length=60, verbose_name="事项")),
                    ("title", models.CharField(max_length=60, verbose_name="文书")),
                    ("number", models.CharField(max_length=120, verbose_name="文号")),
                    ("sender", models.CharField(max_length=120, verbose_name="来文机关")),
                    ("received_on", models.DateField(verbose_name="收到日期")),
                    ("words", models.TextField(blank=True, verbose_name="内容")),
                    (
                        "transfer",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="answers",
                            to="cases.criminaltransfer",
                            verbose_name="移送",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "移送来文",
                    "ordering": ("pk",),
                },
            ),
            migrations.CreateModel(
                name="WorkerPayment",
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
                    ("amount_fen", yangguang.base.models.fields.FenField(verbose_name="支付金额（分）")),
                    ("paid_on", models.DateField(verbose_name="支付日期")),
                    ("voucher", models.CharField(max_length=120, verbose_name="支付凭证")),
                    ("recorded_by_name", models.CharField(max_length=80, verbose_name="登记人")),
                    ("recorded_at", models.DateTimeField(verbose_name="登记时间")),
                    (
                        "worker",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="payments",
                            to="cases.rosterworker",
                            verbose_name="劳动者",
                        ),
                    ),
                ],
                options={
                    "verbose_name": "劳动者工资支付",
                    "ordering": ("paid_on", "pk"),
                },
            ),
            migrations.AddIndex(
                model_name="case",
                index=models.Index(fields=["body", "status"], name="case_by_body"),
            ),
            migrations.AddIndex(
                model_name="case",
                index=models.Index(fields=["acting_body", "status"], name="case_by_acting_body"),
            ),
            migrations.AddIndex(
                model_name="case",
                index=models.Index(fields=["opened_on"], name="case_by_opening"),
            ),
            migrations.AddIndex(
                model_name="clock",
                index=models.Index(fields=["stopped_on", "due_on"], name="clock_running"),
            ),
            migrations.AddIndex(
                model_name="clock",
                index=models.Index(fields=["case", "stopped_on", "due_on"], name="clock_of_case"),
            ),
            migrations.AddIndex(
                model_name="caseitem",
                index=models.Index(fields=["case", "fate"], name="case_item_by_fate"),
            ),
            migrations.AddIndex(
                model_name="counterpart",
                index=models.Index(fields=["name"], name="counterpart_by_name"),
            ),
            migrations.AddConstraint(
                model_name="counterpart",
                constraint=models.UniqueConstraint(
                    condition=models.Q(("code_digest", ""), _negated=True),
                    fields=("code_digest",),
                    name="one_counterpart_a_code",
                ),
            ),
            migrations.AddConstraint(
                model_name="additionalfinepayment",
                constraint=models.UniqueConstraint(
                    fields=("decision", "receipt_number"), name="additional_receipt_once"
                ),
            ),
            migrations.AddConstraint(
                model_name="decisiondraft",
                constraint=models.UniqueConstraint(fields=("case", "kind"), name="one_draft_of_a_kind"),
            ),
            migrations.AddIndex(
                model_name="lead",
                index=models.Index(fields=["body", "status"], name="lead_by_body"),
            ),
            migrations.AddIndex(
                model_name="lead",
                index=models.Index(fields=["employer_code"], name="lead_by_employer_code"),
            ),
            migrations.AddIndex(
                model_name="lead",
                index=models.Index(fields=["employer_name"], name="lead_by_employer_name"),
            ),
            migrations.AddIndex(
                model_name="counterpartfact",
                index=models.Index(fields=["counterpart", "what"], name="fact_of_counterpart"),
            ),
            migrations.AddIndex(
                model_name="party",
                index=models.Index(fields=["code"], name="party_by_code"),
            ),
            migrations.AddIndex(
                model_name="party",
                index=models.Index(fields=["name"], name="party_by_name"),
            ),
            migrations.AddConstraint(
                model_name="payment",
                constraint=models.UniqueConstraint(fields=("decision", "receipt_number"), name="receipt_once"),
            ),
            migrations.AddConstraint(
                model_name="onthespotcollection",
                constraint=models.UniqueConstraint(fields=("receipt_number",), name="fiscal_receipt_once"),
            ),
            migrations.AddIndex(
                model_name="plannedday",
                index=models.Index(fields=["superseded", "day"], name="planned_ahead"),
            ),
            migrations.AddConstraint(
                model_name="rosterworker",
                constraint=models.UniqueConstraint(fields=("case", "person_id"), name="worker_once_in_a_case"),
            ),
            migrations.AddConstraint(
                model_name="rosterworker",
                constraint=models.CheckConstraint(
                    condition=models.Q(("owed_fen__gt", 0)), name="worker_is_owed_something"
                ),
            ),
            migrations.AddConstraint(
                model_name="rosterworker",
                constraint=models.CheckConstraint(
                    condition=models.Q(("paid_fen__gte", 0)), name="worker_paid_not_negative"
                ),
            ),
            migrations.AddIndex(
                model_name="steptaken",
                index=models.Index(fields=["case", "act"], name="step_by_act"),
            ),
            migrations.AddConstraint(
                model_name="workerpayment",
                constraint=models.CheckConstraint(
                    condition=models.Q(("amount_fen__gt", 0)), name="payment_is_something"
                ),
            ),
        )
    ]
