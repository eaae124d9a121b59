"""Evidence that might have been lost, kept by advance registration and preservation: its seven working days still run."""

from __future__ import annotations

from yangguang.base.models import Approval
from yangguang.cases.api import verbs
from yangguang.desk.demo import journal
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
