"""A decision becomes public once it was examined by one person and released by another."""

from datetime import date

import pytest

from tests.builders.directory import an_account, code_for
from tests.builders.disclosure import a_publication, prepare, release
from yangguang.base.models import LedgerEntry
from yangguang.base.search import normalised
from yangguang.bulletin.api import Search, find, notice_by_ref, pages_on_disk
from yangguang.disclosure.use_cases.release_publication import release_publication
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db


def refused(publication, actor, code="", **given):
    with pytest.raises(Refused) as refusal:
        release_publication(publication_id=publication.pk, code=code, actor=actor, at=Moment.now(), **given)
    return refusal.value


def test_released_decision_is_found_and_read_by_the_public(people, prepared):
    release(prepared, people)
    (notice,) = find(Search("晨曦电子")).notices
    assert notice.ref == prepared.notice_ref != prepared.public_id
    assert notice.conclusion == "警告；罚款 25,200.00 元"
    assert notice.published_in == "送达后第 4 个工作日公开，期限 7 个工作日"
    assert notice.until == date(2027, 11, 10)
    assert "决定书全文" in pages_on_disk.path_of(notice.ref).read_text()


@pytest.mark.duty("D17")
def test_no_private_fact_of_the_case_reaches_any_published_field(people, prepared):
    release(prepared, people)
    notice = notice_by_ref(prepared.notice_ref)
    html = pages_on_disk.path_of(notice.ref).read_text()
    shown = normalised(f"{html} {vars(notice)}")
    for private in (
        "王小芸",
        "丁海",
        "卢志远",
        "康平",
        "110101199003071233",
        "13800138000",
        "0015210",
        "6210990100004471",
    ):
        assert private not in shown
    assert "逐人内容不公开" in shown
    assert PARTY_SHOWN in shown


PARTY_SHOWN = "示范县晨曦电子有限公司"


def test_natural_person_is_shown_by_surname_only(people):
    from tests.builders.disclosure import a_case

    case = a_case(people.body, party_kind="person", party_name="欧阳春花")
    publication = a_publication(people, state="published", case=case)
    notice = notice_by_ref(publication.notice_ref)
    assert notice.party_name == "欧阳某某"
    assert "欧阳春花" not in notice.title


def test_long_title_after_a_long_name_is_published_whole(people):
    from tests.builders.disclosure import a_case

    name, title = f"示范县{'宏' * 110}有限公司", "违法延长劳动者工作时间" * 18
    publication = a_publication(people, state="published", case=a_case(people.body, party_name=name, title=title))
    assert notice_by_ref(publication.notice_ref).title == f"{name}{title}案"


@pytest.mark.duty("D23")
def test_release_by_the_one_who_prepared_is_refused(people, prepared):
    assert refused(prepared, people.first, code_for(people.first)).reason.startswith("编制和复核发布应当由不同的人")


@pytest.mark.duty("D23")
def test_release_through_a_second_account_of_the_one_who_prepared_is_refused(people, prepared):
    second = an_account(role="publisher", body=people.body, named=f"{people.first.name} ", second_factor=True)
    assert refused(prepared, second, code_for(second)).reason.startswith("编制和复核发布应当由不同的人")


def test_release_by_a_publisher_of_another_body_is_refused(prepared):
    stranger = an_account(role="publisher", second_factor=True)
    assert refused(prepared, stranger, code_for(stranger)).reason == "只有本机关的公示员可以办理公示。"


def test_release_with_a_wrong_code_is_refused_and_nothing_becomes_public(people, prepared):
    assert refused(prepared, people.second, "000000").field == "code"
    assert notice_by_ref(prepared.notice_ref) is None


def test_release_before_preparing_is_refused(people, pending):
    assert refused(pending, people.second).reason == "还没有编制好的公开文本。"


def test_release_before_service_is_refused_as_deferred(people):
    publication = a_publication(people, state="prepared", served_on=None)
    assert refused(publication, people.second).reason == "决定尚未送达，暂缓公开。"


def test_body_may_choose_to_publish_before_service(people):
    from yangguang.base import local_values

    local_values.set_value("publish_before_service", True, chain=people.body.public_id, source="示人社发〔2026〕3号",
                           in_force=date(2026, 1, 1), by_name="何管理")  # fmt: skip
    publication = a_publication(people, state="published", served_on=None)
    assert notice_by_ref(publication.notice_ref).published_in == "第 6 个工作日公开，期限 7 个工作日"


def test_overdue_release_needs_a_reason_and_is_not_refused_with_one(people, prepared):
    with clock.frozen(clock.beijing(date(2026, 12, 10), 10)):
        assert refused(prepared, people.second).field == "late_reason"
        released = release(prepared, people, late_reason="公示员病假")
    assert released.late_reason == "公示员病假"


@pytest.mark.duty("D13")
def test_release_without_a_publication_period_is_refused(people):
    from yangguang.base.models import LocalValue

    prepared = a_publication(people, state="prepared", kind="no_penalty", fine_fen=0)  # which no clause grades
    LocalValue.objects.all().delete()
    assert "处罚决定公示期" in refused(prepared, people.second, code_for(people.second)).reason


def test_released_once_is_delivered_once_however_often_it_is_sent(people, published):
    from yangguang.disclosure.plugs.notices import release as deliver_again

    entry = LedgerEntry.objects.get(event="PublicationPublished")
    before = vars(notice_by_ref(published.notice_ref))
    deliver_again(entry)
    after = vars(notice_by_ref(published.notice_ref))
    assert {k: v for k, v in before.items() if k != "_state"} == {k: v for k, v in after.items() if k != "_state"}


def test_ledger_keeps_who_released_and_no_name_of_a_party(people, published):
    entry = LedgerEntry.objects.get(event="PublicationPublished")
    assert entry.actor_name == "林国栋"
    assert "晨曦" not in str(entry.facts)


def test_summary_publication_shows_no_full_text(people, pending):
    prepare(pending, people, scope="summary")
    release(pending, people)
    assert notice_by_ref(pending.notice_ref).text == []
