"""One case on its way: who works on it, which day it is there, and what the plan says of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from yangguang.base import vault
from yangguang.base.models import Blob
from yangguang.cases.api import Case, verbs
from yangguang.desk.demo import journal
from yangguang.desk.demo.county import County
from yangguang.directory.api import Account, Body, Officer, Role, Unit, totp
from yangguang.kernel import clock
from yangguang.records.api import Document, documents_of

ONLINE = "示范省行政复议网上申请平台（演示）"
FRONT_DESK = ("田小雨", "温静", "贺佳", "庄敏", "卢婷", "倪芸", "米兰香")


def code_of(account: Account) -> str:
    """The code that the authenticator of a person of the county shows and that has not been used."""
    account.refresh_from_db()
    return totp.next_usable_code(account.totp_secret, now=clock.now(), after=account.totp_last_step)


@dataclass(frozen=True)
class Employer:
    """A company that does not exist."""

    name: str
    code: str
    representative: str
    address: str
    phone: str


@dataclass
class Work:
    """A plan being carried out. `day` moves on with the story; every hour differs a little from case to case."""

    county: County
    number: int
    plan: dict[str, Any]
    employer: Employer
    day: date
    signed_page: bytes
    refs: dict[str, Any] = field(default_factory=dict)

    def at(self, workdays: int, hour: int) -> datetime:
        """The instant of an hour so many working days on."""
        if workdays:
            self.day = journal.workdays_after(self.day, workdays)
        return clock.beijing(self.day, hour, self.number * 7 % 50)

    @property
    def scan(self) -> Blob:
        """A scanned page, for whatever comes on paper."""
        return vault.store(self.signed_page, media_type="application/pdf")

    @property
    def office(self) -> dict[str, Any]:
        """Whose case it is: the body, who acts for it, in which field, its people."""
        return self.county.offices[self.plan.get("office", "labour")]

    @property
    def body(self) -> Body:
        """The body in whose name the case runs."""
        return self.county.bodies[self.office["body"]]

    @property
    def unit(self) -> Unit:
        """The unit that handles the case, of the body or of the organisation that acts for it."""
        return self.county.units[self.office.get("acting", self.office["body"]), self.team[3]]

    @property
    def team(self) -> tuple[str, str, str, str]:
        """Two handlers, their head, their unit."""
        teams = self.office["teams"]
        return tuple(teams[self.number % len(teams)])

    def publisher(self, number: int) -> Account:
        """The first or the second publisher of the body."""
        return self.county.account(self.office["publishers"][number - 1])

    @property
    def case_handler(self) -> Account:
        """Who leads the case."""
        return self.county.account(self.team[0])

    @property
    def unit_head(self) -> Account:
        """The head of the handling unit."""
        return self.county.account(self.team[2])

    @property
    def agency_head(self) -> Account:
        """The head of the agency in whose name the case runs."""
        return self.county.account(self.office["head"])

    @property
    def officers(self) -> list[Officer]:
        """Both officers of the case."""
        return [self.county.officers[name] for name in self.team[:2]]

    @property
    def case(self) -> Case:
        """The case as it stands."""
        return Case.objects.get(pk=self.refs["case"])

    def newest(self, kind: str) -> Document:
        """The newest paper of a kind in the case's file."""
        return documents_of(self.case.public_id).filter(kind=kind).latest("position")

    def sign(self, approval: Any, account: Account, words: str = "同意。") -> None:
        """Somebody agrees at the place that waits."""
        code = code_of(account) if account.holds(Role.AGENCY_HEAD) else ""
        verbs.sign_approval(approval=approval, agrees=True, opinion=words, code=code, actor=account, at=journal.now())

    def served(self) -> verbs.ServiceFacts:
        """Handed to the front desk of the employer by both officers, or sent where the party agreed to be served."""
        if "electronic" in self.refs:
            return verbs.ServiceFacts(
                method="electronic", arrival="arrived", sent_on=self.day, online_channel=ONLINE, sealed=True,
                proof_number=f"邮件到达回执{self.number:03d}-{self.day:%m%d}",
            )  # fmt: skip
        return verbs.ServiceFacts(
            method="direct", recipient=f"{FRONT_DESK[self.number % len(FRONT_DESK)]}（前台）", relation="reception",
            place=self.employer.address, proof_number=f"回证{self.number:03d}-{self.day:%m%d}", officers=self.officers,
            sealed=True,
        )  # fmt: skip
