"""How a party goes on under another name or in another body while its case runs."""

from __future__ import annotations

from enum import StrEnum


class SuccessionKind(StrEnum):
    """What happened to the party."""

    MERGED = "merged"
    SPLIT = "split"
    RENAMED = "renamed"
    DISSOLVED = "dissolved"


SUCCESSIONS = {
    SuccessionKind.MERGED: "合并，由合并后的单位承受",
    SuccessionKind.SPLIT: "分立，由分立后的单位承受",
    SuccessionKind.RENAMED: "名称变更，主体不变",
    SuccessionKind.DISSOLVED: "终止，有义务承受人",
}
