"""`yangguang verify` names pages and copies that no publication answers for, and warns of what is due."""

from datetime import timedelta

import pytest

from tests.builders.disclosure import a_publication
from yangguang.base import verifying
from yangguang.bulletin.api import Notice, pages_on_disk, refresh_pages
from yangguang.disclosure.models import Publication
from yangguang.kernel import clock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_pages(settings, tmp_path):
    settings.PAGES_DIR = tmp_path


def faults():
    ((_, _, found),) = verifying.run({"public_pages"})
    return found


def page_faults():
    ((_, _, found),) = verifying.run({"publications"})
    return found


def warnings():
    ((_, _, found),) = verifying.warnings({"publication_terms"})
    return found


def test_mark_of_how_pages_look_is_no_page(people):
    refresh_pages()
    assert pages_on_disk.form_mark().exists()
    assert not [fault for _, _, found in verifying.run({"public_pages"}) for fault in found]


def test_page_put_there_by_hand_is_found(people):
    for state in ("published", "withdrawn", "prepared"):
        a_publication(people, state=state)
    assert faults() == []
    pages_on_disk.write("a" * 26, "<p>不实的处罚决定</p>")
    assert faults() == [f"网页 aa/{'a' * 26}.html{end}：没有对应的公示信息" for end in ("", ".gz")]


def test_page_of_a_decision_that_is_not_published_is_found(people):
    publication = a_publication(people, state="prepared")
    pages_on_disk.write(publication.notice_ref, "<p>尚未发布</p>")
    assert len(faults()) == 2


def test_copy_in_the_public_store_without_a_publication_is_found(people):
    published = a_publication(people, state="published")
    copy = Notice.objects.get(ref=published.notice_ref)
    copy.pk, copy.ref = None, "b" * 26
    copy.save(force_insert=True)
    assert faults() == [f"公示库 {'b' * 26}：没有对应的公示信息"]


def test_due_and_overdue_publications_are_warnings(people):
    publication = a_publication(people, state="prepared")
    (due,) = warnings()
    assert "前公开，还有" in due
    with clock.frozen(clock.now() + timedelta(days=60)):
        (overdue,) = warnings()
    assert str(publication) in overdue
    assert "逾期" in overdue


def test_overdue_withdrawals_are_warnings(people):
    published = a_publication(people, state="published")
    assert warnings() == []
    Publication.objects.filter(pk=published.pk).update(withdraw_by=clock.today() - timedelta(days=1))
    (overdue,) = warnings()
    assert "前撤回，逾期" in overdue


def test_pages_are_checked_against_what_the_site_made_them_with_and_not_against_the_process_that_asks(people, settings):
    settings.DEMO, settings.PUBLIC_SITE = (
        True,
        settings.PUBLIC_SITE | {"url": "https://gongshi.example", "name": "示范公示"},
    )
    for state in ("published", "withdrawn"):
        a_publication(people, state=state)
    settings.DEMO, settings.PUBLIC_SITE = False, settings.PUBLIC_SITE | {"url": "", "name": "行政执法公示"}
    assert page_faults() == []
    path = pages_on_disk.path_of(Publication.objects.get(status="published").notice_ref)
    path.write_text(path.read_text().replace("示范公示", "别处公示"))
    (fault,) = page_faults()
    assert "网页内容与公示库不一致" in fault


def test_site_that_is_no_demonstration_any_more_writes_its_pages_anew(people, settings):
    settings.DEMO = True
    published = a_publication(people, state="published")
    refresh_pages()
    settings.DEMO = False
    assert "演示环境" in pages_on_disk.path_of(published.notice_ref).read_text()
    assert refresh_pages() == 1
    assert "演示环境" not in pages_on_disk.path_of(published.notice_ref).read_text()
    assert page_faults() == []
