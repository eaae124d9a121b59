"""The case and the parties to it."""

from __future__ import annotations

from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField
from yangguang.base.worded_writes import WordedRow


class CaseKind(models.TextChoices):
    """Which stage table a case runs on. A labour case also runs the instruction and disposition lines."""

    PENALTY = "penalty", "行政处罚"
    LABOUR = "labour", "劳动保障监察"
    SUMMARY = "summary", "简易程序"


class CaseStatus(models.TextChoices):
    """Where a case stands on its main line (law/stages-penalty §2.1; on the spot §3)."""

    ON_SCENE = "on_scene", "现场查处中"
    OPENED = "opened", "已立案，调查中"
    SUSPENDED = "suspended", "调查中止"
    CONCLUDED = "concluded", "调查终结"
    NOTIFIED = "notified", "已告知，等候意见"
    HEARING_ASKED = "hearing_asked", "已申请听证"
    HEARING_SET = "hearing_set", "听证已通知"
    HEARING_OVER = "hearing_over", "听证结束"
    HEARD = "heard", "意见已听取并复核"
    AWAITING_REVIEW = "awaiting_review", "法制审核中"
    RETURNED = "returned", "审核退回"
    REVIEW_PASSED = "review_passed", "审核通过，可以决定"
    DISCUSSED = "discussed", "已集体讨论"
    DECIDED = "decided", "已作决定，未送达"
    DELIVERED = "delivered", "已当场交付"
    SERVED = "served", "已送达，履行期内"
    DEFERRED = "deferred", "已批准延期分期"
    UNFULFILLED = "unfulfilled", "逾期未履行"
    IN_EXECUTION = "in_execution", "强制执行中"
    FULFILLED = "fulfilled", "已履行"
    ANNULLED = "annulled", "决定被撤销"
    OPENING_ANNULLED = "opening_annulled", "撤销立案"
    CONVERTED = "converted", "已转普通程序"
    TRANSFERRED = "transferred", "已移送"
    TRANSFERRED_TO_POLICE = "transferred_to_police", "涉嫌犯罪已移送，等公安决定"
    POLICE_OPENED = "police_opened", "公安已立案"
    CLOSED = "closed", "结案"
    ARCHIVED = "archived", "归档"


class Outcome(models.TextChoices):
    """How a case ended: kept apart from where it stands."""

    NONE = "", "未定"
    PENALTY = "penalty", "行政处罚"
    MINOR_VIOLATION_EXEMPTION = "minor_violation_exemption", "轻微不罚"
    FIRST_VIOLATION_EXEMPTION = "first_violation_exemption", "首违不罚"
    NO_FAULT_EXEMPTION = "no_fault_exemption", "无过错不罚"
    VIOLATION_NOT_ESTABLISHED = "violation_not_established", "违法事实不成立"
    AGE_OR_CAPACITY_EXEMPTION = "age_or_capacity_exemption", "年龄能力不罚"
    DISPOSITION = "disposition", "行政处理"
    RECTIFIED = "rectified", "已改正，撤销立案"
    TRANSFER = "transfer", "移送有管辖权机关"
    CONVERTED = "converted", "转普通程序"
    CRIMINAL_TRANSFER = "criminal_transfer", "移送公安机关"


LISTED_BY = ("opened_on", "kind", "status")  # what lists are narrowed by: they are then counted in the index alone
BY_OPENING = ("opened_on", "id", "kind", "status")  # the same, for lists in the order of their days


