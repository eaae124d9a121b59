"""What the agency altered by itself: the public copy follows within the term and says what stood before."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders.disclosure import (
    a_foreign_paper,
    an_examination,
    deliver,
    made_public,
    release,
    the_people,
    withdraw,
)
from tests.cases.test_alteration import altered, exempted, proposed
from tests.cases.test_fallen_alterations import FELL, JUDGMENT, falls
from tests.disclosure.test_foreign_papers_at_work import blacken, confirm
from yangguang.base import verifying
from yangguang.bulletin.api import notice_by_ref, pages_on_disk
from yangguang.disclosure.api import publications_to_do
from yangguang.disclosure.collecting import private_in
from yangguang.disclosure.comparing import comparison_of
from yangguang.disclosure.use_cases.prepare_correction import prepare_correction
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db(databases=["default", "public"]), pytest.mark.duty("D16")]

DAY = date(2026, 11, 20)


@pytest.mark.clause("APL-2021:48.2")
def test_public_copy_follows_the_alteration_and_shows_what_stood_before(client):
    case = build.a_served_case()
    with build.on(DAY, 8):
        publication = made_public(build.the_decision(case))
    exempted(case, proposed(case, day=DAY), day=DAY)
    row = altered(case, day=DAY)
    with clock.frozen(clock.beijing(DAY, 16)):
        deliver()
        publication.refresh_from_db()
        assert (publication.withdrawal_ground, publication.withdrawal_paper) == ("altered", row.document.number)
        assert publication.withdraw_by == date(2026, 11, 25)  # three working days
        people = the_people(case.body)
        client.force_login(people.first)
        page = client.get(f"/desk/publications/{publication.public_id}/").content.decode()
        assert "请在2026年11月25日前办理“更正”" in page
        asked = comparison_of(publication, publication.versions.get()).questions
        reason = "原决定计算有误，依法变更。"
        assert not private_in(reason, publication)
        prepare_correction(
            publication_id=publication.pk, reason=reason, examination=an_examination(private=asked), actor=people.first,
            at=Moment.now(),
        )  # fmt: skip
        release(publication, people)
    publication.refresh_from_db()
    assert (publication.status, publication.withdrawal_ground, publication.withdraw_by) == ("corrected", "", None)
    notice = notice_by_ref(publication.notice_ref)
    assert notice.conclusion == "警告；罚款 3,000.00 元"
    told = dict(notice.summary)["变更情况"]
    assert told.endswith("变更前：警告；罚款 5,000.00 元。")
    assert row.document.number in told
    assert notice.history[0]["reason"] == reason
    assert "<del>" in pages_on_disk.path_of(notice.ref).read_text()
    assert [faults for _, _, faults in verifying.warnings({"publications"})] in ([], [[]])


def test_decision_altered_before_it_was_public_is_published_as_altered():
    case = build.a_served_case()
    exempted(case, proposed(case, day=DAY), day=DAY)
    altered(case, day=DAY)
    with build.on(DAY, 16):
        publication = made_public(build.the_decision(case))
        notice = notice_by_ref(publication.notice_ref)
    assert notice.conclusion == "警告；罚款 3,000.00 元"
    assert "变更情况" in dict(notice.summary)


@pytest.mark.clause("APL-2021:48.2")
def test_public_copy_follows_back_when_the_alteration_alone_is_annulled():
    case = build.a_served_case()
    exempted(case, proposed(case))
    row = altered(case)
    with build.on(DAY, 8):
        publication = made_public(build.the_decision(case))
    case = falls(case, row)
    with clock.frozen(clock.beijing(FELL, 16)):
        deliver()
        publication.refresh_from_db()
        assert (publication.withdrawal_ground, publication.withdrawal_paper) == ("altered", JUDGMENT)
        people = the_people(case.body)
        asked = comparison_of(publication, publication.versions.get()).questions
        prepare_correction(
            publication_id=publication.pk, reason="变更决定被撤销。", examination=an_examination(private=asked),
            actor=people.first, at=Moment.now(),
        )  # fmt: skip
        release(publication, people)
    publication.refresh_from_db()
    assert (publication.status, publication.withdrawal_ground, publication.withdraw_by) == ("corrected", "", None)
    notice = notice_by_ref(publication.notice_ref)
    assert notice.conclusion == "警告；罚款 5,000.00 元"
    assert dict(notice.summary)["变更情况"].endswith(f"收到{JUDGMENT}，变更决定被撤销，原决定恢复效力。")


@pytest.mark.clause("APL-2021:48.1")
def test_copy_that_was_taken_back_for_an_alteration_is_offered_again_when_it_falls(client):
    case = build.a_served_case()
    with build.on(DAY, 8):
        publication = made_public(build.the_decision(case))
    exempted(case, proposed(case, day=DAY), day=DAY)
    row = altered(case, day=DAY)
    people = the_people(case.body)
    told = {"publication_id": publication.pk, "reason": "变更决定被撤销，恢复公开。", "actor": people.first}
    with clock.frozen(clock.beijing(DAY, 16)):
        deliver()
        withdraw(publication, people, reason="决定依法变更。")
        assert publications_to_do(people.first) == []
        with pytest.raises(Refused, match="没有正在公开的信息"):
            prepare_correction(examination=an_examination(), at=Moment.now(), **told)
    falls(case, row, sued=date(2026, 11, 23))
    with clock.frozen(clock.beijing(FELL, 16)):
        deliver()
        publication.refresh_from_db()
        assert publications_to_do(people.first) == [publication]
        client.force_login(people.first)
        assert "恢复公开" in client.get("/desk/").content.decode()
        page = client.get(f"/desk/publications/{publication.public_id}/").content.decode()
        assert f"撤回所依据的变更决定（{row.document.number}" in page
        assert f"/desk/publications/{publication.public_id}/correct/" in page
        asked = comparison_of(publication, publication.versions.get()).questions
        prepare_correction(examination=an_examination(private=asked), at=Moment.now(), **told)
        assert (publications_to_do(people.first), publications_to_do(people.second)) == ([], [publication])
        assert f"/desk/publications/{publication.public_id}/papers/" in page
        confirm(blacken(a_foreign_paper(publication, people), people), people.first)
        release(publication, people)
    publication.refresh_from_db()
    assert (publication.status, publication.withdrawal_ground, publication.withdrawn_on) == ("corrected", "", None)
    notice = notice_by_ref(publication.notice_ref)
    assert [label for label, _ in notice.attachments] == ["决定书扫描件"]
    assert (notice.stands, notice.withdrawn_on, notice.conclusion) == (True, None, "警告；罚款 5,000.00 元")
    assert [one["what"] for one in notice.history] == ["撤回", "恢复公开"]
    assert not [one for _, _, faults in verifying.run({"publications", "public_pages"}) for one in faults]
    assert publications_to_do(people.first) == []
