"""Who takes part in a hearing beside the party, and how each of them signs the record page by page (APL-2021:64.1.8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from yangguang.cases import standing
from yangguang.cases.models import Case, Hearing, PartyKind, Signing
from yangguang.cases.withdrawn import withdrawn_names
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

TOLD, SIGNED = "APL-2021:64.1.2", "APL-2021:64.1.8"
PARTY, AGENT, THIRD = "当事人", "代理人", "第三人"
UNIT = "（单位）"
OURS = ("调查人员", "听证员", "听证记录员", "听证主持人")


@dataclass(frozen=True)
class ThirdParty:
    """Somebody the outcome touches who is no party: the name, and in what the interest lies."""

    name: str
    interest: str
    kind: str = str(PartyKind.PERSON)

    @classmethod
    def read(cls, lines: Iterable[str]) -> list[ThirdParty]:
        """One a line, as people type them: 姓名：利害关系; an organisation is marked so: 名称（单位）：利害关系."""
        pairs = [line.replace(":", "：").partition("：") for line in lines if line.strip()]
        return [cls._read(name.strip(), interest.strip()) for name, _, interest in pairs]

    @classmethod
    def _read(cls, name: str, interest: str) -> ThirdParty:
        plain = name.removesuffix(UNIT)
        kind = PartyKind.PERSON if plain == name else PartyKind.ORGANISATION
        return cls(clean(plain, label=THIRD, most=60), interest, str(kind))

    @staticmethod
    def written(those: Iterable[ThirdParty]) -> str:
        """The same as people type them, one a line."""
        return "\n".join(
            f"{one.name}{UNIT if one.kind == PartyKind.ORGANISATION else ''}：{one.interest}" for one in those
        )

    @classmethod
    def told(cls, hearing: Hearing) -> list[ThirdParty]:
        """Those the notice of a hearing tells."""
        return [cls(one["name"], one["interest"], one.get("kind", cls.kind)) for one in hearing.third_parties]


def admitted(
    case: Case, third: Sequence[ThirdParty], staff: Iterable[str], at: Moment, *, side: Iterable[str] = ()
) -> list[dict[str, str]]:
    """The third parties as the hearing keeps them. Raises Refused for one whose interest nobody names, for a party of the
    case, for who came on its side (`side`) and for whoever acts for the agency.
    """
    parties = set(case.parties.values_list("name", flat=True))
    ours = {officer.name for officer in standing.officers_on(case, at.day)} | {name for name in staff if name}
    seen: set[str] = set()
    for one in third:
        if not one.name or not one.interest:
            raise Refused(
                "参加听证的第三人应当与案件处理结果有利害关系。", TOLD, field="third_parties",
                remedy="请一行写一人，写成“姓名：与案件的利害关系”。",
            )  # fmt: skip
        if one.name in parties:
            raise Refused(
                f"{one.name}是本案当事人，不是第三人。", TOLD, field="third_parties", remedy="请写在当事人一方。"
            )
        if one.name in side:
            raise Refused(
                f"{one.name}已经写在当事人一方。", TOLD, field="third_parties", remedy="一人只写一处，请核对身份。"
            )
        if one.name in ours | withdrawn_names(case):
            raise Refused(
                f"{one.name}是本案的办案、听证人员，或者已经回避，不是第三人。",
                TOLD,
                field="third_parties",
                remedy="请核对姓名。",
            )
        if one.name in seen:
            raise Refused(f"{one.name}写了两次。", TOLD, field="third_parties", remedy="一人写一行。")
        seen.add(one.name)
    return [asdict(one) for one in third]


def signatures(
    case: Case, hearing: Hearing, *, signing: str, refused: Sequence[str], note: str, at: Moment
) -> list[dict[str, Any]]:
    """Who signs every page of the record, and who would not. Raises Refused for a refusal nobody is named or noted for."""
    agents = set(hearing.agent_names)
    side = dict.fromkeys([*hearing.attended_names, *hearing.agent_names])
    outside = [(name, AGENT if name in agents else PARTY) for name in side]
    outside += [(one["name"], THIRD) for one in hearing.third_parties]
    would_not = set(refused) if signing == Signing.REFUSED else set()
    if signing == Signing.REFUSED and not note.strip():
        raise Refused(
            "拒绝签字或者盖章的，由主持人注明。", SIGNED, field="refusal_note", remedy="请注明谁拒绝、怎样拒绝。"
        )
    if signing == Signing.REFUSED and not would_not:
        raise Refused("请写明谁拒绝签字或者盖章。", SIGNED, field="refused_names", remedy="其他参加人仍应当逐页签名。")
    if strangers := sorted(would_not - {name for name, _ in outside}):
        raise Refused(
            f"{'、'.join(strangers)}没有参加听证。",
            SIGNED,
            field="refused_names",
            remedy="请从到场的当事人、代理人、第三人中填写。",
        )
    staff = (
        [officer.name for officer in standing.officers_on(case, at.day)], hearing.member_names, [hearing.clerk_name],
        [hearing.chair.name],
    )  # fmt: skip
    inside = [(name, part) for part, names in zip(OURS, staff, strict=True) for name in names]
    return [_row(name, part, name in would_not, note) for name, part in outside] + [
        _row(name, part, False, note) for name, part in inside
    ]


def _row(name: str, part: str, refused: bool, note: str) -> dict[str, Any]:
    kept = Signing.REFUSED if refused else Signing.SIGNED
    return {"name": name, "part": part, "signing": str(kept), "note": note.strip() if refused else ""}
