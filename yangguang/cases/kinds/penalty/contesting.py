"""Steps about contested decisions, the same in ordinary and summary procedure (law/stages-penalty V04, V05, V07)."""

from collections.abc import Sequence

from yangguang.cases.rules.flow import Step

HANDLER = ("case_handler",)


def contesting(where: Sequence[str], falls_from: Sequence[str]) -> tuple[Step, ...]:
    """`where` anything may be recorded; `falls_from` a decision that falls moves the main line."""
    sources = tuple(where)
    return (
        Step("receive_application", "收到复议申请（经本机关提交）", sources, None, ("ARL-2023:32.2",), HANDLER),
        Step("forward_application", "转送复议申请", sources, None, ("ARL-2023:32.2",), HANDLER, (), ("forwarding_letter",)),
        Step("record_remedy", "登记复议、诉讼", sources, None, ("ARL-2023:48", "AJL-2017:67.1"), HANDLER),
        Step("request_remedy_answer", "提请答复复议、答辩", sources, None, ("ARL-2023:48", "ARL-2023:54.1", "AJL-2017:67.1"), HANDLER),
        Step("answer_remedy", "答复复议、答辩", sources, None, ("ARL-2023:48", "ARL-2023:54.1", "AJL-2017:67.1"),
             ("agency_head",), (), ("remedy_answer", "remedy_evidence_list")),
        Step("submit_remedy_answer", "提交答复、答辩", sources, None, ("ARL-2023:48", "ARL-2023:54.1", "AJL-2017:67.1"), HANDLER,
             (), ("remedy_answer_receipt",)),
        Step("record_evidence_leave", "登记准许补充证据", sources, None, ("ARL-2023:46.1", "AJL-2017:35"), HANDLER),
        Step("record_remedy_outcome", "登记复议、诉讼结果", sources, None, ("APL-2021:48.2",), HANDLER),
        Step("record_performance", "登记履行复议决定、判决", sources, None, ("ARL-2023:66", "AJL-2017:72"), HANDLER, (),
             ("performance_record",)),
        Step("record_annulling_outcome", "登记复议、诉讼结果（决定失效）", tuple(falls_from), "annulled",
             ("APL-2021:38", "APL-2021:48.2"), HANDLER, stops=("serve_by", "pay_by")),
    )  # fmt: skip
