"""Two published cases walked through with their facts: 435 workers on a building site, 88 workers to the disposition."""

import json
from datetime import date

import pytest
from django.urls import reverse

from tests.builders.cases import handler_of, on, with_records
from tests.builders.labour import (
    a_complaint,
    a_decided_disposition,
    a_labour_agency,
    a_running_instruction,
    an_accepted_complaint,
    front_desk,
    handler,
)
from tests.cases.labour.test_court_and_closing import APPLIED, SERVED, UNFULFILLED, applied, demanded
from tests.cases.labour.test_court_and_closing import checked as not_fulfilled
from tests.cases.labour.test_roster import a_row, a_sheet, person
from yangguang.base.local_values import find
from yangguang.cases.kinds.labour.criminal import criminal_line_of
from yangguang.cases.kinds.labour.queries import liabilities_of, totals_of
from yangguang.cases.models import Case, Clock
from yangguang.cases.presentation.acts import next_acts
from yangguang.cases.use_cases.add_contract_link import add_contract_link
from yangguang.cases.use_cases.check_rectification import OrderFinding, check_rectification
from yangguang.cases.use_cases.conclude_investigation import conclude_investigation
from yangguang.cases.use_cases.import_roster import import_roster
from yangguang.cases.use_cases.serve_disposition import serve_disposition
from yangguang.kernel import clock
from yangguang.kernel.money import in_capitals, in_figures
from yangguang.records.models import Document

pytestmark = pytest.mark.django_db


def a_site(workers: int, total_fen: int) -> Case:
    """A complaint by many workers, accepted, with the whole roster imported."""
    lead = a_complaint(a_labour_agency(), workers=workers, amount_fen=total_fen)
    case = an_accepted_complaint(lead=lead)
    share, rest = divmod(total_fen, workers)
    rows = [
        a_row(n, person_id=person(n), owed_fen=share + (rest if n == workers else 0)) for n in range(1, workers + 1)
    ]
    with on(date(2026, 9, 2)) as at:
        import_roster(case=case, content=a_sheet(rows), actor=handler(case.body), at=at)
    return case


def unheeded(case, *, issued, due, checked):
    running = a_running_instruction(case, day=issued, due=due)
    with on(checked) as at:
        return check_rectification(
            instruction=running, findings=[OrderFinding(running.orders.get().public_id, "期满未支付。")],
            actor=handler(case.body), at=at,
        )  # fmt: skip


def test_case_1_of_435_workers_reaches_the_unheeded_instruction():
    case = a_site(435, 792_300_767)
    who = handler(case.body)
    with on(date(2026, 9, 3)) as at:
        general = add_contract_link(case=case, level="general_contractor", name="某建工集团", actor=who, at=at)
        add_contract_link(
            case=case, level="subcontractor", name="某建工集团分支机构", above=general, qualified=False,
            hired_workers=True, actor=who, at=at,
        )  # fmt: skip
    assert {(one.name, one.clause) for one in liabilities_of(case)} == {
        ("某建工集团", "MWR-2019:30.3"), ("某建工集团", "MWR-2019:36.1"),
    }  # fmt: skip
    instruction = unheeded(case, issued=date(2026, 11, 2), due=date(2026, 11, 9), checked=date(2026, 11, 10))
    assert (instruction.status, instruction.orders.get().owed_fen) == ("unrectified", 792_300_767)
    sheet = json.dumps(Document.objects.get(kind="rectification_instruction").sheet, ensure_ascii=False)
    for words in ("7,923,007.67", in_capitals(792_300_767), "435人", "2026年11月9日"):
        assert words in sheet
    assert criminal_line_of(case, date(2026, 11, 10)).reached
    assert find("crime_many_workers_fen", chain=case.body.public_id, on=date(2026, 11, 10)) is not None


def test_case_5_of_88_workers_reaches_the_court_with_the_wages_and_the_compensation(client):
    case = with_records(a_site(88, 171_000_000))
    unheeded(case, issued=date(2026, 9, 8), due=date(2026, 9, 18), checked=date(2026, 9, 21))
    with on(date(2026, 9, 22)) as at:
        conclude_investigation(
            case_id=case.pk, actor=handler(case.body), at=at,
            circumstances={"workers": 88, "prior_violations": 0, "rectified": False, "harm": "serious", "gains_fen": 0},
            content={
                "nature": "拖欠劳动报酬。", "basis": ["LSR-2004:26#compensation"], "gains": "无", "circumstances": "首次查处。",
                "suggestion": "建议作出行政处理决定。",
            },
        )  # fmt: skip
    line = a_decided_disposition(case)
    decision = line.decision
    content = decision.content
    assert (len(content["annex"]), content["wages_fen"]) == (88, 171_000_000)
    assert (
        content["total_fen"]
        == sum(line["total_fen"] for line in content["annex"])
        == 171_000_000 + content["extra_fen"]
    )
    assert 0 <= content["extra_fen"] - 85_500_000 <= 88
    assert totals_of(case).unpaid_fen == 171_000_000
    with clock.frozen(clock.beijing(decision.decided_on, 15)):
        client.force_login(handler(case.body))
        page = client.get(reverse("cases:case", args=[case.public_id])).content.decode()
        (served,) = (
            row for row in next_acts(Case.objects.get(pk=case.pk), handler(case.body))["possible"] if row["primary"]
        )
        assert (served["act"], served["label"]) == ("serve_disposition", "送达处理决定")
        assert client.get(served["href"]).status_code == 200
    assert page.index(f'href="{served["href"]}"') < page.index("处罚事先告知")
    line = to_the_court(line)
    assert line.status == "in_execution"
    window = Clock.objects.get(case=case, kind="apply_for_court_execution_by")
    assert (window.started_on, window.stopped_on) == (date(2027, 4, 13), APPLIED)
    application = json.dumps(Document.objects.get(kind="court_execution_application").sheet, ensure_ascii=False)
    for words in (in_figures(content["total_fen"]), "示范县人民法院"):
        assert words in application
    proofs = Document.objects.filter(file_ref=case.public_id, kind="proof_of_service").count()
    assert proofs == case.services.filter(succeeded=True).count() == 4


def to_the_court(line):
    """Served, nothing paid, both remedies over, demanded, ten working days over, applied within three months."""
    with on(SERVED) as at:
        line = serve_disposition(disposition=line, service=front_desk(), actor=handler_of(line.case), at=at)
    return applied(demanded(not_fulfilled(line, UNFULFILLED)))