class Case(WordedRow):
    """One case file: in whose name, who acts, what it is about, and where it stands."""

    public_id = PublicIdField()
    number = models.CharField("案号", max_length=120, unique=True)
    kind = models.CharField("种类", max_length=20, choices=CaseKind)
    title = models.CharField("案由", max_length=200)
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="cases", verbose_name="执法主体")
    unit = models.ForeignKey("directory.Unit", models.PROTECT, null=True, related_name="cases", verbose_name="承办机构")
    acting_body = models.ForeignKey(
        "directory.Body", models.PROTECT, null=True, blank=True, related_name="acted_cases", verbose_name="受委托组织"
    )
    field = models.CharField("执法类别", max_length=40)
    area = models.CharField("执法区域", max_length=60)
    matter_code = models.CharField("执法事项", max_length=40)
    violation_code = models.CharField("违法行为", max_length=40, blank=True)
    status = models.CharField("状态", max_length=30, choices=CaseStatus, default=CaseStatus.OPENED)
    outcome = models.CharField("结果", max_length=40, choices=Outcome, default=Outcome.NONE, blank=True)
    review_required = models.BooleanField("须法制审核", null=True, default=None)
    review_reasons = models.JSONField("须审核的理由", default=list)
    violation_began_on = models.DateField("违法行为发生日", null=True, blank=True)
    violation_ended_on = models.DateField("违法行为终了日", null=True, blank=True)
    discovered_on = models.DateField("发现日", null=True, blank=True)
    facts = models.TextField("基本事实", blank=True)
    lead_ref = models.CharField("线索", max_length=40, blank=True, db_index=True)
    circumstances = models.JSONField("查明的情节", default=dict)
    opened_on = models.DateField("立案日期")
    decided_on = models.DateField("决定日期", null=True, blank=True)
    closed_on = models.DateField("结案日期", null=True, blank=True)
    version = models.PositiveIntegerField("修改次数", default=0)
    touched_at = models.DateTimeField("最近修改时间")
    touched_by_name = models.CharField("最近修改人", max_length=80)

    personal_data = ("title", "facts")
    retention = "by archive list: 10 years, 30 years or permanent"

    class Meta:
        verbose_name = "案件"
        ordering = ("-pk",)
        indexes = [
            models.Index(fields=["body", "status"], name="case_by_body"),
            models.Index(fields=["acting_body", "status"], name="case_by_acting_body"),
            models.Index(fields=["opened_on"], name="case_by_opening"),
            models.Index(fields=["body", "unit", "id", *LISTED_BY], name="case_list_of_unit"),
            models.Index(fields=["body", "id", *LISTED_BY], name="case_list_of_body"),
            models.Index(fields=["body", "unit", *BY_OPENING], name="case_opened_in_unit"),
            models.Index(fields=["body", *BY_OPENING], name="case_opened_in_body"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def subject(self) -> Subject:
        """How the ledger names this case; its own file."""
        return Subject("case", self.public_id, self.body.public_id, file=self.public_id)


class PartyKind(models.TextChoices):
    """What kind of counterpart a party is; some thresholds and limits hang on it."""

    ORGANISATION = "organisation", "法人或者其他组织"
    INDIVIDUAL_BUSINESS = "individual_business", "个体工商户"
    PERSON = "person", "公民"


class Party(models.Model):
    """One party to a case (当事人). Notices, windows and service run for each party on its own (PF-8)."""

    public_id = PublicIdField()
    case = models.ForeignKey(Case, models.PROTECT, related_name="parties", verbose_name="案件")
    counterpart = models.ForeignKey(
        "cases.Counterpart", models.PROTECT, null=True, related_name="parties", verbose_name="行政相对人"
    )
    kind = models.CharField("类别", max_length=24, choices=PartyKind)
    name = models.CharField("名称或者姓名", max_length=120)
    code = models.CharField("统一社会信用代码或者证件号码", max_length=30, blank=True)
    legal_representative = models.CharField("法定代表人或者负责人", max_length=60, blank=True)
    address = models.CharField("住所", max_length=200, blank=True)
    phone = models.CharField("联系电话", max_length=40, blank=True)
    birth_date = models.DateField("出生日期", null=True, blank=True)
    position = models.PositiveSmallIntegerField("次序", default=1)

    personal_data = ("name", "code", "legal_representative", "address", "phone", "birth_date")
    retention = "as the case file"

    class Meta:
        verbose_name = "当事人"
        ordering = ("position", "pk")
        indexes = [
            models.Index(fields=["code"], name="party_by_code"),
            models.Index(fields=["name"], name="party_by_name"),
        ]

    def __str__(self) -> str:
        return self.name
