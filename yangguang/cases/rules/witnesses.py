"""Who stood by when a record was made, and who would not sign it: always told with the same words, never in one free line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yangguang.kernel.refusal import Refused

SIGNED, REFUSED_TO_SIGN = "signed", "refused"


@dataclass(frozen=True)
class Witness:
    """A witness: who it is, where from or as what, how to be found again, and whether the record was signed."""

    name: str = ""
    unit: str = ""
    relation: str = ""
    contact: str = ""
    signature: str = ""

    @property
    def words(self) -> str:
        """As a paper names a witness."""
        return "，".join(part for part in (self.name, self.unit, self.relation, self.contact) if part)

    @property
    def place(self) -> str:
        """The label of the witness's line under a paper."""
        return "见证人（拒绝签名）" if self.signature == REFUSED_TO_SIGN else "见证人"


NOBODY = Witness()


@dataclass(frozen=True)
class Signing:
    """How whoever was there signed, and the witness if there was one."""

    signature: str = SIGNED
    refusal_note: str = ""
    witness: Witness = NOBODY

    @property
    def refused(self) -> bool:
        """Whoever was there would not sign."""
        return self.signature == REFUSED_TO_SIGN


ALL_SIGNED = Signing()


def must_be_known(witness: Witness, clause: str, *, aside: Iterable[str] = ()) -> None:
    """Raises Refused for a witness nobody could find again, of whom it is open whether the record was signed, or who takes part
    in what is to be witnessed (`aside`).
    """
    told = (witness.unit, witness.relation, witness.contact, witness.signature)
    if not witness.name:
        if any(told):
            raise Refused("请填写见证人姓名。", clause, field="witness", remedy="没有见证人的，见证人各项都不填。")
        return
    if witness.name in {name.strip() for name in aside}:
        raise Refused(
            f"{witness.name}参加了这次执法活动，不能同时是见证人。", clause, field="witness",
            remedy="请邀请执法人员和被询问人以外的人见证。",
        )  # fmt: skip
    if not (witness.unit or witness.relation):
        raise Refused("请填写见证人的单位或者身份。", clause, field="witness_relation", remedy="例如：社区工作人员。")
    if not witness.contact:
        raise Refused("请填写见证人的联系方式。", clause, field="witness_contact", remedy="电话或者住址，以便核实。")
    if witness.signature not in {SIGNED, REFUSED_TO_SIGN}:
        raise Refused("请选择见证人是否签名。", clause, field="witness_signature", remedy="拒绝签名的如实选择。")


def must_be_signed_or_noted(signing: Signing, clause: str, *, aside: Iterable[str] = ()) -> None:
    """Raises Refused where somebody would not sign and nobody says who and how, for a witness half told or not aside."""
    must_be_known(signing.witness, clause, aside=aside)
    if signing.signature not in {SIGNED, REFUSED_TO_SIGN}:
        raise Refused("请选择是否签名。", clause, field="signature", remedy="拒绝签名的如实选择。")
    if signing.refused and not signing.refusal_note.strip():
        raise Refused(
            "拒绝签名的，应当注明情况。", clause, field="refusal_note", remedy="请写明谁拒绝签名、怎样拒绝。",
        )  # fmt: skip
