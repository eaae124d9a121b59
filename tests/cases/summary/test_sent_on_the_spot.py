"""A decision on the spot may be sent at once where the party consents there and then, with the proof that it arrived."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.builders import cases
from tests.builders import summary as build
from tests.cases.refusing import failing, refusal_of
from yangguang.base import vault
from yangguang.cases.models import ServiceMethod
from yangguang.cases.use_cases.confirm_service_address import AddressFacts
from yangguang.cases.use_cases.deliver_on_the_spot import Electronic
from yangguang.records.api import documents_of

pytestmark = pytest.mark.django_db
TYPED = {"electronic_way": "email", "electronic_address": "haowei@example.com", "signed_by": "孟广文"}


def a_consent(**changes):
    known = {"address": "示范县人民路12号", "consents": True, "consequences_told": True,
             "signed_copy": vault.store(cases.PAGE, media_type="application/pdf")}  # fmt: skip
    return AddressFacts(**(known | TYPED | changes))


def sent(case, *, day=build.MET, consent=None, **changes):
    known = {"arrival": "arrived", "proof_number": "回执1", "online_channel": "示范县行政复议网上申请平台",
             "consent": consent or a_consent()}  # fmt: skip
    return build.delivered(case, day=day, electronic=Electronic(**(known | changes)))


@pytest.mark.clause("APL-2021:61.2", "APL-2021:52.1")
def test_decision_on_the_spot_is_sent_at_once_with_consent_and_proof():
    case = sent(build.a_case_on_the_spot(until="decided"))
    assert case.status == "delivered"
    row = case.services.get()
    assert (row.method, row.served_on, row.proof_number) == (ServiceMethod.ELECTRONIC, build.MET, "回执1")
    assert row.sent_to == "电子邮件：haowei@example.com"
    assert case.decisions.get().served_on == build.MET
    assert set(case.clocks.values_list("kind", flat=True)) >= {"apply_for_reconsideration_by", "pay_by"}
    kinds = set(documents_of(case.public_id).values_list("kind", flat=True))
    assert kinds >= {"service_address_confirmation", "proof_of_service"}


@pytest.mark.clause("APL-2021:61.2", "CPL-2023:90", "ARL-2023:22.2")
@pytest.mark.parametrize(("changes", "gate"), [
    ({"consent": a_consent}, "electronic_consent"), ({"arrival": "bounced"}, "electronic_arrival"),
    ({"arrival": ""}, "electronic_arrival"), ({"online_channel": " "}, "online_reconsideration_channel"),
])  # fmt: skip
def test_decision_sent_without_signed_consent_arrival_or_channel_is_refused(changes, gate):
    case = build.a_case_on_the_spot(until="decided")
    if "consent" in changes:
        changes = {"consent": a_consent(signed_copy=None)}
    assert gate in failing(refusal_of(sent, case, **changes))
    assert not case.service_addresses.exists()


@pytest.mark.clause("CPL-2023:87.1")
def test_decision_sent_without_proof_or_to_no_address_is_refused():
    case = build.a_case_on_the_spot(until="decided")
    assert refusal_of(sent, case, proof_number="").reason == "没有送达回证。"
    told = refusal_of(sent, case, consent=a_consent(electronic_address=""))
    assert (told.clause, told.field) == ("APL-2021:61.2", "electronic_address")


@pytest.mark.clause("APL-2021:52.1")
def test_decision_sent_on_a_later_day_is_not_handed_over_on_the_spot():
    case = build.a_case_on_the_spot(until="decided")
    assert "delivered_on_the_spot" in failing(refusal_of(sent, case, day=date(2026, 5, 9)))


def test_form_takes_the_consent_and_the_receipt_and_keeps_what_was_typed(client):
    case = build.a_case_on_the_spot(until="decided")
    with cases.on(build.MET, 12):
        client.force_login(build.actor_of(case.body))
        address = reverse("cases:act", args=[case.public_id, "deliver_on_the_spot"])
        told = TYPED | {"sent": "on", "arrival": "arrived", "proof_number": "回执1", "online_channel": "网上平台",
                        "seen_version": case.version, "occurred_at": "2026-05-08T12:00"}  # fmt: skip
        refused = client.post(address, told).content.decode()
        assert "应当先说明拒收文书、变更地址不告知的后果" in refused
        assert "haowei@example.com" in refused
        copy = SimpleUploadedFile("确认书.pdf", cases.PAGE, "application/pdf")
        assert client.post(address, told | {"consequences_told": "on", "signed_copy": copy}).status_code == 302
    case.refresh_from_db()
    assert (case.status, case.service_addresses.get().signed_by) == ("delivered", "孟广文")
