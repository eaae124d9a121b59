"""Anyone can see what became of every published decision, by state, and whether anything was drawn by lot (D14)."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders.cases import a_served_case, handler_of, on, the_decision
from tests.builders.catalogues import a_drafter, a_head, a_letter
from tests.builders.directory import a_body
from tests.builders.disclosure import a_publication, deliver, made_public, the_people
from tests.builders.standing import released
from yangguang.bulletin.api import notice_by_ref, results
from yangguang.cases.use_cases.record_payment import record_payment
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.shipped_lists import adopt_list, shipped_rows
from yangguang.kernel.moment import Moment

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D14")]

DAY = date(2026, 11, 18)


@pytest.fixture(autouse=True)
def _pages_apart(settings, tmp_path):
    settings.PAGES_DIR = tmp_path / "pages"


def read(client, name, **asked):
    return client.get(reverse(name), asked).content.decode()


def test_state_follows_the_case_from_running_to_done(client):
    case = a_served_case()
    with on(date(2026, 11, 18), 11):
        publication = made_public(the_decision(case))
    number = publication.decision.number
    assert results.counts()["履行中"] == 1
    assert number in read(client, "portal:results", state="履行中")
    assert number not in read(client, "portal:results", state="已履行")
    with on(date(2026, 11, 19)) as at:
        record_payment(case_id=case.pk, amount_fen=500000, paid_on=at.day, payee="代收银行", receipt_number="收据1",
                       actor=handler_of(case), at=at)  # fmt: skip
        deliver()
    done = read(client, "portal:results", state="已履行")
    assert number in done
    assert "已履行：罚款已于2026年11月19日缴清" in done
    assert number not in read(client, "portal:results", state="履行中")
    assert "已履行：罚款已于2026年11月19日缴清" in client.get(f"/decisions/{publication.notice_ref}").content.decode()


def test_warning_needs_no_fulfilment_and_what_says_nothing_is_counted_apart(client):
    people = the_people()
    warned = a_publication(people, state="published", penalties=["warning"], fine_fen=0)
    silent = a_publication(people, state="published", penalties=["other"], fine_fen=0)
    assert notice_by_ref(warned.notice_ref).fulfilment == "无需履行"
    counted = results.counts()
    assert (counted["无需履行"], counted[results.NOT_SAID], sum(counted.values())) == (1, 1, 2)
    page = read(client, "portal:results", state=results.NOT_SAID)
    assert silent.decision.number in page
    assert warned.decision.number not in page


def test_withdrawn_decision_is_no_result(client):
    withdrawn = a_publication(the_people(), state="withdrawn")
    assert withdrawn.decision.number not in read(client, "portal:results")
    assert sum(results.counts().values()) == 0


def test_made_up_state_shows_everything(client):
    published = a_publication(the_people(), state="published")
    assert published.decision.number in read(client, "portal:results", state="<b>没收")


def test_draws_name_the_list_and_say_that_there_are_no_plans(client):
    page = read(client, "portal:draws")
    assert "还没有机关公布随机抽查事项清单" in page
    body = a_body()
    edition = adopt_list(
        ListKind.RANDOM_INSPECTION, shipped_rows(ListKind.RANDOM_INSPECTION), body=body, drafter=a_drafter(body),
        head=a_head(body), source="本机关审定", at=Moment.on(DAY), review=lambda draft: a_letter(draft, on=DAY),
    )  # fmt: skip
    deliver()
    assert body.name not in read(client, "portal:draws"), "no publisher released it"
    released(edition)
    page = read(client, "portal:draws")
    assert body.name in page
    for words in ("还没有公布过抽查计划", "还没有公布过抽查结果"):
        assert words in page
