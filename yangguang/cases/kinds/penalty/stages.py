"""Administrative penalty by ordinary procedure: law/stages-penalty §2, as far as the main line goes. Order is law."""

from yangguang.cases.kinds.execution.stages import following
from yangguang.cases.kinds.labour.investigation import INVESTIGATION
from yangguang.cases.kinds.penalty.altering import ALTERING
from yangguang.cases.kinds.penalty.announcing import ANNOUNCING, DEEMED
from yangguang.cases.kinds.penalty.contesting import contesting
from yangguang.cases.kinds.penalty.decision_term import extending
from yangguang.cases.kinds.penalty.remaking import REMAKING
from yangguang.cases.kinds.service import SERVICE_GATES
from yangguang.cases.rules.flow import Flow, Status, Step

HANDLER = ("case_handler",)
UNIT_HEAD = ("unit_head",)
BEFORE_DECISION = (
    "opened", "concluded", "notified", "hearing_asked", "hearing_set", "hearing_over", "heard", "awaiting_review",
    "returned", "review_passed", "discussed",
)  # fmt: skip
TO_PAY = ("served", "deferred", "unfulfilled", "in_execution")
OPEN = (*BEFORE_DECISION, "decided", *TO_PAY, "fulfilled")
# After the investigation, until the file is archived.
LATER = (*BEFORE_DECISION[1:], "decided", *TO_PAY, "fulfilled", "annulled", "closed")
CLOSING = ("concluded", "fulfilled", "served", "in_execution", "annulled")
DECIDED = ("decided", *TO_PAY, "fulfilled", "closed")
WEIGHED = ("opened", "concluded", "notified", "hearing_over", "heard", "returned")  # a draft on its way goes back first
HEARD_ALREADY = ("heard", "awaiting_review", "returned", "review_passed", "discussed")  # it may change its mind (PF-9)
EVIDENCE_GATES = (
    "entrustment_valid", "two_officers", "certificates_valid", "no_conflict", "certificate_shown", "no_evidence_in_remedy",
)  # fmt: skip
AGENCY_HEAD = ("agency_head",)
HEARING_STAFF = ("legal_reviewer", "agency_head")  # whoever does the legal work; never the unit that investigates
# Held things go back before there is a decision, and when the case ends without one.
VOUCHERS = (*OPEN, "annulled", "closed", "opening_annulled", "transferred", "police_opened")
CONTESTED = (*OPEN, "annulled", "closed", "archived")  # a disposition may be contested while the main line goes on
# What lies beside a case keeps an owner, whatever became of the case.
CARED_FOR = (*OPEN, "annulled", "suspended", "transferred_to_police", "closed", "police_opened", "archived")
TO_DISCUSS = ("review_passed", "discussed")  # held anew where the first record proves nothing
DISCUSSING = ("case_handler", "agency_head")  # the heads discuss; one of them or a handler writes it down

STATUSES = (
    Status("suspended", "调查中止", "investigated"),
    Status("transferred_to_police", "涉嫌犯罪已移送，等公安决定", "examined"),
    Status("opened", "已立案，调查中", "investigated"),
    Status("concluded", "调查终结", "examined"),
    Status("notified", "已告知，等候意见", "examined"),
    Status("hearing_asked", "已申请听证", "examined"),
    Status("hearing_set", "听证已通知", "examined"),
    Status("hearing_over", "听证结束", "examined"),
    Status("heard", "意见已听取并复核", "examined"),
    Status("awaiting_review", "法制审核中", "examined"),
    Status("returned", "审核退回", "examined"),
    Status("review_passed", "审核通过，可以决定", "examined"),
    Status("discussed", "已集体讨论", "examined"),
    Status("decided", "已作决定，未送达", "decided"),
    Status("served", "已送达，履行期内", "executed"),
    Status("deferred", "已批准延期分期", "executed"),
    Status("unfulfilled", "逾期未履行", "executed"),
    Status("in_execution", "强制执行中", "executed"),
    Status("fulfilled", "已履行", "executed"),
    Status("annulled", "决定被撤销", "executed"),
    Status("opening_annulled", "撤销立案", "closed", final=True),
    Status("transferred", "已移送", "closed", final=True),
    Status("police_opened", "公安已立案", "closed", final=True),
    Status("closed", "结案", "closed"),
    Status("archived", "归档", "closed", final=True),
)

