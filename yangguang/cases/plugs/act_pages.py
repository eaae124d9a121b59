"""Acts of the penalty line that no form takes: the last signature on an approval form, or the system, carries them out."""

from yangguang.cases.panels import act_page

for act in (
    "decide_penalty", "decide_no_penalty", "decide_violation_not_established", "close_case", "annul_case_opening",
    "mark_unfulfilled", "record_full_payment", "transfer_to_police", "void_decision_without_review",
    "void_decision_without_notice", "void_decision_after_discussion", "discuss_collectively_and_change",
    "discuss_collectively_without_majority",
    "approve_inspection", "record_annulling_outcome", "withdraw_one_of_several", "refuse_one_of_several",
    "defer_case", "enter_execution", "end_fulfilment", "stand_again",
    "annul_one_of_several", "query_assets", "extend_investigation", "suspend_investigation", "resume_investigation",
    "extend_decision_term",
    "approve_announcement", "deem_decision_served", "answer_remedy",
    "end_by_police_opening", "resume_after_transfer", "resume_after_transfer_concluded", "resume_after_transfer_heard",
):  # fmt: skip
    act_page(act, None)
