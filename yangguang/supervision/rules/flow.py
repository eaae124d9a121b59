"""Which act of an evaluation may follow which: the table of a round and of one file in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """An act, from which states, to which (None: it stays), and the clauses it runs under."""

    act: str
    label: str
    source: tuple[str, ...]
    target: str | None
    clauses: tuple[str, ...]


HOUSE, YEARLY, STANDARD = "BODY-HOUSE:evaluation", "SEED-002:yearly", "CHF-STD:veto"
REGULAR, SUPERVISED = "SD-SUP-2014:14.2", "HNE-2016:40"

ROUND = {
    one.act: one
    for one in (
        Step("approve_plan", "批准评查方案", ("proposed",), "planned", (YEARLY, SUPERVISED)),
        Step("draw_sample", "抽取案卷", ("planned",), "sampled", (REGULAR, HOUSE)),
        Step("add_targeted_file", "指定加入", ("sampled",), None, (REGULAR, HOUSE)),
        Step("exclude_file", "剔除递补", ("sampled", "assigned"), "sampled", (REGULAR,)),
        Step("assign_evaluators", "分派评查人", ("sampled", "assigned"), "assigned", (HOUSE,)),
        Step("check_files", "自动核查", ("assigned",), "scoring", ("APL-2021:47",)),
        Step("score_file", "评分", ("scoring",), None, (STANDARD,)),
        Step("settle_veto", "确认否决", ("scoring", "objecting"), None, (STANDARD,)),
        Step("give_feedback", "反馈结果", ("scoring",), "feedback", (HOUSE,)),
        Step("object_score", "提出异议", ("feedback", "objecting"), "objecting", (HOUSE,)),
        Step("recheck_file", "复评", ("objecting",), None, (HOUSE,)),
        Step("propose_result", "提请定档", ("feedback",), None, (REGULAR, HOUSE)),
        Step("finalise_round", "定档", ("feedback",), "finalised", (REGULAR, HOUSE)),
        Step("order_fixing", "责令整改", ("finalised", "rectifying"), "rectifying", (SUPERVISED, "SD-SUP-2014:31")),
        Step("report_fixing", "报告整改", ("rectifying",), None, (HOUSE,)),
        Step("verify_fixing", "核查整改", ("rectifying",), None, (HOUSE,)),
        Step("publish_result", "公布结果", ("verified", "finalised"), "closed", (REGULAR, "APL-2021:74.3")),
        Step("cancel_round", "取消评查", ("proposed", "planned", "sampled", "assigned"), "cancelled", (YEARLY,)),
    )
}  # fmt: skip

FILE = {
    "score_file": ("drawn",),
    "exclude_file": ("drawn",),
    "settle_veto": ("veto_claimed",),
    "object_score": ("scored", "vetoed"),
    "recheck_file": ("objected",),
}


def may_follow(act: str, state: str) -> bool:
    """Whether a round in a state may take an act."""
    return state in ROUND[act].source


def file_may(act: str, state: str) -> bool:
    """Whether a file in a state may take an act."""
    return state in FILE[act]


def after(act: str, state: str) -> str:
    """Where a round stands after an act."""
    return ROUND[act].target or state
