"""Exactly one edition of a list of a body is in force on a day, and an act reads the one of its day."""

from datetime import date

import pytest

from tests.builders.catalogues import (
    OVERTIME,
    a_draft,
    a_drafter,
    a_head,
    a_submitted_edition,
    an_adopted_edition,
    the_labour_lists,
)
from tests.builders.directory import a_body, an_appointment
from yangguang.base.models import LedgerEntry
from yangguang.catalogues import api
from yangguang.catalogues.models import Edition
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.use_cases.adopt_edition import adopt_edition
from yangguang.catalogues.use_cases.repeal_edition import repeal_edition
from yangguang.catalogues.use_cases.return_edition import return_edition
from yangguang.directory.rules.roles import Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D02"), pytest.mark.duty("D04")]
STANDARDS = ListKind.DISCRETION_STANDARDS
FIRST, SECOND = date(2026, 1, 5), date(2026, 11, 2)


def test_edition_is_in_force_from_its_day_until_the_day_the_next_one_starts():
    body = a_body()
    old = an_adopted_edition(body=body, from_day=FIRST)
    new = an_adopted_edition(body=body, from_day=SECOND, on=date(2026, 10, 22))
    old.refresh_from_db()

    assert api.edition_in_force(STANDARDS, body, FIRST) == old
    assert api.edition_in_force(STANDARDS, body, date(2026, 11, 1)) == old
    assert api.edition_in_force(STANDARDS, body, SECOND) == new
    assert old.superseded_from == SECOND
    assert [old.stage(day)[1] for day in (date(2026, 11, 1), SECOND)] == ["施行中", "已被取代"]
    assert [new.stage(day)[1] for day in (date(2026, 11, 1), SECOND)] == ["已审定，尚未生效", "施行中"]


def test_act_on_a_day_without_an_edition_is_refused():
    body = an_adopted_edition(from_day=FIRST).body
    with pytest.raises(Refused, match="没有施行中的行政处罚裁量基准清单"):
        api.standard(body, OVERTIME, date(2026, 1, 4))


def test_edition_that_would_start_before_the_one_in_force_is_refused():
    body = an_adopted_edition(from_day=SECOND, on=FIRST).body
    with pytest.raises(Refused, match="同时有效") as refused:
        an_adopted_edition(body=body, from_day=date(2026, 10, 9), on=date(2026, 1, 6))
    assert refused.value.field == "in_force_from"


def test_second_edition_for_the_same_day_is_refused():
    body = an_adopted_edition(from_day=FIRST).body
    with pytest.raises(Refused, match="同时有效"):
        an_adopted_edition(body=body, from_day=FIRST)


def test_county_goes_by_the_edition_above_until_it_has_its_own():
    province = a_body()
    county = a_body(under=a_body(under=province))
    above = an_adopted_edition(body=province, from_day=FIRST)
    assert api.edition_in_force(STANDARDS, county, date(2026, 6, 1)) == above

    own = an_adopted_edition(body=county, from_day=SECOND)
    assert api.edition_in_force(STANDARDS, county, SECOND) == own
    assert api.edition_in_force(STANDARDS, county, date(2026, 11, 1)) == above


def test_row_of_the_day_is_read():
    body = the_labour_lists(on=FIRST)[STANDARDS].body
    assert api.standard(body, OVERTIME, SECOND).violation == "违法延长劳动者工作时间"
    assert api.matter(body, "LDJC-01", SECOND).standards == ("LD-01",)
    with pytest.raises(Refused, match="没有编号为“LD-99”的条目"):
        api.standard(body, "LD-99", SECOND)


def test_head_who_drafted_it_alone_is_refused():
    body = a_body()
    both = a_head(body)
    an_appointment(both, Role.LEGAL_REVIEWER)
    both = type(both).objects.get(pk=both.pk)
    edition = a_submitted_edition(body=body, drafter=both)
    with pytest.raises(Refused, match="同一人不能"):
        adopt_edition(edition=edition, opinion="", actor=both, at=Moment.on(FIRST))
    edition.refresh_from_db()
    assert edition.state == "under_review"


