"""Gates of single ways of service: presence, leaving, electronic, through others, and announcement as the last resort."""

from __future__ import annotations

from yangguang.cases.gates import Attempt, gate
from yangguang.cases.models import AnnouncementGround, ElectronicWay, Relation, ServiceMethod
from yangguang.cases.plugs.service import DECISIONS
from yangguang.cases.serving import consent_of, is_person, ways_exhausted
from yangguang.kernel.refusal import Refused

PRESENT = frozenset({Relation.PARTY, Relation.LEGAL_REPRESENTATIVE, Relation.AGENT})
BEFORE_A_DECISION = frozenset({  # they make the paper they serve, and it decides nothing
    "give_disposition_notice", "demand_fulfilment", "notify_one_listed", "notify_listing", "verify_one_objection",
    "verify_objection",
})  # fmt: skip
NO_RESORT = "未记明其他方式无法送达的原因和经过，不能公告送达。"
CHANNEL = "互联网送达应当同时提供网上复议渠道。"


def _method(attempt: Attempt) -> str:
    return str(attempt.given.get("method") or "")


def _told(attempt: Attempt, name: str) -> str:
    return str(attempt.given.get(name) or "").strip()


@gate(
    "party_present", label="当场交付时当事人在场", clauses=("APL-2021:61.1",),
    remedy="请改用直接送达或者其他方式，在七日内送达。",
)  # fmt: skip
def party_present(attempt: Attempt) -> str:
    """Handed over at the announcement although neither the party nor who stands for it was there."""
    if _method(attempt) != ServiceMethod.ON_ANNOUNCEMENT:
        return ""
    there = _told(attempt, "recipient") and attempt.given.get("relation") in PRESENT
    return "" if there else "当事人不在场，不能以当场交付方式送达。"


@gate(
    "leaving_witnessed_or_filmed", label="留置送达有见证或者影像", clauses=("CPL-2023:89",),
    remedy="请由见证人签名，或者拍照、录像留存。",
)  # fmt: skip
def leaving_witnessed_or_filmed(attempt: Attempt) -> str:
    """Left without a refusal, or with neither witness nor picture."""
    given = attempt.given
    if _method(attempt) != ServiceMethod.LEFT:
        return ""
    if not _told(attempt, "refusal"):
        return "未发生拒绝接收，不能留置送达。"
    seen = _told(attempt, "witness") or given.get("recording") is not None
    return "" if seen else "留置送达没有见证人签名，也没有拍照、录像。"


@gate(
    "electronic_consent", label="当事人同意电子送达", clauses=("APL-2021:61.2", "CPL-2023:90"),
    remedy="请先办理“送达地址确认”并归入签名的确认书，或者改用其他方式送达。",
)  # fmt: skip
def electronic_consent(attempt: Attempt) -> str:
    """Sent electronically to a party that signed no confirmation agreeing to it, as of that day."""
    if _method(attempt) != ServiceMethod.ELECTRONIC:
        return ""
    party = attempt.given.get("party")
    agreed = party is not None and consent_of(party, attempt.at.day) is not None
    return "" if agreed else "当事人未同意并签订电子送达确认书。"


@gate(
    "electronic_arrival", label="电子送达已经到达", clauses=("CPL-2023:90",),
    remedy="请登记送达未果，再改用其他方式送达。",
)  # fmt: skip
def electronic_arrival(attempt: Attempt) -> str:
    """Sent, but bounced, or nobody knows whether it arrived."""
    if _method(attempt) != ServiceMethod.ELECTRONIC:
        return ""
    return "" if attempt.given.get("arrival") == "arrived" else "电子送达未到达，未发生送达效力。"


@gate(
    "online_reconsideration_channel", label="网上送达的决定书提供网上复议渠道", clauses=("ARL-2023:22.2",),
    remedy="请填写随件告知的网上行政复议渠道；本机关的渠道在“本地参数”中设定。",
)  # fmt: skip
def online_reconsideration_channel(attempt: Attempt) -> str:
    """A decision sent over the internet that does not say where to apply for reconsideration online. Fax is no internet."""
    document, party = attempt.given.get("document"), attempt.given.get("party")
    decided = document.kind in DECISIONS if document is not None else attempt.act not in BEFORE_A_DECISION
    if _method(attempt) != ServiceMethod.ELECTRONIC or not decided:
        return ""
    agreed = consent_of(party, attempt.at.day) if party is not None else None
    if agreed is not None and agreed.electronic_way == ElectronicWay.FAX:
        return ""
    return "" if _told(attempt, "online_channel") else CHANNEL


@gate(
    "carried_by_others", label="委托、转交送达有受托机关和函件", clauses=("CPL-2023:91", "CPL-2023:93"),
    remedy="请写明受托机关或者转交单位，以及委托函、转交函的文号。",
)  # fmt: skip
def carried_by_others(attempt: Attempt) -> str:
    """Through whom and by which letter; forwarding is for persons alone."""
    method = _method(attempt)
    if method not in {ServiceMethod.ENTRUSTED, ServiceMethod.FORWARDED}:
        return ""
    if method == ServiceMethod.FORWARDED and not is_person(attempt.given.get("party")):
        raise Refused(
            "转交送达只适用于被监禁的人、军人等公民。", "CPL-2023:93", remedy="对单位请用其他方式送达。",
        )  # fmt: skip
    carried = _told(attempt, "through") and _told(attempt, "letter")
    return "" if carried else "没有写明由谁代为送达，或者没有委托函、转交函。"


@gate(
    "announcement_last_resort", label="公告送达是最后的方式", clauses=("CPL-2023:95.1", "CPL-2023:95.2"),
    remedy="请先登记直接送达、邮寄送达未果的原因和经过（同意电子送达的也要试过），再提请公告送达；下落不明的，写明证据。",
)  # fmt: skip
def announcement_last_resort(attempt: Attempt) -> str:
    """Other ways were not tried and failed, nor is it shown that the whereabouts are unknown, or the course is not told.

    An act of serving cannot bring it about: an announcement is asked for, agreed to and made first.
    """
    given = attempt.given
    if attempt.act != "request_announcement":
        return NO_RESORT if _method(attempt) == ServiceMethod.ANNOUNCED else ""
    document, party, day = given.get("document"), given.get("party"), attempt.at.day
    if document is None or party is None or not _told(attempt, "course"):
        return NO_RESORT
    if given.get("ground") == AnnouncementGround.WHEREABOUTS_UNKNOWN:
        return "" if _told(attempt, "whereabouts_proof") else NO_RESORT
    return "" if ways_exhausted(document, party, day) else NO_RESORT