DECIDE_GATES = (
    "body_competent", "jurisdiction_undisputed", "entrustment_valid", "recusal_settled", "no_conflict", "notice_served",
    "statement_period_over", "hearing_window_over", "hearing_done", "statement_re_examined", "not_heavier",
    "same_as_notified", "new_evidence_notified",
    "decision_follows_hearing_record", "facts_clear", "evidence_lawful", "within_limitation",
    "not_double_fined", "higher_fine_applied", "liability_age", "basis_in_force", "milder_law_applied", "order_unheeded_first",
    "remake_not_same", "hearing_right_told", "legal_review_passed", "collective_discussion", "rectification_ordered",
    "illegal_gains_settled",
    "discretion_explained", "circumstances_shown", "decision_items_complete", "fine_payment_items", "remedies_stated", "seal_present",
    "no_penalty_instead", "informant_protected", "recording_complete", "head_decides",
)  # fmt: skip

NOTICE_GATES = (
    "investigation_concluded", "facts_clear", "basis_in_force", "milder_law_applied", "order_unheeded_first", "not_double_fined",
    "higher_fine_applied", "liability_age", "circumstances_shown", "hearing_threshold_set", "notice_complete", "hearing_right_told",
    "informant_protected",
)  # fmt: skip

TO_REVIEW = (
    "statement_re_examined", "review_file_complete", "discretion_explained", "circumstances_shown", "higher_fine_applied",
    "same_as_notified", "new_evidence_notified",
)  # fmt: skip

HELD_BY_TRANSFER = (
    Step("transfer_to_police", "移送公安机关", BEFORE_DECISION, "transferred_to_police", ("APL-2021:27.1", "APL-2021:57.1"), HANDLER,
         stops=("investigate_by", "dispose_by")),
    Step("end_by_police_opening", "公安立案", ("transferred_to_police",), "police_opened", ("TCR-2020:8",), HANDLER,
         stops=("decide_by",)),
    *(
        Step(act, "移送退回后恢复", ("transferred_to_police", "police_opened"), to, ("TCR-2020:10", "APL-2021:35.2"),
             (*AGENCY_HEAD, *HANDLER), ("no_penalty_instead",))
        for act, to in (
            ("resume_after_transfer", "opened"), ("resume_after_transfer_concluded", "concluded"),
            ("resume_after_transfer_heard", "heard"),
        )
    ),
)  # fmt: skip

