"""The vouchers a file must hold: of a payment, of a fine collected on the spot on its way to the bank, of what was given back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Voucher:
    """One kind of voucher: the kind of paper in the file, its title, what the scan is called, and where its number stands."""

    kind: str
    title: str
    paper: str
    clause: str
    number: str = ""
    number_label: str = ""
    day: str = ""
    day_label: str = ""

    def titled(self, number: str) -> str:
        """As the contents of the file name it."""
        return f"{self.title}（{number}）"

    def number_in(self, row: Any) -> str:
        """Its number as it was recorded; empty while there is none."""
        return str(getattr(row, self.number))


PAYMENT = Voucher("payment_receipt", "缴款凭证", "收据", "FCS-1997:8.1")
COLLECTION = (
    Voucher("payment_receipt", "罚款专用票据", "票据", "APL-2021:70", "receipt_number", "专用票据编号", "collected_on", "收缴日期"),
    Voucher("remittance_slip", "交款单", "交款单", "APL-2021:71#officer", "remittance_number", "交款单编号", "remitted_on",
            "交机关日期"),
    Voucher("bank_receipt", "银行缴款回单", "回单", "APL-2021:71#body", "bank_receipt_number", "缴款回单编号", "banked_on",
            "缴银行日期"),
)  # fmt: skip
RECEIPT, SLIP, BANKED = COLLECTION
GIVEN_BACK = frozenset({"restitution_record", "acknowledgement_of_return"})
