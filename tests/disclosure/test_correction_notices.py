"""What is put right in public is told to the party by a paper; it is open work until somebody notes when and how."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.builders.beside_publications import corrected
from tests.builders.directory import an_account
from tests.builders.disclosure import an_examination, release, the_people
from yangguang.base import ledger, local_values, verifying
from yangguang.base.events import SYSTEM
from yangguang.bulletin.api import notice_by_ref
from yangguang.cases.models import ClericalCorrection
from yangguang.desk.today.rows import day_of
from yangguang.disclosure.correction_work import DAYS, corrections_to_do
from yangguang.disclosure.models import CorrectionNotice
from yangguang.disclosure.use_cases.issue_correction_notice import issue_correction_notice
from yangguang.disclosure.use_cases.note_correction_told import note_correction_told
from yangguang.disclosure.use_cases.prepare_correction import prepare_correction
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import documents_of, sheet_of

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D16"), pytest.mark.clause("GIR-2019:41", "GD-DISC-2021:25")]
FRIDAY = date(2026, 11, 20)
SLIP = ("创业路18号", "创业路16号")
UNCHANGED = "更正不得改变决定内容；决定有误的应当先依法更正决定。"


def told(notice, actor, **given):
    values = {"way": "posted", "told_on": clock.today(), "note": "邮单号1100423"} | given
    return note_correction_told(notice_id=notice.pk, actor=actor, at=Moment.now(), **values)


def prepared(publication, people, *pairs, **given):
    values = {"reason": "笔误", "replacements": pairs, "examination": an_examination()} | given
    return prepare_correction(publication_id=publication.pk, actor=people.first, at=Moment.now(), **values)


def slipped(publication, on, wrong=SLIP[0], right=SLIP[1]):
    """The file puts a slip in the decision right by its notice."""
    decision = publication.decision
    return ClericalCorrection.objects.create(
        case=publication.case, decision=decision, kind="wording", wrong=wrong, right=right, reason="笔误",
        document=decision.document, corrected_on=on,
    )  # fmt: skip


def warned():
    return [one for _, _, found in verifying.warnings({"correction_notices", "published_slips"}) for one in found]


def test_party_gets_a_paper_that_says_what_the_public_reads_before_and_after(people, published):
    notice = corrected(published, people)
    assert notice.document in documents_of(published.case.public_id)
    assert "公更字" in notice.document.number
    words = str(sheet_of(notice.document))
    assert "示范县晨曦电子有限公司：" in words
    assert "门牌号写错" in words
    assert "住所：示范县创业路18号" in words
    assert "住所：示范县创业路16号" in words
    assert "13800138000" not in words
    told = {
        "version": notice.version,
        "notice": notice_by_ref(published.notice_ref),
        "actor": SYSTEM,
        "at": Moment.now(),
    }
    assert issue_correction_notice(**told) == notice
    assert CorrectionNotice.objects.count() == 1


def test_paper_about_words_that_were_hidden_does_not_repeat_them(people, published):
    notice = corrected(published, people, reason="隐去住所", replacements=[("创业路18号", "")], hides_more=True)
    words = str(sheet_of(notice.document))
    assert "更正前的文字不再展示" in words
    assert "创业路" not in words


def test_notice_is_open_for_the_publishers_until_its_sending_is_noted(people, published):
    notice = corrected(published, people)
    assert "告知当事人更正" in str(day_of(people.first))
    assert "还没有登记告知当事人" in "".join(warned())
    told(notice, people.first)
    notice.refresh_from_db()
    assert (notice.told_on, notice.get_told_by_way_display(), notice.noted_by) == (clock.today(), "邮寄", people.first)
    entry = list(ledger.entries_about("publication", published.public_id))[-1]
    assert entry.summary == f"{published.number}：邮寄"
    assert "1100423" not in str(entry.facts)
    assert "告知当事人更正" not in str(day_of(people.first))
    assert warned() == []


def test_sending_is_noted_once_by_a_publisher_of_the_body_with_a_true_day(people, published):
    notice, today = corrected(published, people), clock.today()
    for actor, given, words in (
        (people.head, {}, "只有本机关的公示员"), (the_people().first, {}, "只有本机关的公示员"),
        (people.first, {"way": "by bird"}, "请选择怎样告知"), (people.first, {"told_on": today + timedelta(days=1)}, "之间"),
        (people.first, {"told_on": today - timedelta(days=1)}, "之间"), (people.first, {"note": " "}, "邮单号"),
    ):  # fmt: skip
        with pytest.raises(Refused, match=words):
            told(notice, actor, **given)
    told(notice, people.first, way="handed_over", note="")
    with pytest.raises(Refused, match="已经登记告知"):
        told(notice, people.second)


def test_correction_that_changes_what_was_decided_is_refused_in_the_words_of_the_rule(people, published):
    for pair in (("25,200", "2,520"), ("60名", "6名"), ("晨曦电子", "晨光电子"), ("第二十五条", "第二十六条")):
        with pytest.raises(Refused) as refusal:
            prepared(published, people, pair)
        assert refusal.value.reason == UNCHANGED
    assert published.versions.count() == 1
    assert prepared(published, people, ("60名", ""), hides_more=True)


def test_figure_that_the_file_put_right_as_a_slip_may_follow_in_public(people, published):
    slipped(published, published.published_on, "60名", "61名")
    with pytest.raises(Refused, match="更正不得改变决定内容"):
        prepared(published, people, ("60名", "62名"))
    assert prepared(published, people, ("60名劳动者", "61名劳动者"))


def test_correction_is_due_five_working_days_after_the_file_put_the_slip_right_unless_the_body_set_another_term(
    people, published
):
    slipped(published, FRIDAY)
    with clock.frozen(clock.beijing(date(2026, 11, 27), 10)):
        ((due, term),) = corrections_to_do(people.first)
        assert (due, term.due.day, term.left) == (published, date(2026, 11, 27), 0)
        assert corrections_to_do(people.head) == []
    local_values.set_value(
        DAYS, 2, chain=people.body.public_id, source="示司发〔2026〕1号", in_force=FRIDAY, by_name="何管理"
    )
    with clock.frozen(clock.beijing(date(2026, 11, 26), 10)):
        ((_, term),) = corrections_to_do(people.first)
        assert (term.due.day, term.overdue, term.source) == (date(2026, 11, 24), True, "示司发〔2026〕1号")
        assert "更正公示信息" in str(day_of(people.first).overdue)
        assert "应于2026年11月24日前更正，逾期2个工作日" in "".join(warned())


def test_released_correction_stops_the_clock_of_the_correction(people, published):
    slipped(published, published.published_on)
    prepared(published, people, SLIP)
    assert corrections_to_do(people.first)
    release(published, people)
    assert corrections_to_do(people.first) == []


def test_pages_show_the_clock_the_paper_and_what_is_left_to_do(client, people, published):
    page = reverse("disclosure:publication", args=[published.public_id])
    slipped(published, published.published_on)
    client.force_login(people.first)
    assert "发布更正" in client.get(page).content.decode()
    notice = corrected(published, people)
    address = reverse("disclosure:note_correction_told", args=[notice.public_id])
    shown = client.get(page).content.decode()
    assert notice.document.number.split("〔")[0] in shown
    assert "尚未登记告知" in shown
    assert address in shown
    listed = client.get(reverse("disclosure:withdrawals"), {"view": "untold"}).content.decode()
    assert published.number in listed
    assert "笔误" not in client.get(address).content.decode()
    day = clock.today().isoformat()
    assert client.post(address, {"way": "other", "told_on": day, "note": ""}).status_code == 200
    assert client.post(address, {"way": "handed_over", "told_on": day, "note": ""}).status_code == 302
    assert "当面交付" in client.get(page).content.decode()
    client.force_login(an_account(role="publisher"))
    assert client.get(address).status_code == 404
