"""Every way of service has its own proof and its own refusals (law/stages-penalty §0.6, §1.5)."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders import serving
from tests.cases.refusing import refusal_of
from yangguang.base import vault
from yangguang.records.api import documents_of

pytestmark = pytest.mark.django_db

DAY = build.NOTIFIED
ELECTRONIC = {
    "method": "electronic", "recipient": "", "relation": "", "arrival": "arrived", "proof_number": "回执1",
}  # fmt: skip


def waiting(**facts):
    return build.notice_given(build.a_concluded_case(**facts), hearing_told=True)


def sent(case, day=DAY, kind="prior_notice", **service):
    return build.served(case, kind, day, **service)


def notice_of(case):
    return case.notices.get()


@pytest.mark.clause("APL-2021:61.1")
@pytest.mark.parametrize("told", [{"relation": "reception"}, {"recipient": ""}, {"relation": "adult_family"}])
def test_paper_handed_over_at_the_announcement_to_an_absent_party_is_refused(told):
    refusal = refusal_of(sent, waiting(), **({"method": "on_announcement", "relation": "party"} | told))
    assert "当事人不在场，不能以当场交付方式送达。" in {one.reason for one in refusal.verdicts}


@pytest.mark.clause("APL-2021:61.1")
def test_paper_handed_over_at_the_announcement_is_served_there_and_then():
    case = sent(waiting(), method="on_announcement", recipient="罗玉梅", relation="legal_representative")
    assert notice_of(case).served_on == DAY


@pytest.mark.history("P9.48")
@pytest.mark.clause("APL-2021:61.2")
@pytest.mark.parametrize(
    "confirmed", [None, {"consents": False}, {"signed": False}, {"refused": True, "refusal": "不填"}]
)
def test_electronic_service_without_a_signed_consent_is_refused(confirmed):
    case = waiting()
    if confirmed is not None:
        serving.confirmed(case, DAY, **confirmed)
    refusal = refusal_of(sent, case, **ELECTRONIC)
    assert (refusal.reason, refusal.clause) == ("当事人未同意并签订电子送达确认书。", "APL-2021:61.2")
    assert notice_of(case).served_on is None


@pytest.mark.clause("CPL-2023:90")
@pytest.mark.parametrize("arrival", ["bounced", ""])
def test_electronic_service_that_did_not_arrive_is_refused(arrival):
    case = waiting()
    serving.confirmed(case, DAY)
    refusal = refusal_of(sent, case, **(ELECTRONIC | {"arrival": arrival}))
    assert (refusal.reason, refusal.clause) == ("电子送达未到达，未发生送达效力。", "CPL-2023:90")


@pytest.mark.clause("CPL-2023:90")
def test_electronic_service_counts_from_the_day_it_arrived_at_the_confirmed_address():
    case = waiting()
    serving.confirmed(case, DAY)
    case = sent(case, **ELECTRONIC)
    row = case.services.get(succeeded=True)
    assert (row.served_on, row.sent_to) == (DAY, "电子邮件：hongji@example.com")
    assert case.clocks.get(kind="statement_period").started_on == DAY
    assert "电子邮件：hongji@example.com" in str(serving.the_paper(case, "proof_of_service").sheet)


@pytest.mark.clause("APL-2021:61.2")
def test_consent_given_later_does_not_reach_back():
    case = waiting()
    serving.confirmed(case, date(2026, 10, 27))
    assert refusal_of(sent, case, **ELECTRONIC).reason == "当事人未同意并签订电子送达确认书。"


@pytest.mark.clause("APL-2021:61.2")
def test_consent_withdrawn_by_a_new_confirmation_allows_no_electronic_service():
    case = waiting()
    serving.confirmed(case, DAY)
    serving.confirmed(case, DAY, hour=10, consents=False)
    assert refusal_of(sent, case, **ELECTRONIC).reason == "当事人未同意并签订电子送达确认书。"


@pytest.mark.clause("ARL-2023:22.2")
def test_decision_sent_over_the_internet_without_an_online_channel_is_refused():
    case = build.a_decided_case()
    serving.confirmed(case, build.SERVED)
    refusal = refusal_of(sent, case, build.SERVED, "penalty_decision", **ELECTRONIC)
    assert (refusal.reason, refusal.clause) == ("互联网送达应当同时提供网上复议渠道。", "ARL-2023:22.2")
    case = sent(case, build.SERVED, "penalty_decision", online_channel="https://xzfy.moj.gov.cn", **ELECTRONIC)
    assert case.status == "served"


@pytest.mark.clause("ARL-2023:22.2")
def test_decision_sent_by_fax_needs_no_online_channel():
    case = build.a_decided_case()
    serving.confirmed(case, build.SERVED, electronic_way="fax", electronic_address="0000-7654322")
    assert sent(case, build.SERVED, "penalty_decision", **ELECTRONIC).status == "served"


@pytest.mark.clause("CPL-2023:91")
def test_letter_that_nobody_signed_for_is_not_service():
    refusal = refusal_of(sent, waiting(), method="post", recipient="")
    assert refusal.reason == "邮件未妥投，不能记为送达。"


@pytest.mark.clause("CPL-2023:91")
def test_letter_counts_from_the_day_on_its_receipt():
    case = sent(waiting(), date(2026, 10, 29), method="post", sent_on=DAY, sent_to="示范县滨河路8号")
    assert notice_of(case).served_on == date(2026, 10, 29)
    assert case.services.get().sent_on == DAY


@pytest.mark.clause("CPL-2023:91")
def test_letter_received_before_it_was_sent_is_refused():
    assert refusal_of(sent, waiting(), method="post", sent_on=date(2026, 10, 27)).field == "sent_on"


@pytest.mark.clause("CPL-2023:91")
@pytest.mark.parametrize("lacking", ["through", "letter"])
def test_entrusted_service_without_the_organ_or_its_letter_is_refused(lacking):
    told = {"method": "entrusted", "through": "邻县人力资源和社会保障局", "letter": "示人社委〔2026〕1号"}
    refusal = refusal_of(sent, waiting(), **(told | {lacking: " "}))
    assert refusal.reason == "没有写明由谁代为送达，或者没有委托函、转交函。"
    case = sent(waiting(), **told)
    assert "邻县人力资源和社会保障局" in str(serving.the_paper(case, "proof_of_service").sheet)


def a_person():
    return build.a_party(kind="person", name="马强", code="", legal_representative="")


FORWARDED = {"method": "forwarded", "through": "示范县看守所", "letter": "示人社转〔2026〕1号", "relation": "party"}


@pytest.mark.clause("CPL-2023:93")
def test_paper_forwarded_to_a_detained_person_is_served_when_that_person_signs():
    case = sent(waiting(parties=(a_person(),)), recipient="马强", **FORWARDED)
    assert notice_of(case).served_on == DAY


@pytest.mark.clause("CPL-2023:93")
def test_forwarded_paper_signed_by_the_family_is_refused():
    case = waiting(parties=(a_person(),))
    refusal = refusal_of(sent, case, **(FORWARDED | {"recipient": "马兰", "relation": "adult_family"}))
    assert refusal.reason == "签收人不是有权签收的人。"


@pytest.mark.clause("CPL-2023:93")
def test_nothing_is_forwarded_to_a_company():
    refusal = refusal_of(sent, waiting(), recipient="罗玉梅", **FORWARDED)
    assert refusal.reason == "转交送达只适用于被监禁的人、军人等公民。"


@pytest.mark.clause("CPL-2023:89")
def test_attesting_witness_is_kept_with_unit_and_standing():
    witness = {"witness": "何建国", "witness_unit": "滨河社区居民委员会", "witness_relation": "社区工作人员"}
    case = sent(waiting(), method="left", recipient="", relation="", refusal="前台拒收", **witness)
    row = case.services.get()
    assert (row.witness, row.witness_unit, row.witness_relation) == tuple(witness.values())
    sheet = str(serving.the_paper(case, "proof_of_service").sheet)
    assert "何建国，滨河社区居民委员会，社区工作人员" in sheet


@pytest.mark.clause("CPL-2023:95.1")
@pytest.mark.history("P9.50")
def test_announcement_is_no_way_to_serve_at_once():
    refusal = refusal_of(sent, waiting(), method="announced")
    assert refusal.reason == "未记明其他方式无法送达的原因和经过，不能公告送达。"


@pytest.mark.clause("CPL-2023:88.1")
def test_parties_are_each_served_in_their_own_way():
    case = waiting(parties=(build.a_party(1), a_person()))
    company, person = case.parties.order_by("position")
    film = vault.store(b"film", media_type="video/mp4")
    serve = build.serve_document
    for party, day, service in (
        (company, DAY, {"method": "direct", "recipient": "刘芳", "relation": "reception"}),
        (person, date(2026, 10, 27), {"method": "left", "refusal": "本人拒收", "recording": film}),
    ):
        with build.on(day, 14) as at:
            serve(
                case_id=case.pk, document_ref=case.notices.get(party=party).document.public_id, party_ref=party.public_id,
                service=build.ServiceFacts(proof_number="回证1", **service), actor=build.handler_of(case), at=at,
            )  # fmt: skip
    assert [(n.party.name, n.served_on) for n in case.notices.order_by("pk")] == [
        (company.name, DAY), (person.name, date(2026, 10, 27)),
    ]  # fmt: skip
    assert documents_of(case.public_id).filter(kind="proof_of_service").count() == 2
