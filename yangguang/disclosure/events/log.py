"""What disclosure announces of the public log itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from yangguang.base.events import Event


@dataclass(frozen=True)
class ListDrawnAnew(Event):
    """The files of a public list were made anew, because somebody who left is not in them any more: other fingerprints."""

    label: ClassVar[str] = "重新生成清单文件"
    weighty: ClassVar[bool] = False
    told: ClassVar[str] = "{title}"
    edition_ref: str
    title: str
    digest: str


@dataclass(frozen=True)
class MonthCounted(Event):
    """What the public log says of a month was counted, body by body; the public reads the same numbers."""

    label: ClassVar[str] = "公布存证月度计数"
    weighty: ClassVar[bool] = False
    told: ClassVar[str] = "{month}"
    month: str
    content: dict[str, Any]
