"""Administrative penalty by summary procedure: law/stages-penalty §3, rows S01 to S14. S01 has no status to come from:
`begin_on_the_spot` asks the gates of BEGINNING itself. The rows without a number serve the file.
"""

from yangguang.cases.kinds.execution.stages import following
from yangguang.cases.kinds.penalty.announcing import tried_and_announced
from yangguang.cases.kinds.penalty.contesting import contesting
from yangguang.cases.kinds.service import SERVICE_GATES
from yangguang.cases.rules.flow import Flow, Status, Step

HANDLER = ("case_handler",)
HANDLER_OR_HEAD = ("case_handler", "unit_head")
UNIT_HEAD = ("unit_head",)
OFFICERS = ("two_officers", "certificates_valid")
TO_PAY = ("delivered", "deferred", "unfulfilled", "in_execution")
STANDS = ("decided", *TO_PAY, "fulfilled")
AFTER_DELIVERY = (*TO_PAY, "fulfilled")
ALTERABLE = (*AFTER_DELIVERY, "closed")
CONTESTED = (*STANDS, "annulled", "closed", "archived")
OPEN = ("on_scene", "notified", *STANDS, "annulled")
SUPERVISED = (*OPEN, "closed", "archived")

STATUSES = (
    Status("on_scene", "现场查处中", "investigated"),
    Status("notified", "已当场告知", "examined"),
    Status("decided", "已填写决定书，待交付", "decided"),
    Status("delivered", "已当场交付", "executed"),
    Status("deferred", "已批准延期分期", "executed"),
    Status("unfulfilled", "逾期未履行", "executed"),
    Status("in_execution", "强制执行中", "executed"),
    Status("fulfilled", "已履行", "executed"),
    Status("annulled", "决定被撤销", "executed"),
    Status("converted", "已转普通程序", "closed", final=True),
    Status("closed", "结案", "closed"),
    Status("archived", "归档", "closed", final=True),
)

FULFILMENT = following("delivered", TO_PAY)

BEGINNING = Step(
    "begin_on_the_spot", "当场查处", (), "on_scene", ("APL-2021:51#citizen", "APL-2021:52.1"), HANDLER,
    (*OFFICERS, "certificate_shown", "body_competent", "entrustment_valid", "no_conflict", "within_limitation",
     "basis_in_force", "order_unheeded_first", "next_step_term_set"), ("on_the_spot_record",), recorded="key",
)  # fmt: skip

