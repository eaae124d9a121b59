"""Who must pay the workers of a construction project: read from the chain of contracts (MWR-2019:29, 30, 36)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yangguang.statutes import keeps

OWNER, GENERAL, SUB, TEAM = "owner", "general_contractor", "subcontractor", "team"


@dataclass(frozen=True)
class Link:
    """One link of the chain as the rule reads it; `above` is the ref of the link that gave the work out."""

    ref: str
    name: str
    level: str
    above: str = ""
    relation: str = "contract"
    qualified: bool = True
    hired_workers: bool = False
    price_overdue_fen: int = 0


@dataclass(frozen=True)
class Liability:
    """One body that must pay, in which order, up to how much, and why."""

    ref: str
    name: str
    duty: str
    reason: str
    clause: str
    order: int
    limit_fen: int | None = None


@keeps("MWR-2019:29.2", "MWR-2019:30.1", "MWR-2019:30.3", "MWR-2019:30.4", "MWR-2019:36.1", "MWR-2019:36.2")
def who_pays(links: Sequence[Link]) -> tuple[Liability, ...]:
    """Everyone who must pay, the one the workers may turn to first standing first. Empty when nobody hired them yet."""
    known = {link.ref: link for link in links}
    found: list[Liability] = []
    for hirer in (link for link in links if link.hired_workers):
        found += _of_the_hirer(hirer)
        found += [liability for link in _upwards(hirer, known) for liability in _of_the_giver(link, known)]
        found += _of_the_general_contractor(hirer, known)
    found += [_of_the_owner(link) for link in links if link.level == OWNER and link.price_overdue_fen and found]
    once: dict[tuple[str, str], Liability] = {(one.ref, one.clause): one for one in found}
    return tuple(sorted(once.values(), key=lambda one: (one.order, one.name)))


def _upwards(link: Link, known: dict[str, Link]) -> list[Link]:
    """A link and those above it, up to the owner; a circle is walked once."""
    walked: list[Link] = []
    current: Link | None = link
    while current is not None and current not in walked:
        walked.append(current)
        current = known.get(current.above)
    return walked


def _of_the_hirer(hirer: Link) -> list[Liability]:
    if hirer.level == SUB and hirer.qualified:
        return [
            Liability(
                hirer.ref, hirer.name, "直接支付", "招用劳动者的分包单位对工资支付负直接责任。", "MWR-2019:30.1", 2
            )
        ]
    return []


def _of_the_giver(link: Link, known: dict[str, Link]) -> list[Liability]:
    """Whoever gave work to someone who may not do it, or lent its name, pays."""
    above = known.get(link.above)
    if above is None:
        return []
    if link.relation == "borrowed_name":
        why = f"允许“{link.name}”以自己的名义承揽工程。"
        return [Liability(above.ref, above.name, "清偿", why, "MWR-2019:36.2", 1)]
    if not link.qualified and above.level in {OWNER, GENERAL}:
        why = f"把工程发包、分包给不具备合法经营资格的“{link.name}”。"
        return [Liability(above.ref, above.name, "清偿", why, "MWR-2019:36.1", 1)]
    return []


def _of_the_general_contractor(hirer: Link, known: dict[str, Link]) -> list[Liability]:
    chain = _upwards(hirer, known)
    general = next((link for link in chain if link.level == GENERAL), None)
    if general is None or general.ref == hirer.ref:
        return []
    if any(link.relation == "whole_handed_on" for link in chain):
        reason, cited = "工程转包而拖欠工资。", "MWR-2019:30.4"
    else:
        reason, cited = "分包单位拖欠工资。", "MWR-2019:30.3"
    return [Liability(general.ref, general.name, "先行清偿，再依法追偿", reason, cited, 1)]


def _of_the_owner(owner: Link) -> Liability:
    return Liability(
        owner.ref, owner.name, "以未结清的工程款为限先行垫付", "未按合同约定及时拨付工程款导致拖欠。", "MWR-2019:29.2", 1,
        owner.price_overdue_fen,
    )  # fmt: skip
