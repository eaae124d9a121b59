"""Gates about the party's rights before a decision: notice, statement and defence, hearing."""

from __future__ import annotations

from yangguang.base import local_values
from yangguang.cases import standing
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.models import Party, PartyKind
from yangguang.cases.rules import hearing
from yangguang.cases.rules.severity import Proposed, beyond, heavier
from yangguang.cases.rules.shares import share_for, shares_of
from yangguang.catalogues.api import matters_in_force

NOTICE_PARTS = {"penalties": "拟作出的处罚内容", "facts": "事实", "reasons": "理由", "basis": "依据", "rights": "权利"}
UNHEEDED = ("unrectified", "partly_rectified", "disposed")  # a disposition follows an unheeded order, penalty beside it


@gate("notice_complete", label="告知内容完整", clauses=("APL-2021:44",))
def notice_complete(attempt: Attempt) -> str:
    """A part the notice must tell is missing."""
    shares = shares_of(attempt.given.get("notice") or {})
    missing = [label for name, label in NOTICE_PARTS.items() if not all(share.get(name) for share in shares)]
    return f"告知内容不完整：缺少{'、'.join(missing)}。" if missing else ""


@gate(
    "notice_served", label="告知书已送达", clauses=("APL-2021:62", "LSR-2004:19#hear"),
    remedy="请先送达事先告知书，并登记送达回证。",
)  # fmt: skip
def notice_served(attempt: Attempt) -> str:
    """A party without a served notice that stands."""
    served = [n for n in standing.current_notices(attempt.case) if n.served_on and n.served_on <= attempt.at.day]
    if not attempt.case.parties.exists() or standing.parties_without(attempt.case, served):
        return "未告知拟作出的处罚内容及事实、理由、依据，不得作出决定。"
    return ""


@gate(
    "statement_period_over", label="陈述申辩期已满", clauses=("APL-2021:62", "APL-2021:45.1"),
    remedy="请等候期满；当事人明确放弃的，请登记书面或者录音录像的放弃声明。",
)  # fmt: skip
def statement_period_over(attempt: Attempt) -> str:
    """A party may still speak: its period runs, it did not waive, and it did not say it has nothing to add."""
    for notice in standing.current_notices(attempt.case):
        if notice.statement_waived_on or notice.statements.filter(nothing_to_add=True).exists():
            continue
        last = standing.window_last_day(notice, "statement_period")
        if last is None or attempt.at.day <= last:
            until = f"（{notice.party.name}，到{last:%Y年%-m月%-d日}）" if last else ""
            return f"陈述申辩期限未满{until}，不得作出决定。"
    return ""


@gate(
    "hearing_window_over", label="听证申请期已满", clauses=("APL-2021:64.1.1",),
    remedy="请等候期满；当事人书面放弃听证的，请登记放弃声明。",
)  # fmt: skip
def hearing_window_over(attempt: Attempt) -> str:
    """A party told of its hearing right may still ask for one."""
    for notice in standing.current_notices(attempt.case):
        if not notice.hearing_told or notice.hearing_waived_on:
            continue
        last = standing.window_last_day(notice, "request_hearing_by")
        if last is None or attempt.at.day <= last:
            until = f"（{notice.party.name}，到{last:%Y年%-m月%-d日}）" if last else ""
            return f"当事人申请听证的期限未满{until}，不得作出决定。"
    return ""


@gate("statement_re_examined", label="意见已逐条复核", clauses=("APL-2021:45.1",), remedy="请逐条写明采纳与否和理由。")
def statement_re_examined(attempt: Attempt) -> str:
    """A point of a statement nobody has answered."""
    return "当事人的陈述申辩尚未复核。" if standing.open_points(attempt.case) else ""


@gate(
    "not_heavier", label="没有因申辩加重", clauses=("APL-2021:45.2",),
    remedy="请按不重于告知的内容决定；发现新事实需要加重的，请补充调查后重新告知。",
)  # fmt: skip
def not_heavier(attempt: Attempt) -> str:
    """Heavier than first told, without independent new facts told anew."""
    if str(attempt.given.get("new_facts") or "").strip():
        return ""
    for notice in standing.current_notices(attempt.case):
        wanted = Proposed.of(standing.share_of_notice(attempt, notice))
        why = heavier(Proposed.of(standing.baseline_notice(notice).content), wanted)
        if why:
            return f"{why}。不得因当事人陈述申辩给予更重的处罚。"
    return ""


