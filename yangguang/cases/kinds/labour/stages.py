"""Labour inspection lines: complaint (law/stages-penalty §4.1), instruction (§4.3) and disposition (§4.4)."""

from yangguang.cases.rules.flow import Flow, Status, Step

HANDLER = ("case_handler",)
INTAKE = ("window_clerk", "case_handler")
UNIT_HEAD = ("unit_head",)
AGENCY_HEAD = ("agency_head",)

COMPLAINT = Flow(
    name="complaint",
    start="received",
    statuses=(
        Status("received", "已登记", "clue"),
        Status("completing", "待补正", "clue"),
        Status("accepted", "已受理", "clue"),
        Status("declined", "不予受理", "clue", final=True),
        Status("redirected", "已告知其他途径", "clue", final=True),
        Status("merged", "已并入同一用人单位的线索", "clue", final=True),
        Status("answered", "已答复", "clue", final=True),
    ),
    steps=(
        Step("ask_for_completion", "告知补正", ("received",), "completing", ("LSP-2004:18#conditions",), INTAKE),
        Step("accept_complaint", "受理并立案", ("received", "completing"), "accepted",
             ("LSP-2004:18#accept", "LSP-2004:18#file"), UNIT_HEAD,
             ("complaint_conditions", "not_in_arbitration", "within_limitation", "body_competent", "entrustment_valid",
              "two_officers", "certificates_valid", "no_conflict"), stops=("accept_complaint_by",)),
        Step("decline_acceptance", "不予受理", ("received", "completing"), "declined", ("LSP-2004:18#accept",), UNIT_HEAD,
             (), ("non_acceptance_notice",), stops=("accept_complaint_by",)),
        Step("redirect_complaint", "告知其他途径", ("received", "completing"), "redirected",
             ("LSR-2004:21.2", "LSP-2004:18#out_of_scope"), INTAKE, (), ("redirection_notice",),
             stops=("accept_complaint_by",)),
        Step("merge_lead", "并入同一用人单位的线索", ("received", "completing"), "merged", ("LSR-2004:14.2",), INTAKE,
             stops=("accept_complaint_by",)),
        Step("answer_complainant", "答复结果", ("accepted",), "answered", ("MWR-2019:10.3",), HANDLER,
             ("informant_protected",), ("outcome_answer",)),
    ),
)  # fmt: skip

LEAD = Flow(
    name="lead",
    start="reported",
    statuses=(
        Status("reported", "线索待核", "clue"),
        Status("opened", "已立案", "opened", final=True),
        Status("not_opened", "不予立案", "closed", final=True),
        Status("transferred", "已移送", "closed", final=True),
        Status("merged", "已并入同一用人单位的线索", "clue", final=True),
    ),
    steps=(
        Step("open_case", "立案", ("reported",), "opened", ("APL-2021:54.2", "LSR-2004:14.2"), UNIT_HEAD,
             ("body_competent", "entrustment_valid", "two_officers", "certificates_valid", "no_conflict",
              "within_limitation", "basis_in_force"), ("opening_approval",), starts=("decide_by", "investigate_by"),
             stops=("triage_lead_by",)),
        Step("decline_to_open", "不予立案", ("reported",), "not_opened", ("APL-2021:54.2",), UNIT_HEAD, (),
             ("non_opening_approval",), stops=("triage_lead_by",)),
        Step("merge_lead", "并入同一用人单位的线索", ("reported",), "merged", ("LSR-2004:14.2",), INTAKE,
             stops=("triage_lead_by",)),
    ),
)  # fmt: skip

INSTRUCTION = Flow(
    name="instruction",
    start="drafted",
    statuses=(
        Status("drafted", "拟稿", "investigated"),
        Status("issued", "已作出，未送达", "investigated"),
        Status("running", "已送达，改正期内", "investigated"),
        Status("rectified", "已改正", "investigated", final=True),
        Status("partly_rectified", "部分改正", "investigated"),
        Status("unrectified", "期满未改正", "investigated"),
        Status("annulled", "撤销", "investigated", final=True),
    ),
    steps=(
        Step("issue_instruction", "作出限期改正指令", ("drafted",), "issued",
             ("LSR-2004:18.1", "LSR-2004:26", "LCL-2012:85"), AGENCY_HEAD,
             ("two_officers", "certificates_valid", "body_competent", "entrustment_valid", "evidence_verified",
              "instruction_complete"), ("rectification_instruction",)),
        Step("serve_instruction", "送达指令", ("issued",), "running", ("LSP-2004:38",), HANDLER,
             ("service_proof", "recipient_entitled", "leaving_witnessed_or_filmed", "instruction_day_ahead"),
             ("proof_of_service",), recorded="key"),
        Step("check_rectification", "核查改正情况", ("running", "partly_rectified"), None, ("LSR-2004:18.1",), HANDLER,
             ("two_officers", "instruction_period_over"), ("rectification_check",), recorded="key"),
        Step("annul_instruction", "撤销指令", ("issued", "running", "unrectified"), "annulled", ("LSP-2004:39",),
             AGENCY_HEAD, (), (), stops=("fulfil_by",)),
    ),
)  # fmt: skip