SUMMARY = Flow(
    name="summary",
    start="on_scene",
    statuses=STATUSES,
    steps=(
        BEGINNING,
        Step("collect_evidence", "归入证据、影像", ("on_scene",), None, ("APL-2021:46.1", "APL-2021:47"), HANDLER,
             (*OFFICERS, "no_conflict", "certificate_shown")),
        Step("add_material", "补充材料入卷", OPEN[1:], None, ("APL-2021:47", "APL-2021:44"), HANDLER,
             (*OFFICERS, "no_conflict", "no_new_evidence_after_notice_on_the_spot", "no_new_evidence_after_decision"),
             ("added_material_record",)),
        Step("assign_officers", "指定承办人", SUPERVISED, None, ("APL-2021:42.1#officers",), UNIT_HEAD, (*OFFICERS, "no_conflict")),
        Step("give_notice_on_the_spot", "当场告知", ("on_scene",), "notified", ("APL-2021:44", "LSP-2004:34"), HANDLER,
             (*OFFICERS, "notice_complete"), recorded="key"),
        Step("record_statement_on_the_spot", "当场听取陈述申辩", ("notified",), None, ("APL-2021:45.1", "APL-2021:62"),
             HANDLER, (), ("on_the_spot_statement_record",), recorded="key"),
        Step("penalise_on_the_spot", "当场决定", ("notified",), "decided", ("APL-2021:51#citizen", "APL-2021:52.2"), HANDLER,
             (*OFFICERS, "summary_limit", "not_split", "notified_on_the_spot", "statement_re_examined", "not_heavier",
              "same_as_notified", "not_double_fined", "higher_fine_applied", "liability_age", "circumstances_shown",
              "rectification_ordered", "decision_items_complete", "reconsideration_first_stated", "remedies_stated",
              "fine_payment_items"), ("on_the_spot_penalty_decision",), recorded="key"),
        Step("void_on_the_spot_decision", "作废决定书", ("decided",), "notified", ("APL-2021:47",), HANDLER,
             stops=("file_with_authority_by", "hand_over_papers_by")),
        Step("deliver_on_the_spot", "当场交付", ("decided",), "delivered", ("APL-2021:52.1", "APL-2021:61.2"), HANDLER,
             (*OFFICERS, "delivered_on_the_spot", "electronic_consent", "electronic_arrival", "online_reconsideration_channel"),
             ("on_the_spot_penalty_decision", "service_address_confirmation", "proof_of_service"), recorded="key"),
        Step("collect_on_the_spot", "当场收缴", ("delivered",), "fulfilled",
             ("APL-2021:68.1.1", "APL-2021:68.1.2", "APL-2021:69"), HANDLER,
             (*OFFICERS, "collect_on_the_spot_allowed", "fiscal_receipt"), starts=("remit_to_agency_by",), stops=("pay_by",),
             recorded="key"),
        Step("remit_to_agency", "收缴罚款交机关", ("fulfilled", "annulled"), None, ("APL-2021:71#officer",), HANDLER,
             ("fine_in_officers_hands",), ("remittance_slip",), starts=("remit_to_bank_by",), stops=("remit_to_agency_by",)),
        Step("remit_to_bank", "收缴罚款缴银行", ("fulfilled", "annulled"), None, ("APL-2021:71#body",), HANDLER_OR_HEAD,
             ("fine_in_agencys_hands",), ("bank_receipt",), stops=("remit_to_bank_by",)),
        Step("file_with_authority", "报所属机关备案", (*AFTER_DELIVERY, "annulled"), None, ("APL-2021:52.3", "LSP-2004:32"),
             HANDLER, ("awaits_filing",), ("filing_slip",), stops=("file_with_authority_by", "hand_over_papers_by")),
        Step("record_payment", "登记缴款", TO_PAY, None, ("APL-2021:67.3",), HANDLER,
             ("fine_collection_separate",), ("payment_receipt",)),
        Step("record_full_payment", "登记缴清", TO_PAY, "fulfilled", ("APL-2021:67.3",), HANDLER,
             ("fine_collection_separate",), ("payment_receipt",), stops=("pay_by",)),
        *FULFILMENT,
        Step("serve_document", "送达文书", (*AFTER_DELIVERY, "annulled", "closed"), None, ("CPL-2023:87.1",), HANDLER,
             ("paper_to_serve", *SERVICE_GATES), ("proof_of_service",), recorded="key"),
        *tried_and_announced(SUPERVISED),
        Step("propose_alteration", "拟制变更决定", ALTERABLE, None, ("APL-2021:75.2",), HANDLER),
        Step("alter_decision", "变更决定", ALTERABLE, None, ("APL-2021:75.2",), ("agency_head",),
             ("alteration_drafted", "alteration_not_heavier", "higher_fine_applied", "court_told_of_alteration", "remedies_stated",
              "reconsideration_first_stated", "seal_present", "informant_protected", "head_decides"), ("alteration_decision",),
             starts=("serve_by",)),
        Step("annul_decision", "撤销决定", (*STANDS, "closed"), "annulled", ("APL-2021:75.2",), ("agency_head",), (),
             ("annulment",), stops=("serve_by", "pay_by")),
        Step("record_supervision", "登记执法监督意见", SUPERVISED, None, ("APL-2021:75.2",), HANDLER),
        Step("answer_supervision", "答复执法监督意见", SUPERVISED, None, ("APL-2021:75.2",), ("agency_head",), (),
             ("supervision_answer",)),
        *contesting(CONTESTED, (*STANDS, "closed")),
        Step("convert_to_ordinary", "转普通程序", ("on_scene", "notified", "annulled"), "converted", ("APL-2021:54.1",),
             HANDLER, ("nothing_to_return", "collected_fine_banked"), ("conversion_record",)),
        Step("request_closing", "提请结案", ("delivered", "fulfilled", "in_execution", "annulled"), None, ("APL-2021:47",), HANDLER,
             ("lines_settled", "nothing_to_return", "filed_with_authority", "collected_fine_banked")),
        Step("close_case", "结案", ("delivered", "fulfilled", "in_execution", "annulled"), "closed", ("APL-2021:47",), UNIT_HEAD,
             ("lines_settled", "nothing_to_return", "recording_complete", "filed_with_authority", "collected_fine_banked"),
             ("closing_report",)),
        Step("supply_voucher", "补存票据凭证", (*AFTER_DELIVERY, "annulled", "closed", "converted"), None,
             ("APL-2021:47", "APL-2021:70"), HANDLER, ("voucher_wanted",)),
        Step("archive_file", "归档", ("closed", "converted"), "archived", ("APL-2021:47",), ("archivist",),
             ("vouchers_filed", "signed_pages_filed"),
             ("catalogue",)),
    ),
)  # fmt: skip
