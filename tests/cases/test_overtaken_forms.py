"""Two officers have the same form open: the second to send it is told who was first, and nothing is done twice."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders import cases as build
from tests.builders import custody, serving
from tests.builders import fulfilment as fine
from tests.cases.custody.test_custody_pages import page_of, spot_of
from yangguang.cases.models import Case, StepTaken
from yangguang.kernel import clock

pytestmark = pytest.mark.django_db
SEIZED = {
    "party_called": "on", "rights_told": "on", "heard": "没有意见", "delivered": "on", "copies": "2", "sealed": "on",
    "item_1_case_related": "on", "item_1_sealed_by": "",
}  # fmt: skip


def a_preservation():
    line = custody.an_approved_preservation()
    return line.case, page_of(line, "advance_preservation"), custody.KEPT, spot_of(line.case)


def a_seizure():
    line = custody.an_approved_measure()
    return line.case, page_of(line, "take_coercive_measure"), custody.KEPT, spot_of(line.case, **SEIZED)


def a_service():
    case = build.a_decided_case()
    told = {
        "document_ref": serving.the_paper(case, "penalty_decision").public_id,
        "party_ref": case.parties.get().public_id, "method": "direct", "recipient": "刘芳", "relation": "reception",
        "proof_number": "回证1号", "sealed": "on",
        "officers": [one.public_id for one in build.officers_of(case.body)],
    }  # fmt: skip
    return case, reverse("cases:act", args=[case.public_id, "serve_document"]), build.SERVED, told


def a_deferral():
    case, day = build.a_served_case(), date(2026, 11, 16)
    where = reverse(
        "cases:fulfilment_act", args=[case.public_id, fine.fine_of(case).public_id, "request_deferred_payment"]
    )
    return case, where, day, {"requested_on": "2026-11-16", "grounds": "经营困难。"}


@pytest.mark.parametrize("opened", [a_preservation, a_seizure, a_service, a_deferral])
def test_second_of_two_officers_to_send_a_form_is_told_who_was_first(opened, client):
    case, where, day, told = opened()
    case = Case.objects.get(pk=case.pk)
    first, second = (one.account for one in build.officers_of(case.body))
    with clock.frozen(clock.beijing(day, 16)):
        client.force_login(second)
        hidden = f'name="seen_version" value="{case.version}"'
        assert hidden in client.get(where).content.decode()
        known = told | {"occurred_at": f"{day}T15:30", "late_reason": "", "seen_version": str(case.version)}
        client.force_login(first)
        assert client.post(where, known).status_code == 302
        steps = StepTaken.objects.count()
        client.force_login(second)
        shown = client.post(where, known)
    assert f"{first.name} 16:00 改过这个案件。" in shown.content.decode()
    now = Case.objects.get(pk=case.pk).version
    assert f'name="seen_version" value="{now}"' in shown.content.decode(), "sent again, it is sent knowingly"
    assert StepTaken.objects.count() == steps
