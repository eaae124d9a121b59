"""What has to be settled before a decision is public besides its text: the party was told, and the impact was assessed."""

from __future__ import annotations

from datetime import date

from yangguang.base import local_values
from yangguang.cases.api import WILL_BE_PUBLIC, Party, PartyKind, parties_of_decision
from yangguang.disclosure.collecting import original_copy, profile_of
from yangguang.disclosure.decided import coercion
from yangguang.disclosure.models import Publication
from yangguang.disclosure.rules.checks import ASSESSED, told_fault
from yangguang.disclosure.rules.profiles import HIDDEN
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean, folded

ASSESSMENT = "impact_assessment"
NOT_ASSESSED = "公开个人信息前没有完成个人信息保护影响评估。"


def is_told_in_its_paper(publication: Publication) -> bool:
    """Whether the paper itself says that the decision will be public."""
    return folded(WILL_BE_PUBLIC.rstrip("。")) in folded("".join(original_copy(publication).text))


def how_told(publication: Publication, said: str) -> str:
    """How the party was told where the paper does not say it. Raises Refused until somebody has told it in writing."""
    words = clean(said, label="怎样告知当事人", most=200, lines=True, field="party_told")
    if is_told_in_its_paper(publication):
        return ""
    if fault := told_fault(words):
        remedy = "请先书面告知当事人，再写明告知的文书和日期；公开期限照常计算。"
        raise Refused(fault, ("APL-2021:48.1", "SAMR-PUB-2021:8"), field="party_told", remedy=remedy)
    return words


def shows_a_person(publication: Publication) -> bool:
    """Whether a natural person can be read of in public: a party of the decision, unless the province hides every party."""
    if profile_of(publication.case).person == HIDDEN:
        return False
    row = publication.decision
    refs = parties_of_decision(row) if row is not None else {one.pk for one in coercion(publication).parties}
    return Party.objects.filter(pk__in=refs, kind=PartyKind.PERSON).exists()


def require_assessment(publication: Publication, on: date) -> None:
    """Raises Refused where a natural person is to be public and the body has assessed nothing."""
    if shows_a_person(publication) and local_values.find(ASSESSMENT, chain=publication.body.public_id, on=on) is None:
        remedy = f"请完成评估，由系统管理员在“本地参数”中录入“{local_values.NAMES[ASSESSMENT]}”。"
        raise Refused(NOT_ASSESSED, ASSESSED, remedy=remedy)
