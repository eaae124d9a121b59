"""The histories no case may have and the odd ones it must be able to have: text, clauses, tests."""

from structure.histories import PARTS, histories
from structure.reference.markdown import code, head, table

NAME = "histories"
TITLES = {
    "P9": "不可能的历史", "P10": "少见而合法的历史", "I": "处罚以外不可能的历史", "O": "处罚以外少见而合法的历史",
}  # fmt: skip


def page() -> str:
    """A table for each part, by number."""
    every = list(histories())
    told = "每一条都要有测试证明：不可能的在任何入口都被拒绝，少见而合法的必须能办。没有测试的，空着。"
    parts = [head("案件的历史", source=" structure/histories.toml 和测试上的标记", told=told)]
    for part in PARTS:
        rows = [
            (one.number, one.text, code(one.clauses), code(test.rpartition("::")[2] for test in one.tests))
            for one in every
            if one.part == part
        ]
        parts.append(f"\n## {TITLES[part]}\n\n{table(('号', '历史', '依据', '证明它的测试'), rows)}")
    return "".join(parts)
