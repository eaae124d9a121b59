"""Sealing-up and seizure: law/stages-penalty §5.1."""

from yangguang.cases.rules.flow import Flow, Status, Step

HANDLER = ("case_handler",)
AGENCY_HEAD = ("agency_head",)
HEADS = ("unit_head", "agency_head")  # a return on the way refuses as well
HELD = ("taken", "extended")
LIMITS = ("release_by", "report_emergency_by")
POWER = ("measure_set_by_law", "measure_not_entrusted")
ON_THE_SPOT = (
    "two_officers", "certificates_valid", "certificate_shown", "party_called", "notified_and_heard_on_site",
    "on_site_record_made", "only_case_related", "not_already_sealed", "decision_and_inventory_delivered", "remedies_stated",
)  # fmt: skip
PAPERS = ("sealing_or_seizure_decision", "case_item_inventory", "on_site_record")

COERCION = Flow(
    name="coercion",
    start="requested",
    statuses=(
        Status("requested", "已报批", "investigated"),
        Status("approved", "已批准，未实施", "investigated"),
        Status("urgent", "紧急实施，待补批", "investigated"),
        Status("taken", "在押在封", "investigated"),
        Status("extended", "已延长", "investigated"),
        Status("expired", "到期待解除", "investigated"),
        Status("released", "已解除", "investigated", final=True),
        Status("disposed", "已处理", "executed", final=True),
        Status("handed_over", "随案移送", "closed", final=True),
        Status("refused", "不予批准", "investigated", final=True),
    ),
    steps=(
        Step("request_coercive_measure", "提请查封、扣押", ("requested",), None, ("ACL-2011:18.1.1",), HANDLER,
             (*POWER, "body_competent")),
        Step("approve_coercive_measure", "批准查封、扣押", ("requested",), "approved", ("ACL-2011:18.1.1",), AGENCY_HEAD, (),
             ("measure_approval",)),
        Step("refuse_coercive_measure", "不予批准查封、扣押", ("requested",), "refused", ("ACL-2011:18.1.1",), HEADS),
        Step("take_coercive_measure", "实施查封、扣押", ("requested", "approved"), "taken",
             ("ACL-2011:18.1.2", "ACL-2011:24.1"), HANDLER,
             ("measure_approved_before", *POWER, *ON_THE_SPOT, "seal_present"), PAPERS, starts=("release_by",),
             recorded="whole"),
        Step("take_measure_urgently", "紧急查封、扣押", ("requested",), "urgent", ("ACL-2011:19",), HANDLER,
             (*POWER, *ON_THE_SPOT), PAPERS, starts=LIMITS, recorded="whole"),
        Step("approve_after_the_fact", "补办批准", ("urgent",), "taken", ("ACL-2011:19",), AGENCY_HEAD,
             ("emergency_reported_in_24h",), ("measure_approval",), stops=("report_emergency_by",)),
        Step("refuse_after_the_fact", "不予补办批准，立即解除", ("urgent",), "released", ("ACL-2011:19#release",), AGENCY_HEAD,
             (), ("release_decision",), stops=LIMITS),
        Step("extend_coercive_measure", "延长查封、扣押", (*HELD, "urgent", "expired"), "extended",
             ("ACL-2011:25.1#extension", "ACL-2011:25.2"), AGENCY_HEAD,
             ("measure_time_left", "extension_reasoned", "emergency_reported_in_24h"), ("extension_decision",)),
        Step("tell_extension", "书面告知延长", ("extended",), None, ("ACL-2011:25.2",), HANDLER, ("measure_time_left",)),
        Step("start_expert_examination", "检测、鉴定", HELD, None, ("ACL-2011:25.3",), HANDLER,
             ("measure_time_left", "examination_period_notified"), ("examination_notice",)),
        Step("end_expert_examination", "检测、鉴定结束", HELD, None, ("ACL-2011:25.3",), HANDLER),
        Step("entrust_custody", "委托保管", HELD, None, ("ACL-2011:26.2", "ACL-2011:26.3"), HANDLER, ("items_not_used",),
             ("custody_agreement",)),
        Step("sell_perishables", "变卖鲜活、易腐物品", HELD, None, ("ACL-2011:28.2",), AGENCY_HEAD, (), ("sale_record",),
             recorded="key"),
        Step("release_coercive_measure", "解除查封、扣押", (*HELD, "urgent", "expired"), "released",
             ("ACL-2011:28.1", "ACL-2011:28.2"), AGENCY_HEAD, ("two_officers",), ("release_decision",), stops=LIMITS,
             recorded="key"),
        Step("dispose_of_items", "没收、销毁", (*HELD, "expired"), "disposed", ("ACL-2011:27",), HANDLER,
             ("two_officers", "measure_time_left"), ("disposal_voucher",), stops=LIMITS, recorded="key"),
        Step("hand_over_items", "随案移送物品", HELD, "handed_over", ("ACL-2011:21", "TCR-2020:12"), HANDLER,
             ("two_officers", "items_with_file"), ("handover_record",), stops=LIMITS, recorded="key"),
        Step("mark_expired", "查封、扣押到期", (*HELD, "urgent"), "expired", ("ACL-2011:28.1",), ("system",), stops=LIMITS),
        Step("record_item_return", "登记退还签收", ("released",), None, ("ACL-2011:28.2",), HANDLER, ("two_officers",),
             ("acknowledgement_of_return",)),
    ),
)  # fmt: skip
