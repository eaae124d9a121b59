"""Cases on their way through a hearing, by the use cases the screens call."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from tests.builders import cases as build
from tests.builders.directory import a_reviewer
from tests.builders.remembered import remembered
from yangguang.cases.api import Case
from yangguang.cases.use_cases.hold_hearing import HearingFacts, hold_hearing
from yangguang.cases.use_cases.notify_hearing import notify_hearing
from yangguang.cases.use_cases.postpone_hearing import postpone_hearing
from yangguang.cases.use_cases.request_hearing import request_hearing
from yangguang.cases.use_cases.serve_document import ServiceFacts, serve_document
from yangguang.cases.use_cases.terminate_hearing import terminate_hearing
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.records.api import attach_signed_page, evidence_of

ASKED, NOTIFIED, HELD = date(2026, 10, 27), date(2026, 10, 28), date(2026, 11, 9)
CHAIR = "林静"


@remembered
def an_asked_hearing(**facts: Any) -> Case:
    """A party told of its right asked for a hearing."""
    case = build.a_notified_case(hearing_told=True, **facts)
    notice = case.notices.order_by("pk").first()
    with build.on(ASKED) as at:
        request_hearing(case_id=case.pk, notice_ref=notice.public_id, actor=build.handler_of(case), at=at)
    case.refresh_from_db()
    return case


def the_chair(case: Case) -> Account:
    """A reviewer of the body who never investigated the case."""
    return Account.objects.filter(body=case.body, name=CHAIR).first() or a_reviewer(body=case.body, named=CHAIR)


def notified(
    case: Case, *, day: date = NOTIFIED, set_for: date = HELD, chair: Account | None = None, **facts: Any
) -> Case:
    """The hearing is set; its notice still has to be served."""
    known = {"clerk_name": "丁宁", "place": "本机关三楼听证室", "in_public": True, "chair_conflicted": False}
    presides = the_chair(case)
    with build.on(day) as at:
        notify_hearing(
            case_id=case.pk, chair=chair or presides, set_for=clock.beijing(set_for, 9), actor=presides, at=at,
            **(known | facts),
        )  # fmt: skip
    case.refresh_from_db()
    return case


def third_parties_told(case: Case, day: date = NOTIFIED, **service: Any) -> Case:
    """The notice of the hearing is handed to every third party it names."""
    paper = case.hearings.last().notice
    known = {"method": "direct", "recipient": "吴小燕", "relation": "party", "proof_number": "回证〔2026〕9号"}
    with build.on(day, 15) as at:
        for one in case.service_recipients.order_by("pk"):
            serve_document(
                case_id=case.pk, document_ref=paper.public_id, party_ref=one.public_id,
                service=ServiceFacts(**(known | service)), actor=build.handler_of(case), at=at,
            )  # fmt: skip
    case.refresh_from_db()
    return case


@remembered
def a_served_notice(**facts: Any) -> Case:
    """The notice of the hearing was served the day it was made."""
    return build.served(notified(an_asked_hearing(**facts)), "notice_of_hearing", NOTIFIED)


def held(case: Case, *, day: date = HELD, actor: Account | None = None, examined: str = "all", **changes: Any) -> Case:
    """The hearing was held; its record is not signed yet."""
    evidence = [one.public_id for one in evidence_of(case.public_id).order_by("pk")]
    known = {
        "ended_at": _at(day, 11), "attended_names": ("罗玉梅",), "agent_names": ("张律师",),
        "said": "调查人员：提出考勤记录。\n当事人：对考勤记录没有异议。", "signing": "signed",
        "examined_refs": evidence if examined == "all" else evidence[:1], "points": ("加班时间应当扣除午休。",),
        "opinion": "事实清楚，建议采纳部分意见。",
    }  # fmt: skip
    if changes.get("signing") == "refused":
        known["refused_names"] = ("罗玉梅", "张律师")
    with clock.frozen(_at(day, 12)):
        at = build.Moment(_at(day, 9), clock.now())
        hold_hearing(case_id=case.pk, facts=HearingFacts(**(known | changes)), actor=actor or the_chair(case), at=at)
    case.refresh_from_db()
    return case


@remembered
def a_held_hearing(*, examined: str = "all", **facts: Any) -> Case:
    """Notified, served, held."""
    return held(a_served_notice(**facts), examined=examined)


def signed(case: Case) -> Case:
    """The party signed every page of the record."""
    with build.on(HELD, 17) as at:
        attach_signed_page(
            document_id=case.hearings.get().record_id, content=build.PAGE, file_name="笔录.pdf",
            actor=build.handler_of(case), at=at,
        )  # fmt: skip
    return case


def postponed(case: Case, *, set_for: date, day: date = HELD, reason: str = "当事人住院。") -> Case:
    """Another day for a good reason."""
    with build.on(day, 8) as at:
        postpone_hearing(
            case_id=case.pk, set_for=clock.beijing(set_for, 9), place="", reason=reason, actor=the_chair(case), at=at
        )
    case.refresh_from_db()
    return case


def terminated(case: Case, *, day: date = HELD, good_reason: bool = False) -> Case:
    """The party did not come."""
    with build.on(day, 10) as at:
        terminate_hearing(
            case_id=case.pk, reason="当事人和代理人未经许可中途退出。", good_reason=good_reason,
            actor=the_chair(case), at=at,
        )  # fmt: skip
    case.refresh_from_db()
    return case


def _at(day: date, hour: int) -> datetime:
    return clock.beijing(day, hour)
