"""Other ways to serve than the front desk: to a confirmed electronic address, and by announcement as the last resort."""

from __future__ import annotations

from yangguang.base.models import Approval
from yangguang.cases.api import verbs
from yangguang.desk.demo import journal
from yangguang.desk.demo.inquiries import picture
from yangguang.desk.demo.journal import Story
from yangguang.desk.demo.penalty_end import noticed
from yangguang.desk.demo.work import Work

COURSE = "登记地址大门上锁，邮件以“迁移新址不明”退回，法定代表人电话停机，直接、邮寄送达均未果。"


def confirmed(work: Work) -> Story:
    """The party signs where it wants to be served, and agrees to electronic mail."""
    yield work.at(0, 16)
    employer, party = work.employer, work.case.parties.get()
    facts = verbs.AddressFacts(
        address=employer.address, recipient=employer.representative, phone=employer.phone, consents=True,
        electronic_way="email", electronic_address=f"{employer.code[8:16].lower()}@example.com",
        signed_by=employer.representative, consequences_told=True,
        signed_copy=work.scan,
    )  # fmt: skip
    verbs.confirm_service_address(
        case_id=work.refs["case"], party_ref=party.public_id, facts=facts, actor=work.case_handler, at=journal.now()
    )
    work.refs["electronic"] = True


def announced(work: Work) -> Story:
    """The prior notice reaches nobody: at the door, by post; the head of unit agrees, and it hangs out for its days."""
    yield from noticed(work)
    notice, party = work.newest("prior_notice"), work.case.parties.get()
    what = {"case_id": work.refs["case"], "document_ref": notice.public_id, "party_ref": party.public_id}
    yield work.at(0, 15)
    verbs.record_service_failure(
        **what, method="direct", failure="大门上锁，无人应答；物业称一周前停业搬离。", place=work.employer.address,
        officers=work.officers, actor=work.case_handler, at=journal.now(),
    )  # fmt: skip
    yield work.at(3, 9)
    verbs.record_service_failure(
        **what, method="post", failure="邮件以“迁移新址不明”退回。", proof_number=f"XA{work.day:%m%d}{work.number:05d}41",
        actor=work.case_handler, at=journal.now(),
    )  # fmt: skip
    yield work.at(0, 10)
    approval: Approval = verbs.request_announcement(
        **what, ground="other_ways_failed", course=COURSE, opinion="其他方式无法送达，建议公告送达。",
        actor=work.case_handler, at=journal.now(),
    )  # fmt: skip
    yield work.at(0, 15)
    work.sign(approval, work.unit_head, "情况属实，同意公告送达。")
    yield work.at(1, 9)
    verbs.serve_by_announcement(
        case_id=work.refs["case"], announcement_ref=work.case.announcements.get().public_id,
        places=f"{work.body.name}公告栏、{work.employer.address}大门", photos=[("公告张贴.png", picture())],
        officers=work.officers, actor=work.case_handler, at=journal.now(),
    )  # fmt: skip
