"""A correction takes the place of what was public, by two people, and the public sees what changed."""

from datetime import timedelta

import pytest

from tests.builders.cases import person_of
from tests.builders.directory import code_for
from tests.builders.disclosure import an_examination, release
from yangguang.base import outbox, verifying
from yangguang.base.models import Delivery
from yangguang.bulletin.api import Search, find, notice_by_ref, pages_on_disk
from yangguang.cases.api import Case
from yangguang.cases.use_cases.correct_clerical_error import Slip, correct_clerical_error
from yangguang.disclosure.use_cases.prepare_correction import prepare_correction
from yangguang.disclosure.use_cases.release_publication import release_publication
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D16")]
OLD, NEW = "示范县创业路18号", "示范县创业路16号"


def correct(publication, people, **given):
    values = {"reason": "门牌号写错", "replacements": [(OLD, NEW)], "examination": an_examination()} | given
    return prepare_correction(publication_id=publication.pk, actor=people.first, at=Moment.now(), **values)


def test_corrected_copy_shows_both_versions(people, published):
    correct(published, people)
    release(published, people)
    notice = notice_by_ref(published.notice_ref)
    assert (notice.status, notice.version) == ("corrected", 2)
    assert NEW in str(notice.text)
    assert notice.history[0]["reason"] == "门牌号写错"
    assert notice.history[0]["changes"] == [["住所：示范县创业路18号", "住所：示范县创业路16号"]]
    html = pages_on_disk.path_of(notice.ref).read_text()
    assert "<del>" in html
    assert html.index("创业路16号") > 0
    assert not find(Search("创业路18号")).total
    published.refresh_from_db()
    assert (published.status, published.version) == ("corrected", 2)


def test_correction_that_hides_more_keeps_nothing_to_compare(people, published):
    correct(published, people)
    release(published, people)
    with clock.frozen(clock.now() + timedelta(minutes=5)):
        correct(published, people, reason="隐去住所", replacements=[(NEW, "")], hides_more=True)
        release(published, people)
    notice = notice_by_ref(published.notice_ref)
    assert notice.version == 3
    assert "创业路" not in str(vars(notice))
    assert "更正前的文字不再展示" in pages_on_disk.path_of(notice.ref).read_text()


def test_correction_stays_unseen_until_it_is_released(people, published):
    correct(published, people)
    assert notice_by_ref(published.notice_ref).version == 1


def test_correction_of_words_that_do_not_stand_there_is_refused(people, published):
    with pytest.raises(Refused, match="公开文本里没有“创业街”") as refusal:
        correct(published, people, replacements=[("创业街", "创业路")])
    assert (refusal.value.clause, refusal.value.field) == ("APL-2021:48.1", "old")


def test_correction_that_changes_the_decision_itself_is_refused(people, published):
    with pytest.raises(Refused, match="更正不得改变决定内容"):
        correct(published, people, replacements=[("25,200", "2,520")])
    assert published.versions.count() == 1


def test_correction_without_a_reason_is_refused(people, published):
    with pytest.raises(Refused, match="更正应当写明理由"):
        correct(published, people, reason=" ")


def test_correction_of_what_is_not_public_is_refused(people, prepared):
    with pytest.raises(Refused, match="没有正在公开的信息"):
        correct(prepared, people)


def test_correction_by_one_person_alone_is_refused(people, published):
    correct(published, people)
    with pytest.raises(Refused, match="不同的人"):
        release(published, people, by=people.first)


@pytest.mark.clause("APL-2021:50")
@pytest.mark.parametrize("private", ["王小芸", "康平"])
def test_public_reason_of_a_correction_that_names_a_person_is_refused(people, published, private):
    with pytest.raises(Refused, match=f"更正理由会公开，不能含有“{private}”"):
        correct(published, people, reason=f"隐去{private}的姓名", hides_more=True)


def test_correction_that_overtakes_one_that_hides_more_shows_nothing_of_what_was_hidden(people, published):
    correct(published, people, reason="隐去住所", replacements=[(OLD, "")], hides_more=True)
    release_publication(publication_id=published.pk, code=code_for(people.second), actor=people.second, at=Moment.now())
    Delivery.objects.filter(done_at=None).update(next_try_at=clock.now() + timedelta(hours=1))
    with clock.frozen(clock.now() + timedelta(minutes=5)):
        correct(published, people, reason="事实写错", replacements=[("超时加班", "延长工作时间")])
        release_publication(
            publication_id=published.pk, code=code_for(people.second), actor=people.second, at=Moment.now()
        )
        outbox.deliver_all()
    notice = notice_by_ref(published.notice_ref)
    assert notice.version == 3
    assert OLD not in str(vars(notice))


def test_slip_put_right_in_the_file_is_asked_for_until_the_public_text_follows(people, published, client):
    case = published.case
    Case.objects.filter(pk=case.pk).update(status="served")
    slip = Slip(
        decision_ref=published.decision.public_id, kind="wording", wrong="创业路", right="创新路", reason="书写笔误。"
    )
    correct_clerical_error(case_id=case.pk, slip=slip, actor=person_of(case.body, "agency_head"), at=Moment.now())
    asked = "“创业路”已经补正为“创新路”，公开的文本还没有更正"
    ((_, _, (told,)),) = verifying.warnings({"published_slips"})
    assert told.startswith(f"{published}：{asked}，应于")
    client.force_login(people.first)
    address = f"/desk/publications/{published.public_id}/"
    assert "公开的文本还没有更正" in client.get(address).content.decode()
    correct(published, people, reason="决定书补正", replacements=[("创业路", "创新路")])
    release(published, people)
    assert [faults for _, _, faults in verifying.warnings({"published_slips"})] == [[]]
    assert "公开的文本还没有更正" not in client.get(address).content.decode()
