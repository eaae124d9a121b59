"""Founds an empty site: the government, the supervising authority and its three administrators, whose one-time passwords
are printed once. Refuses a site that already has people.

启用空站点：登记本级政府和司法行政部门，开立系统、安全、审计三名管理员账号；初始密码只显示这一次，首次登录须更换。
"""

from __future__ import annotations

import argparse
import base64

from django.db import transaction

from yangguang.base.commands import init
from yangguang.base.commands.terminal import NotReady, answer
from yangguang.base.events import SYSTEM
from yangguang.directory.models import Account, Body
from yangguang.directory.models.body import BodyCategory
from yangguang.directory.rules.body_facts import LENGTHS, TO_BE_COMPLETED
from yangguang.directory.rules.roles import LABELS, Role
from yangguang.directory.use_cases.appoint import appoint
from yangguang.directory.use_cases.open_account import open_account
from yangguang.directory.use_cases.register_body import register_body
from yangguang.kernel import chance
from yangguang.kernel.moment import Moment

NAME = "found"
HELP = "启用空站点，开立三名管理员 · the first bodies and administrators"
ADMINISTRATORS = {
    "xitong": Role.SYSTEM_ADMINISTRATOR,
    "anquan": Role.SECURITY_ADMINISTRATOR,
    "shenji": Role.AUDIT_ADMINISTRATOR,
}
BASIS = "系统启用时开立"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Names of the two bodies and the region."""
    parser.add_argument("--government", required=True, metavar="名称", help="本级人民政府 the government")
    parser.add_argument("--authority", required=True, metavar="名称", help="司法行政部门 the supervising authority")
    parser.add_argument("--region", required=True, metavar="名称", help="执法区域，如某县 the region")
    parser.add_argument("--region-code", required=True, metavar="代码", help="行政区划代码 its code")


def run(arguments: argparse.Namespace) -> int:
    """Prepare the site, register, open, appoint, and print the passwords."""
    init.prepare(quiet=arguments.json)
    if Account.objects.exists() or Body.objects.exists():
        raise NotReady("站点已有机关或者账号，不能再次启用。 This site already has bodies or people.")
    accounts = _founded(arguments)
    lines = [f"{LABELS[ADMINISTRATORS[name]]}　账号 {name}　初始密码 {password}" for name, password in accounts.items()]
    lines.append("密码只显示这一次，首次登录须更换。运行 yangguang serve，从 /desk/ 登录；要做的事列在各人的“今日”。")
    answer({"accounts": accounts}, as_json=arguments.json, lines=lines)
    return 0


@transaction.atomic
def _founded(arguments: argparse.Namespace) -> dict[str, str]:
    at = Moment.now()
    marks = _marks(arguments.government, arguments.authority)
    government = _body(arguments, arguments.government, marks[0], None, at)
    authority = _body(arguments, arguments.authority, marks[1], government, at)
    passwords = {}
    for name, role in ADMINISTRATORS.items():
        password = base64.b32encode(chance.token_bytes(10)).decode("ascii").lower() + "-2"
        account = open_account(body=authority, username=name, name=LABELS[role], password=password, actor=SYSTEM, at=at)
        appoint(account=account, role=role, basis=BASIS, actor=SYSTEM, at=at)
        passwords[name] = password
    return passwords


def _marks(government: str, authority: str) -> tuple[str, str]:
    """The shortest beginnings of the two names, of four characters or more, that differ."""
    longest = LENGTHS["mark"]
    pairs = [(government[:length], authority[:length]) for length in range(4, longest + 1)]
    return next((pair for pair in pairs if pair[0] != pair[1]), (government[-longest:], authority[-longest:]))


def _body(arguments: argparse.Namespace, name: str, mark: str, parent: Body | None, at: Moment) -> Body:
    return register_body(
        name=name, mark=mark, category=BodyCategory.STATUTORY, nature="行政机关", funding=TO_BE_COMPLETED,
        staffing=TO_BE_COMPLETED, duties=TO_BE_COMPLETED, legal_representative=TO_BE_COMPLETED,
        address=TO_BE_COMPLETED, complaint_phone=TO_BE_COMPLETED, region_code=arguments.region_code,
        region_name=arguments.region, fields=["行政执法监督"], supervises=parent is not None, parent=parent,
        actor=SYSTEM, at=at,
    )  # fmt: skip
