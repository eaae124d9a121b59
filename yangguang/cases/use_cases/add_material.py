"""Add papers, pictures, recordings or evidence to the file after the investigation has ended: why, and where the case stood."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from yangguang.cases.events.investigating import MaterialAdded
from yangguang.cases.informants import covered, keep_secret, who_told
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment
from yangguang.kernel.written_days import in_words
from yangguang.records.api import Evidence, add_evidence, make_document

TITLE, LONGEST = "补充材料登记表", 60
ADDED, NEW_EVIDENCE = "added_material_record", "new_evidence_record"


@transaction.atomic
def add_material(
    *, case_id: int, kind: str, name: str, source: str, proves: str, obtained_on: date, reason: str, against_party: bool,
    officers: Sequence[Officer], actor: Account, at: Moment, content: bytes | None = None, file_name: str = "",
    original: bool = False, seen_version: int | None = None,
) -> Evidence:  # fmt: skip
    """`against_party`: it is new evidence against the party. Then nothing is decided before the party was told anew, and after
    the decision it is refused. Raises Refused without a reason, and once the file is archived.
    """
    case = lock_case(case_id, seen_version=seen_version)
    flow = main_flow(case)
    why = worded(reason, label="补充的理由", field="reason", most=400)
    keep_secret(case, {"reason": why})
    given = {"officers": list(officers), "against_party": against_party, "obtained_on": obtained_on}
    taken = take(Taking(flow, case, "add_material", actor, at, given))
    stage = flow.status(case.status).label
    evidence = add_evidence(
        body=case.body, file_ref=case.public_id, kind=kind, name=name, source=source, proves=proves, obtained_on=obtained_on,
        collector_names=[one.name for one in officers], original=original, content=content, file_name=file_name, actor=actor, at=at,
    )  # fmt: skip
    told = who_told(case.public_id)
    named = covered(evidence.name, told)
    rows = [
        ("材料名称", named), ("种类", evidence.get_kind_display()), ("提供人或者来源", covered(evidence.source, told)),
        ("证明内容", covered(evidence.proves, told)), ("取得日期", in_words(obtained_on)),
        ("取得人", "、".join(evidence.collector_names)), ("补充时案件所处阶段", stage), ("补充的理由", why),
        ("是否为不利于当事人的新证据", "是，应当重新告知" if against_party else "否"),
        ("存件的SHA-256值", evidence.blob.sha256 if evidence.blob else "无存件"),
    ]  # fmt: skip
    make_document(
        kind=NEW_EVIDENCE if against_party else ADDED, title=f"补充材料登记表（{named[:LONGEST]}）", body=case.body,
        file_ref=case.public_id, dated_on=at.day, sheet=short_form.sheet(case, title=TITLE, rows=rows, dated_on=at.day),
        actor=actor, at=at,
    )  # fmt: skip
    announce(taken, MaterialAdded(evidence.name, evidence.kind, stage, why, against_party), actor=actor, at=at)
    return evidence
