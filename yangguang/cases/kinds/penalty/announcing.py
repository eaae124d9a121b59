"""Where a paper can be sent to, and its service by announcement (law/stages-penalty §0.6): rows of the penalty table."""

from yangguang.cases.rules.flow import Step

HANDLER = ("case_handler",)
UNIT_HEAD = ("unit_head",)
ON_THE_DAY = ("system", "case_handler")
OPEN = (
    "opened", "concluded", "notified", "hearing_asked", "hearing_set", "hearing_over", "heard", "awaiting_review", "returned",
    "review_passed", "discussed", "decided", "served", "unfulfilled", "fulfilled",
    "annulled", "closed", "archived", "transferred_to_police", "police_opened",  # papers of proceedings beside it go on
)  # fmt: skip


def tried_and_announced(standing: tuple[str, ...]) -> tuple[Step, ...]:
    """What can be done from where a case stands, in each table, about a paper that does not arrive."""
    return (
        Step("record_service_failure", "记录送达未果", standing, None, ("CPL-2023:95.2",), HANDLER, ("paper_to_serve",)),
        Step("confirm_service_address", "确认送达地址", standing, None, ("APL-2021:61.2", "CPL-2023:90"), HANDLER, (),
             ("service_address_confirmation",)),
        Step("request_announcement", "提请公告送达", standing, None, ("CPL-2023:95.1", "CPL-2023:95.2"), HANDLER,
             ("paper_to_serve", "announcement_last_resort")),
        Step("approve_announcement", "同意公告送达", standing, None, ("CPL-2023:95.1", "CPL-2023:95.2"), UNIT_HEAD, (),
             ("service_announcement",)),
        Step("serve_by_announcement", "发出送达公告", standing, None, ("CPL-2023:95.1",), HANDLER,
             ("announcement_agreed", "two_officers", "certificates_valid", "announcement_photographed"), recorded="key"),
        Step("deem_served", "公告期满视为送达", standing, None, ("CPL-2023:95.1",), ON_THE_DAY, ("announcement_full",)),
    )  # fmt: skip


ANNOUNCING = tried_and_announced(OPEN)

DEEMED = (
    Step("deem_decision_served", "公告期满视为送达决定", ("decided",), "served", ("CPL-2023:95.1",), ON_THE_DAY,
         ("announcement_full",), stops=("serve_by",)),
)  # fmt: skip
