"""What an answer, a refusal and a transfer must say, and until when: for the clauses of complaints (行政处罚法75, 若干规定18)."""

from __future__ import annotations

from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import signs_of
from yangguang.statutes import keeps

EXAMINE = "APL-2021:75.2"
OUT_OF_SCOPE = "LSP-2004:18#out_of_scope"
ACCEPT = "LSP-2004:18#accept"
FORWARD = "MWR-2019:10.3"
CONFIDENTIAL = "LSR-2004:9.3"
ELSEWHERE, REMEDIES, REPEATED, UNCLEAR = "elsewhere", "remedies", "repeated", "unclear"
GROUNDS_OF = {
    "wages": (ELSEWHERE, REPEATED, UNCLEAR), "conduct": (ELSEWHERE, REMEDIES, REPEATED, UNCLEAR),
    "question": (ELSEWHERE, REPEATED, UNCLEAR),
}  # fmt: skip
CLAUSE_OF = {
    (ELSEWHERE, "wages"): OUT_OF_SCOPE, (ELSEWHERE, "conduct"): EXAMINE, (REMEDIES, "conduct"): "APL-2021:7.1",
}  # fmt: skip
SENT_ON = (
    "不归本机关管辖", "来件投诉的人员、案件属于该机关", "本机关有权办理的人员都与来件有关，需要由该机关办理",
)  # fmt: skip
TRUE = frozenset({"substantiated", "partly"})


def clause_of(ground: str, kind: str) -> str:
    """Under which clause a voice is turned away; the duty to examine where none is nearer."""
    return CLAUSE_OF.get((ground, kind), EXAMINE if kind == "conduct" else FORWARD)


def checked_refusal(*, kind: str, ground: str, reason: str, to: str) -> None:
    """Raises Refused where a ground is not one for this kind, without reasons, or without saying whom to turn to."""
    if ground not in GROUNDS_OF.get(kind, ()):
        raise Refused(
            "这不是这类来件可以不予办理的理由。", clause_of(ground, kind), field="ground", remedy="请从列表中选择。"
        )
    if not reason.strip():
        raise Refused(
            "不予办理的应当说明理由。", clause_of(ground, kind), field="reason", remedy="请写明理由后再办理。"
        )
    if ground == ELSEWHERE and not to.strip():
        raise Refused(
            "不归本机关管的，应当告知向哪个机关提出。", clause_of(ground, kind), field="to", remedy="请写明机关名称。"
        )


@keeps(EXAMINE)
def checked_answer(*, kind: str, reply: str, finding: str, corrected: str) -> None:
    """Raises Refused for an answer without a finding, or one that finds a mistake and does not say how it was put right."""
    if not reply.strip():
        raise Refused("答复应当写明核实的情况。", EXAMINE if kind == "conduct" else "", field="reply")
    if kind == "conduct" and not finding:
        raise Refused(
            "对投诉应当认真审查，写明查实的结果。", EXAMINE, field="finding", remedy="请选择属实、部分属实或者不属实。"
        )
    if kind == "conduct" and finding in TRUE and not corrected.strip():
        raise Refused("发现有错误的，应当主动改正。", EXAMINE, field="corrected", remedy="请写明怎样改正、怎样处理。")


def names_writer(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text that others read names who wrote, however it is spaced and punctuated."""
    plain = signs_of(text)
    return any(len(known) > 1 and known in plain for known in map(signs_of, words))
