"""Corrections of a roster and its chain say why, in the ledger; a long roster stays quick."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.builders.cases import on
from tests.builders.labour import a_labour_agency, a_roster, an_accepted_complaint, handler, refs_of
from tests.cases.labour.test_roster import a_row, imported
from yangguang.base.models import LedgerEntry
from yangguang.cases.kinds.labour.queries import liabilities_of, links_of, totals_of, workers_of
from yangguang.cases.use_cases.add_contract_link import add_contract_link
from yangguang.cases.use_cases.change_contract_link import change_contract_link
from yangguang.cases.use_cases.record_worker_payments import WagePayment, record_worker_payments
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 3)
MOMENT = {"occurred_at": "2026-09-03T09:30", "late_reason": ""}
PLAIN = {
    "relation": "contract",
    "code": "",
    "qualified": True,
    "hired_workers": False,
    "price_overdue_fen": 0,
    "note": "",
}


@pytest.fixture
def case():
    return an_accepted_complaint(a_labour_agency())


@pytest.fixture
def page(client, case):
    client.force_login(handler(case.body))
    with on(DAY, 10):
        yield client


def act(case, name, query=""):
    return reverse("cases:roster_act", args=[case.public_id, name]) + query


def last_summary(event):
    return LedgerEntry.objects.filter(event=event).latest("pk").summary


def test_worker_is_taken_out_with_the_reason_in_the_ledger(page, case):
    a_roster(case)
    address = act(case, "remove", f"?worker={refs_of(case)[0]}")
    assert "请填写理由" in page.post(address, MOMENT).content.decode()
    assert page.post(address, MOMENT | {"reason": "重复登记。"}).status_code == 302
    assert totals_of(case).workers == 2
    assert "移出第1号，理由：重复登记。" in last_summary("RosterChanged")
    assert page.get(address).status_code == 404


def test_correction_names_what_changed_but_no_worker(page, case):
    a_roster(case, workers=1)
    worker = workers_of(case).get()
    typed = {"name": worker.name, "person_id": worker.person_id, "phone": "", "from_month": "2026-05", "to_month": "2026-07",
             "agent": "张班组", "owed_fen": "8000", "reason": "工时核对后更正。", **MOMENT}  # fmt: skip
    address = act(case, "change", f"?worker={worker.public_id}")
    assert page.post(address, typed).status_code == 302
    told = last_summary("RosterChanged")
    assert "更正第1号的应付金额，理由：工时核对后更正。" in told
    assert worker.name not in told
    assert "没有改动" in page.post(address, typed).content.decode()


def test_link_is_corrected_and_taken_out_with_reasons(page, case):
    with on(DAY) as at:
        general = add_contract_link(
            case=case, level="general_contractor", name="总包公司", actor=handler(case.body), at=at
        )
        sub = add_contract_link(
            case=case, level="subcontractor", name="分包公司", above=general, actor=handler(case.body), at=at
        )
    typed = {"level": "subcontractor", "name": "分包公司", "above": general.public_id, "relation": "whole_handed_on", "code": "",
             "hired_workers": "on", "price_overdue_fen": "", "note": "", "reason": "查明系转包。", **MOMENT}  # fmt: skip
    assert page.post(act(case, "change-link", f"?link={sub.public_id}"), typed).status_code == 302
    assert "更正承接方式、资格、招用：分包公司，理由：查明系转包。" in last_summary("ContractChainChanged")
    assert {one.clause for one in liabilities_of(case)} == {"MWR-2019:30.4", "MWR-2019:36.1"}
    assert (
        page.post(act(case, "remove-link", f"?link={sub.public_id}"), MOMENT | {"reason": "错登。"}).status_code == 302
    )
    assert [one.name for one in links_of(case)] == ["总包公司"]


def test_link_never_stands_above_itself(case):
    who = handler(case.body)
    with on(DAY) as at:
        upper = add_contract_link(case=case, level="subcontractor", name="甲", actor=who, at=at)
        lower = add_contract_link(case=case, level="subcontractor", name="乙", above=upper, actor=who, at=at)
        for above in (upper, lower):
            with pytest.raises(Refused, match="不能是本单位"):
                change_contract_link(
                    link=upper, level="subcontractor", name="甲", above=above, reason="改", actor=who, at=at, **PLAIN
                )
        with pytest.raises(Refused, match="下面承接的单位"):
            change_contract_link(
                link=upper, level="team", name="甲", above=None, reason="改", actor=who, at=at, **PLAIN
            )


def queries_of(run):
    with CaptureQueriesContext(
        connection,
    ) as seen:
        run()
    return len(seen)


def test_long_roster_costs_no_more_queries_than_a_short_one(page, case):
    addresses = [
        reverse("cases:roster", args=[case.public_id]),
        act(case, "pay"),
        reverse("cases:case", args=[case.public_id]),
    ]
    imported(case, [a_row(n) for n in range(1, 31)])
    page.get(addresses[0])  # what a process reads once
    short = [queries_of(lambda address=address: page.get(address)) for address in addresses]
    imported(case, [a_row(n) for n in range(1, 951)])
    assert [queries_of(lambda address=address: page.get(address)) for address in addresses] == short
    assert page.get(addresses[0], {"format": "xlsx"}).content[:2] == b"PK"


def test_payments_of_a_long_roster_are_kept_in_a_handful_of_queries_and_shown_a_page_at_a_time(page, case):
    imported(case, [a_row(n) for n in range(1, 251)])
    refs = refs_of(case)

    def pay():
        with on(DAY, 11) as at:
            payments = [WagePayment(ref, 1_00, DAY, "转账1") for ref in refs]
            record_worker_payments(case=case, payments=payments, actor=handler(case.body), at=at)

    assert queries_of(pay) < 25
    assert totals_of(case).paid_fen == 250_00
    first = page.get(act(case, "pay")).context["form"]
    assert sum(name.startswith("wages_") for name in first.fields) == 100
    rest = page.get(act(case, "pay", f"?after={first.next_after}")).context["form"]
    assert f"wages_{refs[100]}" in rest.fields


def test_wrong_amount_is_named_beside_its_worker(page, case):
    a_roster(case)
    ref = refs_of(case)[1]
    answer = page.post(act(case, "pay"), {"paid_on": "2026-09-03", "voucher": "1", f"wages_{ref}": "99999", **MOMENT})
    assert f"wages_{ref}" in answer.context["form"].errors
