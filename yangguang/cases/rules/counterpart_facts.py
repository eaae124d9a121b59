"""Who a counterpart is, as told: kind, code and its document, name, address, who stands for it; cleaned or refused."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date

from yangguang.kernel.credit_codes import parse_credit_code
from yangguang.kernel.person_ids import parse_person_id
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

PERSON, INDIVIDUAL_BUSINESS, ORGANISATION, BRANCH = "person", "individual_business", "organisation", "branch"
UNREGISTERED = "unregistered"
CREDIT_CODE, IDENTITY = "credit_code", "identity"
OF_PERSONS = {IDENTITY: "身份证号码", "passport": "护照号码", "travel_permit": "通行证号码"}
TRAVEL_PAPER = re.compile(r"[A-Z0-9]{5,20}")
BLANKS = re.compile(r"[\s\-·]+")


@dataclass(frozen=True)
class Told:
    """A counterpart as somebody told of it."""

    kind: str
    name: str
    code: str = ""
    code_kind: str = ""
    address: str = ""
    representative: str = ""

    def checked(self, today: date, *, code_field: str = "code") -> Told:
        """Plain values. Raises Refused where the code is wrong or does not belong to this kind of counterpart."""
        code_kind, code = checked_code(self.kind, self.code_kind, self.code, today, field=code_field)
        return replace(
            self,
            name=clean(self.name, label="名称或者姓名", most=120, least=1, field="name"),
            code=code,
            code_kind=code_kind,
            address=clean(self.address, label="住所", most=200, field="address"),
            representative=clean(self.representative, label="法定代表人或者负责人", most=60, field="representative"),
        )


def checked_code(kind: str, code_kind: str, code: str, today: date, *, field: str = "code") -> tuple[str, str]:
    """On which document a code stands, and the code in its plain form; both empty where there is none."""
    if not code.strip():
        return "", ""
    if kind == UNREGISTERED:
        raise Refused("未登记的单位没有统一社会信用代码。", field=field, remedy="有代码的，请改选类别。")
    if kind != PERSON:
        return CREDIT_CODE, parse_credit_code(code, field=field)
    if code_kind in {"", IDENTITY}:
        return IDENTITY, parse_person_id(code, today, field=field).number
    if code_kind not in OF_PERSONS:
        raise Refused("公民没有统一社会信用代码。", field="code_kind", remedy="请选择证件种类。")
    plain = BLANKS.sub("", unicodedata.normalize("NFKC", code)).upper()
    if not TRAVEL_PAPER.fullmatch(plain):
        raise Refused(f"{OF_PERSONS[code_kind]}由5至20位字母和数字组成，请核对证件。", field=field)
    return code_kind, plain


def refined(known: str, told: str) -> str:
    """The kind to keep: what was only taken for an organisation may turn out to be an individual business."""
    return told if (known, told) == (ORGANISATION, INDIVIDUAL_BUSINESS) else known


def same_sort(one: str, other: str) -> bool:
    """A person is never an organisation; all others may be the same."""
    return (one == PERSON) == (other == PERSON)
