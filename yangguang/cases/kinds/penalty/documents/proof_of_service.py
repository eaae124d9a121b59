"""送达回证."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yangguang.base.press.blocks import SignatureLine, facts
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.models import Case

TITLE = "送达回证"


def sheet(
    case: Case, *, document: str, party: str, method: str, recipient: str, relation: str, place: str, remark: str,
    officers: Sequence[str], served_on: date,
) -> Sheet:  # fmt: skip
    """What was served on whom, how, who took it in."""
    blocks = [
        facts(
            ("送达文书", document), [("受送达人", party), ("送达方式", method)], ("送达地点", place),
            [("签收人", recipient), ("与受送达人关系", relation)], ("备注", remark),
        ),
        SignatureLine("受送达人", recipient, served_on if recipient else None),
        *(SignatureLine("送达人", officer, served_on) for officer in officers),
    ]  # fmt: skip
    return frame.form(case, title=TITLE, blocks=blocks, dated_on=served_on)
