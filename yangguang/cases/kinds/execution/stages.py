"""The fulfilment of one fine (law/stages-penalty §2.2 P43–P48, §6.3 T01–T09, ACL-2011:39–41), one line for each decision."""

from yangguang.cases.rules.flow import Flow, Status, Step

HANDLER = ("case_handler",)
AGENCY_HEAD = ("agency_head",)
WITH_OTHERS = ("case_handler", "agency_head", "system")  # another act of the case brings it about

BEFORE_COURT = ("running", "deferred", "waiting", "demanded")
AT_COURT = (
    "applied", "accepted", "not_accepted", "ruled_yes", "ruled_no", "reconsidering", "court_executing",
    "judgement_execution",
)  # fmt: skip
GOING_ON = (*BEFORE_COURT, "ordered", *AT_COURT, "stayed", "agreed")
AGREEABLE = ("demanded", "ordered")
OVERDUE = ("waiting", "demanded", "ordered", *AT_COURT, "stayed")
COURT_REVIEW = ("contest_non_acceptance_by", "contest_refusing_ruling_by")
COURT_TERMS = ("apply_for_court_execution_by", "demand_expires_on")
EVERY_TERM = ("end_stay_by", *COURT_TERMS, *COURT_REVIEW)
MEDIATION = ("ARL-2023:73", "AJL-2017:60.1")
IN_EFFECT = ("decision_in_effect", "not_stayed")
ADDED = ("additional_fine_told", "additional_fine_cap", "additional_fine_not_in_remedy")

