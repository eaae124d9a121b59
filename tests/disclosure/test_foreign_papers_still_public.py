"""A paper from outside that is dropped or blackened anew after it was released stays public until another version is: said so."""

import pytest
from django.urls import reverse

from tests.builders.disclosure import a_foreign_paper, an_examination, prepare, release, withdraw
from tests.disclosure.test_foreign_papers_at_work import blacken, confirm
from yangguang.bulletin.api import notice_by_ref
from yangguang.desk.today.publications import waiting_for_publication
from yangguang.disclosure.api import publications_to_do
from yangguang.disclosure.models import ForeignPaper
from yangguang.disclosure.models.foreign_paper import STILL_OUT
from yangguang.disclosure.use_cases.prepare_correction import prepare_correction
from yangguang.kernel.moment import Moment

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D17")]


@pytest.fixture
def paper(people, pending):
    found = a_foreign_paper(pending, people)
    blacken(found, people)
    confirm(found, people.first)
    prepare(pending, people)
    release(pending, people)
    return fresh(found)


def fresh(paper):
    return ForeignPaper.objects.get(pk=paper.pk)


def correct(publication, people):
    given = {"examination": an_examination(), "replacements": [("创业路18号", "创业路16号")], "hides_more": True}
    prepare_correction(publication_id=publication.pk, reason="隐去", actor=people.first, at=Moment.now(), **given)
    release(publication, people)


def test_paper_as_it_was_released_is_nothing_to_do(people, paper):
    assert paper.state == "已确认，随公开文本公开"
    assert publications_to_do(people.first) == []


def test_dropped_paper_is_public_until_a_correction_leaves_it_out(people, paper):
    confirm(paper, people.first, publish=False)
    assert fresh(paper).state == f"不公开；{STILL_OUT}"
    (row,) = waiting_for_publication(people.second)
    assert (row.what, row.clause, row.due_on) == ("更正（隐去）或者撤回", "APL-2021:50", None)
    correct(paper.publication, people)
    assert notice_by_ref(paper.publication.notice_ref).attachments == []
    assert fresh(paper).state == "不公开"
    assert publications_to_do(people.first) == []


def test_paper_blackened_anew_is_public_as_it_was_until_it_is_released(people, paper):
    blacken(paper, people, boxes=())
    assert fresh(paper).state == f"待确认；{STILL_OUT}"
    confirm(paper, people.first)
    assert fresh(paper).state == f"已确认，随公开文本公开；{STILL_OUT}"
    assert publications_to_do(people.first) == [paper.publication]
    correct(paper.publication, people)
    assert fresh(paper).state == "已确认，随公开文本公开"


def test_withdrawal_takes_it_away_as_well(people, paper):
    confirm(paper, people.first, publish=False)
    withdraw(fresh(paper).publication, people)
    assert fresh(paper).state == "不公开"
    assert publications_to_do(people.first) == []


def test_pages_say_that_it_is_still_public(client, people, paper):
    client.force_login(people.first)
    settling = reverse("disclosure:settle_foreign_paper", args=[paper.public_id])
    page = client.post(settling, {"publish": "no", "made": paper.made.sha256}, follow=True).content.decode()
    assert f"已记录。{STILL_OUT}。" in page
    assert f"不公开；{STILL_OUT}" in page
    shown = client.get(reverse("disclosure:publication", args=[paper.publication.public_id])).content.decode()
    assert "原来的文件仍在公开" in shown