PENALTY = Flow(
    name="penalty",
    start="opened",
    statuses=STATUSES,
    steps=(
        Step("assign_officers", "指定承办人", CARED_FOR, None, ("APL-2021:42.1#officers",), UNIT_HEAD,
             ("two_officers", "certificates_valid", "no_conflict")),
        Step("request_recusal", "记录回避申请", BEFORE_DECISION, None, ("APL-2021:43.2",), HANDLER),
        Step("record_jurisdiction_dispute", "登记管辖争议", BEFORE_DECISION, None, ("APL-2021:25.2",), HANDLER),
        Step("decide_recusal", "决定回避", BEFORE_DECISION, None, ("APL-2021:43.3",), AGENCY_HEAD, (), ("recusal_decision",)),
        Step("decide_recusal_of_head", "登记机关负责人回避的决定", BEFORE_DECISION, None, ("APL-2021:43.1", "APL-2021:43.3"),
             DISCUSSING, (), ("recusal_decision",)),
        Step("serve_document", "送达文书", (*OPEN, "closed"), None, ("CPL-2023:87.1",), HANDLER, ("paper_to_serve", *SERVICE_GATES),
             ("proof_of_service",), recorded="key"),
        *ANNOUNCING,
        Step("interview", "询问", ("opened",), None, ("APL-2021:55.1", "APL-2021:55.2"), HANDLER,
             EVIDENCE_GATES, ("interview_record",),
             recorded="key"),
        Step("request_inspection", "提请检查审批", ("opened",), None, ("INS-2024:approve",), HANDLER),
        Step("approve_inspection", "批准检查", OPEN, None, ("INS-2024:approve",), AGENCY_HEAD, (),
             ("inspection_approval", "inspection_notice")),
        Step("inspect_on_site", "现场检查", ("opened",), None, ("APL-2021:54.1", "LSR-2004:15.1"), HANDLER,
             (*EVIDENCE_GATES, "badge_worn", "inspection_approved"), ("on_site_record",),
             recorded="key"),
        Step("collect_evidence", "调取证据", ("opened",), None, ("APL-2021:46.1",), HANDLER,
             EVIDENCE_GATES, ("evidence_extraction",), recorded="key"),
        Step("add_material", "补充材料入卷", LATER, None, ("APL-2021:47", "APL-2021:44"), HANDLER,
             ("entrustment_valid", "two_officers", "certificates_valid", "no_conflict", "no_new_evidence_after_decision"),
             ("added_material_record", "new_evidence_record")),
        Step("add_party", "追加当事人", ("opened",), None, ("APL-2021:54.1",), HANDLER),
        Step("find_facts", "认定事实", ("opened",), None, ("APL-2021:40",), HANDLER),
        Step("find_circumstances", "认定情节", WEIGHED, None, ("APL-2021:32", "APL-2021:33.1#minor", "APL-2021:34"), HANDLER),
        *INVESTIGATION,
        *extending(BEFORE_DECISION),
        Step("conclude_investigation", "调查终结", ("opened",), "concluded", ("APL-2021:57.1", "LSR-2004:17#initial"), HANDLER,
             ("two_officers", "records_made", "evidence_verified", "monitor_record_reviewed"), ("investigation_report",),
             starts=("dispose_by",), stops=("investigate_by", "provide_materials_by")),
        Step("supplement_investigation", "退回补充调查", ("concluded", "hearing_over", "returned", "review_passed", "discussed"),
             "opened",
             ("APL-2021:40", "APL-2021:57.1"), ("unit_head", "agency_head"), (), ("supplement_notice",)),
        Step("request_opening_annulment", "提请撤销立案", ("opened", "concluded"), None, ("LSR-2004:18.1",), HANDLER,
             ("lines_settled",)),
        Step("annul_case_opening", "撤销立案", ("opened", "concluded"), "opening_annulled", ("LSR-2004:18.1",), AGENCY_HEAD,
             ("lines_settled",), ("opening_annulment",), stops=("decide_by", "dispose_by", "investigate_by")),
        Step("transfer_case", "移送有管辖权机关", ("opened", "concluded"), "transferred", ("LSR-2004:18.2",), AGENCY_HEAD,
             (), ("transfer_letter",), stops=("decide_by", "dispose_by", "investigate_by", "decide_recusal_by")),
        *HELD_BY_TRANSFER,
        Step("give_prior_notice", "处罚事先告知", ("concluded",), "notified", ("APL-2021:44", "APL-2021:63.1"), HANDLER,
             (*NOTICE_GATES, "not_heavier"), ("prior_notice",)),
        Step("give_prior_notice_again", "重新告知",
             ("notified", "hearing_over", "heard", "awaiting_review", "returned", "review_passed", "discussed"), "notified",
             ("APL-2021:44",), HANDLER, (*NOTICE_GATES, "not_heavier"), ("prior_notice",)),
        Step("record_statement", "记录陈述申辩", ("notified", "hearing_asked", "hearing_set"), None, ("APL-2021:45.1",),
             HANDLER, (),
             ("statement_record",), recorded="key"),
        Step("record_statement", "记录陈述申辩", HEARD_ALREADY, "notified", ("APL-2021:45.1",), HANDLER, (),
             ("statement_record",), recorded="key"),
        Step("waive_statement_and_defence", "记录放弃陈述申辩", ("notified",), None, ("APL-2021:62",), HANDLER, (),
             ("waiver",), recorded="key"),
        Step("request_hearing", "记录听证申请", ("notified", "hearing_over", *HEARD_ALREADY), "hearing_asked",
             ("APL-2021:64.1.1",), HANDLER),
        Step("request_hearing", "记录听证申请", ("hearing_asked", "hearing_set"), None, ("APL-2021:64.1.1",), HANDLER),
        Step("withdraw_hearing_request", "记录撤回听证申请", ("hearing_asked", "hearing_set"), "notified", ("APL-2021:64.1.1",),
             HANDLER, stops=("notify_hearing_by",)),
        Step("withdraw_one_of_several", "记录撤回听证申请", ("hearing_asked", "hearing_set"), None, ("APL-2021:64.1.1",),
             HANDLER),
        Step("refuse_one_of_several", "不受理听证申请", ("hearing_asked",), None, ("APL-2021:63.1", "APL-2021:64.1.1"),
             AGENCY_HEAD, (), ("hearing_refusal",)),
        Step("refuse_hearing", "不受理听证申请", ("hearing_asked",), "notified", ("APL-2021:63.1", "APL-2021:64.1.1"),
             AGENCY_HEAD, (), ("hearing_refusal",)),
        Step("notify_hearing", "通知听证", ("hearing_asked",), "hearing_set", ("APL-2021:64.1.2", "APL-2021:64.1.4"),
             HEARING_STAFF, ("chair_independent", "hearing_notice_ahead", "hearing_public"),
             ("notice_of_hearing", "hearing_announcement")),
        Step("postpone_hearing", "延期听证", ("hearing_set",), "hearing_set", ("APL-2021:64.1.6",), HEARING_STAFF,
             ("hearing_notice_ahead",), ("hearing_postponement", "hearing_announcement"), stops=("notify_hearing_by",)),
        Step("replace_hearing_staff", "更换听证人员", ("hearing_set",), None, ("APL-2021:64.1.4",), HEARING_STAFF,
             ("chair_independent",), ("hearing_staff_change",)),
        Step("hold_hearing", "举行听证", ("hearing_set",), "hearing_over", ("APL-2021:64.1.7", "APL-2021:64.1.8"), HEARING_STAFF,
             ("chair_independent", "hearing_agents_max", "hearing_public", "hearing_notice_ahead"),
             ("hearing_record", "hearing_report"), stops=("notify_hearing_by",), recorded="key"),
        Step("terminate_hearing", "终止听证", ("hearing_set",), "hearing_over", ("APL-2021:64.1.6",), HEARING_STAFF, (),
             ("hearing_termination",), stops=("notify_hearing_by",), recorded="key"),
        Step("re_examine", "复核意见", ("notified", "hearing_over"), "heard", ("APL-2021:45.1",), HANDLER,
             ("statement_period_over", "hearing_window_over", "hearing_done", "hearing_record_signed"), ("re_examination",),
             stops=("statement_period", "request_hearing_by")),
        Step("prepare_draft", "拟制决定", ("concluded", "notified", "heard", "returned"), None, ("APL-2021:57.1",), HANDLER),
        Step("change_draft", "修改代拟稿", ("awaiting_review", "review_passed", "discussed"), "heard",
             ("APL-2021:58.1",), HANDLER),
        Step("exempt_from_review", "免予法制审核", ("heard",), "review_passed", ("APL-2021:58.1",), UNIT_HEAD,
             ("statement_re_examined", "review_not_required"), ("review_exemption",)),
        Step("request_review", "提交法制审核", ("heard", "returned"), "awaiting_review", ("APL-2021:58.1",), HANDLER,
             TO_REVIEW, ("review_request",)),
        Step("settle_disagreement", "协调审核异议", ("returned",), "awaiting_review", ("APL-2021:58.1", "GD-REV-2021:20.1"),
             HANDLER, TO_REVIEW, ("disagreement_record",)),
        Step("pass_review", "审核通过", ("awaiting_review",), "review_passed", ("APL-2021:58.1",), ("legal_reviewer",),
             ("handler_not_reviewer", "reviewer_qualified", "no_conflict"), ("review_opinion",)),
        Step("return_from_review", "审核退回", ("awaiting_review",), "returned", ("APL-2021:58.1",), ("legal_reviewer",),
             ("handler_not_reviewer",), ("review_opinion",)),
        Step("discuss_collectively", "集体讨论", TO_DISCUSS, "discussed", ("APL-2021:57.2",), DISCUSSING,
             ("legal_review_passed",), ("collective_discussion_record",)),
        Step("discuss_collectively_and_change", "集体讨论（改变代拟稿的内容）", TO_DISCUSS, "heard", ("APL-2021:57.2",),
             DISCUSSING, ("legal_review_passed",), ("collective_discussion_record",)),
        Step("discuss_collectively_without_majority", "集体讨论（没有形成多数意见）", TO_DISCUSS, "review_passed",
             ("APL-2021:57.2",), DISCUSSING, ("legal_review_passed",), ("collective_discussion_record",)),
        Step("request_decision", "提请决定审批", ("concluded", "heard", "review_passed", "discussed"), None,
             ("APL-2021:57.1",), HANDLER, ("two_officers", "draft_prepared")),
        Step("decide_penalty", "作出处罚决定", ("review_passed", "discussed"), "decided", ("APL-2021:57.1", "APL-2021:59.1"),
             AGENCY_HEAD, DECIDE_GATES, ("penalty_approval", "penalty_decision"), starts=("serve_by",),
             stops=("decide_by", "dispose_by")),
        Step("decide_no_penalty", "作出不予处罚决定", ("concluded", "heard", "review_passed", "discussed"), "decided",
             ("APL-2021:57.1", "APL-2021:33.1#minor", "APL-2021:33.1#first_time", "APL-2021:33.2"), AGENCY_HEAD,
             ("body_competent", "recusal_settled", "no_conflict", "exemption_shown", "education_recorded", "legal_review_passed",
              "remedies_stated", "seal_present", "informant_protected", "head_decides"),
             ("no_penalty_decision", "education_record", "integrity_pledge", "supervision_advice"), starts=("serve_by",),
             stops=("decide_by", "dispose_by")),
        Step("decide_violation_not_established", "认定违法事实不成立",
             ("concluded", "heard", "review_passed", "discussed"), "decided",
             ("APL-2021:57.1",), AGENCY_HEAD,
             ("recusal_settled", "no_conflict", "seal_present", "measures_released", "informant_protected", "head_decides"),
             ("no_penalty_decision",),
             starts=("serve_by",), stops=("decide_by", "dispose_by")),
        Step("void_decision", "作废决定", ("decided",), "review_passed", ("APL-2021:47",), AGENCY_HEAD, stops=("serve_by",)),
        Step("void_decision_after_discussion", "作废决定", ("decided",), "discussed", ("APL-2021:47",), AGENCY_HEAD,
             stops=("serve_by",)),
        Step("void_decision_without_review", "作废决定", ("decided",), "heard", ("APL-2021:47",), AGENCY_HEAD,
             stops=("serve_by",)),
        Step("void_decision_without_notice", "作废决定", ("decided",), "concluded", ("APL-2021:47",), AGENCY_HEAD,
             stops=("serve_by",)),
        Step("serve_decision", "送达决定", ("decided",), "served", ("APL-2021:61.1",), HANDLER,
             SERVICE_GATES, ("proof_of_service",),
             stops=("serve_by",), recorded="key"),
        *DEEMED,
        Step("record_payment", "登记缴款", (*BEFORE_DECISION, "decided", *TO_PAY), None, ("APL-2021:67.3",), HANDLER,
             ("fine_collection_separate",), ("payment_receipt",)),
        Step("record_full_payment", "登记缴清", TO_PAY, "fulfilled", ("APL-2021:67.3",), HANDLER,
             ("fine_collection_separate",), ("payment_receipt",)),
        Step("collect_on_the_spot", "当场收缴（边远、水上、交通不便）", ("served", "unfulfilled"), "fulfilled", ("APL-2021:69",),
             HANDLER, ("two_officers", "certificates_valid", "collect_on_the_spot_allowed", "fiscal_receipt"),
             starts=("remit_to_agency_by",), stops=("pay_by",), recorded="key"),
        Step("remit_to_agency", "收缴罚款交机关", ("fulfilled", "annulled"), None, ("APL-2021:71#officer",), HANDLER,
             ("fine_in_officers_hands",), ("remittance_slip",), starts=("remit_to_bank_by",), stops=("remit_to_agency_by",)),
        Step("remit_to_bank", "收缴罚款缴银行", ("fulfilled", "annulled"), None, ("APL-2021:71#body",),
             ("case_handler", "unit_head"), ("fine_in_agencys_hands",), ("bank_receipt",), stops=("remit_to_bank_by",)),
        Step("record_execution", "登记非罚款处罚的执行", (*TO_PAY, "fulfilled"), None, ("APL-2021:66.1", "APL-2021:74.2"), HANDLER,
             ("two_officers", "certificates_valid"), ("execution_record",), recorded="key"),
        *following("served", TO_PAY),
        Step("annul_decision", "决定失效", DECIDED, "annulled",
             ("APL-2021:75.2",), AGENCY_HEAD, (), ("annulment",), stops=("serve_by", "pay_by")),
        Step("annul_one_of_several", "决定失效", DECIDED, None,
             ("APL-2021:75.2",), AGENCY_HEAD, (), ("annulment",)),
        Step("correct_clerical_error", "补正笔误", DECIDED, None,
             ("APL-2021:75.2",), AGENCY_HEAD, (), ("correction_notice",)),
        *ALTERING,
        *REMAKING,
        Step("reopen_case", "重开案件", ("closed", "archived"), "annulled", ("APL-2021:75.2",), AGENCY_HEAD, (),
             ("reopening_approval",)),
        Step("record_succession", "登记当事人变更", (*OPEN, "annulled", "closed"), None, ("ACL-2011:40",), HANDLER, (),
             ("party_succession",)),
        Step("record_supervision", "登记执法监督意见", CONTESTED, None, ("APL-2021:75.2",), HANDLER),
        Step("answer_supervision", "答复执法监督意见", CONTESTED, None, ("APL-2021:75.2",), AGENCY_HEAD, (),
             ("supervision_answer",)),
        *contesting(CONTESTED, DECIDED),
        Step("request_closing", "提请结案", CLOSING, None, ("APL-2021:47",), HANDLER,
             ("lines_settled", "nothing_to_return", "collected_fine_banked")),
        Step("close_case", "结案", CLOSING, "closed", ("APL-2021:47",), UNIT_HEAD,
             ("lines_settled", "nothing_to_return", "recording_complete", "no_penalty_instead",
              "collected_fine_banked"), ("closing_report",)),
        Step("supply_voucher", "补存票据凭证", VOUCHERS, None, ("APL-2021:47", "APL-2021:70"), HANDLER,
             ("voucher_wanted",)),
        Step("archive_file", "归档", ("closed", "opening_annulled", "transferred", "police_opened"), "archived",
             ("APL-2021:47",), ("archivist",), ("vouchers_filed", "signed_pages_filed"), ("catalogue",)),
        Step("append_note", "附加说明", ("archived",), None, ("APL-2021:47",), ("case_handler", "archivist"), (),
             ("archive_note",)),
    ),
)  # fmt: skip
