"""Notices of corrections and clarifications beside published decisions, for tests."""

from __future__ import annotations

from collections.abc import Callable

from tests.builders.disclosure import People, a_code, a_publication, an_examination, deliver, release, the_people
from yangguang.directory.models import Body
from yangguang.disclosure.models import Clarification, CorrectionNotice, Publication
from yangguang.disclosure.rules.checks import QUESTIONS
from yangguang.disclosure.use_cases.draft_clarification import draft_clarification
from yangguang.disclosure.use_cases.prepare_correction import prepare_correction
from yangguang.disclosure.use_cases.publish_clarification import publish_clarification
from yangguang.kernel.moment import Moment

TITLE = "关于罚款数额的说明"
WORDS = "网传罚款二百万元与事实不符，处罚决定的罚款为25,200元，当事人已经知悉。"
NOTHING = dict.fromkeys(QUESTIONS, "none")


def corrected(publication: Publication, people: People, **given) -> CorrectionNotice:
    """Words are put right by two, and the notice for the party lies ready."""
    values = {
        "reason": "门牌号写错",
        "replacements": [("创业路18号", "创业路16号")],
        "examination": an_examination(),
    } | given
    prepare_correction(publication_id=publication.pk, actor=people.first, at=Moment.now(), **values)
    release(publication, people)
    return CorrectionNotice.objects.get(version=publication.versions.latest("number"))


def clarification_drafted(publication: Publication, people: People, **given) -> Clarification:
    """A publisher put a clarification before the head."""
    values = {
        "found": "网帖称罚款二百万元。",
        "title": TITLE,
        "text": WORDS,
        "secrecy": NOTHING,
        "actor": people.first,
    } | given
    return draft_clarification(publication_id=publication.pk, at=Moment.now(), **values)


def clarified(publication: Publication, people: People, **given) -> Clarification:
    """The head agreed, and the public reads it."""
    row = clarification_drafted(publication, people, **given)
    done = publish_clarification(clarification_id=row.pk, code=a_code(people.head), actor=people.head, at=Moment.now())
    deliver()
    return done


def _correction_notice(body: Body, state: str) -> dict:
    people = the_people(body)
    return {"ref": corrected(a_publication(people, state="published"), people).public_id}


def _clarification(body: Body, state: str) -> dict:
    people = the_people(body)
    return {"ref": clarification_drafted(a_publication(people, state="published"), people).public_id}


SAMPLES_BESIDE: dict[str, Callable[[Body, str], dict]] = {
    "correction_notice": _correction_notice, "clarification": _clarification,
}  # fmt: skip
