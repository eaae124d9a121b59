"""The database's own door for penalties on the spot: open within the limit and the procedure, shut for everything else."""

import pytest
from django.db import DatabaseError, transaction

from tests.builders import summary as build
from tests.builders.cases import an_open_case
from yangguang.base import verifying
from yangguang.cases.models import Case, Decision

pytestmark = [pytest.mark.django_db, pytest.mark.clause("APL-2021:51#organisation")]


def stored(case, **changes):
    known = {
        "case": case, "body": case.body, "kind": "on_the_spot_penalty", "number": "示人社监简罚字〔2026〕第9号", "digest": "0" * 64,
        "content": {}, "decided_on": build.MET, "decided_by_ref": "account:x", "decided_by_name": "陈立", "fine_fen": 300000,
    }  # fmt: skip
    with transaction.atomic():
        return Decision.objects.create(**(known | changes))


def test_decision_on_the_spot_above_the_limit_is_not_stored():
    case = build.a_case_on_the_spot(until="heard")
    with pytest.raises(DatabaseError):
        stored(case, fine_fen=300001)
    assert stored(case).pk


def test_decision_on_the_spot_in_a_case_of_ordinary_procedure_is_not_stored():
    with pytest.raises(DatabaseError):
        stored(an_open_case())


def test_case_does_not_become_one_on_the_spot():
    for case, kind in (
        (an_open_case(), "summary"),
        (build.begun(build.a_summary_agency(named="邻县人社局", mark="邻人社")), "labour"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            Case.objects.filter(pk=case.pk).update(kind=kind)


def test_verify_names_a_decision_on_the_spot_that_breaks_the_limits():
    case = build.a_case_on_the_spot(until="heard")
    assert said() == []
    stored(case, content={"penalties": ["licence_revocation"], "party_kind": "person", "remedies": {}})
    assert said() == [
        "决定 示人社监简罚字〔2026〕第9号：不符合简易程序适用条件",
        "决定 示人社监简罚字〔2026〕第9号：没有告知先申请行政复议",
    ]  # fmt: skip


def said():
    return next(faults for name, _, faults in verifying.run({"on_the_spot_limits"}) if name)
