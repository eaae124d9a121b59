"""What happens beside the main line of the county's penalty cases: visits, collective discussion, reconsideration."""

from __future__ import annotations

from yangguang.cases.api import CLOCK_KINDS, Clock, run_clocks, verbs
from yangguang.desk.demo import journal
from yangguang.desk.demo.films import filmed
from yangguang.desk.demo.journal import Story
from yangguang.desk.demo.penalty_start import filled, signed
from yangguang.desk.demo.visits import brought_back
from yangguang.desk.demo.work import Work
from yangguang.kernel import clock
from yangguang.records.api import evidence_of

DISCUSSING = {
    "高建华": "违法事实清楚，情节复杂，同意代拟稿。", "薛志勇": "同意。处罚以后应当跟踪检查改正情况。",
}  # fmt: skip
AUTHORITY = "示范县人民政府"
REASONS = (
    "违法事实有询问笔录、考勤记录和工资支付台账证实，证据已经核实。\n"
    "作出决定以前已经告知拟处罚的事实、理由、依据和陈述申辩的权利，程序合法，裁量适当。"
)


def visited(work: Work) -> Story:
    """A visit the head agreed to, and its record."""
    yield work.at(1, 9)
    day = journal.workdays_after(work.day, 1)
    approval = verbs.request_inspection(
        case_id=work.refs["case"], place=work.employer.address, purpose="核对考勤原始记录，须到现场查看考勤设备。",
        from_day=day, until_day=day, opinion="建议到现场检查。", actor=work.case_handler, at=journal.now(),
    )  # fmt: skip
    yield work.at(0, 15)
    work.sign(approval, work.agency_head, "同意检查。")
    yield work.at(1, 10)
    verbs.inspect_on_site(
        case_id=work.refs["case"], place=work.employer.address, present=f"{work.employer.representative}（法定代表人）",
        findings="现场有考勤机一台，打卡记录与调取的考勤表一致。", officers=work.officers, certificate_shown=True,
        badge_worn=True, proves=filled(work, work.plan["pattern"]["proves"]), actor=work.case_handler, at=journal.now(),
    )  # fmt: skip
    signed(work, "on_site_record")
    filmed(work, "现场检查")
    inspected = clock.now()
    yield work.at(0, 16)
    brought_back(work, inspected)


def weighed(work: Work) -> Story:
    """The party shows what it did about the harm by itself; it is verified and found to weigh."""
    yield work.at(1, 9)
    told, case_id = work.plan["weighs"], work.refs["case"]
    sheet = verbs.collect_evidence(
        case_id=case_id, kind="documentary_evidence", name=told["evidence"], source="当事人提供", officers=work.officers,
        proves=filled(work, told["proves"]), obtained_on=work.day, certificate_shown=True, actor=work.case_handler,
        at=journal.now(),
    )  # fmt: skip
    filmed(work, "调取补休、补发的证据")
    yield work.at(0, 15)
    verbs.judge_evidence(
        case_id=case_id, evidence_ref=sheet.public_id, verified=True, words="与银行流水和劳动者签收记录核对一致。",
        actor=work.case_handler, at=journal.now(),
    )  # fmt: skip
    found = verbs.Circumstance(told["kind"], filled(work, told["text"]), (sheet.public_id,))
    verbs.find_circumstances(case_id=case_id, found=[found], actor=work.case_handler, at=journal.now())


def discussed(work: Work) -> Story:
    """The heads discuss what is complex, and sign the record."""
    yield work.at(1, 14)
    said = {work.county.account(name).public_id: verbs.Said("for", words) for name, words in DISCUSSING.items()}
    meeting = verbs.Meeting(
        way="meeting", matter=f"{work.case.title}一案如何处理。", place="局三楼会议室", presided_by=next(iter(said)),
        recorder_name="林静", others=[work.unit_head.name], said=said, conclusion="agreed",
        conclusion_words="按代拟稿给予行政处罚。",
    )  # fmt: skip
    verbs.discuss_collectively(
        case_id=work.refs["case"], kind="penalty", meeting=meeting, actor=work.case_handler, at=journal.now()
    )
    signed(work, "collective_discussion_record")


