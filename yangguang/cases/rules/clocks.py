"""The clocks of a case: what starts them, which clause gives their length, and what happens when they run out (T1–T6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from yangguang.statutes import clause, keeps_clocks, overlays


class Effect(StrEnum):
    """What a clock does when its day is reached."""

    MINIMUM_WAIT = "minimum_wait"  # T1: the act is refused before
    AGENCY_TERM = "agency_term"  # T2: warns, asks the reason, never refuses
    PARTY_RIGHT = "party_right"  # T3: later requests need a good reason
    OWN_CHANCE = "own_chance"  # T3 of the agency itself: it may let the chance pass
    OUTSIDE_TERM = "outside_term"  # another authority's: reminds, binds nobody here
    FORFEITURE = "forfeiture"  # T4: refused after
    AUTOMATIC = "automatic"  # T5: the system brings it about
    MEASURE_LIMIT = "measure_limit"  # T6: nothing may prolong it


@dataclass(frozen=True)
class ClockKind:
    """One kind of clock. `local` names the local value that gives the length where the nation gives none; a chance the
    party may let pass (`lapses`) is never overdue.
    """

    name: str
    label: str
    clause: str
    effect: Effect
    local: str = ""
    starts_when: str = ""
    lapses: bool = False


KINDS = {
    kind.name: kind
    for kind in (
        ClockKind("accept_complaint_by", "决定是否受理投诉", "LSP-2004:18#accept", Effect.AGENCY_TERM,
                  starts_when="接到投诉"),
        ClockKind("triage_lead_by", "决定是否立案", "LSR-2004:14.2", Effect.AGENCY_TERM, "lead_triage_workdays",
                  starts_when="登记线索"),
        ClockKind("decide_recusal_by", "决定回避申请", "LSP-2004:28", Effect.AGENCY_TERM, starts_when="收到回避申请"),
        ClockKind("decide_by", "作出处罚决定", "APL-2021:60", Effect.AGENCY_TERM, starts_when="立案"),
        ClockKind("investigate_by", "完成调查", "LSR-2004:17#initial", Effect.AGENCY_TERM, starts_when="立案"),
        ClockKind("provide_materials_by", "用人单位提供资料", "LSR-2004:15.1", Effect.MINIMUM_WAIT,
                  starts_when="调查询问书送达", lapses=True),
        ClockKind("hand_over_papers_by", "交存当场文书", "LSP-2004:32", Effect.AGENCY_TERM, starts_when="当场作出"),
        ClockKind("dispose_by", "作出处理", "LSP-2004:37", Effect.AGENCY_TERM, starts_when="调查终结"),
        ClockKind("statement_period", "听取陈述申辩", "APL-2021:45.1", Effect.MINIMUM_WAIT,
                  "statement_period_workdays", starts_when="告知送达", lapses=True),
        ClockKind("request_hearing_by", "申请听证", "APL-2021:64.1.1", Effect.MINIMUM_WAIT,
                  starts_when="听证告知送达", lapses=True),
        ClockKind("notify_hearing_by", "听证前的通知", "APL-2021:64.1.2", Effect.MINIMUM_WAIT,
                  starts_when="听证通知送达", lapses=True),
        ClockKind("serve_by", "送达决定", "APL-2021:61.1", Effect.AGENCY_TERM, starts_when="作出决定"),
        ClockKind("deemed_served_on", "公告期满，视为送达", "CPL-2023:95.1", Effect.AUTOMATIC, starts_when="发出公告",
                  lapses=True),
        ClockKind("pay_by", "缴纳罚款", "APL-2021:67.3", Effect.PARTY_RIGHT, starts_when="收到决定书"),
        ClockKind("fulfil_by", "限期改正", "LSR-2004:18.1", Effect.MINIMUM_WAIT, starts_when="指令送达"),
        ClockKind("fulfil_disposition_by", "履行处理决定", "LSR-2004:18.1", Effect.MINIMUM_WAIT,
                  starts_when="处理决定送达"),
        ClockKind("demand_expires_on", "催告期间", "ACL-2011:54", Effect.MINIMUM_WAIT, starts_when="催告书送达",
                  lapses=True),
        ClockKind("apply_for_court_execution_by", "申请法院强制执行", "ACL-2011:53", Effect.FORFEITURE,
                  starts_when="复议和起诉期限届满"),
        ClockKind("sue_after_reconsideration_by", "复议后提起诉讼", "AJL-2017:45", Effect.PARTY_RIGHT,
                  starts_when="收到复议决定", lapses=True),
        ClockKind("contest_non_acceptance_by", "就不予受理申请复议", "ACL-2011:56.2#apply", Effect.FORFEITURE,
                  starts_when="收到不予受理裁定"),
        ClockKind("contest_refusing_ruling_by", "就不准予执行申请复议", "ACL-2011:58.3", Effect.FORFEITURE,
                  starts_when="收到不准予执行裁定"),
        ClockKind("end_stay_by", "中止执行满三年", "ACL-2011:39.2", Effect.AUTOMATIC, starts_when="中止执行"),
        ClockKind("decide_criminal_transfer_by", "决定是否移送公安机关", "TCR-2020:5.2#decide", Effect.AGENCY_TERM,
                  starts_when="书面报告"),
        ClockKind("transfer_to_police_by", "移送公安机关", "TCR-2020:5.2#send", Effect.AGENCY_TERM, starts_when="批准移送"),
        ClockKind("police_receipt_by", "公安机关签收回执或者转送", "TCR-2020:7", Effect.OUTSIDE_TERM,
                  starts_when="移送公安机关"),
        ClockKind("police_answer_by", "公安机关决定是否立案", "TCR-2020:8", Effect.OUTSIDE_TERM, starts_when="公安机关接受"),
        ClockKind("ask_police_reconsideration_by", "提请公安机关复议", "TCR-2020:9.1", Effect.OWN_CHANCE,
                  starts_when="接到不予立案通知", lapses=True),
        ClockKind("police_reconsideration_by", "公安机关作出复议决定", "TCR-2020:9.2#police", Effect.OUTSIDE_TERM,
                  starts_when="公安机关收到提请"),
        ClockKind("suggest_supervision_by", "建议检察院立案监督", "TCR-2020:9.2#procuratorate", Effect.OWN_CHANCE,
                  starts_when="收到复议决定", lapses=True),
        ClockKind("hand_over_items_by", "移交涉案物品和材料", "TCR-2020:12", Effect.AGENCY_TERM,
                  starts_when="接到立案通知"),
        ClockKind("list_by", "作出列入决定", "DWL-2021:8.1#decide", Effect.AGENCY_TERM, starts_when="责令支付期限届满"),
        ClockKind("object_to_listing_by", "对拟列入提出异议", "DWL-2021:6.2#object", Effect.MINIMUM_WAIT,
                  starts_when="列入前告知送达", lapses=True),
        ClockKind("verify_objection_by", "核实异议并告知", "DWL-2021:6.2#verify", Effect.AGENCY_TERM,
                  starts_when="收到异议"),
        ClockKind("listed_until", "列入期限届满移出", "DWL-2021:11", Effect.AUTOMATIC, starts_when="作出列入决定"),
        ClockKind("decide_delisting_by", "决定是否提前移出", "DWL-2021:14.2", Effect.AGENCY_TERM, starts_when="收到申请"),
        ClockKind("publish_major_by", "公布重大劳动保障违法行为", "MVP-2016:8#quarter", Effect.AGENCY_TERM,
                  starts_when="本季度开始"),
        ClockKind("review_major_objection_by", "复核公布异议", "MVP-2016:10", Effect.AGENCY_TERM, starts_when="收到异议"),
        ClockKind("correct_major_by", "更正公布内容", "MVP-2016:11", Effect.AGENCY_TERM, starts_when="处理决定变更、撤销"),
        ClockKind("delist_by", "移出名单、停止公开", "DWL-2021:17.1", Effect.AGENCY_TERM, starts_when="应当移出"),
        ClockKind("dispose_preserved_items_by", "处理登记保存的证据", "APL-2021:56#settle", Effect.MEASURE_LIMIT,
                  starts_when="先行登记保存"),
        ClockKind("release_by", "处理或者解除查封、扣押", "ACL-2011:25.1#initial", Effect.MEASURE_LIMIT,
                  starts_when="查封、扣押"),
        ClockKind("report_emergency_by", "报告并补办批准", "ACL-2011:19", Effect.MEASURE_LIMIT,
                  starts_when="紧急查封、扣押"),
        ClockKind("apply_for_reconsideration_by", "申请行政复议", "ARL-2023:20.1", Effect.PARTY_RIGHT,
                  starts_when="收到决定书", lapses=True),
        ClockKind("file_with_authority_by", "报所属机关备案", "APL-2021:52.3", Effect.AGENCY_TERM,
                  "on_the_spot_filing_workdays", starts_when="当场决定"),
        ClockKind("hand_over_papers_by", "报劳动保障行政部门备案", "LSP-2004:32", Effect.AGENCY_TERM,
                  starts_when="当场决定"),
        ClockKind("remit_to_agency_by", "当场收缴的罚款交机关", "APL-2021:71#officer", Effect.AGENCY_TERM,
                  starts_when="当场收缴"),
        ClockKind("remit_to_bank_by", "当场收缴的罚款缴银行", "APL-2021:71#body", Effect.AGENCY_TERM,
                  starts_when="机关收到罚款"),
        ClockKind("answer_supervision_by", "答复执法监督意见", "SD-SUP-2014:28", Effect.AGENCY_TERM,
                  starts_when="收到监督意见书"),
        ClockKind("next_step_by", "办理下一步", "APL-2021:75.1", Effect.AGENCY_TERM, "next_step_workdays",
                  starts_when="上一步办完，没有别的期限"),
        ClockKind("forward_application_by", "转送复议申请", "ARL-2023:32.2", Effect.AGENCY_TERM,
                  starts_when="收到经本机关提交的复议申请"),
        ClockKind("answer_reconsideration_by", "提出行政复议答复", "ARL-2023:48", Effect.AGENCY_TERM,
                  starts_when="收到复议申请书副本"),
        ClockKind("answer_simplified_reconsideration_by", "提出行政复议答复（简易程序）", "ARL-2023:54.1", Effect.AGENCY_TERM,
                  starts_when="收到复议申请书副本"),
        ClockKind("answer_lawsuit_by", "提交证据和答辩状", "AJL-2017:67.1", Effect.AGENCY_TERM, starts_when="收到起诉状副本"),
        ClockKind("perform_order_by", "履行复议决定、判决", "ARL-2023:66", Effect.AGENCY_TERM, starts_when="收到责令履行的文书"),
        ClockKind("sue_by", "提起行政诉讼", "AJL-2017:46.1", Effect.PARTY_RIGHT, starts_when="收到决定书", lapses=True),
    )
}  # fmt: skip

OF_THE_LAW = tuple(kind.clause for kind in KINDS.values() if clause(kind.clause).kind == "deadline")
ELSEWHERE = tuple(one.id for clause_id in OF_THE_LAW for one in overlays.overriding(clause_id) if one.values)
keeps_clocks(__name__, *dict.fromkeys((*OF_THE_LAW, *ELSEWHERE)))


def clause_for(kind: ClockKind, *, region: str, on: date) -> str:
    """The clause that gives a clock its length in a region on a day: the province's or the city's before the nation's."""
    if kind.local or not region or kind.clause not in OF_THE_LAW:
        return kind.clause
    found = overlays.governing(kind.clause, region=region, on=on).governing
    return found.id if found.values else kind.clause
