"""A wage case that takes long, and an employer who fled: notice, audit, extension, and the order posted on the door."""

from __future__ import annotations

import struct
import zlib

from yangguang.cases.api import verbs
from yangguang.desk.demo import journal
from yangguang.desk.demo.journal import Story
from yangguang.desk.demo.penalty_start import RECEIPT, signed
from yangguang.desk.demo.work import Work
from yangguang.kernel import clock

REASON = "涉及多个项目和班组，工资台账不全，正在等候审计报告，情况复杂，六十个工作日内不能完成调查。"


def noticed(work: Work) -> Story:
    """The employer is asked to come and to hand over its ledgers."""
    yield work.at(1, 9)
    case, at = work.case, journal.now()
    notice = verbs.issue_interview_notice(
        case_id=case.pk, party_ref=case.parties.get().public_id, appear_at=clock.beijing(journal.workdays_after(work.day, 4), 9),
        place=case.body.address, materials="劳动合同和用工名册\n考勤记录\n工资台账和银行流水\n工程款拨付凭证",
        due_on=journal.workdays_after(work.day, 5), officers=work.officers, actor=work.case_handler, at=at,
    )  # fmt: skip
    yield work.at(0, 15)
    verbs.serve_document(
        case_id=case.pk, document_ref=notice.document.public_id, party_ref=notice.party.public_id, service=work.served(),
        actor=work.case_handler, at=journal.now(),
    )  # fmt: skip
    signed(work, RECEIPT)


def audited(work: Work) -> Story:
    """Accountants look at the books."""
    yield work.at(2, 10)
    verbs.entrust_audit(
        case_id=work.refs["case"], to="示范正信会计师事务所", scope="工资的应付和实付\n工程款的拨付和去向",
        report_by=journal.workdays_after(work.day, 40), actor=work.unit_head, at=journal.now(),
    )  # fmt: skip


def extended(work: Work) -> Story:
    """Before the sixty working days are over, the head makes them ninety."""
    yield work.at(42, 9)
    approval = verbs.request_head_approval(
        case_id=work.refs["case"], act="extend_investigation", reason=REASON, opinion="建议延长调查。",
        actor=work.case_handler, at=journal.now(),
    )  # fmt: skip
    yield work.at(0, 14)
    work.sign(approval, work.unit_head, "情况属实，拟同意，请局领导审定。")
    yield work.at(1, 9)
    work.sign(approval, work.agency_head, "同意延长。")


def posted(work: Work) -> Story:
    """Nobody is there any more: the order is put on the door, and filmed."""
    yield work.at(0, 15)
    posting = verbs.Posting(
        places=f"{work.employer.address}办公场所大门、法定代表人住所门口", fled=True,
        fled_how="立案询问后电话停机，微信不回；到办公场所时已经搬空，物业证明两天前连夜搬离。",
        tried_person="到身份证登记住所，本人不在，邻居称多日未见。", tried_family="住所无人应答，没有同住成年家属。",
        tried_reception="办公场所已经搬空，没有收件人。", film=picture(), film_name="张贴现场.png",
    )  # fmt: skip
    work.refs["instruction"] = verbs.post_order(
        instruction=work.refs["instruction"],
        posting=posting,
        officers=work.officers,
        actor=work.case_handler,
        at=journal.now(),
    )


def picture(width: int = 480, height: int = 320) -> bytes:
    """A plain grey picture with a white sheet on it, in place of a photograph."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    sheet = bytes([120] * (width // 3) + [245] * (width // 3) + [120] * (width // 3))
    wall = bytes([120] * width)
    rows = b"".join(b"\0" + (sheet if height // 4 < y < height * 3 // 4 else wall) for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
