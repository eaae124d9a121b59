"""The agency alters its own decision (stages-penalty V02): drafted by the handler, reviewed again, issued by the head."""

from yangguang.cases.rules.flow import Step

HANDLER = ("case_handler",)
ALTERABLE = ("served", "deferred", "unfulfilled", "in_execution", "fulfilled", "closed")

ALTERING = (
    Step("propose_alteration", "拟制变更决定", ALTERABLE, None, ("APL-2021:75.2",), HANDLER),
    Step("exempt_from_review", "免予法制审核", ALTERABLE, None, ("APL-2021:58.1",), ("unit_head",),
         ("alteration_drafted", "review_not_required"), ("review_exemption",)),
    Step("request_review", "提交法制审核", ALTERABLE, None, ("APL-2021:58.1",), HANDLER,
         ("alteration_drafted", "review_file_complete"), ("review_request",)),
    Step("pass_review", "审核通过", ALTERABLE, None, ("APL-2021:58.1",), ("legal_reviewer",),
         ("handler_not_reviewer", "reviewer_qualified", "no_conflict"), ("review_opinion",)),
    Step("return_from_review", "审核退回", ALTERABLE, None, ("APL-2021:58.1",), ("legal_reviewer",),
         ("handler_not_reviewer",), ("review_opinion",)),
    Step("alter_decision", "变更决定", ALTERABLE, None, ("APL-2021:75.2",), ("agency_head",),
         ("alteration_drafted", "alteration_not_heavier", "higher_fine_applied", "legal_review_passed",
          "court_told_of_alteration", "remedies_stated", "seal_present", "informant_protected", "head_decides"),
         ("alteration_decision",),
         starts=("serve_by",)),
)  # fmt: skip
