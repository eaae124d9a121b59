"""Record who takes the place of a party that merged, split, was renamed or dissolved: what it owes goes on to the successor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from yangguang.cases.events.investigating import PartySucceeded
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, Party, PartyKind, PartySuccession
from yangguang.cases.rules.counterpart_facts import Told, checked_code
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.rules.succession import SUCCESSIONS, SuccessionKind
from yangguang.cases.use_cases._counterparts import Source, tied
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_days import in_words
from yangguang.kernel.written_text import chosen
from yangguang.records.api import make_document

CLAUSE = "ACL-2011:40"
TITLE = "当事人变更登记表"
IDENTITY = ("name", "code", "legal_representative", "address", "phone")


@dataclass(frozen=True)
class Successor:
    """Which party, what happened, who it is now, since when, by which paper."""

    party_ref: str
    kind: str
    name: str
    proof: str
    effective_on: date
    code: str = ""
    legal_representative: str = ""
    address: str = ""
    phone: str = ""


@transaction.atomic
def record_succession(
    *, case_id: int, successor: Successor, actor: Account, at: Moment, seen_version: int | None = None
) -> PartySuccession:
    """The row of the party goes on with the new name, so that terms, fines and papers to come are the successor's; what
    was made before keeps its words.
    """
    case = lock_case(case_id, seen_version=seen_version)
    party = _who_goes_on(case, successor)
    chosen(successor.kind, set(SuccessionKind), label="变更情形", clause=CLAUSE, field="kind")
    if successor.effective_on > at.day:
        raise Refused("变更生效日期不能晚于登记的日期。", CLAUSE, field="effective_on", remedy="请核对日期。")
    proof = worded(successor.proof, label="依据的文书", field="proof", most=400)
    name = worded(successor.name, label="变更后的名称", field="name", most=120)
    keep_secret(case, {"proof": proof})
    if (name, successor.code.strip() or party.code) == (party.name, party.code):
        raise Refused(
            "变更前后的名称和代码相同。", CLAUSE, field="name", remedy="请核对变更后的名称和代码；只是写错的，办理补正。",
        )  # fmt: skip
    taken = take(Taking(FLOWS["penalty"], case, "record_succession", actor, at))
    before = {one: getattr(party, one) for one in IDENTITY}
    _goes_on(party, name, successor, actor, at)
    after = {one: getattr(party, one) for one in IDENTITY}
    label = SUCCESSIONS[SuccessionKind(successor.kind)]
    rows = [
        ("变更情形", label), ("变更前", f"{before['name']} {before['code']}"), ("变更后", f"{after['name']} {after['code']}"),
        ("生效日期", in_words(successor.effective_on)), ("依据的文书", proof),
    ]  # fmt: skip
    made = make_document(
        kind="party_succession", title=TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=short_form.sheet(case, title=TITLE, rows=rows, dated_on=at.day), volume="side",
    )  # fmt: skip
    row = PartySuccession.objects.create(
        party=party, kind=successor.kind, before=before, after=after, proof=proof, effective_on=successor.effective_on,
        document=made, recorded_on=at.day,
    )  # fmt: skip
    announce(taken, PartySucceeded(party.public_id, before["name"], after["name"], label), actor=actor, at=at)
    return row


def _who_goes_on(case: Case, successor: Successor) -> Party:
    party = case.parties.select_for_update(of=("self",)).filter(public_id=successor.party_ref).first()
    if party is None:
        raise Refused("请选择本案的当事人。", CLAUSE, field="party_ref")
    if party.kind == PartyKind.PERSON:
        raise Refused(
            "公民没有合并、分立、更名后由他人承受的情形。", CLAUSE, field="party_ref",
            remedy="公民死亡的，按终结执行办理；姓名有误的，办理补正。",
        )  # fmt: skip
    return party


def _goes_on(party: Party, name: str, successor: Successor, actor: Account, at: Moment) -> None:
    renamed = successor.kind == SuccessionKind.RENAMED
    kind, code = checked_code(
        party.kind, "", successor.code.strip() or (party.code if renamed else ""), at.day, field="code"
    )
    if not renamed and not code:
        raise Refused("请填写承受单位的统一社会信用代码。", CLAUSE, field="code")
    representative = successor.legal_representative.strip() or party.legal_representative
    address = successor.address.strip() or party.address
    case = party.case
    source = Source(case.body, f"当事人变更（{case.number}）", actor.actor_name, at, established=True, case=case)
    known = party.counterpart.public_id if renamed and party.counterpart and not code else ""
    party.counterpart = tied(Told(party.kind, name, code, kind, address, representative), source, chosen_ref=known)
    party.name, party.code, party.address, party.legal_representative = name, code, address, representative
    party.phone = successor.phone.strip() or party.phone
    party.save()
