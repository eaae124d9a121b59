"""Evidence that might have been lost, kept by advance registration and preservation: its seven working days still run."""

from __future__ import annotations

from yangguang.base.models import Approval
from yangguang.cases.api import verbs
from yangguang.desk.demo import journal
from yangguang.desk.demo.films import filmed
from yangguang.desk.demo.journal import Story
from yangguang.desk.demo.work import Work

WHAT = "车间排班登记本2本、班组考勤卡1盒"
REASON = "当事人正在清理旧址，登记本和考勤卡没有副本，可能灭失。"


def preserved(work: Work) -> Story:
    """Asked for in the afternoon, signed on the phone, listed on the spot with both officers."""
    case = work.case
    yield work.at(0, 15)
    line = verbs.request_advance_preservation(
        case=case, party=case.parties.get(), objects_named=WHAT, proves="实际安排的班次和时间", reason=REASON,
        opinion="证据可能灭失，建议先行登记保存。", actor=work.case_handler, at=journal.now(),
    )  # fmt: skip
    approval = Approval.objects.get(subject_ref=line.public_id)
    yield work.at(0, 16)
    work.sign(approval, work.unit_head)
    work.sign(approval, work.agency_head, "同意，注意逐件清点。")
    yield work.at(0, 17)
    line.refresh_from_db()
    room = f"{work.employer.address}资料室"
    things = [
        verbs.ItemEntry("车间排班登记本", "2本", "封面磨损，内页完整", room, "A4", "照片01", "实际安排的班次"),
        verbs.ItemEntry("班组考勤卡", "1盒", "共112张，字迹清楚", room, "纸质", "照片02", "实际工作时间"),
    ]
    verbs.advance_preservation(
        preservation=line, items=things, officers=work.officers, actor=work.case_handler, at=journal.now(),
        spot=verbs.OnTheSpot(place=work.employer.address, certificate_shown=True, signature="signed"),
    )  # fmt: skip
    filmed(work, "登记保存")


def settling(work: Work) -> Story:
    """What is to become of the things, put before the agency head: the books stay as evidence, the cards go back."""
    yield work.at(1, 10)
    line = work.case.preservations.get()
    books, cards = line.items.order_by("position")
    told = {
        "fates": {books.public_id: "kept_as_evidence", cards.public_id: "copied_and_returned"},
        "note": "考勤卡已经复制。",
    }
    work.refs["settling"] = verbs.propose_custody_act(
        line=line, act="dispose_of_preserved_items", told=told,
        opinion="登记本是原始记录，留作证据；考勤卡复制后退还。", actor=work.case_handler, at=journal.now(),
    )  # fmt: skip


def settled(work: Work) -> Story:
    """Signed within the seven working days; the party signs for what goes back."""
    yield work.at(1, 15)
    work.sign(work.refs["settling"], work.agency_head, "同意。")
    filmed(work, "处理登记保存物品")
    line = work.case.preservations.get()
    verbs.record_item_return(
        line=line, items=[one.public_id for one in line.items.filter(fate="copied_and_returned")],
        received_by=work.employer.representative, receipt_number=f"退{work.number:03d}-{work.day:%m%d}", proof=work.scan,
        actor=work.case_handler, at=journal.now(),
    )  # fmt: skip