def test_anyone_but_the_head_of_the_body_is_refused():
    edition = a_submitted_edition()
    for stranger in (a_drafter(edition.body), a_head(a_body())):
        with pytest.raises(Refused, match="只有本机关负责人"):
            adopt_edition(edition=edition, opinion="", actor=stranger, at=Moment.on(FIRST))


def test_draft_that_was_not_put_forward_is_refused():
    draft = a_draft()
    with pytest.raises(Refused, match="没有在等候审定"):
        adopt_edition(edition=draft, opinion="", actor=a_head(draft.body), at=Moment.on(FIRST))


def test_adoption_after_the_planned_day_is_refused():
    edition = a_submitted_edition(from_day=FIRST)
    with pytest.raises(Refused, match="不能倒签"):
        adopt_edition(edition=edition, opinion="", actor=a_head(edition.body), at=Moment.on(date(2026, 1, 6)))


def test_rows_changed_behind_the_back_of_the_signers_are_refused():
    edition = a_submitted_edition()
    row = edition.entries.get()
    row.columns["violation"] = "别的违法行为"
    row.save()
    with pytest.raises(Refused, match="与送审时不一致"):
        adopt_edition(edition=edition, opinion="", actor=a_head(edition.body), at=Moment.on(FIRST))


def test_returned_draft_can_be_put_forward_again():
    edition = a_submitted_edition()
    head = a_head(edition.body)
    with pytest.raises(Refused, match="退回应当写明理由"):
        return_edition(edition=edition, reason=" ", actor=head, at=Moment.on(FIRST))
    return_edition(edition=edition, reason="请补充首违不罚条件。", actor=head, at=Moment.on(FIRST))
    edition.refresh_from_db()
    assert (edition.state, edition.in_force_from) == ("draft", None)


def test_repealed_edition_ends_on_its_day_and_the_one_above_counts_again():
    province = a_body()
    county = a_body(under=province)
    above = an_adopted_edition(body=province, from_day=FIRST)
    own = an_adopted_edition(body=county, from_day=SECOND)
    head = a_head(county)
    with pytest.raises(Refused, match="没有填写废止理由"):
        repeal_edition(edition=own, ends_on=date(2026, 12, 1), reason=" ", actor=head, at=Moment.on(SECOND))
    repeal_edition(edition=own, ends_on=date(2026, 12, 1), reason="省基准已覆盖。", actor=head, at=Moment.on(SECOND))

    assert api.edition_in_force(STANDARDS, county, date(2026, 11, 30)) == own
    assert api.edition_in_force(STANDARDS, county, date(2026, 12, 1)) == above
    with pytest.raises(Refused, match="只能废止施行中"):
        repeal_edition(edition=own, ends_on=date(2026, 12, 9), reason="再次", actor=head, at=Moment.on(SECOND))


def test_new_edition_may_start_before_a_planned_repeal():
    body = a_body()
    old = an_adopted_edition(body=body, from_day=FIRST)
    repeal_edition(
        edition=old, ends_on=date(2026, 12, 1), reason="机构改革。", actor=a_head(body), at=Moment.on(SECOND)
    )
    new = an_adopted_edition(body=body, from_day=date(2026, 11, 20))
    old.refresh_from_db()
    assert old.superseded_from == new.in_force_from


def test_adoption_is_one_line_in_the_ledger():
    edition = an_adopted_edition()
    lines = LedgerEntry.objects.filter(subject_ref=edition.public_id).order_by("sequence")
    assert [line.event for line in lines] == ["EditionDrafted", "EntryChanged", "EditionSubmitted", "EditionAdopted"]
    assert lines.last().facts["edition_ref"] == edition.public_id
    assert lines.last().clauses == ["APL-2021:34"]


def test_second_draft_of_the_same_list_is_refused():
    body = a_draft().body
    with pytest.raises(Refused, match="已经有一份草案"):
        a_draft(body=body)
    assert Edition.objects.filter(body=body).count() == 1
