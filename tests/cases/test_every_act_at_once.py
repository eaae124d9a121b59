"""True of every act, old and new: whoever acts on a page somebody has overtaken is told by whom; whose certificate has
lapsed that very day does not act."""

import inspect
from datetime import timedelta

import pytest

from tests.builders import cases as build
from tests.cases.refusing import asked
from tests.cases.test_nonsense import something, the_acts, wanted_of
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, StepTaken
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db

SEEN = [act for act in the_acts() if "seen_version" in inspect.signature(act).parameters]
BY_OFFICERS = [(flow.name, step) for flow in FLOWS.values() for step in flow.steps if "two_officers" in step.gates]
# What is only asked of the head: the act itself asks for certificates, or is another authority's; and where two must be left.
ASKED_FOR = {
    "request_asset_query", "query_assets", "request_advance_preservation", "conclude_investigation", "request_decision",
}  # fmt: skip
# What gives things back or ends a measure is never held up by a certificate (the specification, 0.4).
PROTECTIVE = {
    "dispose_of_some_items", "dispose_of_preserved_items", "record_item_return", "release_coercive_measure",
    "dispose_of_items", "hand_over_items",
}  # fmt: skip


def test_page_that_was_overtaken_carries_out_no_act_whatever():
    case = build.a_served_case()
    before = StepTaken.objects.count()
    with build.on(build.SERVED + timedelta(days=1)) as at:
        for act in SEEN:
            told = {name: something(kind, at) for name, kind in wanted_of(act).items()}
            with pytest.raises(Refused) as caught:
                act(case_id=case.pk, actor=build.handler_of(case), at=at, seen_version=case.version - 1, **told)
            refusal = caught.value
            assert (refusal.field, "改过这个案件" in refusal.reason) == ("seen_version", True), act.__name__
    assert len(SEEN) > 50
    assert (StepTaken.objects.count(), Case.objects.get(pk=case.pk).version) == (before, case.version)


@pytest.mark.history("P9.3")
@pytest.mark.clause("APL-2021:42.1#qualified")
def test_act_of_two_officers_asks_for_their_certificates_of_that_very_day():
    without = {step.act for _, step in BY_OFFICERS if "certificates_valid" not in step.gates}
    assert without == ASKED_FOR | PROTECTIVE
    case = build.an_open_case()
    officers = build.officers_of(case.body)
    certificate = officers[0].certificates.get()
    with build.on(certificate.valid_until) as last:
        assert all(asked("certificates_valid", case, act=step.act, at=last).holds for _, step in BY_OFFICERS)
    with build.on(certificate.valid_until + timedelta(days=1)) as after:
        told = [asked("certificates_valid", case, act=step.act, at=after) for _, step in BY_OFFICERS]
    assert not any(one.holds for one in told)