@gate("same_as_notified", label="与告知一致", clauses=("APL-2021:44", "APL-2021:62"), remedy="请重新告知后再决定。")
def same_as_notified(attempt: Attempt) -> str:
    """The decision holds more than the party was told."""
    for notice in standing.current_notices(attempt.case):
        why = beyond(Proposed.of(notice.content), Proposed.of(standing.share_of_notice(attempt, notice)))
        if why:
            return f"决定内容与告知不一致，应当重新告知：{why}。"
    return ""


@gate(
    "hearing_threshold_set", label="已设定听证数额标准", clauses=("APL-2021:63.1.1", "LHP-1996:3.2"),
    remedy="请系统管理员在“本地参数”中录入标准和来源。",
)  # fmt: skip
def hearing_threshold_set(attempt: Attempt) -> str:
    """Money is at stake and nobody has set from which amount a hearing must be offered."""
    unset = any(
        threshold_of(attempt, party) is None and _money_decides(attempt, party)
        for party in standing.parties_of(attempt.case)
    )
    return "未设定听证数额标准，不能判断是否应当告知听证权利。" if unset else ""


@gate("hearing_right_told", label="已告知听证权利", clauses=("APL-2021:63.1",), remedy="请在告知书中写明听证权利。")
def hearing_right_told(attempt: Attempt) -> str:
    """The penalty is of the size or kind that needs it, and a party was not told. Telling without need is allowed."""
    told = {n.party_id: n.hearing_told for n in standing.current_notices(attempt.case)}
    for party in standing.parties_of(attempt.case):
        is_told = attempt.given.get("hearing_told", told.get(party.pk, False))
        if hearing_reasons_of(attempt, party) and not is_told:
            return "未告知当事人要求听证的权利。"
    return ""


@gate(
    "order_unheeded_first", label="符合先责令改正的要求",
    clauses=("LSR-2004:30.1#fine", "LCL-2012:92.2", "LCLR-2008:33", "MWR-2019:55", "SIL-2018:84", "HRM-2018:43"),
    remedy="请先送达责令限期改正指令，期满核查未改正的再告知。",
)  # fmt: skip
def order_unheeded_first(attempt: Attempt) -> str:
    """The matter asks for an order to rectify that went unheeded, and there is none."""
    case = attempt.case
    matters = matters_in_force(case.body, attempt.at.day)
    needed = any(m.orders_first for m in matters if m.code == case.matter_code)
    return "责令限期改正尚未送达或者期限未满，不得处罚。" if needed and not _order_went_unheeded(attempt) else ""


def hearing_reasons_of(attempt: Attempt, party: Party) -> tuple[str, ...]:
    """Why this party must be told of its hearing right."""
    wanted = Proposed.of(share_for(standing.draft_content(attempt), party.public_id))
    threshold = threshold_of(attempt, party)
    return hearing.hearing_reasons(wanted.kinds, wanted.fine_fen, wanted.confiscated_fen, threshold)


def _money_decides(attempt: Attempt, party: Party) -> bool:
    wanted = Proposed.of(share_for(standing.draft_content(attempt), party.public_id))
    return hearing.needs_threshold(wanted.kinds, wanted.fine_fen, wanted.confiscated_fen)


def threshold_of(attempt: Attempt, party: Party) -> int | None:
    """The amount from which a party of this kind may ask for a hearing; a sole trader counts as a person."""
    who = "organisation" if party.kind == PartyKind.ORGANISATION else "person"
    chain = attempt.case.body.public_id
    found = local_values.find(f"hearing_threshold_{who}_fen", chain=chain, on=attempt.at.day)
    return int(found.value) if found else None


def _order_went_unheeded(attempt: Attempt) -> bool:
    if not attempt.case.pk:
        return False  # nothing was ordered in a case that is only about to begin
    reached: dict[str, str] = {}
    for step in attempt.case.steps_taken.filter(line="instruction").order_by("pk"):
        if step.occurred_at <= attempt.at.occurred_at:
            reached[step.line_ref] = step.reached
    return any(status in UNHEEDED for status in reached.values())
