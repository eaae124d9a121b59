"""What lies beside a decision not to punish and reaches the party with it: education record, pledge, advice.

They are made in the act of the decision, right after its paper: what follows it up to the next decision belongs to it.
"""

from __future__ import annotations

from yangguang.records.api import Document, DocumentStatus, documents_of

DECISION = "no_penalty_decision"
KINDS = ("education_record", "integrity_pledge", "supervision_advice")


def enclosures_of(decision: Document) -> list[Document]:
    """The papers that go with the paper of a decision, in order; none beside any other paper."""
    if decision.kind != DECISION:
        return []
    later = documents_of(decision.file_ref).filter(position__gt=decision.position)
    following = later.filter(kind=DECISION).order_by("position").first()
    if following is not None:
        later = later.filter(position__lt=following.position)
    return list(later.filter(kind__in=KINDS).exclude(status=DocumentStatus.VOIDED).order_by("position"))


def named_with(decision: Document) -> str:
    """A paper and what is enclosed, as a proof of service names them."""
    enclosed = "、".join(f"《{one.title}》{one.number}" for one in enclosures_of(decision))
    return f"{decision.title}{decision.number}" + (f"（附{enclosed}）" if enclosed else "")
