"""Vouchers of money and things, and signed pages: no file is archived without them, and the case page says which are lacking."""

from __future__ import annotations

from typing import Any

from yangguang.cases.gates import Attempt, gate
from yangguang.cases.panels import Panel, panel
from yangguang.cases.policy import may_take
from yangguang.cases.signatures import lacking_signatures, titles_of
from yangguang.cases.vouchers import lacking_vouchers
from yangguang.directory.api import Role


@gate(
    "vouchers_filed", label="票据凭证已入卷", clauses=("APL-2021:47", "APL-2021:70", "APL-2021:71#body"),
    remedy="请承办人在“补存票据凭证”中上传；原件遗失的，上传出具单位的复制件或者情况说明。",
)  # fmt: skip
def vouchers_filed(attempt: Attempt) -> str:
    """A voucher of a fine collected on the spot or of what was given back does not lie in the file."""
    missing = lacking_vouchers(attempt.case)
    return f"案卷缺少凭证存件：{'、'.join(one.title for one in missing)}。" if missing else ""


@gate(
    "signed_pages_filed", label="签名页已入卷", clauses=("APL-2021:47",),
    remedy="请承办人打开所列文书，把签名的原件拍照或者扫描后归入签名页；当事人拒绝签名的，由执法人员注明后归入；"
    "确实无法归入的，由档案管理员在归档时写明原因。",
)  # fmt: skip
def signed_pages_filed(attempt: Attempt) -> str:
    """A paper that had to be signed lies in the file without its signed pages, and nobody says why."""
    missing = lacking_signatures(attempt.case)
    if not missing or str(attempt.given.get("unsigned_reason") or "").strip():
        return ""
    return f"案卷缺少签名页：{titles_of(missing)}。"


@gate("voucher_wanted", label="有尚缺的票据凭证", clauses=("APL-2021:47",), remedy="不需要办理，请返回案件页。")
def voucher_wanted(attempt: Attempt) -> str:
    """Every voucher lies in the file."""
    return "" if lacking_vouchers(attempt.case) else "票据凭证已经齐全，不需要补存。"


@panel("vouchers")
def vouchers_panel(case: Any, account: Any) -> Panel | None:
    """Which vouchers the file still lacks, and where they are handed in."""
    if not (missing := lacking_vouchers(case)):
        return None
    may = case.status != "archived" and may_take(account, case, (Role.CASE_HANDLER,))
    return Panel(
        "vouchers", "尚缺的票据凭证", "cases/vouchers_panel.html", {"case": case, "missing": missing, "may_supply": may}
    )
