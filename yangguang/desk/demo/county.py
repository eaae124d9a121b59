"""The county's bodies, people, certificates, entrustment, local values and lists: what must stand before the first case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product
from typing import Any

from django.contrib.auth.hashers import make_password

from yangguang.base.events import SYSTEM
from yangguang.catalogues.api import ListKind, adopt_labour_lists, adopt_list, shipped_rows
from yangguang.desk.demo import fictions, journal, lists
from yangguang.desk.demo.likenesses import likeness
from yangguang.desk.use_cases.set_local_value import set_local_value
from yangguang.directory.api import DEMO_PASSWORD, Account, Body, Officer, Role, Unit, totp, verbs
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

REGION = "419901"
SUPERVISING = "justice"  # its people are there first: they review the entry of every other body
OFFICE_HOURS = "工作日 8:30—12:00，14:30—17:30"


@dataclass
class County:
    """Who is who, by key and by name."""

    area: str
    government: str
    encoded: str  # the one password of everybody, hashed once
    bodies: dict[str, Body] = field(default_factory=dict)
    units: dict[tuple[str, str], Unit] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    officers: dict[str, Officer] = field(default_factory=dict)
    offices: dict[str, dict[str, Any]] = field(default_factory=dict)

    def account(self, name: str) -> Account:
        """Somebody with an account, by name."""
        return self.accounts[name]


def make_county() -> County:
    """Set everything up on one working day fourteen and a half months ago, and let the years' checks follow."""
    told = fictions.content("county")
    today = clock.today()
    day = journal.workdays_ago(told["set_up"], today=today)
    county = County(told["area"], told["government"], make_password(DEMO_PASSWORD), offices=told["office"])
    acts_of_the_day: tuple[Callable[[], None], ...] = (
        lambda: _bodies(county, told["body"][:2], SYSTEM),
        lambda: _administrators(county, told["administrator"]),
        lambda: _accounts(county, [row for row in told["account"] if row["body"] == SUPERVISING]),
        lambda: _bodies(county, told["body"][2:], county.account("钱明")),
        lambda: _accounts(county, [row for row in told["account"] if row["body"] != SUPERVISING]),
        lambda: _officers(county, told, today),
        lambda: _entrustment(county, told["entrustment"]),
        lambda: _local_values(county, told["local_value"]),
        lambda: _photos(county, told["photographed"]),
        lambda: _lists(county),
        lambda: lists.adopt_others(county.bodies["labour"], county.accounts),
        lambda: lists.adopt_policies(county.bodies["labour"], county.accounts),
        lambda: _lists_of_others(county, told["shared_list"]),
    )
    for number, act in enumerate(acts_of_the_day):
        with clock.frozen(clock.beijing(day, 8, 30 + number * 2)):
            act()
    lists.release_all(day, {office["body"]: county.account(office["publishers"][1]) for office in county.offices.values()},
                      county.bodies)  # fmt: skip
    return county


def _bodies(county: County, rows: list[dict[str, Any]], actor: Any) -> None:
    at = Moment.now()
    for number, row in enumerate(rows, start=len(county.bodies) + 1):
        body = _entered(
            county, actor, at, parent=county.bodies.get(row.get("under", "")), name=row["name"], mark=row["mark"],
            credit_code=fictions.credit_code(100 + number), supervises=row.get("supervises", False),
            category=row.get("category", "statutory"), nature=row["nature"], funding="财政全额拨款",
            staffing="行政编制和参公编制，实有人数见执法人员名单", duties=row["duties"], legal_representative=row["head"],
            address=row["address"], complaint_phone=row["phone"], office_hours=OFFICE_HOURS,
            region_code=REGION,
            region_name=row.get("region", county.area), fields=row["fields"],
        )  # fmt: skip
        county.bodies[row["key"]] = body
        for name in row.get("units", ()):
            reviews = name == row.get("reviewing_unit")
            county.units[row["key"], name] = verbs.add_unit(body=body, name=name, reviews=reviews, actor=actor, at=at)


def _entered(county: County, actor: Any, at: Moment, **facts: Any) -> Body:
    """Founded with the site, or proposed and agreed to by the judicial bureau (D06)."""
    if actor is SYSTEM:
        return verbs.register_body(actor=actor, at=at, **facts)
    reason = "县委办公室、县政府办公室印发的三定方案。"
    proposal = verbs.propose_body(reason=reason, actor=actor, at=at, **facts)
    supervisor = county.account("孙立群")
    verbs.review_body_proposal(proposal=proposal, agrees=True, opinion="", actor=supervisor, at=at)
    return Body.objects.get(name=facts["name"])


def _administrators(county: County, rows: list[dict[str, Any]]) -> None:
    for row in rows:
        known = {**row, "body": "justice", "roles": [row["role"]], "post": "系统管理"}
        _account(county, known, opened_by=SYSTEM, appointed_by=SYSTEM)


def _accounts(county: County, rows: list[dict[str, Any]]) -> None:
    for row in rows:
        _account(county, row, opened_by=county.account("钱明"), appointed_by=county.account("冯月"))
    heads = {row["body"]: row["name"] for row in reversed(rows) if "agency_head" in row["roles"]}
    for number, row in enumerate((row for row in rows if row.get("lawyer")), start=1):
        verbs.qualify_reviewer(
            account=county.account(row["name"]), qualification_number=f"A201841990100{number:02d}",
            actor=county.account(heads[row["body"]]), at=Moment.now(),
        )  # fmt: skip