EXECUTION = Flow(
    name="execution",
    start="running",
    statuses=(
        Status("running", "履行期内", "executed"),
        Status("deferred", "已批准延期分期", "executed"),
        Status("waiting", "逾期未履行", "executed"),
        Status("demanded", "已催告", "executed"),
        Status("ordered", "已作强制执行决定", "executed"),
        Status("applied", "已申请法院强制执行", "executed"),
        Status("accepted", "法院已受理", "executed"),
        Status("not_accepted", "法院不予受理", "executed"),
        Status("ruled_yes", "法院裁定准予执行", "executed"),
        Status("ruled_no", "法院裁定不准予执行", "executed"),
        Status("reconsidering", "上一级法院复议中", "executed"),
        Status("court_executing", "法院执行中", "executed"),
        Status("judgement_execution", "已按判决申请执行", "executed"),
        Status("stayed", "中止执行", "executed"),
        Status("agreed", "已达成执行协议", "executed"),
        Status("fulfilled", "履行完毕", "executed", final=True),
        Status("terminated", "终结执行", "executed", final=True),
        Status("to_return", "决定失效，应当退还", "executed"),
        Status("returned", "已退还", "executed", final=True),
    ),
    steps=(
        Step("request_deferred_payment", "登记延期分期申请", ("running", "deferred", "waiting", "demanded"), None,
             ("APL-2021:66.2",), HANDLER),
        Step("grant_deferred_payment", "批准延期分期", ("running", "deferred", "waiting", "demanded"), "deferred",
             ("APL-2021:66.2", "APL-2021:72.2"), AGENCY_HEAD, ("deferral_needs_request",), ("deferral_notice",),
             stops=COURT_TERMS),
        Step("refuse_deferred_payment", "不批准延期分期", ("running", "deferred", "waiting", "demanded"), None,
             ("APL-2021:66.2",), AGENCY_HEAD, ("deferral_needs_request",), ("deferral_refusal",)),
        Step("wait_remedies", "逾期，等候救济期满", ("running", "deferred"), "waiting", ("APL-2021:72.1.1#rate", "ACL-2011:53"),
             ("system",)),
        Step("impose_additional_fine", "加处罚款", OVERDUE, None, ("APL-2021:72.1.1#rate",), AGENCY_HEAD,
             ADDED, ("additional_fine_decision",)),
        Step("record_additional_payment", "登记缴纳加处罚款", (*OVERDUE, "deferred", "running", "fulfilled", "agreed"), None,
             ("APL-2021:72.1.1#rate", "FCS-1997:9.1"), HANDLER, ("fine_collection_separate", *ADDED),
             ("payment_receipt",)),
        Step("demand_payment", "催告", ("waiting", "demanded"), "demanded", ("ACL-2011:54", "ACL-2011:35"), HANDLER,
             ("urged_in_writing", *IN_EFFECT, "new_term_over", "service_proof", "recipient_entitled", "leaving_witnessed_or_filmed"),
             ("demand_notice", "proof_of_service"), stops=("demand_expires_on",), recorded="key"),
        Step("record_answer_to_demand", "记录对催告的意见", ("demanded",), None, ("ACL-2011:36",), HANDLER),
        Step("ask_for_property_preservation", "申请财产保全", ("waiting", "demanded"), None, ("AJI-2018:159",),
             AGENCY_HEAD, ("decision_in_effect",), ("property_preservation_application",)),
        Step("apply_for_fine_execution", "申请法院强制执行", ("demanded",), "applied", ("APL-2021:72.1.4", "ACL-2011:53"),
             AGENCY_HEAD,
             ("decision_in_effect", "remedy_periods_over", "urge_ten_days", "court_window", "court_file_complete",
              "head_signed", "not_stayed", "new_term_over"), ("court_execution_application",), stops=COURT_TERMS),
        Step("record_acceptance", "登记法院受理", ("applied", "reconsidering"), "accepted", ("ACL-2011:56.1",), HANDLER,
             stops=COURT_REVIEW),
        Step("record_non_acceptance", "登记法院不予受理", ("applied", "reconsidering"), "not_accepted",
             ("ACL-2011:56.2#apply",), HANDLER, starts=("contest_non_acceptance_by",)),
        Step("record_ruling", "登记准予执行裁定", ("accepted", "reconsidering"), "ruled_yes", ("ACL-2011:57",), HANDLER,
             stops=COURT_REVIEW),
        Step("record_refusing_ruling", "登记不准予执行裁定", ("accepted", "reconsidering"), "ruled_no",
             ("ACL-2011:58.3", "AJI-2018:161.1"), HANDLER, starts=("contest_refusing_ruling_by",)),
        Step("ask_court_reconsideration", "申请上一级法院复议", ("not_accepted", "ruled_no"), "reconsidering",
             ("ACL-2011:56.2#apply", "ACL-2011:58.3"), AGENCY_HEAD, (), ("court_reconsideration_application",),
             stops=COURT_REVIEW),
        Step("record_court_execution", "登记法院执行", ("ruled_yes",), "court_executing", ("ACL-2011:60.1",), HANDLER),
        Step("record_end_at_court", "登记法院终结执行", ("court_executing", "judgement_execution"), "terminated",
             ("ACL-2011:40",), HANDLER),
        Step("apply_for_judgement_execution", "按判决申请执行", ("running", "waiting", "demanded"), "judgement_execution",
             ("AJL-2017:95", "AJI-2018:153.1"), AGENCY_HEAD, (*IN_EFFECT, "new_term_over"),
             ("judgement_execution_application",), stops=COURT_TERMS),
        Step("order_execution", "强制执行决定", ("demanded",), "ordered", ("ACL-2011:37.1", "ACL-2011:46.1"), AGENCY_HEAD,
             ("execution_power", *IN_EFFECT, "new_term_over", "urge_period_over", "urge_statement_reviewed", "no_good_reason",
              "additional_fine_thirty_days", "head_decides"), ("execution_decision",), stops=COURT_TERMS),
        Step("execute", "实施强制执行", ("ordered",), None, ("ACL-2011:43.1", "ACL-2011:49"), HANDLER,
             ("execution_power", "decision_in_effect", "two_officers", "certificates_valid", "certificate_shown",
              "not_night_or_holiday", "no_utility_cut", "not_stayed"), ("execution_log",), recorded="whole"),
        Step("suspend_execution", "中止执行", ("waiting", "demanded", "ordered", *AT_COURT), "stayed", ("ACL-2011:39.1",), AGENCY_HEAD,
             (), ("execution_suspension",), starts=("end_stay_by",)),
        Step("resume_execution", "恢复执行", ("stayed",), None, ("ACL-2011:39.1",), AGENCY_HEAD, (),
             ("execution_resumption",), stops=("end_stay_by",)),
        Step("propose_execution_agreement", "拟订执行协议", AGREEABLE, None, ("ACL-2011:42.1",), HANDLER,
             ("decision_in_effect", "agreement_harms_nobody")),
        Step("approve_execution_agreement", "批准执行协议", AGREEABLE, None, ("ACL-2011:42.1",), AGENCY_HEAD,
             ("agreement_proposed", "decision_in_effect", "head_decides"), ("execution_agreement",)),
        Step("drop_execution_agreement", "放弃执行协议", AGREEABLE, None, ("ACL-2011:42.1",), ("case_handler", "agency_head"),
             ("agreement_open",)),
        Step("sign_execution_agreement", "签订执行协议", AGREEABLE, "agreed", ("ACL-2011:42.1", "APL-2021:72.2"), HANDLER,
             ("agreement_approved", "decision_in_effect"), stops=("apply_for_court_execution_by",)),
        Step("resume_execution", "恢复执行", ("agreed",), None, ("ACL-2011:42.2",), AGENCY_HEAD, ("agreement_broken",),
             ("execution_resumption",)),
        Step("terminate_execution", "终结执行", (*OVERDUE, "agreed"), "terminated", ("ACL-2011:40", "ACL-2011:39.2"), AGENCY_HEAD, (),
             ("execution_termination",), stops=EVERY_TERM),
        Step("record_altered_fine", "登记变更后的罚款", (*GOING_ON, "fulfilled"), None, ("ARL-2023:63.2", "AJL-2017:77.2"),
             HANDLER, ("altered_by_outcome",)),
        Step("follow_outcome", "复议、诉讼结果变更罚款", (*GOING_ON, "fulfilled"), None, ("ARL-2023:63.2", "AJL-2017:77.2"),
             HANDLER, ("altered_by_outcome",)),
        Step("set_term_anew", "调解书重新确定缴款期限", (*BEFORE_COURT, "ordered", "agreed"), "running", MEDIATION, HANDLER,
             ("altered_by_outcome",), stops=COURT_TERMS),
        Step("set_term_anew", "调解书重新确定缴款期限", (*AT_COURT, "stayed"), None, MEDIATION, HANDLER, ("altered_by_outcome",)),
        Step("follow_alteration", "本机关变更罚款", (*GOING_ON, "fulfilled"), None, ("APL-2021:75.2",), AGENCY_HEAD,
             ("altered_by_agency",)),
        Step("follow_fallen_alteration", "变更决定被撤销，罚款恢复", (*GOING_ON, "fulfilled"), None, ("APL-2021:48.2",), HANDLER),
        Step("owe_again", "变更决定被撤销，罚款恢复，尚未缴清", ("fulfilled",), "running", ("APL-2021:48.2",), HANDLER),
        Step("fulfil_execution", "履行完毕", GOING_ON, "fulfilled", ("APL-2021:67.3",), WITH_OTHERS,
             stops=EVERY_TERM),
        Step("end_by_annulment", "决定失效", (*GOING_ON, "fulfilled", "terminated"), "to_return", ("ACL-2011:41", "ACL-2011:40"),
             WITH_OTHERS, stops=EVERY_TERM),
        Step("end_unpaid_by_annulment", "决定失效，没有应退款物", (*GOING_ON, "fulfilled", "terminated"), "terminated",
             ("ACL-2011:40",), WITH_OTHERS, stops=EVERY_TERM),
        Step("restitute", "登记退还", ("to_return", *GOING_ON, "fulfilled", "terminated", "returned"), None,
             ("ACL-2011:41", "ARL-2023:72.2"), HANDLER, (), ("restitution_record",)),
    ),
)  # fmt: skip


