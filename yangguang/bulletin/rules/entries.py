"""What is public entry by entry and not as an edition: the list of unpaid wages, major violations of each quarter."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class EntryKind:
    """How a kind is called, what its day is, what one of it is, and who is on it."""

    label: str
    since: str
    one: str
    told: str


KINDS = {
    "wage_arrears_sanctions": EntryKind(
        "欠薪失信名单", "起列入", "这一条失信名单信息", "拖欠农民工工资、被列入的单位和个人"
    ),
    "major_labour_violations": EntryKind(
        "重大劳动保障违法行为", "公布", "这一条重大劳动保障违法行为信息", "每季度公布：单位、事实、处理"
    ),
}


def since_words(kind: str) -> str:
    """What begins on the day a list bears."""
    return KINDS[kind].since if kind in KINDS else "起施行"
