"""The quarter's publication of major violations: put forward by the handler, confirmed by the head, let out."""

from __future__ import annotations

from yangguang.base.events import SYSTEM
from yangguang.cases.api import verbs
from yangguang.desk.demo import journal
from yangguang.desk.demo.journal import Story
from yangguang.desk.demo.penalty_start import filled
from yangguang.desk.demo.work import Work, code_of
from yangguang.disclosure.api import release_entry, schedule_entry

SECRECY = "不涉密，劳动者信息不公开。"
UNTIL_BASIS = "演示：示范省重大劳动保障违法行为社会公布办法"


def marked(work: Work) -> Story:
    """What was done and what came of it, as the public is to read it."""
    yield work.at(1, 10)
    case, told = work.case, work.plan["major"]
    work.refs["major"] = verbs.mark_major_candidate(
        case=case, party=case.parties.get(), kind=told["kind"], standard=told["standard"],
        facts=filled(work, work.plan["pattern"]["facts"]), handling=told["handling"], actor=work.case_handler,
        at=journal.now(),
    )  # fmt: skip


def published(work: Work) -> Story:
    """Confirmed with the head's code, published with the publisher's."""
    head, publisher = work.agency_head, work.publisher(1)
    yield work.at(0, 14)
    line = verbs.confirm_major_publication(
        violation=work.refs["major"], code=code_of(head), scope_note="情节严重，属于应当向社会公布的情形。",
        secrecy_note=SECRECY, actor=head, at=journal.now(),
    )  # fmt: skip
    yield work.at(0, 16)
    publication = schedule_entry(entry=line, actor=SYSTEM, at=journal.now())
    assert publication is not None
    release_entry(
        publication_id=publication.pk, secrecy_note=SECRECY, until=work.day.replace(year=work.day.year + 1, day=1),
        until_basis=UNTIL_BASIS, code=code_of(publisher), actor=publisher, at=journal.now(),
    )  # fmt: skip
