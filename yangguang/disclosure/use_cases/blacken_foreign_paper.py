"""Rebuild a paper from outside as pictures with boxes blackened, to be looked at before anybody confirms it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple

from django.db import transaction

from yangguang.base import ledger, vault
from yangguang.base.press.foreign import page_pictures
from yangguang.base.press.rebuilding import Box
from yangguang.directory.api import Account
from yangguang.disclosure.collecting import known_about
from yangguang.disclosure.events.papers import ForeignPaperRebuilt
from yangguang.disclosure.foreign_papers import rebuild
from yangguang.disclosure.models import ForeignPaper
from yangguang.disclosure.rules.checks import SECRECY
from yangguang.disclosure.use_cases._paper import lock_paper
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

MOST = 400  # boxes of one paper


@transaction.atomic
def blacken_foreign_paper(*, paper_id: int, boxes: Sequence[Box], actor: Account, at: Moment) -> ForeignPaper:
    """What is known and what a person drew is black; whatever was confirmed before is open again."""
    paper, publication = lock_paper(paper_id, actor)
    if len(boxes) > MOST:
        raise Refused(f"一份附件最多遮盖 {MOST} 处。", SECRECY, field="boxes")
    path = vault.path_of(paper.original.sha256)
    made = rebuild(path, known_about(publication), boxes=boxes, named=f"{paper.label}.pdf")
    paper.made = vault.store(made.content, media_type="application/pdf")
    drawn = page_pictures(vault.path_of(paper.made.sha256))
    paper.made_pages = [vault.store(one, media_type="image/jpeg").sha256 for one in drawn]
    paper.boxes, paper.hidden = [list(astuple(one)) for one in boxes], len(made.hidden)
    paper.asked = list(dict.fromkeys(f"第 {page} 页：{span.original}" for page, span in made.questions))
    paper.unread = list(made.pictures_only)
    paper.confirmed_by, paper.confirmed_on = None, None
    paper.save()
    event = ForeignPaperRebuilt(publication.number, len(boxes), paper.hidden, paper.made.sha256)
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return paper
