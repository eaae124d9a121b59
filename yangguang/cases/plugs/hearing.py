"""Gates about hearings: who presides, notice ahead, in public, agents, the record, and a decision that rests on it."""

from __future__ import annotations

from datetime import date
from typing import Any

from yangguang.base import calendars
from yangguang.cases import standing
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.models import Hearing, HearingStatus, Signing
from yangguang.cases.panels import Panel, panel
from yangguang.cases.rules.hearing import too_many_agents
from yangguang.cases.third_parties import told_on
from yangguang.cases.use_cases._hearing_room import OURS
from yangguang.cases.withdrawn import has_withdrawn, withdrawn_names
from yangguang.kernel.clock import legal_day
from yangguang.kernel.refusal import Refused
from yangguang.records.api import is_signed
from yangguang.statutes import deadlines

AHEAD = "APL-2021:64.1.2"


@gate(
    "hearing_done", label="听证已举行", clauses=("APL-2021:63.1",),
    remedy="听证举行前不能继续。当事人撤回申请的，请登记撤回；没有撤回的，请组织听证。",
)  # fmt: skip
def hearing_done(attempt: Attempt) -> str:
    """A hearing was asked for, not held, not ended, not refused and not withdrawn."""
    return "当事人要求听证，尚未组织听证。" if standing.pending_hearing_requests(attempt.case) else ""


@gate(
    "chair_independent", label="听证主持人没有参与调查", clauses=("APL-2021:64.1.4", "LHP-1996:5"),
    remedy="请指定没有参与本案调查、没有利害关系的人员主持。",
)  # fmt: skip
def chair_independent(attempt: Attempt) -> str:
    """The chair investigated this case at some time, or has an interest in it; whoever withdrew sits on no hearing."""
    hearing = standing.hearing_set(attempt.case)
    chair = attempt.given.get("chair") or (hearing.chair if hearing else None)
    investigated = set(attempt.case.assignments.values_list("officer__account_id", flat=True))
    if chair is None or chair.pk in investigated or attempt.given.get("chair_conflicted") is True:
        return "听证主持人不是非本案调查人员。"
    staff = attempt.given.get("staff") or ([*hearing.member_names, hearing.clerk_name] if hearing else [])
    gone = [chair.name] if has_withdrawn(chair, attempt.case) else []
    gone += sorted(set(staff) & withdrawn_names(attempt.case))
    if gone:
        raise Refused(
            f"{'、'.join(gone)}已经回避，不得参加本案的听证。",
            ("APL-2021:64.1.4", "APL-2021:43.1"),
            remedy="请更换听证人员。",
        )
    return ""


@gate(
    "hearing_notice_ahead", label="听证已提前通知", clauses=(AHEAD,),
    remedy="通知送达日和听证日都不计入。请另定听证时间，重新通知。",
)  # fmt: skip
def hearing_notice_ahead(attempt: Attempt) -> str:
    """Fewer net working days between the notice and the hearing than the law wants; an unserved notice is none. Third parties
    the notice names are told like the parties.
    """
    told: date | None = attempt.at.day
    hearing = None
    day: date | None = attempt.at.day
    if attempt.act == "hold_hearing":
        hearing = standing.hearing_set(attempt.case)
        told = _served_on_all(hearing) if hearing else None
    else:
        set_for = attempt.given.get("set_for")
        day = legal_day(set_for) if set_for else None
    if told is None or day is None or not _is_ahead(told, day):
        return "未在举行听证的七个工作日前通知。"
    if attempt.act == "hold_hearing" and hearing is not None and hearing.third_parties:
        _third_parties_told(hearing, day, attempt)
    return ""


def _is_ahead(told: date, day: date) -> bool:
    earliest, _ = deadlines.earliest(AHEAD, told, calendars.in_force())
    return day >= earliest


def _third_parties_told(hearing: Hearing, day: date, attempt: Attempt) -> None:
    """Raises Refused for a third party the notice names who has not got it in time, unless they came and agreed all the same."""
    late = [name for name, on in told_on(hearing).items() if on is None or not _is_ahead(on, day)]
    if not late or not (missing := [name for name in late if name not in (attempt.given.get("waived") or ())]):
        return
    raise Refused(
        f"没有依法提前通知第三人{'、'.join(missing)}参加听证。", AHEAD, field="waived_names",
        remedy="请向第三人送达听证通知书，期限不够的请延期；第三人到场并同意如期举行的，请在表单中写明。",
    )  # fmt: skip


