"""What is taken down when somebody brings word of a violation: cleaned, checked, refused with a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from yangguang.kernel.credit_codes import parse_credit_code
from yangguang.kernel.person_ids import parse_person_id
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.statutes import clause, keeps
from yangguang.statutes.overlays import covers

ORDINARY_TEXT = 4000
REPRESENTATIVES = "ZJ-LSR-2020:20"


@dataclass(frozen=True)
class Employer:
    """The employer complained of, as far as it is known."""

    name: str = ""
    code: str = ""
    address: str = ""
    contact: str = ""
    phone: str = ""

    def checked(self) -> Employer:
        """Plain values; the code with its check character."""
        return Employer(
            name=clean(self.name, label="用人单位名称", most=120, field="employer_name"),
            code=parse_credit_code(self.code, field="employer_code") if self.code.strip() else "",
            address=clean(self.address, label="住所或者工作地点", most=200, field="employer_address"),
            contact=clean(self.contact, label="法定代表人或者负责人", most=60, field="employer_contact"),
            phone=clean(self.phone, label="用人单位电话", most=40, field="employer_phone"),
        )


@dataclass(frozen=True)
class Person:
    """Somebody who told: complainant, representative or informant."""

    part: str
    name: str
    person_id: str = ""
    phone: str = ""

    def checked(self, today: date) -> Person:
        """Plain values; the identity number with its check character."""
        number = self.person_id.strip()
        return Person(
            part=self.part,
            name=clean(self.name, label="姓名", most=60, least=1, field="informant_name"),
            person_id=parse_person_id(number, today, field="informant_person_id").number if number else "",
            phone=clean(self.phone, label="联系电话", most=40, field="informant_phone"),
        )


@dataclass(frozen=True)
class ComplaintEntry:
    """What only a complaint says."""

    requests: str
    workers_count: int = 1
    amount_fen: int = 0
    caused_by_employer: bool = True
    within_powers: bool = True
    arbitration: str = "none"
    arbitration_note: str = ""

    def checked(self) -> ComplaintEntry:
        """Plain values with sensible numbers."""
        if self.workers_count < 1:
            raise Refused("涉及人数至少是1人。", field="workers_count", remedy="请核对人数。")
        if self.amount_fen < 0:
            raise Refused("涉及金额不能是负数。", field="amount_fen", remedy="请核对金额。")
        return replace(
            self,
            requests=clean(self.requests, label="投诉请求", most=ORDINARY_TEXT, least=1, lines=True, field="requests"),
            arbitration_note=clean(self.arbitration_note, label="仲裁、诉讼说明", most=200, field="arbitration_note"),
        )


def checked_days(began_on: date | None, ended_on: date | None, received_on: date) -> None:
    """The days of a violation in order. Raises Refused beside the day that is wrong."""
    if began_on and began_on > received_on:
        raise Refused("违法行为发生日晚于登记日期。", field="violation_began_on", remedy="请核对日期。")
    if began_on and ended_on and ended_on < began_on:
        raise Refused("违法行为终了日早于发生日。", field="violation_ended_on", remedy="请核对日期。")


@keeps(REPRESENTATIVES)
def checked_representatives(people: Sequence[Person], workers: int, region: str) -> None:
    """A complaint of several is brought by representatives; where the province limits them, no more than that."""
    chosen = sum(1 for person in people if person.part == "representative")
    most = clause(REPRESENTATIVES).amount("representatives", unit="person")
    if chosen > most and covers(clause(REPRESENTATIVES).law.region, region):
        raise Refused(
            f"推选的代表最多五人，现有{chosen}人。", REPRESENTATIVES, field="representatives", remedy="请投诉人重新推选代表。",
        )  # fmt: skip
    if chosen > workers:
        raise Refused(
            f"推选的代表有{chosen}人，多于涉及人数{workers}人。",
            REPRESENTATIVES,
            field="workers_count",
            remedy="请核对涉及人数。",
        )


def worded(text: str, *, label: str, field: str, least: int = 1, most: int = ORDINARY_TEXT) -> str:
    """A required text of several lines, clean."""
    return clean(text, label=label, most=most, least=least, lines=True, field=field)
