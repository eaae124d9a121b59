"""What the agency head's signature carries out, act by act: only the head's, and each leaves its paper and its one entry."""

from datetime import date

import pytest

from tests.builders import custody as build
from tests.builders.cases import an_open_case, handler_of, on, person_of
from yangguang.base import local_values
from yangguang.base.events import SYSTEM
from yangguang.base.models import LedgerEntry
from yangguang.cases.use_cases.approve_advance_preservation import approve_advance_preservation
from yangguang.cases.use_cases.approve_after_the_fact import approve_after_the_fact
from yangguang.cases.use_cases.approve_coercive_measure import approve_coercive_measure
from yangguang.cases.use_cases.dispose_of_preserved_items import dispose_of_preserved_items
from yangguang.cases.use_cases.extend_coercive_measure import extend_coercive_measure
from yangguang.cases.use_cases.mark_expired import mark_expired
from yangguang.cases.use_cases.refuse_advance_preservation import refuse_advance_preservation
from yangguang.cases.use_cases.refuse_after_the_fact import refuse_after_the_fact
from yangguang.cases.use_cases.refuse_coercive_measure import refuse_coercive_measure
from yangguang.cases.use_cases.release_coercive_measure import release_coercive_measure
from yangguang.kernel.refusal import Refused
from yangguang.records.models import Document

pytestmark = pytest.mark.django_db
LATER, TOO_LATE = date(2026, 10, 15), date(2026, 11, 16)


def urgently():
    return build.taken_urgently(build.a_case_that_may_hold(), day=build.KEPT, hour=9)


def ways(line):
    return {one.public_id: "return" for one in line.items.all()}


ACTS = {
    "approve preservation": (
        lambda: build.a_requested_preservation(an_open_case()), "preservation_approval", "approved",
        lambda line, who: approve_advance_preservation(preservation=line, approval=None, **who),
    ),
    "refuse preservation": (
        lambda: build.a_requested_preservation(an_open_case()), "", "refused",
        lambda line, who: refuse_advance_preservation(preservation=line, reason="不必保存。", **who),
    ),
    "dispose": (
        build.a_preservation, "preserved_items_disposition", "disposed",
        lambda line, who: dispose_of_preserved_items(
            preservation=line, fates=dict.fromkeys(ways(line), "copied_and_returned"), note="", **who
        ),
    ),
    "approve measure": (
        lambda: build.a_requested_measure(build.a_case_that_may_hold()), "measure_approval", "approved",
        lambda line, who: approve_coercive_measure(measure=line, approval=None, **who),
    ),
    "refuse measure": (
        lambda: build.a_requested_measure(build.a_case_that_may_hold()), "", "refused",
        lambda line, who: refuse_coercive_measure(measure=line, reason="没有必要。", **who),
    ),
    "approve afterwards": (
        urgently, "measure_approval", "taken",
        lambda line, who: approve_after_the_fact(measure=line, late_reason="现场没有信号。", approval=None, **who),
    ),
    "refuse afterwards": (
        urgently, "release_decision", "released",
        lambda line, who: refuse_after_the_fact(measure=line, reason="不必查封。", **who),
    ),
    "extend": (
        build.a_measure, "extension_decision", "extended",
        lambda line, who: extend_coercive_measure(measure=line, reason="案情复杂。", **who),
    ),
    "release": (
        build.a_measure, "release_decision", "released",
        lambda line, who: release_coercive_measure(measure=line, ground="other", ways=ways(line), **who),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ACTS)
def test_head_acts_and_a_handler_does_not(name):
    make, paper, status, act = ACTS[name]
    line = make()
    with on(LATER, 16) as at:
        with pytest.raises(Refused):
            act(line, {"actor": handler_of(line.case), "at": at})
        before = LedgerEntry.objects.exclude(event="DocumentIssued").count()
        act(line, {"actor": person_of(line.case.body, "agency_head"), "at": at})
    line.refresh_from_db()
    assert line.status == status
    assert LedgerEntry.objects.exclude(event="DocumentIssued").count() == before + 1
    assert not paper or Document.objects.filter(kind=paper).exists()


def test_refused_urgent_preservation_must_be_settled_at_once():
    line = build.a_requested_preservation(an_open_case())
    local_values.set_value(
        "preservation_urgent_rule", "《示范规章》第十条", chain=line.case.body.public_id, source="示范规章",
        in_force=date(2026, 1, 5), by_name="系统管理员",
    )  # fmt: skip
    build.preserved(line, urgent_reason="正在销毁。")
    with on(LATER) as at:
        refuse_advance_preservation(
            preservation=line, reason="不是证据。", actor=person_of(line.case.body, "agency_head"), at=at
        )
    line.refresh_from_db()
    assert (line.status, line.items.filter(fate="").count()) == ("expired", 2)


def test_line_is_marked_once_and_only_after_its_last_day():
    line = build.a_measure()
    with on(date(2026, 11, 13)) as at:
        assert mark_expired(line=line, actor=SYSTEM, at=at) is None
    with on(TOO_LATE) as at:
        assert mark_expired(line=line, actor=SYSTEM, at=at).status == "expired"
        assert mark_expired(line=line, actor=SYSTEM, at=at) is None
