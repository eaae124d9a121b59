"""Bodies, people and certificates for tests: every row comes from a use case."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from itertools import count

from PIL import Image

from yangguang.base import local_values
from yangguang.base.events import SYSTEM
from yangguang.directory.models import Account, Body, Certificate, Entrustment, Officer, Unit
from yangguang.directory.rules import totp
from yangguang.directory.rules.roles import Role
from yangguang.directory.use_cases.add_unit import add_unit
from yangguang.directory.use_cases.appoint import appoint
from yangguang.directory.use_cases.enable_totp import enable_totp
from yangguang.directory.use_cases.enrol_officer import enrol_officer
from yangguang.directory.use_cases.entrust_power import entrust_power
from yangguang.directory.use_cases.file_entrustment import file_entrustment
from yangguang.directory.use_cases.issue_certificate import issue_certificate
from yangguang.directory.use_cases.open_account import open_account
from yangguang.directory.use_cases.publish_entrustment import publish_entrustment
from yangguang.directory.use_cases.qualify_reviewer import qualify_reviewer
from yangguang.directory.use_cases.register_body import register_body
from yangguang.directory.use_cases.set_officer_photo import set_officer_photo
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

LONG_AGO = date(2020, 1, 6)
FIELD = "劳动保障监察"
AREA = "示范县"
PASSWORD = "correct-horse-2026"
_numbers = count(1)


def a_body(
    *, named: str = "", mark: str = "", under: Body | None = None, supervises: bool = False,
    category: str = "statutory", **facts,
) -> Body:  # fmt: skip
    """A registered enforcement body with every fact of the public list; `facts` replaces single ones."""
    number = next(_numbers)
    complete = {
        "name": named or f"示范县第{number}机关", "mark": mark or _a_mark(number), "category": category, "nature": "行政机关",
        "funding": "财政全额拨款", "staffing": "行政编制20名", "duties": "依法查处劳动保障违法行为。",
        "legal_representative": "高建华", "address": "示范县政务路1号", "complaint_phone": "0000-1234567",
        "office_hours": "工作日 8:30—12:00，14:00—17:30",
        "region_code": "990101", "region_name": AREA, "fields": [FIELD], "supervises": supervises,
    }  # fmt: skip
    return register_body(parent=under, actor=SYSTEM, at=Moment.on(LONG_AGO), **(complete | facts))


def _a_mark(number: int) -> str:
    """The mark of the county's bureau for the first body of a test, another for each that follows."""
    return f"示第{number}" if Body.objects.filter(mark="示人社").exists() else "示人社"


def a_unit(body: Body, *, named: str = "劳动保障监察大队", reviews: bool = False) -> Unit:
    """An inner unit of a body."""
    return add_unit(body=body, name=named, reviews=reviews, actor=SYSTEM, at=Moment.on(LONG_AGO))


def an_account(
    *, role: str | None = None, roles: Sequence[str] = (), body: Body | None = None, unit: Unit | None = None,
    named: str = "", username: str = "", principal: bool = False, second_factor: bool = False,
    must_change_password: bool = False,
) -> Account:  # fmt: skip
    """A person's account with one role or several; `second_factor` binds an authenticator (codes by `code_for`)."""
    number = next(_numbers)
    account = open_account(
        body=body or a_body(), unit=unit, username=username or f"person{number}", name=named or f"陈立{number}",
        password=PASSWORD, must_change_password=must_change_password, actor=SYSTEM, at=Moment.on(LONG_AGO),
    )  # fmt: skip
    for one in [*([role] if role else []), *roles]:
        an_appointment(account, one, principal=principal and one == Role.AGENCY_HEAD)
    if second_factor:
        with_second_factor(account)
    return account


def an_appointment(account: Account, role: str, *, principal: bool = False, from_day: date = LONG_AGO, until=None):
    """One more role for an account."""
    return appoint(
        account=account, role=Role(role), starts_on=from_day, ends_on=until, basis="示人社任〔2020〕1号",
        is_principal=principal, actor=SYSTEM, at=Moment.on(from_day),
    )  # fmt: skip


def with_second_factor(account: Account) -> Account:
    """The account with an authenticator bound, and its first code long used."""
    secret = totp.new_secret()
    code = totp.code_at(secret, totp.step_at(clock.now()) - 1)
    enable_totp(account=account, secret=secret, code=code, actor=account, at=Moment.now())
    return account


def code_for(account: Account) -> str:
    """A code the authenticator shows and that has not been used yet."""
    account.refresh_from_db()
    return totp.next_usable_code(account.totp_secret, now=clock.now(), after=account.totp_last_step)


def fresh_code(account: Account) -> str:
    """A code that will be accepted, for acts that ask for one: binds an authenticator where there is none.

    However many codes were used within the minute: a test stands still where a person would wait for the next.
    """
    if not account.has_authenticator:
        with_second_factor(account)
    Account.objects.filter(pk=account.pk).update(totp_last_step=0)
    return code_for(account)


