"""What every act about the filing of an entrustment asks first."""

from __future__ import annotations

from yangguang.directory.models import Entrustment
from yangguang.kernel.refusal import Refused


def must_stand(entrustment: Entrustment) -> None:
    """Raises Refused for an agreement that was ended: nothing is filed or returned any more."""
    if entrustment.ended_on is not None:
        raise Refused("这项委托已经终止，不再备案。", "APL-2021:20.2", remedy="需要继续委托的，请重新签订。")