@gate(
    "hearing_public", label="听证公开举行", clauses=("APL-2021:64.1.3",),
    remedy="不公开的，请选择国家秘密、商业秘密或者个人隐私。",
)  # fmt: skip
def hearing_public(attempt: Attempt) -> str:
    """Behind closed doors without one of the grounds the law knows."""
    hearing = standing.hearing_set(attempt.case)
    told: Any = attempt.given.get("in_public")
    if told is None and hearing is not None:
        return "" if hearing.in_public or hearing.closed_ground else "听证应当公开举行。"
    return "" if told or attempt.given.get("closed_ground") else "听证应当公开举行。"


@gate(
    "hearing_agents_max", label="代理人不超过二人", clauses=("APL-2021:64.1.5",), remedy="请当事人确定一至二名代理人。"
)
def hearing_agents_max(attempt: Attempt) -> str:
    """More than two people speak for one party."""
    return "当事人可以委托一至二人代理。" if too_many_agents(len(attempt.given.get("agents") or ())) else ""


@gate(
    "hearing_record_signed", label="听证笔录已核对签章", clauses=("APL-2021:64.1.8",),
    remedy="请打印笔录，由当事人或者代理人、第三人和听证人员逐页签名后归入；拒绝签名的，由主持人注明。",
)  # fmt: skip
def hearing_record_signed(attempt: Attempt) -> str:
    """A record neither signed page by page by those who would nor bearing the chair's word on who would not."""
    for hearing in standing.hearings_held(attempt.case):
        if not _nobody_would(hearing) and (hearing.record is None or not is_signed(hearing.record)):
            return "听证笔录未经核对签字或者注明拒签。"
    return ""


def _nobody_would(hearing: Hearing) -> bool:
    """All who came refused, and the chair noted it: there is no page to wait for."""
    outside = [one["signing"] for one in hearing.signatures if one["part"] not in OURS]
    return bool(hearing.refusal_note) and all(one == Signing.REFUSED for one in outside)


@gate(
    "decision_follows_hearing_record", label="根据听证笔录作出决定", clauses=("APL-2021:65", "APL-2021:64.1.7"),
    remedy="听证以后取得的证据，请另行听取意见并重新告知后再作决定。",
)  # fmt: skip
def decision_follows_hearing_record(attempt: Attempt) -> str:
    """Facts rest on evidence nobody could examine at the hearing and the party was not told of anew."""
    held = standing.hearings_held(attempt.case)
    if not held:
        return ""
    known = {ref for hearing in held for ref in hearing.examined_refs}
    for notice in standing.current_notices(attempt.case):
        if notice.served_on and held[-1].ended_on and notice.served_on > held[-1].ended_on:
            known |= _evidence_of(notice.content)
    return "" if _evidence_of(standing.draft_content(attempt)) <= known else "应当根据听证笔录作出决定。"


def _evidence_of(content: dict[str, Any]) -> set[str]:
    return {ref for fact in content.get("facts", ()) for ref in fact.get("refs", ())}


def _served_on_all(hearing: Hearing) -> date | None:
    """The day the last party that asked got the notice; None while one of them has not."""
    asked = {row.notice.party_id for row in hearing.requests.select_related("notice").filter(withdrawn_on=None)}
    rows = hearing.case.services.filter(document=hearing.notice, succeeded=True)
    got = {row.party_id: row.served_on for row in rows if row.served_on}
    days = [got[party] for party in asked if party in got]
    return max(days) if days and len(days) == len(asked) else None


def _third_of(hearing: Hearing) -> list[dict[str, Any]]:
    """The third parties with the day their notice arrived, where the hearing is still to come."""
    told = told_on(hearing) if hearing.status == HearingStatus.SET and hearing.third_parties else {}
    return [one | {"awaits": one["name"] in told, "served_on": told.get(one["name"])} for one in hearing.third_parties]


@panel("hearings")
def hearings_panel(case: Any, account: Any) -> Panel | None:
    """When each hearing is or was, who takes part beside the party, who would not sign the record; newest first."""
    if not standing.has_taken(case, "notify_hearing"):
        return None
    rows = list(case.hearings.select_related("chair", "record").order_by("-pk"))
    for one in rows:
        one.third = _third_of(one)
        one.unsigned = [row for row in one.signatures if row["signing"] == Signing.REFUSED]
        one.waits = one.record is not None and not _nobody_would(one) and not is_signed(one.record)
    return Panel("hearings", "听证", "cases/hearings_panel.html", {"hearings": rows})