def an_officer(
    *, with_certificate: bool = True, body: Body | None = None, unit: Unit | None = None, named: str = "",
    account: Account | None = None, role: str | None = Role.CASE_HANDLER, fields: Sequence[str] = (FIELD,),
    areas: Sequence[str] = (AREA,), valid_until: date = date(2030, 12, 31),
) -> Officer:  # fmt: skip
    """An enrolled officer with an account of the role (None: without account) and a certificate."""
    body = body or (account.body if account else a_body())
    if account is None and role:
        account = an_account(role=role, body=body, unit=unit, named=named)
    officer = enrol_officer(
        body=body, unit=unit, account=account, name=named or (account.name if account else "王海涛"),
        post="监察员", actor=SYSTEM, at=Moment.on(LONG_AGO),
    )  # fmt: skip
    if with_certificate:
        a_certificate(officer, fields=fields, areas=areas, valid_until=valid_until)
    return officer


def a_portrait(*, size: tuple[int, int] = (600, 900), kind: str = "PNG") -> bytes:
    """A picture as somebody uploads it; as JPEG with what a camera writes into it."""
    picture, written = Image.new("RGB", size, "white"), io.BytesIO()
    picture.paste("navy", (0, 0, size[0], size[1] // 2))
    exif = Image.Exif()
    exif[0x010F] = "CAMERA-OF-ZHOU"
    picture.save(written, kind, **({"exif": exif} if kind == "JPEG" else {}))
    return written.getvalue()


def a_photographed(officer: Officer, *, size: tuple[int, int] = (600, 900)) -> Officer:
    """The officer with a photo for the certificate."""
    set_officer_photo(
        officer=officer, content=a_portrait(size=size), file_name="照片.png", actor=SYSTEM, at=Moment.now()
    )
    return officer


def shows_photos(body: Body, *, since: date = LONG_AGO, value: bool = True) -> None:
    """The body says from a day on that it shows its officers' photos, or no longer does."""
    local_values.set_value(
        "publish_officer_photos",
        value,
        chain=body.public_id,
        source="示政办〔2020〕3号第十二条",
        in_force=since,
        by_name="钱明",
    )


def a_certificate(
    officer: Officer, *, fields: Sequence[str] = (FIELD,), areas: Sequence[str] = (AREA,), number: str = "",
    kind: str = "enforcement", valid_from: date = LONG_AGO, valid_until: date = date(2030, 12, 31),
) -> Certificate:  # fmt: skip
    """One certificate of an officer."""
    return issue_certificate(
        officer=officer, kind=kind, number=number or f"99010{next(_numbers):06d}", fields=fields, areas=areas,
        valid_from=valid_from, valid_until=valid_until, issued_by="示范县人民政府",
        qualified_by="examination", qualification_number=f"考合{next(_numbers):06d}", actor=SYSTEM, at=Moment.on(LONG_AGO),
    )  # fmt: skip


def a_reviewer(*, body: Body | None = None, qualified: bool = True, named: str = "", **facts) -> Account:
    """A legal reviewer, with the legal profession qualification unless told otherwise."""
    account = an_account(role=Role.LEGAL_REVIEWER, body=body, named=named, **facts)
    if qualified:
        qualify_reviewer(
            account=account, qualification_number=f"A2018990101{next(_numbers):04d}", actor=SYSTEM,
            at=Moment.on(LONG_AGO),
        )  # fmt: skip
    return account


def an_entrustment(
    *, entrusting: Body | None = None, entrusted: Body | None = None, matters: Sequence[str] = ("拖欠工资",),
    starts_on: date = date(2024, 1, 1), ends_on: date = date(2028, 12, 31), published: bool = True, filed: bool = True,
) -> Entrustment:  # fmt: skip
    """An agreement by which one body entrusts another, filed and published by both unless told otherwise."""
    entrusting, entrusted = entrusting or a_body(), entrusted or a_body(category="entrusted")
    at = Moment.on(starts_on)
    agreement = entrust_power(
        entrusting=entrusting, entrusted=entrusted, agreement_number=f"委〔{starts_on.year}〕{next(_numbers)}号",
        matters=matters, powers="检查、调查，并以委托机关名义实施处罚。", signed_on=starts_on, starts_on=starts_on,
        ends_on=ends_on, actor=SYSTEM, at=at,
    )  # fmt: skip
    if filed or published:
        file_entrustment(
            entrustment=agreement, filing_number="示司备〔2024〕1号", filed_on=starts_on, actor=SYSTEM, at=at
        )
    for side in (entrusting, entrusted) if published else ():
        publish_entrustment(
            entrustment=agreement,
            by=side,
            published_on=starts_on,
            published_where="https://www.sfx.example/wt",
            actor=SYSTEM,
            at=at,
        )
    agreement.refresh_from_db()
    return agreement
