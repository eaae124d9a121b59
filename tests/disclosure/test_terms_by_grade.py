"""A publication ends by itself on a day that follows from its grade and from the body's own list, and says so to everyone."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders.catalogues import a_drafter, a_head
from tests.builders.disclosure import a_decision, a_publication, deliver, prepare, release
from yangguang.base import local_values, verifying
from yangguang.base.models import LocalValue
from yangguang.bulletin.api import notice_by_ref
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.shipped_lists import adopt_list, shipped_rows
from yangguang.disclosure.plugs import period
from yangguang.disclosure.queries import standing_of
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D15")]
LIST = ListKind.POST_ENFORCEMENT_PUBLICATION


def a_list(body, **changes):
    """The shipped list with other words in the row of penalties, in force since spring."""
    rows = [{**row, **changes} if row["code"] == "GK-01" else row for row in shipped_rows(LIST)]
    return adopt_list(LIST, rows, body=body, drafter=a_drafter(body), head=a_head(body), source="本机关审定",
                      at=Moment.on(date(2026, 4, 1)))  # fmt: skip


def without_local_values():
    LocalValue.objects.filter(name="publication_period_months").delete()


def said(publication):
    notice = notice_by_ref(publication.notice_ref)
    return notice.until, dict(notice.summary)["公开期限"]


@pytest.mark.clause("CRR-2025:serious")
def test_grave_penalty_is_shown_three_years_where_nobody_says_otherwise(people):
    without_local_values()
    published = a_publication(people, state="published")
    assert (published.term_grade, published.term_months) == ("serious", 36)
    until, words = said(published)
    assert until == date(2029, 11, 10)
    assert words.startswith(
        "严重失信信息（裁量档次为严重），自作出决定之日起36个月，至2029年11月10日，期满自动停止公开"
    )
    assert "满12个月（2027年11月10日）并且履行完毕后可以申请信用修复" in words
    assert "《信用修复管理办法》" in words


@pytest.mark.clause("CRR-2025:general")
@pytest.mark.parametrize(("words", "until"), [
    ("6个月", date(2027, 5, 10)), ("一年", date(2027, 11, 10)), ("五年", date(2027, 11, 10)), ("1个月", date(2027, 2, 10)),
])  # fmt: skip
def test_adopted_list_sets_the_term_within_the_clause(people, words, until):
    a_list(people.body, shelf_life=words)
    published = a_publication(people, state="published", discretion={"tier": "一般", "reasons": "首次"})
    assert (published.term_grade, published.until) == ("general", until)
    assert published.term_source.startswith("行政执法事后公开事项清单")


@pytest.mark.clause("CRR-2025:minor")
def test_slight_penalty_is_shown_three_months_at_most_though_the_body_wants_a_year(people):
    published = a_publication(people, state="published", penalties=["warning"], fine_fen=0)
    assert (published.term_grade, published.until) == ("minor", date(2027, 2, 10))
    assert "履行完毕后可以申请信用修复" in said(published)[1]


def test_large_fine_is_grave_where_the_body_has_set_what_is_large(people):
    local_values.set_value("hearing_threshold_organisation_fen", 1_000_000, chain=people.body.public_id, source="示府办〔2026〕2号",
                           in_force=date(2026, 1, 1), by_name="何管理")  # fmt: skip
    grades = [a_publication(people, state="published", fine_fen=fine, discretion={"tier": "一般"}).term_grade
              for fine in (999_900, 1_000_000)]  # fmt: skip
    assert grades == ["general", "serious"]


def test_what_is_no_penalty_has_no_grade_and_the_local_term(people):
    published = a_publication(people, state="published", kind="no_penalty", fine_fen=0)
    assert (published.term_grade, published.until) == ("", date(2027, 11, 10))
    assert said(published)[1] == "自作出决定之日起12个月，至2027年11月10日，期满自动停止公开。"


@pytest.mark.duty("D13")
def test_list_that_promises_more_speed_shortens_the_term_to_publish(people):
    a_list(people.body, limit="3")
    standing = standing_of(a_decision(people.body).publication, date(2026, 11, 18))
    assert standing.due.day == date(2026, 11, 17)  # three working days from service on the 12th
    assert standing.overdue
    published = a_publication(people)
    prepare(published, people)
    release(published, people, late_reason="系统升级")
    assert notice_by_ref(published.notice_ref).published_in.endswith("期限 3 个工作日")


def test_term_that_is_over_ends_once_though_the_job_is_killed_halfway(people, monkeypatch):
    one, other = (a_publication(people, state="published", penalties=["warning"], fine_fen=0) for _ in range(2))
    real, seen = period.end_publication, []

    def killed(**given):
        if seen:
            raise KeyboardInterrupt
        seen.append(given)
        return real(**given)

    with clock.frozen(clock.beijing(date(2027, 2, 11), 0, 30)):
        assert any(
            "期满还没有下架" in line for _, _, found in verifying.warnings({"publication_terms"}) for line in found
        )
        monkeypatch.setattr(period, "end_publication", killed)
        with pytest.raises(KeyboardInterrupt):
            period.end_publications()
        monkeypatch.setattr(period, "end_publication", real)
        assert period.end_publications() == 1
        assert period.end_publications() == 0
        deliver()
        for row in (one, other):
            row.refresh_from_db()
            assert (row.status, notice_by_ref(row.notice_ref).title) == ("expired", "")
        assert not [line for _, _, found in verifying.run({"publications", "public_pages"}) for line in found]


def test_both_pages_explain_the_day(people, client):
    published = a_publication(people, state="published")
    client.force_login(people.first)
    desk = client.get(reverse("disclosure:publication", args=[published.public_id])).content.decode()
    assert "严重失信信息：裁量档次为严重" in desk
    assert "12个月，至2027年11月10日自动停止" in desk
    assert "取值：处罚决定公示期：示司发〔2020〕1号" in desk
    page = client.get(reverse("portal:decision", args=[published.notice_ref])).content.decode()
    assert "严重失信信息（裁量档次为严重），自作出决定之日起12个月" in page


def test_page_before_release_says_what_the_term_will_be(people, client):
    prepared = a_publication(people, state="prepared")
    client.force_login(people.second)
    page = client.get(reverse("disclosure:release", args=[prepared.public_id])).content.decode()
    assert "12个月，至2027年11月10日自动停止" in page
