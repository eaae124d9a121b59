"""The ways of service in words: what each asks for, what proves it, and which day is the day of service."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Way:
    """One way of service: the fields its proof needs, its proof and its day in a sentence each, and its clause."""

    fields: tuple[str, ...]
    proof: str
    effect: str
    day: str
    clause: str


SIGNED = ("recipient", "relation")
PROOF = ("proof_number", "proof")
WAYS = {
    "direct": Way(
        ("place", *SIGNED, *PROOF), "由有权签收的人在送达回证上记明日期，签名或者盖章。", "签收之日为送达之日。",
        "签收时间", "CPL-2023:88.1",
    ),
    "on_announcement": Way(
        ("place", *SIGNED, *PROOF), "宣告时当事人、负责人或者代理人在场，当场在送达回证上签收。", "交付当日为送达之日。",
        "宣告并交付的时间", "APL-2021:61.1",
    ),
    "left": Way(
        ("place", "refused_because", "witness", "witness_unit", "witness_relation", "recording", *PROOF),
        "记明拒收的事由和日期，有见证人签名，或者有拍照、录像。", "留置之日为送达之日。", "留置时间", "CPL-2023:89",
    ),
    "electronic": Way(
        ("arrival", "sent_on", "online_channel", *PROOF),
        "当事人签订了同意电子送达的确认书，并有到达的回执。", "到达对方特定系统之日为送达之日，退回的不发生送达效力。",
        "到达对方系统的时间", "CPL-2023:90",
    ),
    "post": Way(
        ("sent_on", "sent_to", *SIGNED, *PROOF), "直接送达有困难的可以邮寄，以注明收件日期的回执证明。",
        "回执上注明的收件日期为送达之日，退回的不算送达。", "回执注明的收件时间", "CPL-2023:91",
    ),
    "entrusted": Way(
        ("through", "letter", "sent_on", "place", *SIGNED, *PROOF),
        "直接送达有困难的可以委托，要有委托函和签收的送达回证。", "签收之日为送达之日。", "签收时间", "CPL-2023:91",
    ),
    "forwarded": Way(
        ("through", "letter", "sent_on", "recipient", "relation", *PROOF),
        "受送达人在监所、部队等处的，由该单位转交，要有本人签收的送达回证。", "本人签收之日为送达之日。", "本人签收的时间",
        "CPL-2023:93",
    ),
}  # fmt: skip
OF_A_WAY = tuple(dict.fromkeys(name for way in WAYS.values() for name in way.fields))


def way_of(method: str) -> Way:
    """What a way asks for; handing over to the person where none is chosen yet."""
    return WAYS.get(method, WAYS["direct"])
