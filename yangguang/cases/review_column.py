"""The 法制审核 column of a decision's approval form (L11): legal review plugs in what it says of a draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from yangguang.base.press.blocks import Opinion
from yangguang.cases.models import Case

ROLE = "法制审核意见"


@dataclass(frozen=True)
class ReviewWords:
    """What was found of exactly this draft, by whom, when."""

    text: str
    signer: str
    signed_on: date | None


Source = Callable[[Case, str], ReviewWords | None]
_sources: list[Source] = []


def review_words(source: Source) -> Source:
    """Plug the one source: it is given a case and the digest of a draft."""
    _sources.append(source)
    return source


def review_column(case: Case, digest: str) -> list[Opinion]:
    """The column as it is printed: none where nobody had to look at the draft."""
    found = (source(case, digest) for source in _sources)
    return [Opinion(ROLE, one.text, one.signer, one.signed_on, review=True) for one in found if one is not None]
