"""Until when the body answers where its decision is contested, and what its paper is called (ARL-2023:48, 54.1, AJL-2017:67.1)."""

from __future__ import annotations

from dataclasses import dataclass

RECONSIDERATION = "reconsideration"


@dataclass(frozen=True)
class Answering:
    """The term, the clause it stands in, the paper and the series of its numbers, and what the two sides are called."""

    term: str
    clause: str
    title: str
    series: str
    applicant: str
    ourselves: str
    begins: str = "收到复议申请书副本"


ORDINARY = Answering("answer_reconsideration_by", "ARL-2023:48", "行政复议答复书", "复答", "申请人", "被申请人")
SIMPLIFIED = Answering(
    "answer_simplified_reconsideration_by", "ARL-2023:54.1", "行政复议答复书", "复答", "申请人", "被申请人"
)
LAWSUIT = Answering("answer_lawsuit_by", "AJL-2017:67.1", "行政诉讼答辩状", "应诉", "原告", "被告", "收到起诉状副本")
TERMS = tuple(one.term for one in (ORDINARY, SIMPLIFIED, LAWSUIT))


def answering_of(kind: str, *, simplified: bool) -> Answering:
    """How one reconsideration or lawsuit is answered."""
    if kind != RECONSIDERATION:
        return LAWSUIT
    return SIMPLIFIED if simplified else ORDINARY
