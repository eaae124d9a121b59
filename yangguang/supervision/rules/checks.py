"""Automatic checks of one finished file: each tells the place in the file and the clause. They suggest; they never score."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from yangguang.kernel.written_days import in_words
from yangguang.statutes import clause

MILESTONES = ("立案", "调查终结", "事先告知", "法制审核通过", "作出决定", "送达决定", "结案")


@dataclass(frozen=True)
class Visit:
    """An act two officers carry out: what it was, on which day, how many were assigned, and whose certificate did not carry it."""

    label: str
    on: date
    officers: int
    faults: tuple[str, ...] = ()


@dataclass(frozen=True)
class Term:
    """A term of the agency that ended too late."""

    label: str
    clause: str
    due_on: date
    ended_on: date | None
    reason: str


@dataclass(frozen=True)
class FileFacts:
    """What the checks ask of a file. `days` are the milestones with their days; `papers` the titles in the order of the file."""

    days: dict[str, date]
    papers: tuple[str, ...]
    wanted: tuple[str, ...]
    visits: tuple[Visit, ...] = ()
    fine_fen: int = 0
    notified_fen: int | None = None
    review_lacking: bool = False
    discussion_reasons: tuple[str, ...] = ()
    hearing_not_told: bool = False
    hearing_not_held: bool = False
    terms: tuple[Term, ...] = ()
    outside_reason: str = ""
    unserved: tuple[str, ...] = ()
    unproved: tuple[str, ...] = ()
    payees: tuple[str, ...] = ()
    body_name: str = ""
    archived: bool = True


@dataclass(frozen=True)
class Finding:
    """A suggestion: what was noticed, where in the file, under which clause, and which focus point of the sheet it concerns."""

    check: str
    words: str
    place: str
    clause: str
    focus: str = ""

    def kept(self) -> dict[str, Any]:
        """As the row keeps it."""
        return asdict(self)


Check = Callable[[FileFacts], Iterator[Finding]]


def findings(facts: FileFacts) -> list[Finding]:
    """Everything the checks notice, in the order of the checks."""
    return [found for check in CHECKS for found in check(facts)]


def _order(facts: FileFacts) -> Iterator[Finding]:
    present = [(name, facts.days[name]) for name in MILESTONES if name in facts.days]
    for (before, first), (after, then) in pairwise(present):
        if then < first:
            words = f"{after}（{in_words(then)}）早于{before}（{in_words(first)}），程序可能倒置"
            yield Finding("日期先后", words, f"{before}、{after}", "CHF-STD:veto")


def _two_officers(facts: FileFacts) -> Iterator[Finding]:
    least = clause("APL-2021:42.1#officers").amount("least", unit="person")
    for one in facts.visits:
        if one.officers < least:
            words = f"{one.label}当天只有{one.officers}名执法人员"
            yield Finding("两名执法人员", words, _dated(one), "APL-2021:42.1#officers")


def _certificates(facts: FileFacts) -> Iterator[Finding]:
    for one in facts.visits:
        for fault in one.faults:
            yield Finding("证件有效", fault, _dated(one), "APL-2021:42.1#qualified")


def _papers(facts: FileFacts) -> Iterator[Finding]:
    for wanted in facts.wanted:
        if not any(wanted in title for title in facts.papers):
            focus = wanted if wanted == "调查终结报告" else ""
            yield Finding("必备文书", f"卷内没有{wanted}", "卷内目录", "APL-2021:47", focus)


def _not_heavier(facts: FileFacts) -> Iterator[Finding]:
    if facts.notified_fen is not None and facts.fine_fen > facts.notified_fen:
        yield Finding("告知与决定", "决定的罚款比告知的多", "事先告知书、决定书", "APL-2021:45.2")


def _review(facts: FileFacts) -> Iterator[Finding]:
    if facts.review_lacking:
        yield Finding("法制审核", "应当法制审核，作出决定以前没有审核通过", "副卷", "APL-2021:58.1")


def _discussion(facts: FileFacts) -> Iterator[Finding]:
    for reason in facts.discussion_reasons:
        yield Finding("集体讨论", f"{reason}，没有集体讨论记录", "副卷", "APL-2021:57.2", "集体讨论")


def _hearing(facts: FileFacts) -> Iterator[Finding]:
    if facts.hearing_not_told:
        yield Finding("听证", "应当告知听证权利，告知书没有告知", "事先告知书", "APL-2021:63.1")
    if facts.hearing_not_held:
        yield Finding("听证", "当事人申请听证，没有举行，也没有撤回或者不予受理的记录", "听证材料", "APL-2021:63.2")


def _terms(facts: FileFacts) -> Iterator[Finding]:
    for one in facts.terms:
        ended = in_words(one.ended_on) if one.ended_on else "结案时仍没有办结"
        why = f"；原因：{one.reason}" if one.reason else "；没有写原因"
        yield Finding("办理期限", f"{one.label}应于{in_words(one.due_on)}前办结，{ended}{why}", one.label, one.clause)


def _tier(facts: FileFacts) -> Iterator[Finding]:
    if facts.outside_reason:
        words = f"裁量结果不在所选阶次的幅度内；理由：{facts.outside_reason}"
        yield Finding("裁量越档", words, "决定书、调查终结报告", "APL-2021:34", "自由裁量权")


def _service(facts: FileFacts) -> Iterator[Finding]:
    for title in facts.unserved:
        yield Finding("送达凭证", f"{title}没有送达的记录", title, "APL-2021:61.1")
    for title in facts.unproved:
        yield Finding("送达凭证", f"{title}已送达，没有回证或者回执", "送达回证", "CPL-2023:87.1")


def _payee(facts: FileFacts) -> Iterator[Finding]:
    if any(payee.strip() == facts.body_name for payee in facts.payees):
        yield Finding("罚缴分离", "收缴罚款的就是作出决定的机关", "缴款凭证", "APL-2021:67.1", "罚缴分离")


def _archived(facts: FileFacts) -> Iterator[Finding]:
    if not facts.archived:
        yield Finding("归档", "已经办结，还没有归档", "案卷封面", "SD-SUP-2014:14.1")


def _dated(one: Visit) -> str:
    return f"{one.label}（{in_words(one.on)}）"


CHECKS: tuple[Check, ...] = (
    _order, _two_officers, _certificates, _papers, _not_heavier, _review, _discussion, _hearing, _terms, _tier, _service, _payee,
    _archived,
)  # fmt: skip
