"""What labour inspection adds to an investigation (law/stages-penalty §4.2 L09–L15) and its suspension (P12, P13)."""

from yangguang.cases.rules.flow import Step

HANDLER = ("case_handler",)
UNIT_HEAD = ("unit_head",)
AGENCY_HEAD = ("agency_head",)
LABOUR = "labour"
OPENED, SUSPENDED = ("opened",), ("suspended",)

INVESTIGATION = (
    Step("issue_interview_notice", "发调查询问书", OPENED, None, ("LSR-2004:15.1",), HANDLER,
         ("two_officers", "certificates_valid"), ("interview_notice",), kind=LABOUR),
    Step("request_asset_query", "提请查询账户、房产、车辆", OPENED, None, ("MWR-2019:40",), HANDLER,
         ("two_officers", "unpaid_migrant_workers", "account_query_approved"), kind=LABOUR),
    Step("query_assets", "查询账户、房产、车辆", OPENED, None, ("MWR-2019:40",), AGENCY_HEAD,
         ("two_officers", "unpaid_migrant_workers", "account_query_approved"),
         ("asset_query_approval", "asset_query_letter"), kind=LABOUR),
    Step("entrust_audit", "委托审计", OPENED, None, ("LSR-2004:15.1",), UNIT_HEAD, (), ("audit_entrustment",), kind=LABOUR),
    Step("request_investigative_assistance", "请求协助调查", OPENED, None, ("MWR-2019:41.1", "APL-2021:26"), AGENCY_HEAD, (),
         ("investigative_assistance_request",), kind=LABOUR),
    Step("find_by_worker_evidence", "按劳动者证据认定", OPENED, None, ("MWR-2019:50", "WPN-2014:no_ledger"), HANDLER,
         ("two_officers", "certificates_valid", "employer_had_its_time", "evidence_verified"), ("worker_evidence_finding",),
         recorded="key", kind=LABOUR),
    Step("rectify_on_the_spot", "当场纠正", OPENED, None, ("LSR-2004:15.2",), HANDLER,
         ("two_officers", "certificates_valid", "certificate_shown"), ("on_the_spot_rectification",), recorded="key", kind=LABOUR),
    Step("request_extension", "提请延长调查", OPENED, None, ("LSR-2004:17#extension",), HANDLER, ("extension_approved",),
         kind=LABOUR),
    Step("extend_investigation", "延长调查", OPENED, None, ("LSR-2004:17#extension",), AGENCY_HEAD, ("extension_approved",),
         ("extension_approval",), kind=LABOUR),
    Step("request_suspension", "提请中止调查", OPENED, None, ("LSR-2004:17#initial",), HANDLER, ("suspension_has_basis",),
         kind=LABOUR),
    Step("suspend_investigation", "中止调查", OPENED, "suspended", ("LSR-2004:17#initial",), AGENCY_HEAD,
         ("suspension_has_basis",), ("suspension_approval",), kind=LABOUR),
    Step("request_resumption", "提请恢复调查", SUSPENDED, None, ("LSR-2004:17#initial",), HANDLER, (), kind=LABOUR),
    Step("resume_investigation", "恢复调查", SUSPENDED, "opened", ("LSR-2004:17#initial",), AGENCY_HEAD, (),
         ("resumption_approval",), kind=LABOUR),
)  # fmt: skip
