"""An adopted list goes out when a publisher who wrote nothing of it releases it; four names are kept (D23)."""

from datetime import date

import pytest

from tests.builders.catalogues import a_draft, a_drafter, a_head, an_adopted_edition, the_guides
from tests.builders.directory import a_body, an_account, fresh_code
from tests.builders.disclosure import deliver
from tests.builders.standing import a_publisher, listed, released
from yangguang.base import ledger
from yangguang.bulletin.api import PublicGuide, PublicList
from yangguang.catalogues.use_cases.adopt_edition import adopt_edition
from yangguang.catalogues.use_cases.submit_for_review import submit_for_review
from yangguang.directory.rules.roles import Role
from yangguang.disclosure.models import StandingPublication
from yangguang.disclosure.use_cases.release_list import release_list
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D23"), pytest.mark.clause("TSO-2018:publish_duties")]
DAY = date(2026, 11, 18)


def refused(publication, actor, match, **given):
    told = {"code": fresh_code(actor), "late_reason": "", "at": Moment.on(DAY)} | given
    with pytest.raises(Refused, match=match) as found:
        release_list(publication_id=publication.pk, actor=actor, **told)
    return found.value


def test_adopted_list_waits_for_a_publisher_and_then_is_public_with_four_names_in_the_ledger():
    edition = an_adopted_edition(from_day=DAY)
    deliver()
    publication = StandingPublication.objects.get(edition=edition)
    assert not PublicList.objects.exists()
    publisher = a_publisher(edition.body)
    with clock.frozen(clock.beijing(DAY, 15)):
        released(edition, by=publisher, late_reason="")
    publication.refresh_from_db()
    assert [(step, name) for step, _, name, _ in publication.hands] == [
        ("采集", "周敏"), ("传递", "周敏"), ("审核", "高建华"), ("发布", "何晓东"),
    ]  # fmt: skip
    public = PublicList.objects.get(ref=edition.public_id)
    assert (public.digest, public.published_on) == (publication.digest, DAY)
    told = ledger.entries_about("standing_publication", publication.ref).last()
    assert told.event == "ListReleased"
    assert told.facts["collected_by"] == told.facts["passed_on_by"] == edition.drafted_by_ref
    assert (told.facts["reviewed_by"], told.facts["released_by"]) == (edition.adopted_by_ref, publisher.actor_ref)
    assert "TSO-2018:publish_duties" in told.clauses
    assert "周敏" not in str(told.facts)


def test_who_drafted_changed_or_submitted_the_list_may_not_release_it():
    body = a_body()
    both = an_account(roles=(Role.LEGAL_REVIEWER, Role.PUBLISHER), body=body, named="林静", second_factor=True)
    colleague = an_account(roles=(Role.UNIT_HEAD, Role.PUBLISHER), body=body, named="赵文斌", second_factor=True)
    draft = a_draft(body=body, drafter=both, on=DAY)
    submit_for_review(edition=draft, in_force_from=DAY, opinion="", actor=colleague, at=Moment.on(DAY))
    edition = adopt_edition(edition=draft, opinion="", actor=a_head(body), at=Moment.on(DAY))
    publication = listed(edition)
    assert refused(publication, both, "采集和发布应当由不同的人办理").clauses == ("TSO-2018:publish_duties",)
    refused(publication, colleague, "起草、修改或者送审")
    refused(publication, a_publisher(body, named="林静"), "同名")
    assert [name for _, _, name, _ in publication.hands] == ["林静", "赵文斌", "高建华"]
    released(edition)


def test_only_a_publisher_of_the_body_with_a_fresh_code_releases():
    edition = an_adopted_edition(from_day=DAY)
    publication = listed(edition)
    refused(publication, an_account(role=Role.AGENCY_HEAD, body=edition.body, second_factor=True), "只有本机关的公示员")
    refused(publication, a_publisher(a_body(named="邻县局", mark="邻")), "只有本机关的公示员")
    refused(publication, a_drafter(edition.body), "只有本机关的公示员")
    publisher = a_publisher(edition.body)
    refused(publication, publisher, "请输入动态验证码", code="")
    released(edition, by=publisher)
    refused(publication, publisher, "没有在等候发布")


@pytest.mark.clause("GIR-2019:26")
def test_release_after_twenty_working_days_says_why():
    publication = listed(an_adopted_edition(from_day=date(2026, 10, 12)))
    actor = a_publisher(publication.body)
    late = refused(publication, actor, "已经超过公开期限", at=Moment.on(date(2026, 11, 10)))
    assert (late.clauses, late.field) == (("GIR-2019:26",), "late_reason")
    released(publication.edition, by=actor, late_reason="公示员出差")
    publication.refresh_from_db()
    assert publication.late_reason == "公示员出差"


def test_guides_go_out_with_their_edition_and_not_before(client):
    edition = the_guides()
    deliver()
    assert not PublicGuide.objects.exists()
    released(edition)
    guide = PublicGuide.objects.order_by("pk").first()
    assert guide.cells
    assert client.get(f"/guides/{guide.ref}").status_code == 200


def test_adoption_told_twice_lists_the_edition_once():
    edition = an_adopted_edition(from_day=DAY)
    assert listed(edition) == listed(edition)
    assert ledger.entries_about("standing_publication", edition.public_id).count() == 1
    with pytest.raises(Refused, match="没有审定"):
        listed(a_draft(body=a_body(named="另一局", mark="另")))
