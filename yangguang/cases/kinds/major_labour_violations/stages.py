"""重大劳动保障违法社会公布: law/stages-penalty §4.7."""

from yangguang.cases.rules.flow import Flow, Status, Step

HANDLER = ("case_handler",)
AGENCY_HEAD = ("agency_head",)
PUBLISHER = ("publisher",)
APPROVERS = (*PUBLISHER, *AGENCY_HEAD)  # the second person of a change of what is public
CORRECTION = ("MVP-2016:11", "APL-2021:48.2")
CORRECTING = ("correct_major_by",)

MAJOR_LABOUR_VIOLATIONS = Flow(
    name="major_labour_violations",
    start="candidate",
    statuses=(
        Status("candidate", "候选", "decided"),
        Status("confirmed", "已确认，待公布", "decided"),
        Status("published", "公布中", "decided"),
        Status("objected", "异议复核中", "decided"),
        Status("corrected", "已更正", "decided"),
        Status("expired", "已停止公布", "closed", final=True),
    ),
    steps=(
        Step("mark_major_candidate", "列为候选", ("candidate",), None, ("MVP-2016:5", "LSR-2004:22"), HANDLER,
             ("major_violation_handled",), ("major_candidate_form",)),
        Step("confirm_major_publication", "确认公布", ("candidate",), "confirmed", ("MVP-2016:5",), AGENCY_HEAD,
             ("major_violation_handled", "publication_scope_checked", "secrecy_checked"), ("major_publication_approval",)),
        Step("publish_major_violation", "公布", ("confirmed",), "published",
             ("MVP-2016:6", "MVP-2016:8#quarter", "MWR-2019:47.2"), PUBLISHER, ("major_violation_handled", "secrecy_checked"),
             ("major_publication",), stops=("publish_major_by",)),
        Step("object_to_major_publication", "登记异议", ("published",), "objected", ("MVP-2016:10",), HANDLER,
             starts=("review_major_objection_by",)),
        Step("keep_major_publication", "复核维持", ("objected",), "published", ("MVP-2016:10",), HANDLER, (),
             ("major_objection_answer",), stops=("review_major_objection_by",)),
        Step("answer_major_objection", "复核更正", ("objected",), "corrected", ("MVP-2016:10",), HANDLER, (),
             ("major_objection_answer",), stops=("review_major_objection_by", *CORRECTING)),
        Step("record_changed_handling", "登记处理决定变更、撤销", ("published", "objected"), None, CORRECTION, HANDLER),
        Step("correct_major_publication", "更正", ("published", "objected"), "corrected", CORRECTION, APPROVERS,
             ("withdraw_with_reason",), ("major_correction",), stops=(*CORRECTING, "review_major_objection_by")),
        Step("end_major_publication", "停止公布", ("published", "objected", "corrected"), "expired", ("CRR-2025:serious",),
             (*APPROVERS, "system"), (), ("major_takedown_record",), stops=(*CORRECTING, "review_major_objection_by")),
    ),
)  # fmt: skip
