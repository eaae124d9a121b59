"""Put a draft before the agency head, with the day it is to come into force."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from yangguang.base import approvals, ledger
from yangguang.base.approvals import Signer
from yangguang.base.events import Actor
from yangguang.catalogues.events import EditionSubmitted
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.matters_behind import differs, matter_rows
from yangguang.catalogues.models import Edition
from yangguang.catalogues.open_drafts import open_draft
from yangguang.catalogues.queries import contents, entries_without_standard, lapsed_entries
from yangguang.catalogues.rules.editions import EditionState
from yangguang.directory.api import Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

PURPOSE = "adopt_edition"
BASIS_CLAUSE = "APL-2021:5.3"
DRAFTER, HEAD = Signer("drafter", "起草人意见"), Signer(Role.AGENCY_HEAD, "机关负责人审定意见")
LEGAL_OFFICE = Signer(Role.LEGAL_REVIEWER, "法制机构审核意见")


@transaction.atomic
def submit_for_review(*, edition: Edition, in_force_from: date, opinion: str, actor: Actor, at: Moment) -> Edition:
    """Ask for adoption. Raises Refused for an empty list, a lapsed basis, a standard nobody has, or a day gone by."""
    draft = open_draft(edition, actor)
    if in_force_from < at.day:
        raise Refused("生效日不能早于今天。", field="in_force_from", remedy="请改为今天或者以后的日期。")
    _check_rows(draft, in_force_from)
    _check_register(draft, at.day)
    _check_matters(draft, in_force_from)

    draft.state, draft.in_force_from = EditionState.UNDER_REVIEW, in_force_from
    draft.save(update_fields=["state", "in_force_from"])
    definition = list_of(draft.list_kind)
    approvals.request(
        subject=draft.subject, purpose=PURPOSE, title=f"审定{definition.title}（{draft.version}）",
        proposal=proposal_of(draft), signers=(DRAFTER, LEGAL_OFFICE, HEAD) if definition.reviewed_inside else (DRAFTER, HEAD),
        opinion=opinion or "请审定。", actor=actor, at=at,
    )  # fmt: skip

    ledger.record(
        EditionSubmitted(draft.list_kind, definition.title, draft.version), subject=draft.subject, actor=actor, at=at
    )
    return draft


def proposal_of(edition: Edition) -> dict[str, object]:
    """What the head signs: the day, the number of rows and the fingerprint of every row."""
    rows = contents(edition)
    return {
        "in_force_from": edition.in_force_from,
        "rows": len(rows),
        "digest": approvals.digest_of({code: dict(row) for code, row in rows.items()}),
    }


def _check_register(draft: Edition, today: date) -> None:
    """A list copied from a register says what the register says today; the source names the day of the copy and may differ."""
    definition = list_of(draft.list_kind)
    if definition.from_register is None:
        return
    registered = {str(row["code"]): row for row in definition.from_register(draft.body, today)}
    copied = {code: definition.show(row) for code, row in contents(draft).items()}
    if any(set(registered) != set(copied) or _differ(registered[code], copied[code]) for code in copied):
        raise Refused("登记册在装入以后变过。", definition.clauses, remedy="请在草案中重新“从登记册装入”，再送审。")


def _check_matters(draft: Edition, on: date) -> None:
    """A row that belongs to a matter says of it what the matters list in force on the day says."""
    definition = list_of(draft.list_kind)
    if not definition.of_matters:
        return
    standing = matter_rows(draft.body, on)
    for row in draft.entries.order_by("position", "pk"):
        fault = _fault_of(row.columns, standing[row.code].columns) if row.code in standing else "中没有"
        if fault:
            raise Refused(
                f"第{row.code}条在{on:%Y-%m-%d}施行的行政执法事项清单{fault}。", definition.clauses,
                remedy="请在草案中重新“按事项清单编制”，核对后再送审。",
            )  # fmt: skip


def _fault_of(row: dict[str, Any], matter: dict[str, Any]) -> str:
    found = differs(row, matter)
    return f"中，{'、'.join(found)}与指南写的不一样" if found else ""


def _differ(registered: dict[str, Any], copied: dict[str, str]) -> bool:
    return any(str(registered.get(name, "")) != said for name, said in copied.items() if name != "source")


def _check_rows(draft: Edition, on: date) -> None:
    if not draft.entries.exists():
        raise Refused("清单中还没有条目，不能送审。", remedy="请先添加或者导入条目。")
    definition = list_of(draft.list_kind)
    for sentence in definition.whole_faults([row.columns for row in draft.entries.all()]):
        raise Refused(sentence, definition.clauses, remedy="请补齐后再送审。")
    if lapsed := lapsed_entries(draft, on):
        code, citations = next(iter(lapsed.items()))
        raise Refused(
            f"第{code}条的依据“{citations[0]}”在{on:%Y-%m-%d}不在施行中，共{len(lapsed)}条有这个问题。",
            BASIS_CLAUSE, remedy="请更换依据或者删去该条。",
        )  # fmt: skip
    if unknown := entries_without_standard(draft, on):
        code, standards = next(iter(unknown.items()))
        raise Refused(
            f"第{code}条引用的裁量基准“{standards[0]}”在{on:%Y-%m-%d}施行的裁量基准清单中没有。",
            "APL-2021:34", remedy="请先审定裁量基准清单，或者改正编号。",
        )  # fmt: skip
