"""Advance registration and preservation: law/stages-penalty §5.2."""

from yangguang.cases.rules.flow import Flow, Status, Step

HANDLER = ("case_handler",)
AGENCY_HEAD = ("agency_head",)
HEADS = ("unit_head", "agency_head")  # a return on the way refuses as well
APPROVAL, SETTLE = "APL-2021:56#approval", "APL-2021:56#settle"
HELD = ("preserved", "expired")

PRESERVATION = Flow(
    name="preservation",
    start="requested",
    statuses=(
        Status("requested", "已报批", "investigated"),
        Status("approved", "已批准，未实施", "investigated"),
        Status("preserved", "登记保存中", "investigated"),
        Status("expired", "到期待处理", "investigated"),
        Status("disposed", "已处理", "investigated", final=True),
        Status("refused", "不予批准", "investigated", final=True),
    ),
    steps=(
        Step("request_advance_preservation", "提请先行登记保存", ("requested",), None, (APPROVAL,), HANDLER,
             ("preservation_for_evidence_only", "two_officers")),
        Step("approve_advance_preservation", "批准先行登记保存", ("requested",), "approved", (APPROVAL,), AGENCY_HEAD, (),
             ("preservation_approval",)),
        Step("approve_advance_preservation", "补办批准先行登记保存", ("preserved",), None, (APPROVAL,), AGENCY_HEAD, (),
             ("preservation_approval",)),
        Step("refuse_advance_preservation", "不予批准先行登记保存", ("requested",), "refused", (APPROVAL,), HEADS),
        Step("refuse_advance_preservation", "不予补办批准", ("preserved",), "expired", (APPROVAL,), HEADS,
             stops=("dispose_preserved_items_by",)),
        Step("advance_preservation", "实施先行登记保存", ("requested", "approved"), "preserved", (APPROVAL, SETTLE), HANDLER,
             ("preservation_approved", "preservation_for_evidence_only", "two_officers", "certificates_valid",
              "certificate_shown", "no_conflict"), ("notice_of_advance_preservation", "case_item_inventory"),
             starts=("dispose_preserved_items_by",), recorded="key"),
        Step("mark_expired", "登记保存到期", ("preserved",), "expired", (SETTLE,), ("system",),
             stops=("dispose_preserved_items_by",)),
        Step("dispose_of_some_items", "处理部分登记保存物品", HELD, None, (SETTLE,), AGENCY_HEAD,
             ("two_officers", "preservation_time_left"), ("preserved_items_disposition",), recorded="key"),
        Step("dispose_of_preserved_items", "处理登记保存物品", HELD, "disposed", (SETTLE,), AGENCY_HEAD,
             ("two_officers", "preservation_time_left"), ("preserved_items_disposition",),
             stops=("dispose_preserved_items_by",), recorded="key"),
        Step("record_item_return", "登记退还签收", ("preserved", "expired", "disposed"), None, (SETTLE,), HANDLER,
             ("two_officers",), ("acknowledgement_of_return",)),
    ),
)  # fmt: skip
