"""Whose hands a decision goes through on its way to the public: collected, passed on, reviewed, released (D23).

Steps as of lists: step, reference, name, day; here also by which act, for the system itself collects from the file.
"""

from __future__ import annotations

from datetime import date

from yangguang.base.events import Actor
from yangguang.disclosure.decided import drawn_up_by, passed_on_by, served_on
from yangguang.disclosure.models import Publication, PublishedVersion
from yangguang.disclosure.queries import waits_for_service
from yangguang.disclosure.rules.standing import STEPS, same_hand
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

Hands = list[list[str]]
COLLECTED = "系统按案卷自动采集，承办人"
REVIEWED, RELEASED = "对照原文复核，重新验证身份", "复核后发布"

DID_IT = "这份决定由您拟稿或者送达，或者拟稿、送达的人与您同名，应当由别人{}。"
EXAMINED = "审查"


def hands_so_far(publication: Publication) -> Hands:
    """Who collected and who passed on; without the first where the file names nobody."""
    drawn, day = drawn_up_by(publication), served_on(publication) or publication.decided_on
    passed = passed_on_by(publication, after_service=waits_for_service(publication, day))
    found = [(STEPS[0], drawn, f"{COLLECTED}{drawn.act}")] if drawn is not None else []
    return [
        [step, one.ref, one.name, clock.legal_day(one.at).isoformat(), act]
        for step, one, act in (*found, (STEPS[1], passed, f"{passed.act}，列入待公开"))
    ]


def hands_with(so_far: Hands, *, actor: Actor, at: Moment) -> Hands:
    """And who reviewed and released: the second person does both in one act."""
    day = at.day.isoformat()
    mine = [
        [step, actor.actor_ref, actor.actor_name, day, act]
        for step, act in zip(STEPS[2:], (REVIEWED, RELEASED), strict=True)
    ]
    return [*so_far, *mine]


def own_hand_fault(so_far: Hands, actor: Actor, act: str = "复核发布") -> str:
    """Nobody examines, reviews or releases what they drew up or passed on; empty when the actor did neither."""
    return DID_IT.format(act) if same_hand(_each(so_far), ref=actor.actor_ref, name=actor.actor_name) else ""


def _each(hands: Hands) -> list[tuple[str, str]]:
    """Reference and name of everybody; what two officers did on the spot bears both names."""
    return [(hand[1], name) for hand in hands for name in hand[2].split("、")]


def hands_fault(hands: Hands) -> str:
    """What is wrong with the names a released version bears; empty when nothing is."""
    if tuple(hand[0] for hand in hands) != STEPS or not all(hand[1] and hand[2] for hand in hands):
        return "四步没有留全姓名"
    if same_hand(_each(hands[:2]), ref=hands[2][1], name=hands[2][2]):
        return "采集、传递和审核是同一人"
    return ""


def shown_hands(publication: Publication, version: PublishedVersion | None) -> list[tuple[str, str, date, str]]:
    """Step, name, day and act as the desk shows them: as they were when it was released, or as they are so far. Nothing of what
    went out before names were kept.
    """
    released = version is not None and version.released_on is not None
    kept = version.hands if version is not None and released else hands_so_far(publication)
    return [(step, name, date.fromisoformat(day), act) for step, _, name, day, act in kept]
