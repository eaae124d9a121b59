"""Rows of disclosure."""

from yangguang.disclosure.models.publication import (
    Publication,
    PublicationStatus,
    PublishedVersion,
    Scope,
    WithdrawalGround,
    WithholdingGround,
)

__all__ = [
    "Publication",
    "PublicationStatus",
    "PublishedVersion",
    "Scope",
    "WithdrawalGround",
    "WithholdingGround",
]
