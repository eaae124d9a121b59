"""Before a release everything the public would get is made and read again; while anything known is left, it is refused."""

import pytest

from tests.builders.directory import code_for
from tests.builders.disclosure import a_case, a_publication, an_examination, prepare, release
from yangguang.base.press.inside import Part, Unreadable
from yangguang.bulletin.api import html_of, notice_by_ref
from yangguang.disclosure import rereading
from yangguang.disclosure.collecting import known_of
from yangguang.disclosure.models import PublishedVersion
from yangguang.disclosure.use_cases import release_publication as releasing
from yangguang.disclosure.use_cases.prepare_correction import prepare_correction
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D17")]


def refused(publication, people):
    with pytest.raises(Refused) as refusal:
        releasing.release_publication(
            publication_id=publication.pk, code=code_for(people.second), actor=people.second, at=Moment.now()
        )
    return refusal.value


@pytest.mark.clause("APL-2021:50")
def test_copy_that_was_not_hidden_is_refused_by_what_is_read_of_it(people, prepared, monkeypatch):
    monkeypatch.setattr(releasing, "redacted_copy", lambda copy, known, private, kept: copy)
    refusal = refused(prepared, people)
    assert refusal.clause == "APL-2021:50"
    assert "网页文字：自然人姓名“王某某”" in refusal.reason
    assert "王小芸" not in str(refusal)
    assert notice_by_ref(prepared.notice_ref) is None


@pytest.mark.parametrize("place", ["PDF 第 1 页文字层", "文件属性", "书签", "批注", "附件", "文件名"])
def test_name_in_any_place_of_the_paper_is_found(people, prepared, monkeypatch, place):
    monkeypatch.setattr(rereading, "parts_of_pdf", lambda content: [Part(place, "丁 海")])
    assert f"{place}：自然人姓名“丁某某”" in refused(prepared, people).reason


def test_paper_that_cannot_be_read_is_refused(people, prepared, monkeypatch):
    def locked(content):
        raise Unreadable("PDF 已经加密")

    monkeypatch.setattr(rereading, "parts_of_pdf", locked)
    assert "PDF 已经加密" in refused(prepared, people).reason


def test_correction_that_shows_what_it_hides_is_refused_until_it_is_marked_as_hiding(people, pending):
    prepare(pending, people, private=(), harmless=("康平",))
    release(pending, people)
    told = {"publication_id": pending.pk, "reason": "隐去个人信息", "examination": an_examination(), "actor": people.first,
            "at": Moment.now()}  # fmt: skip
    prepare_correction(**told)
    assert "康某某" in refused(pending, people).reason
    prepare_correction(**told, hides_more=True)
    release(pending, people)
    assert "康平" not in html_of(notice_by_ref(pending.notice_ref))


def test_word_that_a_later_version_judges_to_be_no_name_does_not_stop_its_release(people, published):
    examined = an_examination(private=(), harmless=("康平",))
    prepare_correction(
        publication_id=published.pk, reason="不是姓名", examination=examined, actor=people.first, at=Moment.now()
    )
    release(published, people)
    assert "康平" in html_of(notice_by_ref(published.notice_ref))


def test_whole_paper_page_and_copy_of_a_release_are_clean(people, published):
    parts = rereading.parts_of(notice_by_ref(published.notice_ref))
    places = {part.place for part in parts}
    assert places >= {"网页文字", "公开副本（JSON）", "PDF 第 1 页文字层", "文件名"}
    assert rereading.left_in(parts, known_of(published.case)) == []
    assert PublishedVersion.objects.exclude(released_on=None).count() == 1


def named_after_the_town(people):
    """A person called like the town in the body's own name is the party."""
    people.body.name = "佛山市高明区人力资源和社会保障局"
    people.body.save()
    pending = a_publication(
        people, case=a_case(people.body, party_kind="person", party_name="高明"), parties=[{"name": "高明"}]
    )
    prepare(pending, people)
    return pending


def test_party_called_like_the_town_is_hidden_and_the_body_keeps_its_name(people):
    publication = named_after_the_town(people)
    release(publication, people)
    html = html_of(notice_by_ref(publication.notice_ref))
    assert "佛山市高明区人力资源和社会保障局" in html
    assert "高明" not in html.replace("佛山市高明区人力资源和社会保障局", "")


def test_party_called_like_the_town_is_found_where_it_was_not_hidden(people, monkeypatch):
    publication = named_after_the_town(people)
    monkeypatch.setattr(releasing, "redacted_copy", lambda copy, known, private, kept: copy)
    refusal = refused(publication, people)
    assert "高明" in {one.original for one in refusal.found}


def test_what_is_left_is_told_in_full_to_the_publisher_alone(people, prepared, monkeypatch):
    monkeypatch.setattr(rereading, "parts_of_pdf", lambda content: [Part("批注", "据丁 海说")])
    refusal = refused(prepared, people)
    assert [(one.place, one.original, one.before, one.after) for one in refusal.found] == [
        ("批注", "丁 海", "据", "说")
    ]
    assert "丁 海" not in str(refusal)
    assert "丁海" not in f"{refusal.reason}{refusal.remedy}{refusal.args}"


def test_what_the_number_says_has_another_way_out(people, prepared):
    number = prepared.decision.number
    version = prepared.versions.get()
    version.private = [*version.private, number[:3]]
    version.save()
    refusal = refused(prepared, people)
    assert refusal.remedy == rereading.IN_NUMBER
    assert {remedy for _, remedy in refusal.rows} == {rereading.IN_NUMBER}
