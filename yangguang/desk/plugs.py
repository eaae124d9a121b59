"""The desk gathers what waits for a person from every context."""

from yangguang.desk.today import (
    administration,
    approvals,
    archiving,
    basis_changes,
    caring,
    certificates,
    clocks,
    custody,
    editions,
    fulfilment,
    leads,
    overseeing,
    public_lists,
    publications,
    reviews,
    voices,
)

__all__ = [
    "administration",
    "approvals",
    "archiving",
    "basis_changes",
    "caring",
    "certificates",
    "clocks",
    "custody",
    "editions",
    "fulfilment",
    "leads",
    "overseeing",
    "public_lists",
    "publications",
    "reviews",
    "voices",
]
