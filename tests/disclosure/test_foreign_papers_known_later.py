"""What becomes known after a paper from outside was blackened is looked for again before it leaves."""

import pytest
from django.urls import reverse

from tests.builders.directory import code_for
from tests.builders.disclosure import a_foreign_paper, a_pdf, prepare, release
from tests.disclosure.test_foreign_papers_at_work import blacken, confirm
from yangguang.base import ledger
from yangguang.base.models.attempt import RefusedAttempt
from yangguang.base.press.rebuilding import Box
from yangguang.bulletin.api import notice_by_ref
from yangguang.disclosure.paper_places import AGAIN
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D17")]
WORDS = "经查，王晓明在仓库工作，电话13800138000，身份证110101199003071233，" * 12
EVERYWHERE = Box(1, 0, 0, 1, 1)


@pytest.fixture
def paper(people, pending):
    found = a_foreign_paper(pending, people, content=a_pdf(WORDS))
    blacken(found, people, boxes=())
    confirm(found, people.first)
    return found


@pytest.mark.clause("APL-2021:50")
def test_name_judged_private_after_the_blackening_stops_the_release_until_it_is_black(people, pending, paper):
    prepare(pending, people, private=("康平", "王晓明"))
    with pytest.raises(Refused, match="“决定书扫描件”第 1 页：自然人姓名“王某某”") as refusal:
        release(pending, people)
    assert (refusal.value.clause, refusal.value.remedy) == ("APL-2021:50", AGAIN)
    assert "王晓明" not in str(refusal.value)
    blacken(paper, people, boxes=())
    confirm(paper, people.first)
    release(pending, people)
    assert notice_by_ref(pending.notice_ref).attachments


def test_worker_registered_after_the_blackening_stops_the_release(people, pending, paper):
    prepare(pending, people)
    pending.case.workers.create(position=9, name="王晓明", person_id="110101201503071239", owed_fen=100,
                                from_month=pending.decided_on, to_month=pending.decided_on)  # fmt: skip
    with pytest.raises(Refused, match="第 1 页：未成年人姓名|第 1 页：自然人姓名"):
        release(pending, people)


def test_what_a_person_blackened_by_hand_is_not_asked_for_again(people, pending, paper):
    blacken(paper, people, boxes=(EVERYWHERE,))
    confirm(paper, people.first)
    prepare(pending, people, private=("康平", "王晓明"))
    assert release(pending, people).stands


def test_what_is_known_already_is_black_in_what_was_made(people, pending, paper):
    prepare(pending, people)
    assert release(pending, people).stands


def test_places_are_told_in_full_on_the_page_and_kept_nowhere(client, people, pending, paper):
    prepare(pending, people, private=("康平", "王晓明"))
    client.force_login(people.second)
    page = client.post(reverse("disclosure:release", args=[pending.public_id]), {"code": code_for(people.second)})
    assert "<mark>王晓明</mark>" in page.content.decode()
    assert AGAIN in page.content.decode()
    assert "王晓明" not in str([one.facts for one in ledger.entries_about("publication", pending.public_id)])
    assert "王晓明" not in str(list(RefusedAttempt.objects.values_list("reasons", flat=True)))