def _account(county: County, row: dict[str, Any], *, opened_by: Any, appointed_by: Any) -> None:
    at = Moment.now()
    account = verbs.open_account(
        body=county.bodies[row["body"]], unit=county.units.get((row["body"], row.get("unit", ""))), name=row["name"],
        username=row["username"], post=row["post"], password=DEMO_PASSWORD, encoded=county.encoded,
        must_change_password=False, actor=opened_by, at=at,
    )  # fmt: skip
    for role in row["roles"]:
        verbs.appoint(
            account=account, role=Role(role), starts_on=at.day, basis="示组任〔2025〕12号",
            is_principal=row.get("principal", False), actor=appointed_by, at=at,
        )  # fmt: skip
    secret = totp.new_secret()
    code = totp.code_at(secret, totp.step_at(clock.now()))
    verbs.enable_totp(account=account, secret=secret, code=code, actor=account, at=at)
    county.accounts[account.name] = account


def _officers(county: County, told: dict[str, Any], today: date) -> None:
    certified = told["certified"]
    at, supervisor = Moment.now(), county.account("孙立群")
    for group in told["officer"]:
        body, unit = county.bodies[group["body"]], county.units[group["body"], group["unit"]]
        for name in group["names"]:
            officer = verbs.enrol_officer(
                body=body, unit=unit, name=name, post="执法人员", account=county.accounts.get(name),
                actor=supervisor, at=at,
            )  # fmt: skip
            county.officers[name] = officer
            _certificate(county, officer, body, until=today + timedelta(days=group["until"]), days=certified)


def _certificate(county: County, officer: Officer, body: Body, *, until: date, days: int) -> None:
    number = f"{REGION}{len(county.officers):05d}"
    verbs.issue_certificate(
        officer=officer, kind="enforcement", number=number, fields=body.fields, areas=[body.region_name],
        valid_from=until - timedelta(days=days), valid_until=until, issued_by=county.government,
        qualified_by="examination", qualification_number=f"示执考〔2024〕{len(county.officers):03d}号",
        actor=county.account("孙立群"), at=Moment.now(),
    )  # fmt: skip


def _entrustment(county: County, row: dict[str, Any]) -> None:
    at, head = Moment.now(), county.account("高建华")
    agreement = verbs.entrust_power(
        entrusting=county.bodies[row["entrusting"]], entrusted=county.bodies[row["entrusted"]],
        agreement_number=f"示人社委〔{at.day.year}〕1号", matters=row["matters"], powers=row["powers"],
        signed_on=at.day, starts_on=at.day, ends_on=at.day + timedelta(days=row["days"]), actor=head, at=at,
    )  # fmt: skip
    filing = f"示司备〔{at.day.year}〕3号"
    verbs.file_entrustment(
        entrustment=agreement, filing_number=filing, filed_on=at.day, actor=county.account("孙立群"), at=at
    )
    for side in (row["entrusting"], row["entrusted"]):
        verbs.publish_entrustment(
            entrustment=agreement, by=county.bodies[side], published_on=at.day, published_where=row["published_where"],
            actor=head, at=at,
        )  # fmt: skip


def _local_values(county: County, rows: list[dict[str, Any]]) -> None:
    for body, row in product(("labour", "housing", "township"), rows):
        set_local_value(
            body=county.bodies[body], name=row["name"], value=row["value"], source=row["source"],
            in_force=clock.today(), actor=county.account("钱明"), at=Moment.now(),
        )  # fmt: skip


def _photos(county: County, names: list[str]) -> None:
    for number, name in enumerate(names):
        verbs.set_officer_photo(
            officer=county.officers[name], content=likeness(number), file_name="画像.png", actor=county.account("孙立群"),
            at=Moment.now(),
        )  # fmt: skip


def _lists(county: County) -> None:
    adopt_labour_lists(
        body=county.bodies["labour"], drafter=county.account("林静"), head=county.account("高建华"), at=Moment.now()
    )


def _lists_of_others(county: County, rows: list[dict[str, Any]]) -> None:
    """Matters, standards and review catalogue of bodies that were given some of the matters: by the wage regulation
    to the authority of the building trade, by the province to the township (APL-2021:24.1).
    """
    for row, kind in product(rows, (ListKind.DISCRETION_STANDARDS, ListKind.MATTERS, ListKind.MAJOR_DECISION_REVIEW)):
        entries = [{**one, **_of_the_trade(one, row)} for one in shipped_rows(kind) if _concerns(one, row["basis"])]
        if kind is ListKind.MATTERS:
            entries += row.get("own_matters", [])
        adopt_list(
            kind, entries, body=county.bodies[row["body"]], drafter=county.account(row["drafter"]),
            head=county.account(row["head"]), source=row["source"], at=Moment.now(),
        )  # fmt: skip


def _concerns(entry: dict[str, Any], basis: list[str]) -> bool:
    return "basis" not in entry or entry["basis"] in basis


def _of_the_trade(entry: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    coded = {name: entry[name].replace("LD", row["letters"]) for name in ("code", "standards") if name in entry}
    return coded | {name: row[name] for name in ("law_field", "unit") if name in entry}


def yearly_checks(county: County) -> journal.Story:
    """Certificates are checked once a year; one is suspended later, until its bearer has made up the training."""
    told = fictions.content("county")
    supervisor, today = county.account("孙立群"), clock.today()
    suspended = {
        name: group["suspended"] for group in told["officer"] for name in group["names"] if "suspended" in group
    }
    yield clock.beijing(journal.workdays_ago(told["checked"], today=today), 10)
    for officer in county.officers.values():
        verbs.record_annual_check(
            certificate=officer.certificates.get(), year=clock.today().year, passed=True, note="培训学时合格。",
            actor=supervisor, at=Moment.now(),
        )  # fmt: skip
    yield clock.beijing(journal.workdays_ago(told["suspended"], today=today), 16)
    for name, reason in suspended.items():
        verbs.suspend_certificate(
            certificate=county.officers[name].certificates.get(), reason=reason, actor=supervisor, at=Moment.now()
        )
