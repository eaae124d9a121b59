"""What is told of a meeting of the heads of an agency, and what the law wants of it (APL-2021:57.2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from yangguang.base import local_values
from yangguang.cases import standing, withdrawn
from yangguang.cases.models import Case, DiscussionConclusion, DiscussionWay, SettledBy, Vote
from yangguang.cases.rules import collective_discussion as rule
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "APL-2021:57.2"
NO_RECORD = "集体讨论应当有讨论记录。"
WITHDRAWN = (CLAUSE, withdrawn.CLAUSE)


@dataclass(frozen=True)
class Said:
    """How one head voted on the draft, and the opinion that was taken down."""

    vote: str
    opinion: str


@dataclass(frozen=True)
class Meeting:
    """What is told of a discussion. `said` and `absent` (why somebody did not come) go by the public id of the account."""

    way: str
    matter: str
    place: str
    presided_by: str
    recorder_name: str
    said: Mapping[str, Said]
    conclusion: str
    conclusion_words: str
    absent: Mapping[str, str] = field(default_factory=dict)
    others: Sequence[str] = ()
    differing_reason: str = ""


@dataclass(frozen=True)
class Sat:
    """Every head of the body on that day, as the record keeps them: who took part, who did not come, who had withdrawn."""

    presided_by_name: str
    opinions: list[dict[str, str]]
    absent: list[dict[str, str]]
    withdrawn: list[dict[str, str]]
    settled_by: str
    differing_reason: str


def looked_over(case: Case, meeting: Meeting) -> None:
    """Signing what goes round is no discussion, and neither is a meeting nobody wrote down, or that somebody who has
    withdrawn sat in.
    """
    if meeting.way != DiscussionWay.MEETING:
        raise Refused(NO_RECORD, CLAUSE, field="way", remedy="传阅签字不是集体讨论。请召开会议，记录每人的意见。")
    if meeting.conclusion not in DiscussionConclusion.values:
        raise Refused(NO_RECORD, CLAUSE, field="conclusion", remedy="请选择讨论的结论。")
    for name, label in (("matter", "讨论事项"), ("place", "讨论地点"), ("recorder_name", "记录人"),
                        ("conclusion_words", "结论的内容")):  # fmt: skip
        if not getattr(meeting, name).strip():
            raise Refused(NO_RECORD, CLAUSE, field=name, remedy=f"请写明{label}。")
    sitting_in = (("others", tuple(meeting.others)), ("recorder_name", (meeting.recorder_name.strip(),)))
    for told, names in sitting_in:
        if gone := sorted(set(names) & withdrawn.withdrawn_names(case)):
            raise Refused(
                f"{'、'.join(gone)}已经回避，不得列席或者记录集体讨论。", WITHDRAWN, field=told, remedy="请另行安排。"
            )


def present(case: Case, meeting: Meeting, at: Moment) -> Sat:
    """Who sat there. Raises Refused for anyone but a head of this body, for one nobody accounts for, for too few of them,
    and for a conclusion that does not follow from the votes under the rules of the body.
    """
    heads = {head.public_id: head for head in standing.heads_of(case.body, at.day)}
    _of_this_body(case, meeting, heads)
    gone = [head for head in heads.values() if withdrawn.has_withdrawn(head, case)]
    _everybody_is_told_of(meeting, {ref: head for ref, head in heads.items() if head not in gone})
    least = int(local_values.value("collective_discussion_persons", chain=case.body.public_id, on=at.day))
    if len(meeting.said) < least:
        raise Refused(
            f"参加集体讨论的机关负责人少于{least}人。", CLAUSE, field="attendees",
            remedy="人数由本机关议事规则规定。已经回避的不计入。",
        )  # fmt: skip
    if meeting.presided_by not in meeting.said:
        raise Refused(NO_RECORD, CLAUSE, field="presided_by", remedy="请从参加的机关负责人中选择主持人。")
    settled_by = settles(case, at.day)
    rows = [
        _named(head) | {"vote": one.vote, "opinion": one.opinion.strip(), **_leads(head, settled_by)}
        for ref, head in heads.items() if (one := meeting.said.get(ref))
    ]  # fmt: skip
    _concluded(meeting, rows, settled_by)
    return Sat(
        presided_by_name=heads[meeting.presided_by].name, opinions=rows,
        absent=[_named(head) | {"reason": meeting.absent[ref].strip()} for ref, head in heads.items() if ref in meeting.absent],
        withdrawn=[_named(head) for head in gone], settled_by=settled_by,
        differing_reason=meeting.differing_reason.strip() if rule.follows(rows) != meeting.conclusion else "",
    )  # fmt: skip


def _named(head: Account) -> dict[str, str]:
    return {"ref": head.public_id, "name": head.name, "post": head.post or "负责人"}


def _of_this_body(case: Case, meeting: Meeting, heads: Mapping[str, Account]) -> None:
    if (set(meeting.said) | set(meeting.absent)) - set(heads):
        raise Refused(
            "参加集体讨论的应当是本机关负责人。", CLAUSE, field="attendees", remedy="其他人员请写在“列席人”。"
        )
    if any(withdrawn.has_withdrawn(heads[ref], case) for ref in meeting.said):
        raise Refused(
            withdrawn.MUST_WITHDRAW, WITHDRAWN, field="attendees", remedy="已经回避的，不得参加讨论。请另行召集。"
        )


def _everybody_is_told_of(meeting: Meeting, heads: Mapping[str, Account]) -> None:
    for ref, head in heads.items():
        said, reason = meeting.said.get(ref), meeting.absent.get(ref)
        if (said is None) == (reason is None):
            raise Refused(
                NO_RECORD, CLAUSE, field=f"vote_{ref}", remedy=f"请写明{head.name}怎样表决；没有参加的，写明缺席原因。"
            )
        if said is not None and said.vote not in Vote.values:
            raise Refused(
                "集体讨论应当记录每人的表决。", CLAUSE, field=f"vote_{ref}", remedy=f"请写明{head.name}怎样表决。"
            )
        if not (said.opinion if said is not None else reason or "").strip():
            what = "意见" if said is not None else "缺席原因"
            raise Refused(NO_RECORD, CLAUSE, field=f"opinion_{ref}", remedy=f"请写明{head.name}的{what}。")


def _leads(head: Account, settled_by: SettledBy) -> dict[str, str]:
    return {"principal": "yes"} if settled_by == SettledBy.PRINCIPAL and head.is_principal else {}


def settles(case: Case, day: date) -> SettledBy:
    """By which rule a body makes a conclusion of the votes: its own, or by majority (※: the law does not say)."""
    words, _ = local_values.usual_or_set("collective_discussion_rule", chain=case.body.public_id, on=day)
    return next(one for one in SettledBy if one.label == words)


def _concluded(meeting: Meeting, rows: list[dict[str, str]], settled_by: SettledBy) -> None:
    follows = DiscussionConclusion(rule.follows(rows, settled_by))
    if settled_by == SettledBy.PRINCIPAL and not any(one.get("principal") for one in rows):
        raise Refused(
            "实行首长负责制的，主要负责人应当参加集体讨论。", CLAUSE, field="attendees",
            remedy="主要负责人不能参加或者已经回避的，由主持工作的负责人召集。",
        )  # fmt: skip
    if meeting.conclusion != follows:
        raise Refused(
            f"集体讨论的结论与表决结果不一致：{rule.counted_words(rows)}（{settled_by.label}）。", CLAUSE, field="conclusion",
            remedy=f"按表决结果，结论是“{follows.label}”。",
        )  # fmt: skip
    if follows != rule.follows(rows) and not meeting.differing_reason.strip():
        raise Refused(
            "主要负责人的结论与多数人的意见不一致，应当记录理由。",
            CLAUSE,
            field="differing_reason",
            remedy="请写明理由。",
        )