def following(served: str, to_pay: tuple[str, ...]) -> tuple[Step, ...]:
    """How the main line of a case follows its fines: deferred, overdue, before the court, at the end (P44, P47, P53)."""
    return (
        Step("defer_case", "批准延期分期", (served, "unfulfilled"), "deferred", ("APL-2021:66.2",), AGENCY_HEAD),
        Step("mark_unfulfilled", "标记逾期", (served, "deferred"), "unfulfilled", ("APL-2021:72.1.1#rate",), ("system",)),
        Step("mark_unfulfilled", "标记逾期", ("unfulfilled", "in_execution"), None, ("APL-2021:72.1.1#rate",), ("system",)),
        Step("set_term_anew", "调解书重新确定缴款期限", ("deferred", "unfulfilled", "in_execution"), served, MEDIATION, HANDLER),
        Step("enter_execution", "转入强制执行", (served, "deferred", "unfulfilled"), "in_execution",
             ("APL-2021:72.1.4", "ACL-2011:53"), AGENCY_HEAD),
        Step("stand_again", "变更决定被撤销，原决定恢复效力", ("fulfilled", "closed", "archived"), served,
             ("APL-2021:48.2", "APL-2021:66.1"), ("case_handler",)),
        Step("end_fulfilment", "履行、执行完毕", to_pay, "fulfilled", ("APL-2021:67.3",), ("case_handler", "agency_head")),
    )  # fmt: skip
