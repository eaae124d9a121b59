"""听证通知书、延期听证通知书、听证公告、不予受理听证通知书、听证笔录、听证报告、终止听证记录."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from yangguang.base.press.blocks import SignatureLine, facts, paragraph
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.models import Case, Hearing, PartyKind, Signing
from yangguang.kernel import clock

NOTICE, POSTPONED, REFUSED = "听证通知书", "延期听证通知书", "不予受理听证通知书"
CHANGED = "更换听证人员通知书"
ANNOUNCED, ANNOUNCED_ANEW = "听证公告", "延期听证公告"
RECORD, REPORT, TERMINATED = "听证笔录", "听证报告", "终止听证记录"
RIGHTS_LAW = ("APL-2021:64.1.4", "APL-2021:64.1.5", "APL-2021:64.1.6")
PUBLIC_LAW = "APL-2021:64.1.3"
WITHOUT_CHARGE = "举行听证不收取任何费用。"


def notice(case: Case, *, hearing: Hearing, parties: str, dated_on: date, postponed: str = "") -> Sheet:
    """Time and place, who presides, the rights of the party; a postponement says why."""
    where = f"定于{moment(hearing.set_for)}在{hearing.place}"
    manner = "公开举行" if hearing.in_public else f"不公开举行（{hearing.get_closed_ground_display()}）"
    members = f"，听证员{'、'.join(hearing.member_names)}" if hearing.member_names else ""
    third = "、".join(one["name"] for one in hearing.third_parties)
    text = [
        f"你（单位）就{case.title}一案（{case.number}）提出的听证申请，本机关{where}{manner}听证。",
        *([f"延期的理由：{frame.sentence(postponed)}"] if postponed else []),
        f"听证主持人{hearing.chair.name}{members}，听证记录员{hearing.clerk_name}。认为主持人与本案有直接利害关系的，有权申请回避。",
        *([f"与案件处理结果有利害关系的{third}，一并通知参加听证。"] if third else []),
        "你（单位）可以亲自参加听证，也可以委托一至二人代理。委托代理的，请在听证前提交授权委托书。",
        f"无正当理由拒不出席，或者未经许可中途退出的，依据{frame.cited(RIGHTS_LAW[2:])}的规定，视为放弃听证权利。{WITHOUT_CHARGE}",
    ]
    return frame.letter(case, title=POSTPONED if postponed else NOTICE, to=parties, text=text, dated_on=dated_on)


def staff_change(case: Case, *, hearing: Hearing, parties: str, reason: str, dated_on: date) -> Sheet:
    """Who presides and takes down now, and that the party may ask for their recusal too."""
    members = f"，听证员{'、'.join(hearing.member_names)}" if hearing.member_names else ""
    text = [
        f"本机关定于{moment(hearing.set_for)}在{hearing.place}就{case.title}一案（{case.number}）举行的听证，更换听证人员。",
        f"更换的理由：{frame.sentence(reason)}",
        f"更换后，听证主持人{hearing.chair.name}{members}，听证记录员{hearing.clerk_name}。听证的时间和地点不变。",
        f"认为主持人与本案有直接利害关系的，依据{frame.cited(RIGHTS_LAW[:1])}的规定，有权申请回避。",
    ]
    return frame.letter(case, title=CHANGED, to=parties, text=text, dated_on=dated_on)


def announcement(case: Case, *, hearing: Hearing, dated_on: date, postponed: bool = False) -> Sheet:
    """What the public is told of a hearing it may attend: cause, time and place, who presides; no party that is a person."""
    cause = case.title
    for party in case.parties.filter(kind=PartyKind.PERSON).order_by("pk"):
        cause = cause.replace(party.name, "当事人")
    text = [
        f"本机关{'原定的听证延期，现' if postponed else ''}定于{moment(hearing.set_for)}在{hearing.place}公开举行听证。",
        f"案由：{frame.sentence(cause)}",
        f"听证主持人：{hearing.chair.name}。",
        "公民、法人和其他组织可以旁听。旁听人员应当遵守听证纪律，未经主持人同意不得发言、提问、录音、录像或者拍照。",
        f"特此公告（{frame.cited([PUBLIC_LAW])}）。",
    ]
    title = ANNOUNCED_ANEW if postponed else ANNOUNCED
    return frame.letter(case, title=title, text=text, dated_on=dated_on)


def refusal(case: Case, *, party: str, reason: str, dated_on: date) -> Sheet:
    """That the request is not taken up, and why."""
    text = [
        f"你（单位）就{case.title}一案（{case.number}）提出的听证申请，本机关不予受理。",
        f"理由：{frame.sentence(reason)}",
        "你（单位）陈述、申辩的权利不受影响。",
    ]
    return frame.letter(case, title=REFUSED, to=party, text=text, dated_on=dated_on)


def record(
    case: Case, *, hearing: Hearing, began_at: datetime, ended_at: datetime, investigators: Sequence[str],
    evidence: Iterable[str], said: str, dated_on: date,
) -> Sheet:  # fmt: skip
    """Who was there, what was put forward and answered, which evidence was examined; signed on every page."""
    blocks = [
        facts(
            [("开始时间", moment(began_at)), ("结束时间", moment(ended_at))],
            [("听证地点", hearing.place), ("方式", "公开" if hearing.in_public else "不公开")],
            [("主持人", hearing.chair.name), ("听证记录员", hearing.clerk_name)],
            ("听证员", "、".join(hearing.member_names) or "无"), ("调查人员", "、".join(investigators)),
            ("当事人一方到场人员", "、".join(hearing.attended_names) or "无"),
            ("代理人", "、".join(hearing.agent_names) or "无"), ("第三人", _third(hearing)), ("经质证的证据", "；".join(evidence)),
        ),
        paragraph("主持人核对到场人员，宣布案由和听证纪律，告知当事人的权利义务。调查人员提出违法的事实、证据和处罚建议，当事人申辩和质证："),
        *map(paragraph, filter(None, (line.strip() for line in said.splitlines()))),
        paragraph("以上笔录已交当事人或者代理人、第三人核对。"), *_signed_by(hearing),
    ]  # fmt: skip
    return frame.form(case, title=RECORD, blocks=blocks, dated_on=dated_on, sign_pages="当事人或者代理人、第三人")


def _third(hearing: Hearing) -> str:
    waived = "，同意不再等候提前通知的期限"
    return (
        "；".join(
            f"{one['name']}（{one['interest']}{waived if one.get('waived') else ''}）" for one in hearing.third_parties
        )
        or "无"
    )


def _signed_by(hearing: Hearing) -> list[Any]:
    """One line for each who signs, and the word of the chair on each who would not."""
    lines: list[Any] = []
    for one in hearing.signatures:
        if one["signing"] == Signing.REFUSED:
            lines.append(
                paragraph(f"{one['part']}{one['name']}拒绝签字或者盖章。主持人注明：{frame.sentence(one['note'])}")
            )
        else:
            lines.append(SignatureLine(one["part"], one["name"]))
    return lines


def report(case: Case, *, hearing: Hearing, opinion: str, dated_on: date) -> Sheet:
    """What the chair thinks after the hearing, for those who decide."""
    rows = [("听证时间", moment(hearing.set_for)), ("主持人", hearing.chair.name)]
    blocks = [facts([("案号", case.number), ("案由", case.title)], rows), paragraph(opinion.strip()),
              SignatureLine("听证主持人", hearing.chair.name)]  # fmt: skip
    return frame.form(case, title=REPORT, blocks=blocks, dated_on=dated_on)


def termination(case: Case, *, hearing: Hearing, reason: str, dated_on: date) -> Sheet:
    """Who stayed away or left, and that the hearing ends."""
    rows = [("定于", moment(hearing.set_for)), ("听证地点", hearing.place)]
    blocks = [
        facts([("案号", case.number), ("案由", case.title)], rows, ("事实", reason.strip())),
        paragraph(f"依据{frame.cited(['APL-2021:64.1.6'])}的规定，视为放弃听证权利，终止听证。"),
        SignatureLine("听证记录员", hearing.clerk_name), SignatureLine("听证主持人", hearing.chair.name),
    ]  # fmt: skip
    return frame.form(case, title=TERMINATED, blocks=blocks, dated_on=dated_on)


def moment(instant: datetime) -> str:
    """Day and minute as papers write them."""
    return instant.astimezone(clock.BEIJING).strftime("%Y年%-m月%-d日 %H:%M")
