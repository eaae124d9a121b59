"""What has to be given back of a fine that fell or became smaller (ACL-2011:41)."""

from __future__ import annotations

from yangguang.statutes import keeps


@keeps("ACL-2011:41")
def refund_due(*, paid_fen: int, owed_fen: int, returned_fen: int = 0) -> int:
    """The 分 still to be returned: all that was paid beyond what is owed now."""
    return max(paid_fen - owed_fen - returned_fen, 0)
