"""How somebody who disagrees may go on: the reconsideration body, the court, and both terms, from the law and local values."""

from __future__ import annotations

from datetime import date

from yangguang.base import local_values
from yangguang.directory.api import Body
from yangguang.statutes import clause


def remedies_of(body: Body, on: date) -> dict[str, str]:
    """What a paper of this body says about remedies. Raises Refused when the body has not set its authorities."""
    days = clause("ARL-2023:20.1").amount(unit="calendar_day")
    months = clause("AJL-2017:46.1").amount(unit="month")
    return {
        "reconsideration_body": str(local_values.value("reconsideration_body", chain=body.public_id, on=on)),
        "reconsideration_term": f"{days}日",
        "court": str(local_values.value("court", chain=body.public_id, on=on)),
        "litigation_term": f"{months}个月",
    }


def in_words(remedies: dict[str, str], paper: str) -> str:
    """The closing paragraph of a paper."""
    return (
        f"如不服本{paper}，可以自收到之日起{remedies['reconsideration_term']}内向{remedies['reconsideration_body']}申请"
        f"行政复议，也可以自收到之日起{remedies['litigation_term']}内依法向{remedies['court']}提起行政诉讼。"
    )
