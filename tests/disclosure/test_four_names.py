"""A decision goes public under four names: who drew it up, who passed it on, who reviewed it, who released it (D23)."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import pytest

from tests.builders.cases import a_served_case, the_decision
from tests.builders.disclosure import (
    CLEAN,
    SERVED,
    a_publication,
    an_examination,
    made_public,
    prepare,
    release,
    the_people,
    withdraw,
)
from tests.builders.summary import a_case_on_the_spot
from yangguang.base import ledger, local_values
from yangguang.cases.api import carried
from yangguang.cases.models import DecisionDraft
from yangguang.disclosure.decision_hands import hands_so_far
from yangguang.disclosure.events import PublicationEvent
from yangguang.disclosure.models import PublishedVersion
from yangguang.disclosure.plugs.standing_invariants import publication_hands
from yangguang.disclosure.use_cases import release_publication
from yangguang.disclosure.use_cases.prepare_correction import prepare_correction
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db(databases=["default", "public"]), pytest.mark.duty("D23")]
STEPS = ["采集", "传递", "审核", "发布"]


@pytest.fixture
def people():
    return the_people()


@dataclass(frozen=True)
class PublishedBefore(PublicationEvent):
    """As the event was before it bore names."""

    label: ClassVar[str] = "公开决定"
    publication_ref: str
    version: int
    digest: str
    published_on: date


PublishedBefore.__name__ = "PublicationPublished"


def told_of(publication):
    return ledger.entries_about("publication", publication.public_id).filter(event="PublicationPublished").last().facts


def test_handler_who_drew_up_and_the_one_who_served_are_named_with_the_publisher():
    case = a_served_case()
    decision = the_decision(case)
    publication = made_public(decision)
    version = publication.versions.get()
    draft = DecisionDraft.objects.get(case=case, digest=decision.digest)
    assert [hand[0] for hand in version.hands] == STEPS
    collected, passed_on, reviewed, released = version.hands
    assert collected[1:3] == [draft.prepared_by_ref, draft.prepared_by_name]
    assert "系统按案卷自动采集" in collected[4]
    served = ledger.entries_of_file(case.public_id).filter(event="DocumentServed", facts__number=decision.number).last()
    assert passed_on[1:4] == [served.actor_ref, served.actor_name, decision.served_on.isoformat()]
    assert reviewed[1] == released[1] == version.released_by.actor_ref
    facts = told_of(publication)
    assert [facts[f"{by}_by"] for by in ("collected", "passed_on", "reviewed", "released")] == [
        hand[1] for hand in version.hands
    ]
    assert not [*publication_hands()]


def test_officer_who_decided_on_the_spot_collected_and_passed_it_on():
    decision = the_decision(a_case_on_the_spot())
    drawn, passed = carried.drawn_up_by(decision), carried.passed_on_by(decision, after_service=True)
    assert (drawn.ref, drawn.act) == (decision.decided_by_ref, "当场制作决定书")
    assert (passed.ref, passed.act) == (decision.decided_by_ref, "当场交付决定书")


def test_where_publication_waits_for_no_service_the_decision_itself_passes_it_on(people):
    local_values.set_value("publish_before_service", True, chain=people.body.public_id, source="示司发〔2020〕2号",
                           in_force=date(2020, 1, 6), by_name="何管理")  # fmt: skip
    decision = the_decision(a_served_case())
    head = carried.passed_on_by(decision, after_service=False)
    assert (head.ref, head.name, head.act) == (decision.decided_by_ref, decision.decided_by_name, "作出决定")
    publication = a_publication(people, served_on=None)
    assert hands_so_far(publication)[1][2:] == ["高建华", "2026-11-10", "作出决定，列入待公开"]


@pytest.mark.parametrize("name", ["林国栋", "林 国 栋", "陈立、林国栋"])
def test_whoever_drew_the_decision_up_does_not_release_it_under_any_account(people, name):
    publication = a_publication(people, state="prepared")
    DecisionDraft.objects.filter(case=publication.case).update(prepared_by_name=name)
    with pytest.raises(Refused, match="由您拟稿或者送达"):
        release(publication, people)
    assert not PublishedVersion.objects.exclude(released_on=None).exists()


def test_decision_nobody_is_known_to_have_drawn_up_is_not_released(people):
    publication = a_publication(people, state="prepared")
    DecisionDraft.objects.all().delete()
    with pytest.raises(Refused, match="采集没有留名"):
        release(publication, people)


def test_correction_bears_the_names_of_its_own_reviewer(people):
    publication = a_publication(people, state="published")
    prepare_correction(
        publication_id=publication.pk, reason="用语不准确", replacements=[("违法延长", "超过法定限度延长")],
        examination=an_examination(), actor=people.second, at=Moment.now(),
    )  # fmt: skip
    release(publication, people, by=people.first)
    first, second = publication.versions.order_by("number")
    assert first.hands[2][2] == people.second.name
    assert second.hands[2][2] == second.hands[3][2] == people.first.name
    assert not [*publication_hands()]


@pytest.mark.parametrize("change", ["lost", "same", "other", "short"])
def test_verify_tells_of_names_that_are_missing_or_altered(people, change):
    version = a_publication(people, state="published").versions.get()
    hands = [list(hand) for hand in version.hands]
    if change == "same":
        hands[0][1:3] = hands[2][1:3]
    if change == "other":
        hands[1][1] = "account:somebody"
    if change == "short":
        hands[2][2] = ""
    PublishedVersion.objects.filter(pk=version.pk).update(hands=[] if change == "lost" else hands)
    (fault,) = [*publication_hands()]
    assert {"lost": "没有留全", "same": "同一人", "other": "账目不一致", "short": "没有留全"}[change] in fault


def test_publication_from_before_names_were_kept_is_no_fault(people, monkeypatch):
    def as_it_was_told(publication, version, on, told, *, back):
        return PublishedBefore(publication.decision.number, publication.public_id, version.number, version.digest, on)

    publication = a_publication(people, state="prepared")
    monkeypatch.setattr(release_publication, "_event", as_it_was_told)
    release(publication, people)
    PublishedVersion.objects.filter(publication=publication).update(hands=[])
    assert not [*publication_hands()]


def test_desk_shows_the_four_names_and_the_public_page_none_of_them(people, client):
    publication = a_publication(people, state="prepared")
    client.force_login(people.first)
    address = f"/desk/publications/{publication.public_id}/"
    before = client.get(address).content.decode()
    assert "等待另一名公示员复核发布" in before
    assert "系统按案卷自动采集，承办人拟定决定文稿" in before
    release(publication, people)
    after = client.get(address).content.decode()
    assert all(f"<dt>{step}</dt>" in after for step in STEPS)
    assert "等待另一名公示员复核发布" not in after
    public = client.get(f"/decisions/{publication.notice_ref}").content.decode()
    assert publication.decision.number in public
    assert not [name for name in ("陈立", people.first.name, people.second.name) if name in public]


def test_release_is_not_offered_to_whoever_drew_the_decision_up(people, client):
    publication = a_publication(people, state="prepared")
    address = f"/desk/publications/{publication.public_id}/"
    client.force_login(people.second)
    assert "复核并发布" in client.get(address).content.decode()
    DecisionDraft.objects.filter(case=publication.case).update(prepared_by_name=people.second.name)
    assert "复核并发布" not in client.get(address).content.decode()


@pytest.mark.parametrize("name", ["何晓东", "陈立、何晓东"])
def test_whoever_drew_the_decision_up_examines_no_secrecy_of_it(people, client, name):
    publication = a_publication(people)
    address = f"/desk/publications/{publication.public_id}/"
    client.force_login(people.first)
    assert "编制公开文本" in client.get(address).content.decode()
    DecisionDraft.objects.filter(case=publication.case).update(prepared_by_name=name)
    with pytest.raises(Refused, match="由您拟稿或者送达.*应当由别人审查"):
        prepare(publication, people)
    assert "编制公开文本" not in client.get(address).content.decode()
    prepare(publication, people, by=people.second)
    facts = ledger.entries_about("publication", publication.public_id).filter(event="PublicationPrepared").get().facts
    assert facts["secrecy"] == CLEAN


def test_what_was_taken_back_keeps_its_names(people):
    publication = a_publication(people)
    prepare(publication, people)
    release(publication, people)
    withdraw(publication, people)
    assert [hand[0] for hand in publication.versions.get().hands] == STEPS
    assert publication.decision.served_on == SERVED
