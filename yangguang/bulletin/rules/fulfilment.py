"""Where the fulfilment of a published decision stands, read from the first words of what its copy says."""

from __future__ import annotations

STATES = ("已履行", "履行中", "逾期未履行", "终结执行", "无需履行", "实施中", "已结束")  # the last two of measures
MARK = "："
CONTESTED = ("正在行政复议", "正在行政诉讼")


def state_of(words: str) -> str:
    """One of the states, or nothing where the copy says nothing or was made before states were named."""
    state = words.partition(MARK)[0]
    return state if state in STATES else ""


def contested_in(words: str) -> str:
    """正在行政复议, 正在行政诉讼: what the copy says last while the decision is contested; nothing where it is not."""
    return next((one for one in CONTESTED if words.endswith(one)), "")