def handed_in(work: Work) -> Story:
    """The party hands its application for reconsideration in at the body that decided, which upholds and passes it on."""
    yield work.at(2, 9)
    application = verbs.receive_application(
        case_id=work.refs["case"], decision_ref=work.case.decisions.latest("pk").public_id, applicant=work.employer.name,
        authority=AUTHORITY, received_on=work.day, actor=work.case_handler, at=journal.now(),
    )  # fmt: skip
    yield work.at(2, 15)
    verbs.forward_application(
        case_id=work.refs["case"], application_ref=application.public_id, outcome="forwarded",
        words="决定认定事实清楚、证据确凿、程序合法、裁量适当，应当维持。", receipt="县司法局复议科签收", actor=work.case_handler,
        at=journal.now(),
    )  # fmt: skip


def contested(work: Work) -> Story:
    """The party asks for reconsideration."""
    yield work.at(work.plan.get("withdrawn_after", 12) // 2, 10)
    remedy = verbs.record_remedy(
        case_id=work.refs["case"], decision_ref=work.case.decisions.latest("pk").public_id, kind="reconsideration",
        authority=AUTHORITY, number=f"示府复受字〔{work.day.year}〕第{work.number}号", received_on=work.day,
        actor=work.case_handler, at=journal.now(),
    )  # fmt: skip
    work.refs["remedy"] = remedy.public_id
    yield work.at(1, 10)
    approval = verbs.request_remedy_answer(
        case_id=work.refs["case"], remedy_ref=remedy.public_id, applicant=work.employer.name, reasons=REASONS,
        basis="《劳动保障监察条例》及本省行政处罚裁量基准。", asks="请求行政复议机关维持本机关作出的行政处罚决定。",
        evidence_refs=[one.public_id for one in evidence_of(work.case.public_id).filter(excluded_on=None)],
        opinion="建议按此答复。", actor=work.case_handler, at=journal.now(),
    )  # fmt: skip
    yield work.at(0, 14)
    work.sign(approval, work.unit_head, "同意，请局领导审定。")
    work.sign(approval, work.agency_head, "同意答复。")
    yield work.at(0, 16)
    verbs.submit_remedy_answer(
        case_id=work.refs["case"], remedy_ref=remedy.public_id, sent_on=work.day, way="handed", receipt="县司法局复议科签收",
        proof=work.scan, actor=work.case_handler, at=journal.now(),
    )  # fmt: skip


def lost(work: Work) -> str:
    """The decision falls in reconsideration; tells by which paper."""
    paper = f"示府复决字〔{work.day.year}〕第{work.number}号行政复议决定书"
    verbs.record_remedy_outcome(
        case_id=work.refs["case"], remedy_ref=work.refs["remedy"], outcome="annulled", outcome_paper=paper,
        outcome_received_on=work.day, outcome_words="程序瑕疵影响当事人陈述申辩，撤销原行政处罚决定。",
        actor=work.case_handler, at=journal.now(),
    )  # fmt: skip
    return paper


def returned(work: Work) -> Story:
    """What was paid under a decision that fell goes back by the treasury's voucher."""
    yield work.at(3, 10)
    decision = work.case.decisions.latest("pk")
    left = sum(payment.amount_fen for payment in decision.payments.order_by("pk"))
    if not left:
        return
    verbs.restitute(
        decision=decision, amount_fen=left, things="", returned_on=work.day, voucher=f"财退〔{work.day.year}〕{work.number}号",
        actor=work.case_handler, at=journal.now(), proof=work.scan,
    )  # fmt: skip


def explained(work: Work) -> Story:
    """The handler says of each of the agency's terms that passed why: the working day after."""
    for row in Clock.objects.filter(case_id=work.refs["case"], stopped_on=None).order_by("due_on", "pk"):
        if CLOCK_KINDS[row.kind].effect != "agency_term":
            continue
        work.day = max(work.day, run_clocks.due_of(row).day)
        yield work.at(1, 9)
        verbs.explain_overdue(
            case_id=work.refs["case"], clock_ref=row.public_id, reason=work.plan["overdue"], actor=work.case_handler,
            at=journal.now(),
        )  # fmt: skip
