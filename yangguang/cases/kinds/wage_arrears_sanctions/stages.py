"""失信联合惩戒名单: law/stages-penalty §4.6."""

from yangguang.cases.kinds.service import OF_EVERY_WAY
from yangguang.cases.rules.flow import Flow, Status, Step

HANDLER = ("case_handler",)
AGENCY_HEAD = ("agency_head",)
PUBLISHER = ("publisher",)
BEFORE = ("proposed", "notified", "objected", "verified")
DECIDED = ("listed", "delisting_requested", "not_listed", "delisted", "annulled")
ON_THE_DAY = ("system", "case_handler")
RIGHTS = ("object_to_listing_by", "verify_objection_by")

WAGE_ARREARS_SANCTIONS = Flow(
    name="wage_arrears_sanctions",
    start="proposed",
    statuses=(
        Status("proposed", "拟列入", "examined"),
        Status("notified", "已告知，等候异议", "examined"),
        Status("objected", "异议核实中", "examined"),
        Status("verified", "异议已核实告知", "examined"),
        Status("listed", "列入期内", "decided"),
        Status("delisting_requested", "申请提前移出", "decided"),
        Status("not_listed", "不予列入", "closed", final=True),
        Status("delisted", "已移出", "closed", final=True),
        Status("annulled", "列入已撤销", "closed", final=True),
    ),
    steps=(
        Step("propose_listing", "拟列入", ("proposed",), None, ("DWL-2021:5",), HANDLER,
             ("list_conditions", "instruction_unrectified"), ("listing_proposal",)),
        Step("issue_list_notice", "先行制作列入前告知书", ("proposed",), None, ("DWL-2021:6.1",), HANDLER, (), ("list_notice",)),
        Step("notify_one_listed", "列入前告知", ("proposed",), None, ("DWL-2021:6.1",), HANDLER, OF_EVERY_WAY,
             ("list_notice", "proof_of_service")),
        Step("notify_listing", "列入前告知", ("proposed",), "notified", ("DWL-2021:6.1",), HANDLER, OF_EVERY_WAY,
             ("list_notice", "proof_of_service")),
        Step("deem_list_notice_served", "公告期满视为送达告知", ("proposed",), None, ("CPL-2023:95.1",), ON_THE_DAY,
             ("announcement_full",)),
        Step("waive_objection", "登记书面放弃异议", ("notified", "objected", "verified"), None, ("DWL-2021:6.2#object",), HANDLER),
        Step("record_objection", "登记异议", ("notified", "objected", "verified"), "objected", ("DWL-2021:6.2#object",), HANDLER),
        Step("issue_objection_answer", "先行制作核实结果告知书", ("objected",), None, ("DWL-2021:6.2#verify",), HANDLER, (),
             ("objection_answer",)),
        Step("verify_one_objection", "核实异议并告知", ("objected",), None, ("DWL-2021:6.2#verify",), HANDLER, OF_EVERY_WAY,
             ("objection_answer", "proof_of_service")),
        Step("verify_objection", "核实异议并告知", ("objected",), "verified", ("DWL-2021:6.2#verify",), HANDLER, OF_EVERY_WAY,
             ("objection_answer", "proof_of_service")),
        Step("deem_objection_answer_served", "公告期满视为送达核实结果", ("objected",), None, ("CPL-2023:95.1",), ON_THE_DAY,
             ("announcement_full",)),
        Step("record_pledge", "登记改正和信用承诺", BEFORE, None, ("DWL-2021:7",), HANDLER),
        Step("extend_listing_term", "延长列入决定期限", BEFORE, None, ("DWL-2021:8.1#extension",), AGENCY_HEAD),
        Step("put_on_list", "列入名单", ("notified", "verified"), "listed", ("DWL-2021:5", "DWL-2021:8.1#decide", "DWL-2021:8.2"),
             AGENCY_HEAD, ("list_conditions", "list_notice_objection_over", "cured_pledge_considered", "remedies_stated",
             "seal_present", "no_conflict"), ("list_decision",), starts=("listed_until",), stops=("list_by", *RIGHTS)),
        Step("decline_to_list", "不予列入", BEFORE, "not_listed", ("DWL-2021:7",), AGENCY_HEAD, (), ("not_listing_decision",),
             stops=("list_by", *RIGHTS)),
        Step("serve_listing_paper", "送达名单决定", DECIDED, None, ("CPL-2023:87.1",), HANDLER, (*OF_EVERY_WAY, "seal_present"),
             ("proof_of_service",)),
        Step("deem_listing_paper_served", "公告期满视为送达名单决定", DECIDED, None, ("CPL-2023:95.1",), ON_THE_DAY,
             ("announcement_full",)),
        Step("publish_listing", "公开并共享", ("listed", "delisting_requested"), None, ("DWL-2021:9", "DWL-2021:10.1"), PUBLISHER,
             ("secrecy_checked",), ("listing_publication",)),
        Step("request_delisting", "登记提前移出申请", ("listed",), "delisting_requested", ("DWL-2021:12", "DWL-2021:14.2"),
             HANDLER, starts=("decide_delisting_by",)),
        Step("remove_from_list", "准予提前移出", ("delisting_requested",), "delisted", ("DWL-2021:14.2", "DWL-2021:14.3"),
             AGENCY_HEAD, ("early_delisting_conditions",), ("delisting_decision",), starts=("delist_by",),
             stops=("decide_delisting_by", "listed_until")),
        Step("refuse_delisting", "不予提前移出", ("delisting_requested",), "listed", ("DWL-2021:14.2",), AGENCY_HEAD,
             ("remedies_stated",), ("delisting_refusal",), stops=("decide_delisting_by",)),
        Step("expire_listing", "到期移出", ("listed", "delisting_requested"), "delisted", ("DWL-2021:11", "DWL-2021:17.1"),
             ("system",), (), ("delisting_record",), starts=("delist_by",), stops=("listed_until", "decide_delisting_by")),
        Step("annul_listing", "撤销列入", ("listed", "delisting_requested"), "annulled", ("DWL-2021:16",),
             (*AGENCY_HEAD, "system"), (), ("listing_annulment",), starts=("delist_by",),
             stops=("listed_until", "decide_delisting_by")),
        Step("restore_listing", "恢复列入", ("delisted",), "listed", ("DWL-2021:15",), AGENCY_HEAD, (), ("restoration_decision",),
             starts=("listed_until",), stops=("delist_by",)),
        Step("confirm_takedown", "确认停止公开", ("delisted", "annulled"), None, ("DWL-2021:17.1",), PUBLISHER,
             stops=("delist_by",)),
    ),
)  # fmt: skip