DISPOSITION = Flow(
    name="disposition",
    start="proposed",
    statuses=(
        Status("proposed", "拟处理", "examined"),
        Status("notified", "已告知，等候意见", "examined"),
        Status("heard", "意见已听取并复核", "examined"),
        Status("awaiting_review", "法制审核中", "examined"),
        Status("returned", "审核退回", "examined"),
        Status("review_passed", "审核通过或免审", "examined"),
        Status("decided", "已作决定，未送达", "decided"),
        Status("served", "已送达，履行期内", "executed"),
        Status("fulfilled", "已履行", "executed"),
        Status("unfulfilled", "逾期未履行", "executed"),
        Status("closed", "收口", "closed", final=True),
        Status("annulled", "被撤销", "closed", final=True),
    ),
    steps=(
        Step("give_disposition_notice", "处理前告知", ("proposed",), "notified", ("LSR-2004:19#hear",), HANDLER,
             ("instruction_period_over", "instruction_unrectified", "facts_clear"), ("disposition_notice",),
             starts=("statement_period",)),
        Step("record_disposition_statement", "记录陈述申辩", ("notified",), None, ("LSR-2004:19#hear",), HANDLER, (),
             ("statement_record",), recorded="key"),
        Step("re_examine_disposition", "复核意见", ("notified",), "heard", ("LSR-2004:19#hear",), HANDLER,
             ("disposition_statement_period_over",), ("re_examination",), stops=("statement_period",)),
        Step("exempt_disposition_from_review", "免予法制审核", ("heard",), "review_passed", ("TSO-2018:review_scope",),
             UNIT_HEAD, ("review_not_required",), ("review_exemption",)),
        Step("request_disposition_review", "提交法制审核", ("heard", "returned"), "awaiting_review",
             ("TSO-2018:review_scope",), HANDLER, ("review_file_complete",), ("review_request",)),
        Step("pass_disposition_review", "审核通过", ("awaiting_review",), "review_passed", ("TSO-2018:review_scope",),
             ("legal_reviewer",), ("handler_not_reviewer", "reviewer_qualified"), ("review_opinion",)),
        Step("return_disposition_from_review", "审核退回", ("awaiting_review",), "returned", ("TSO-2018:review_scope",),
             ("legal_reviewer",), ("handler_not_reviewer",), ("review_opinion",)),
        Step("decide_disposition", "作出行政处理决定", ("review_passed",), "decided",
             ("LSR-2004:18.1", "LSR-2004:26", "LCL-2012:85"), AGENCY_HEAD,
             ("body_competent", "entrustment_valid", "recusal_settled", "within_limitation", "facts_clear",
              "additional_compensation_range", "disposition_total_matches", "legal_review_passed", "remedies_stated",
              "head_decides"), ("disposition_decision",), starts=("serve_by",), stops=("dispose_by",)),
        Step("serve_disposition", "送达处理决定", ("decided",), "served", ("LSP-2004:38",), HANDLER,
             ("service_proof", "recipient_entitled", "leaving_witnessed_or_filmed"), ("proof_of_service",),
             starts=("apply_for_reconsideration_by", "sue_by"), stops=("serve_by",), recorded="key"),
        Step("check_fulfilment", "核查履行", ("served", "unfulfilled"), None, ("LSR-2004:18.1",), HANDLER,
             ("two_officers",), ("fulfilment_check",)),
        Step("close_disposition", "收口", ("fulfilled",), "closed", ("LSR-2004:18.1",), UNIT_HEAD, ("nothing_owed",)),
    ),
)  # fmt: skip
