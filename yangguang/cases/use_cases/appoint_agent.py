"""Register an agent of a party with the power of attorney: how far, from when until when (APL-2021:64.1.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from yangguang.base import ledger, vault
from yangguang.base.models import Blob
from yangguang.cases.agents import agents_of, stands
from yangguang.cases.events.counterparts import AgentAppointed
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.models import AgentPower, AuthorisedAgent, Authority, Case, Party
from yangguang.cases.policy import may_take
from yangguang.cases.rules.agency import checked_hearing_agents
from yangguang.cases.rules.counterpart_facts import PERSON, checked_code
from yangguang.cases.sealed_codes import seal
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_days import in_words
from yangguang.kernel.written_text import clean
from yangguang.records.api import Document, attach_signed_page, make_document

CLAUSE = "APL-2021:64.1.5"
TITLE = "授权委托书"


@dataclass(frozen=True)
class AgentFacts:
    """What the power of attorney says."""

    name: str
    authority: str
    powers: Sequence[str]
    from_on: date
    until_on: date | None = None
    special_powers: str = ""
    position: str = ""
    person_id: str = ""
    phone: str = ""

    def checked(self, day: date) -> AgentFacts:
        """Plain values. Raises Refused where the paper would carry nothing."""
        if self.authority not in Authority.values or not set(self.powers) <= set(AgentPower.values):
            raise Refused("请从列表中选择授权种类和代理权限。", CLAUSE, field="authority")
        if not self.powers:
            raise Refused("授权委托书应当载明代理权限。", CLAUSE, field="powers")
        special = clean(self.special_powers, label="特别授权事项", most=400, lines=True, field="special_powers")
        if (self.authority == Authority.SPECIAL) != bool(special):
            raise Refused("特别授权应当逐项写明，一般授权没有特别授权事项。", CLAUSE, field="special_powers")
        if self.until_on is not None and self.until_on < self.from_on:
            raise Refused("委托截止日早于起始日。", CLAUSE, field="until_on", remedy="请核对日期。")
        return AgentFacts(
            clean(self.name, label="姓名", most=60, least=1, field="name"), self.authority,
            [power for power in AgentPower.values if power in self.powers], self.from_on, self.until_on, special,
            clean(self.position, label="身份", most=60, field="position"),
            checked_code(PERSON, "", self.person_id, day, field="person_id")[1],
            clean(self.phone, label="联系电话", most=40, field="phone"),
        )  # fmt: skip

    @property
    def powers_words(self) -> str:
        """The powers as papers say them."""
        return "、".join(str(AgentPower(power).label) for power in self.powers)

    @property
    def term_words(self) -> str:
        """From when until when."""
        return f"{in_words(self.from_on)}至{in_words(self.until_on) if self.until_on else '本案办结'}"


@transaction.atomic
def appoint_agent(
    *, case_id: int, party_ref: str, agent: AgentFacts, paper: Blob | None, paper_name: str, actor: Account, at: Moment,
    seen_version: int | None = None,
) -> AuthorisedAgent:  # fmt: skip
    """The power of attorney goes into the file; at most two agents of a party come to the hearing."""
    case = lock_case(case_id, seen_version=seen_version)
    if not may_take(actor, case, (Role.CASE_HANDLER,)):
        raise Refused("您不能登记委托代理人。", CLAUSE, remedy="有权办理的是本案的承办人。")
    party = case.parties.filter(public_id=party_ref).first()
    if party is None:
        raise Refused("请选择委托人。", CLAUSE, field="party_ref")
    told = agent.checked(at.day)
    keep_secret(case, {"name": told.name})
    if paper is None:
        raise Refused(
            "没有授权委托书，不能登记代理人。", CLAUSE, field="paper", remedy="请上传签名或者盖章的授权委托书。"
        )
    if AgentPower.HEARING in told.powers:
        others = [one for one in agents_of(case) if one.party_id == party.pk and AgentPower.HEARING in one.powers]
        checked_hearing_agents(1 + sum(stands(one, max(at.day, told.from_on)) for one in others), field="powers")
    row = AuthorisedAgent.objects.create(
        case=case, party=party, name=told.name, position=told.position, sealed_code=seal(told.person_id),
        phone=told.phone, authority=told.authority, powers=list(told.powers), special_powers=told.special_powers,
        from_on=told.from_on, until_on=told.until_on, registered_by_name=actor.actor_name,
        power_of_attorney=_filed(case, party, told, paper, paper_name, actor, at),
    )  # fmt: skip
    event = AgentAppointed(party.name, told.name, str(Authority(told.authority).label), told.powers_words)
    ledger.record(event, subject=case.subject, actor=actor, at=at)
    return row


def _filed(
    case: Case, party: Party, told: AgentFacts, paper: Blob, paper_name: str, actor: Account, at: Moment
) -> Document:
    rows = [
        ("委托人", party.name), ("代理人", told.name), ("身份", told.position),
        ("授权种类", str(Authority(told.authority).label)), ("代理权限", told.powers_words),
        ("特别授权事项", told.special_powers), ("委托期限", told.term_words),
    ]  # fmt: skip
    document = make_document(
        kind="power_of_attorney", title=f"{TITLE}（{told.name}）", body=case.body, file_ref=case.public_id,
        sheet=short_form.sheet(case, title=TITLE, rows=[row for row in rows if row[1]], dated_on=at.day),
        dated_on=at.day, actor=actor, at=at,
    )  # fmt: skip
    attach_signed_page(document_id=document.pk, content=vault.read(paper), file_name=paper_name, actor=actor, at=at)
    return document
