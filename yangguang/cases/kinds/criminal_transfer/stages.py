"""Transfer of a suspected crime: law/stages-penalty §7."""

from yangguang.cases.kinds.service import OF_EVERY_WAY
from yangguang.cases.rules.flow import Flow, Status, Step

HANDLER = ("case_handler",)
AGENCY_HEAD = ("agency_head",)
SENT = ("sent", "acknowledged", "police_refused", "police_reconsidering", "procuratorial_supervision")
TOLD = ("report_submitted", "approved", *SENT, "police_opened", "handed_over")
SERVING = ("approved", *SENT, "police_opened", "handed_over", "returned")
ANSWER_CLOCKS = (
    "police_answer_by", "ask_police_reconsideration_by", "police_reconsideration_by", "suggest_supervision_by",
)  # fmt: skip

CRIMINAL_TRANSFER = Flow(
    name="criminal_transfer",
    start="suspected",
    statuses=(
        Status("suspected", "发现线索", "investigated"),
        Status("task_force", "专案核实", "investigated"),
        Status("report_submitted", "已书面报告", "examined"),
        Status("approved", "已批准，未移送", "examined"),
        Status("not_approved", "不批准移送", "examined", final=True),
        Status("sent", "已移送，等候回执", "examined"),
        Status("acknowledged", "公安已签收", "examined"),
        Status("police_refused", "公安不予立案", "examined"),
        Status("police_reconsidering", "公安复议中", "examined"),
        Status("procuratorial_supervision", "检察院立案监督", "examined"),
        Status("police_opened", "公安已立案", "closed"),
        Status("handed_over", "已移交物品材料", "closed", final=True),
        Status("returned", "收回，恢复行政处理", "examined", final=True),
    ),
    steps=(
        Step("suspect_crime", "登记涉嫌犯罪线索", ("suspected",), None,
             ("TCR-2020:3.1", "APL-2021:27.1", "LSR-2004:18.2", "MWR-2019:41.2"), HANDLER,
             ("criminal_line_reached", "order_to_pay_unheeded"), ("suspicion_form",)),
        Step("form_task_force", "指定专案组", ("suspected",), "task_force", ("TCR-2020:5.1",), AGENCY_HEAD,
             ("task_force", "certificates_valid", "no_conflict"), ("task_force_appointment",)),
        Step("report_criminal_transfer", "书面报告", ("task_force",), "report_submitted", ("TCR-2020:5.1",), HANDLER, (),
             ("criminal_transfer_report", "evidence_catalogue"), starts=("decide_criminal_transfer_by",)),
        Step("approve_criminal_transfer", "批准移送", ("report_submitted",), "approved", ("TCR-2020:5.2#decide",), AGENCY_HEAD,
             ("principal_approves",), ("criminal_transfer_approval",), starts=("transfer_to_police_by",),
             stops=("decide_criminal_transfer_by",)),
        Step("refuse_criminal_transfer", "不批准移送", ("report_submitted",), "not_approved", ("TCR-2020:5.2#refuse",),
             AGENCY_HEAD, ("principal_approves",), ("criminal_transfer_approval",), stops=("decide_criminal_transfer_by",)),
        Step("transfer_to_police", "移送公安机关", ("approved",), "sent", ("TCR-2020:6", "ACL-2011:21"), HANDLER,
             ("transfer_file_complete", "items_with_file", "no_penalty_instead"),
             ("criminal_transfer_letter", "criminal_investigation_report", "case_item_inventory"),
             starts=("police_receipt_by",), stops=("transfer_to_police_by",)),
        Step("record_acknowledgement", "登记公安回执", ("sent",), "acknowledged", ("TCR-2020:7",), HANDLER,
             starts=("police_answer_by",), stops=("police_receipt_by",)),
        Step("record_police_opening", "登记公安立案", ("acknowledged", "police_reconsidering", "procuratorial_supervision"),
             "police_opened", ("TCR-2020:8",), HANDLER, starts=("hand_over_items_by",), stops=ANSWER_CLOCKS),
        Step("hand_over_case_items", "移交物品和材料", ("police_opened",), "handed_over", ("TCR-2020:12",), HANDLER,
             ("items_with_file",), ("items_handover_record",), stops=("hand_over_items_by",), recorded="key"),
        Step("record_police_refusal", "登记公安不予立案", ("acknowledged",), "police_refused", ("TCR-2020:8",), HANDLER,
             starts=("ask_police_reconsideration_by",), stops=("police_answer_by",)),
        Step("ask_police_reconsideration", "提请公安复议", ("police_refused",), "police_reconsidering", ("TCR-2020:9.1",),
             AGENCY_HEAD, (), ("reconsideration_request",), starts=("police_reconsideration_by",),
             stops=("ask_police_reconsideration_by",)),
        Step("record_reconsideration_refusal", "登记公安维持不予立案", ("police_reconsidering",), None,
             ("TCR-2020:9.2#police",), HANDLER, starts=("suggest_supervision_by",), stops=("police_reconsideration_by",)),
        Step("request_procuratorial_supervision", "建议检察院立案监督", ("police_refused", "police_reconsidering"),
             "procuratorial_supervision", ("TCR-2020:9.1", "TCR-2020:9.2#procuratorate"), AGENCY_HEAD, (),
             ("supervision_suggestion",), stops=ANSWER_CLOCKS),
        Step("take_back_case", "收回处理", ("police_refused", "police_reconsidering", "procuratorial_supervision"), "returned",
             ("TCR-2020:10",), AGENCY_HEAD, (), ("taking_back_record", "taking_back_notice"), stops=ANSWER_CLOCKS),
        Step("receive_back", "登记司法机关移回", ("police_opened", "handed_over"), "returned",
             ("TCR-2020:10", "APL-2021:27.1"), HANDLER, stops=("hand_over_items_by",)),
        Step("issue_items_notice", "制作涉案物品移送告知书", ("approved", *SENT, "police_opened"), None, ("ACL-2011:21",), HANDLER,
             (), ("items_notice",)),
        Step("serve_transfer_paper", "送达移送文书", SERVING, None, ("CPL-2023:87.1",), HANDLER, OF_EVERY_WAY,
             ("proof_of_service",)),
        Step("deem_transfer_paper_served", "公告期满视为送达移送文书", SERVING, None, ("CPL-2023:95.1",), ("system", "case_handler"),
             ("announcement_full",)),
        Step("report_payment", "告知支付情况", TOLD, None, ("WPI-2013:6.1",), HANDLER, (), ("payment_letter",)),
    ),
)  # fmt: skip
