"""Papers of the sanctions list: notice, decisions with their five items, answers, records."""

from __future__ import annotations

from collections.abc import Iterable

from yangguang.base.events import Actor
from yangguang.cases.kinds.labour.remedies import in_words
from yangguang.cases.kinds.penalty.documents import frame, short_form
from yangguang.cases.models import MajorViolation, SanctionsListing
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures
from yangguang.records.api import Document, make_document
from yangguang.statutes import clause

LIST = "拖欠农民工工资失信联合惩戒对象名单"


def letter(
    line: SanctionsListing | MajorViolation, *, kind: str, title: str, number_kind: str, to: str, words: Iterable[str], actor: Actor,
    at: Moment,
) -> Document:  # fmt: skip
    """A numbered paper of the body to whoever is listed."""
    case = line.case
    return make_document(
        kind=kind, title=title, number_kind=number_kind, body=case.body, file_ref=case.public_id, dated_on=at.day,
        actor=actor, at=at, sheet=frame.letter(case, title=title, text=words, dated_on=at.day, to=to),
    )  # fmt: skip


def form(
    line: SanctionsListing | MajorViolation,
    *,
    kind: str,
    title: str,
    rows: Iterable[tuple[str, str]],
    actor: Actor,
    at: Moment,
) -> Document:
    """A form of the file."""
    case = line.case
    return make_document(
        kind=kind, title=title, body=case.body, file_ref=case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=short_form.sheet(case, title=title, rows=rows, dated_on=at.day),
    )  # fmt: skip


def all_named(line: SanctionsListing) -> str:
    """Everybody listed, the unit first."""
    return "、".join(one.name for one in line.listed.order_by("position", "pk"))


def why(line: SanctionsListing) -> str:
    """What happened, in one sentence."""
    event = f"，并{line.mass_event.rstrip('。')}" if line.mass_event else ""
    owed = f"拖欠农民工工资{in_figures(line.unpaid_fen)}元，经{line.instruction.number}责令限期支付，逾期未支付"
    return f"{line.party.name}{owed}{event}。{frame.sentence(line.ground)}"


def notice_words(line: SanctionsListing) -> list[str]:
    """事由、依据、异议权、第七条规定."""
    days = clause("DWL-2021:6.2#object").amount(unit="workday")
    return [
        f"经查，{why(line)}依据{frame.cited(['DWL-2021:5'])}，本机关拟将你（单位）列入{LIST}。",
        f"你（单位）自收到本告知书之日起{days}个工作日内，可以向本机关提出异议，并可以提交证据。",
        f"依据{frame.cited(['DWL-2021:7'])}，在作出列入决定前已经改正，并书面承诺不再拖欠农民工工资的，可以不予列入。",
    ]


def decision_words(line: SanctionsListing, remedies: dict[str, str], *, why_listed: str) -> list[str]:
    """The five items of the law: why, by which clause, what follows, early removal, remedies."""
    years, months = clause("DWL-2021:11").amount(unit="year"), clause("DWL-2021:12#months").amount(unit="month")
    until = f"自本决定作出之日起{years}年，至{frame.chinese_date(line.listed_until)}止" if line.listed_until else ""
    return [
        f"列入事由：{why(line)}{frame.sentence(why_listed)}",
        f"依据：{frame.cited(['DWL-2021:5', 'DWL-2021:11'])}。决定将{all_named(line)}列入{LIST}，{until}。",
        f"联合惩戒措施提示：依据{frame.cited(['MWR-2019:48.1'])}，列入期间在政府资金支持、政府采购、招投标、融资贷款、市场准入、"
        "税收优惠、评优评先、交通出行等方面依法依规予以限制。",
        f"提前移出条件和程序：已经改正，自改正之日起被列入满{months}个月，并书面承诺不再拖欠农民工工资的，可以向本机关申请提前移出；"
        "列入期内再次拖欠、因拒不支付劳动报酬被追究刑事责任等情形不得提前移出。",
        f"救济措施：{in_words(remedies, '决定')}",
    ]  # fmt: skip
