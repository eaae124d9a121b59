"""A complainant agrees in writing to take part in the hearing openly, or takes that back (LSR-2004:9.3, PIP-2021:25)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger, vault
from yangguang.base.models import Blob, LedgerEntry
from yangguang.cases.events.hearing_parties import NamingConsentRecorded
from yangguang.cases.informants import CLAUSE, informants_of, is_named_by_consent
from yangguang.cases.kinds.labour.sealing import unseal
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.models import Case, HearingStatus, Informant, InformantPart
from yangguang.cases.policy import may_take
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import attach_signed_page, make_document

SEPARATE = "PIP-2021:25"
TITLE = "公开参加听证意愿书"
AGREED, TAKEN_BACK = "同意以本人姓名作为第三人参加听证", "撤回同意，不以本人姓名参加听证"


@transaction.atomic
def record_naming_consent(
    *, case_id: int, informant_ref: str, openly: bool, paper: Blob | None, paper_name: str, actor: Account, at: Moment,
    seen_version: int | None = None,
) -> LedgerEntry:  # fmt: skip
    """Only whoever complained of a wrong of their own may agree; who told of others' stays secret. What is taken back takes
    the person out of a hearing that is set.
    """
    case = lock_case(case_id, seen_version=seen_version)
    if not may_take(actor, case, (Role.CASE_HANDLER,)):
        raise Refused("您不能登记投诉人的意愿。", CLAUSE, remedy="有权办理的是本案的承办人。")
    row = next((one for one in informants_of(case.public_id) if one.public_id == informant_ref), None)
    if row is None:
        raise Refused("请选择投诉人。", CLAUSE, field="informant_ref", remedy="匿名的没有登记身份，不能公开参加。")
    if row.part == InformantPart.INFORMANT:
        raise Refused(
            "应当为举报人保密，不能公开举报人的姓名。", CLAUSE, field="informant_ref", remedy="只能选择投诉人。"
        )
    if openly == is_named_by_consent(case.public_id, row):
        raise Refused("已经是这样登记的。", CLAUSE, field="openly", remedy="请核对意愿书。")
    if paper is None:
        raise Refused(
            "没有本人签名的意愿书，不能登记。",
            SEPARATE,
            field="paper",
            remedy="请上传本人签名的意愿书，公开姓名须本人单独同意。",
        )
    _filed(case, row, openly, paper, paper_name, actor, at)
    if not openly:
        _leaves_the_hearing(case, row)
    return ledger.record(
        NamingConsentRecorded(str(row), row.public_id, openly), subject=case.subject, actor=actor, at=at
    )


def _filed(case: Case, row: Informant, openly: bool, paper: Blob, paper_name: str, actor: Account, at: Moment) -> None:
    rows = [("投诉人（按登记的次序）", str(row)), ("意愿", AGREED if openly else TAKEN_BACK)]
    document = make_document(
        kind="naming_consent", title=f"{TITLE}（{row}）", body=case.body, file_ref=case.public_id,
        sheet=short_form.sheet(case, title=TITLE, rows=rows, dated_on=at.day), dated_on=at.day, volume="side",
        actor=actor, at=at,
    )  # fmt: skip
    attach_signed_page(document_id=document.pk, content=vault.read(paper), file_name=paper_name, actor=actor, at=at)


def _leaves_the_hearing(case: Case, row: Informant) -> None:
    name = unseal(row.sealed).name
    for hearing in case.hearings.select_for_update().filter(status=HearingStatus.SET).order_by("pk"):
        hearing.third_parties = [one for one in hearing.third_parties if one["name"] != name]
        hearing.save(update_fields=["third_parties"])
