"""Local settings (※): read by body and day; where none is set the act is refused, never guessed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from datetime import date
from typing import Any

from yangguang import statutes
from yangguang.base.extension_rules import WRITTEN, ExtensionRule
from yangguang.base.guards import asked_once
from yangguang.base.models.local_value import LocalValue
from yangguang.base.tlog import notes
from yangguang.base.upload_terms import WRITTEN as UPLOAD_WRITTEN
from yangguang.base.upload_terms import UploadTerm
from yangguang.kernel import clock, money
from yangguang.kernel.refusal import Refused

NAMES = {
    "hearing_threshold_person_fen": "听证数额标准（公民）",
    "hearing_threshold_organisation_fen": "听证数额标准（法人或者其他组织）",
    "statement_period_workdays": "陈述申辩期",
    "on_the_spot_filing_workdays": "当场处罚报备期限（劳动保障监察另有规定）",
    "lead_triage_workdays": "立案审查期限",
    "next_step_workdays": "下一步的办理期限（法律没有规定期限的环节）",
    "opening_criteria": "公布的立案标准（文件名称）",
    "review_period_workdays": "法制审核期限",
    "review_all_but_summary": "简易程序以外全部审核",
    "crime_one_worker_fen": "拒不支付劳动报酬数额（一名劳动者）",
    "crime_many_workers_fen": "拒不支付劳动报酬数额（十名以上劳动者）",
    "collecting_agent": "罚款代收机构",
    "reconsideration_body": "行政复议机关",
    "court": "管辖人民法院",
    "collective_discussion_fine_fen": "集体讨论的罚款数额",
    "collective_discussion_persons": "参加集体讨论的机关负责人人数",
    "collective_discussion_rule": "集体讨论怎样形成结论（少数服从多数、首长负责制）",
    "head_recusal_decided_by": "机关负责人的回避由谁决定（机关负责人集体讨论、上级行政机关）",
    "suspension_basis": "中止调查的法规依据",
    "decision_extension_rule": f"延长办案期限的规定（{WRITTEN}）",
    "publication_period_months": "处罚决定公示期",
    "exemption_review_months": "不予公开信息的评估周期",
    "credit_repair_workdays": "信用修复申请的办理期限",
    "publish_before_service": "决定送达之前先公开",
    "impact_assessment": "公示自然人的个人信息保护影响评估（编号、日期）",
    "publish_officer_photos": "在公示网公示执法人员证件照片（须有规定或者本人单独同意）",
    "no_penalty_three_papers": "不予处罚“一案三书”（守法诚信承诺书、劳动保障监察建议书随决定书送达）",
    "online_reconsideration_channel": "网上行政复议渠道",
    "own_execution_basis": "自行强制执行罚款的法律依据（法律名称和条款）",
    "night_hours": "夜间时段（如22:00-06:00）",
    "voice_answer_workdays": "网上投诉、咨询的答复期限",
    "objection_answer_workdays": "公示异议的答复期限",
    "correction_workdays": "公示信息的更正期限",
    "pulling_follow_up_workdays": "紧急撤下以后的审批期限",
    "preservation_urgent_rule": "先行登记保存可以先采取后补批的依据（规章名称和条款）",
    "upload_recording_term": f"音像记录入库期限（{UPLOAD_WRITTEN}）",
    "recording_device_persons": "音像记录设备配备标准（每几名执法人员配一台）",
    "recording_device_price_fen": "音像记录设备的预算单价",
    "annual_report_template": "统计年报的表样（全国通用、浙江、山西、山东、广东）",
    "evaluation_objection_workdays": "案卷评查结果的异议期限",
    "evaluation_fixing_workdays": "案卷评查的整改期限",
    "upward_platform": "报送的上级平台（名称；由上级机关统一报送的不设）",
    "upward_receipt_workdays": "上级平台答复上报数据的期限",
    "upward_platform_key": "上级平台签署回执的公钥（名称+编号+公钥；设定后没有签名的回执不收）",
}
CHOICES = {
    "annual_report_template": ("全国通用", "浙江", "山西", "山东", "广东"),
    "collective_discussion_rule": ("少数服从多数", "首长负责制"),
    "head_recusal_decided_by": ("机关负责人集体讨论", "上级行政机关"),
}


DIGITS = 15  # no number of days or months is longer
# A body without such a rule lacks nothing; labour inspection has a filing term of its own (LSP-2004:32).
OPTIONAL = frozenset({
    "preservation_urgent_rule", "suspension_basis", "decision_extension_rule", "on_the_spot_filing_workdays",
    "own_execution_basis", "night_hours", "voice_answer_workdays", "objection_answer_workdays",
    "pulling_follow_up_workdays", "correction_workdays",
    "collective_discussion_rule",  # by majority unless the body's own rules say otherwise
    "head_recusal_decided_by",  # wanted only where a party asks that a head withdraw
    "impact_assessment",  # wanted only where a natural person is to be public
    "upload_recording_term",  # by a working day unless the body's own rules say otherwise
    "recording_device_persons", "recording_device_price_fen",  # asked for where the devices of a body are counted
    "annual_report_template",  # a province that has its own is known by the body's region
    "evaluation_objection_workdays", "evaluation_fixing_workdays",  # wanted only by the body that organises an evaluation
    "upward_platform", "upward_receipt_workdays", "upward_platform_key",  # most bodies hand up through the one above them
})  # fmt: skip
# What is gone by where a body has set nothing, and why: citizens are not left without a term because nobody typed one.
USUAL: dict[str, tuple[Any, str]] = {
    "objection_answer_workdays": (
        statutes.clause("GIR-2019:41").amount("answer_usually", unit="workday"),
        "政府信息公开条例没有规定天数；机关没有设定的，按本平台的公示更正规则办理",
    ),
    "upload_recording_term": (
        f"{statutes.clause('GD-REC-2021:23.1').amount('upload_recording_within', unit='workday')}个工作日",
        "国家没有统一规定；机关没有设定的，按广东省行政执法全过程记录办法第二十三条的期限提醒",
    ),
    "correction_workdays": (
        statutes.clause("GIR-2019:41").amount("answer_usually", unit="workday"),
        "条例只要求应当更正并告知，没有规定天数；机关没有设定的，按本平台的公示更正规则办理",
    ),
    "pulling_follow_up_workdays": (
        statutes.clause("GD-DISC-2021:24.2").amount("follow_up_usually", unit="workday"),
        "紧急撤下由一名公示员立即办理，随后由另一人批准；没有规定天数，机关没有设定的，按本平台的规则办理",
    ),
    "collective_discussion_rule": (
        "少数服从多数",
        "行政处罚法第五十七条第二款没有规定表决办法；机关没有设定的，过半数才形成结论",
    ),
}
KEYS = frozenset({"upward_platform_key"})
FLAGS = frozenset({
    "review_all_but_summary", "publish_before_service", "no_penalty_three_papers", "publish_officer_photos",
})  # fmt: skip
# What a judicial interpretation leaves to each province, and the band it leaves: no figure outside it is the province's.
BANDS = {"crime_one_worker_fen": ("WPI-2013:3#one", "owed"), "crime_many_workers_fen": ("WPI-2013:3#many", "owed")}
COUNTED = {"_workdays": "个工作日", "_months": "个月", "_persons": "人"}


def unit_of(name: str) -> str:
    """In what a value is typed and shown: 元, 个工作日, 个月, 是否, or nothing for words."""
    if name.endswith("_fen"):
        return "元"
    if name in FLAGS:
        return "是否"
    return next((words for ending, words in COUNTED.items() if name.endswith(ending)), "")


def typed(name: str, text: str) -> Any:
    """What a person typed as the value that is kept. Raises Refused when it is not of the kind."""
    unit, text = unit_of(name), text.strip()
    if unit == "元":
        return money.parse_yuan(text, "value")
    if unit == "是否":
        if text not in {"是", "否"}:
            raise Refused("这一项请填“是”或者“否”。", field="value")
        return text == "是"
    if unit:
        if not text.isdecimal() or len(text) > DIGITS or not int(text):
            raise Refused(f"这一项请填大于零的整数（{unit}）。", field="value")
        return int(text)
    if name in CHOICES and text not in CHOICES[name]:
        raise Refused(f"这一项请填{'、'.join(CHOICES[name])}中的一种。", field="value")
    if name in KEYS:
        _signs(text)
    if name == "decision_extension_rule":
        ExtensionRule.read(text)
    return UploadTerm.read(text).words if name == "upload_recording_term" else text


def _signs(text: str) -> None:
    """Raises Refused for what is no public key that signs notes."""
    try:
        kind = notes.verifier_of(text).kind
    except notes.BadNote:
        kind = 0
    if kind != notes.ED25519:
        raise Refused(
            "这不是签名公钥。", field="value", remedy="请向上级平台索取一整行公钥：名称+8位编号+公钥，照抄，不要改动。"
        )


def words_of(name: str, kept: Any) -> str:
    """A kept value as people read it: 20,000.00 元, 7 个工作日, 是."""
    unit = unit_of(name)
    if unit == "元":
        return f"{money.in_figures(kept)} 元"
    if unit == "是否":
        return "是" if kept else "否"
    return f"{kept} {unit}" if unit else str(kept)


def _within_the_band(name: str, kept: Any) -> None:
    """Raises Refused for a figure the law does not leave to anybody."""
    clause_id, which = BANDS[name]
    low, high = statutes.clause(clause_id).fen_bounds(which)
    if not isinstance(kept, int) or not low <= kept <= high:
        words = f"“{NAMES[name]}”应当在{money.in_figures(low)}元至{money.in_figures(high)}元之间。"
        raise Refused(words, clause_id, field="value", remedy="请按本省高级人民法院规定的数额填写。")


def value(name: str, *, chain: str, on: date) -> Any:
    """The value in force for a body on a day. Raises Refused, telling who must set it, when there is none."""
    found = find(name, chain=chain, on=on)
    if found is None:
        raise Refused(
            f"本机关还没有设定“{NAMES[name]}”，不能办理。", remedy="请系统管理员在“本地参数”中录入数值和来源。"
        )
    return found.value


def find(name: str, *, chain: str, on: date) -> LocalValue | None:
    """The row in force on a day, with its source, or None."""
    if name not in NAMES:
        raise KeyError(name)
    return _in_force(chain, on).get(name)


def usual_words(name: str) -> str:
    """The usual value as people read it: 5 个工作日."""
    return words_of(name, USUAL[name][0])


def usual_or_set(name: str, *, chain: str, on: date) -> tuple[Any, str]:
    """The value a body has set with its source, else the usual one and why. Raises KeyError where there is no usual one."""
    found, usual = find(name, chain=chain, on=on), USUAL[name]
    return (found.value, found.source) if found is not None else usual


def usual_or_set_by_day(name: str, chains: Collection[str]) -> Callable[[str, date], tuple[Any, str]]:
    """The same for many bodies and days, asked once: what is given a body and a day, and answers."""
    rows: dict[str, list[LocalValue]] = {}
    for row in LocalValue.objects.filter(chain__in=chains, name=name).order_by("in_force"):
        rows.setdefault(row.chain, []).append(row)

    def told(chain: str, on: date) -> tuple[Any, str]:
        standing = [row for row in rows.get(chain, ()) if row.in_force <= on]
        return (standing[-1].value, standing[-1].source) if standing else USUAL[name]

    return told


@asked_once
def _in_force(chain: str, on: date) -> dict[str, LocalValue]:
    rows = LocalValue.objects.filter(chain=chain, in_force__lte=on).order_by("in_force")
    return {row.name: row for row in rows}


def unset(chains: Collection[str], *, on: date) -> dict[str, int]:
    """How many values each body must still set by a day; bodies that lack none are left out. Switches stand at 否 unset,
    and a rule few provinces or bodies have is not missed.
    """
    needed = NAMES.keys() - FLAGS - OPTIONAL
    rows = LocalValue.objects.filter(chain__in=chains, name__in=needed, in_force__lte=on)
    known = Counter(chain for chain, _ in rows.values_list("chain", "name").order_by().distinct())
    return {chain: len(needed) - known[chain] for chain in chains if known[chain] < len(needed)}


def set_value(name: str, value: Any, *, chain: str, source: str, in_force: date, by_name: str) -> LocalValue:
    """Set a local value from a day on. Raises Refused without a source or when that day already has a value."""
    if name not in NAMES:
        raise KeyError(name)
    if not source.strip():
        raise Refused("本地参数应当写明来源文件。", field="source")
    if name in BANDS:
        _within_the_band(name, value)
    if LocalValue.objects.filter(chain=chain, name=name, in_force=in_force).exists():
        raise Refused("该施行日已经有数值。", remedy="请另选施行日。", field="in_force")
    return LocalValue.objects.create(
        chain=chain, name=name, value=value, source=source.strip(), in_force=in_force,
        set_by_name=by_name, set_at=clock.now(),
    )  # fmt: skip
