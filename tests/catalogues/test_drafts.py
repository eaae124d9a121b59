"""Drafts: rows put in, changed, taken out, given up; two people at once; bad cells named beside the cell."""

from datetime import date

import pytest

from tests.builders.catalogues import A_DAY, OVERTIME, a_draft, a_drafter, a_head, an_adopted_edition, cells_of
from tests.builders.directory import a_body
from yangguang.base.models import LedgerEntry
from yangguang.catalogues.models import Edition
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.use_cases.discard_draft import discard_draft
from yangguang.catalogues.use_cases.draft_edition import draft_edition
from yangguang.catalogues.use_cases.put_entry import fingerprint, put_entry
from yangguang.catalogues.use_cases.remove_entry import remove_entry
from yangguang.catalogues.use_cases.submit_for_review import submit_for_review
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return a_draft()


@pytest.fixture
def drafter(draft):
    return a_drafter(draft.body)


def put(draft, drafter, *, code=OVERTIME, entry=None, official=False, seen="", **changes):
    return put_entry(
        edition=draft, entry=entry, code=code, cells=cells_of(**changes), official=official, seen=seen,
        actor=drafter, at=Moment.now(),
    )  # fmt: skip


def test_copy_of_the_edition_in_force_has_its_rows_and_the_next_version():
    old = an_adopted_edition()
    new = draft_edition(list_kind=old.list_kind, body=old.body, copied=True, actor=a_drafter(old.body), at=Moment.now())
    assert (old.version, new.version, new.based_on) == ("2026年第1版", "2026年第2版", old)
    assert [(e.code, e.columns) for e in new.entries.all()] == [(e.code, e.columns) for e in old.entries.all()]


def test_county_draft_may_begin_as_a_copy_of_the_edition_above():
    above = an_adopted_edition()
    county = a_body(under=above.body)
    new = draft_edition(list_kind=above.list_kind, body=county, copied=True, actor=a_drafter(county), at=Moment.now())
    assert new.entries.count() == above.entries.count()


def test_head_or_stranger_who_drafts_is_refused(draft):
    for person in (a_head(draft.body), a_drafter(a_body())):
        with pytest.raises(Refused, match="您不能修改"):
            put(draft, person, code="LD-99")


def test_row_keeps_its_code_and_shows_its_change(draft, drafter):
    entry = put(draft, drafter, entry=draft.entries.get(), leniency="及时改正")
    assert (entry.code, draft.entries.count()) == (OVERTIME, 1)
    assert LedgerEntry.objects.filter(event="EntryChanged").order_by("-pk").first().facts["change"] == "changed"


def test_code_in_use_is_refused(draft, drafter):
    with pytest.raises(Refused, match="已经有一条") as refused:
        put(draft, drafter)
    assert refused.value.field == "code"


def test_row_changed_by_another_person_in_between_is_refused(draft, drafter):
    entry = draft.entries.get()
    opened = fingerprint(entry)
    put(draft, drafter, entry=entry, source="周敏改过")
    with pytest.raises(Refused, match="被别人改过"):
        put(draft, drafter, entry=entry, seen=opened, source="王海涛也改")


def test_official_row_without_a_source_is_refused(draft, drafter):
    with pytest.raises(Refused, match="来源文件") as refused:
        put(draft, drafter, code="LD-98", official=True, source="")
    assert refused.value.field == "source"


@pytest.mark.parametrize(
    ("change", "field", "why"),
    [
        ({"violation": ""}, "violation", "没有填写违法行为"),
        ({"violation": "长" * 201}, "violation", "最多200字"),
        ({"violation": "违法\u202e行为"}, "violation", "改变文字方向"),
        ({"violation": "违法\x00行为"}, "violation", "控制字符"),
        ({"basis": "劳动保障监察条例第九百条"}, "basis", "没有找到条款"),
        ({"basis": "LSR-2004:25#fine、LSR-2004:25#fine"}, "basis", "写了两次"),
        ({"basis": "劳动保障监察条例第二十五条"}, "basis", "有几项内容"),
        ({"measure": "奖励"}, "measure", "不在可选范围"),
        ({"penalty_kinds": "警告、打手心"}, "penalty_kinds", "不在可选范围"),
        ({"statutory": "每人一百元"}, "statutory", "读不出来"),
        ({"statutory": "每人100元以上600元以下"}, None, "与所引条款不一致"),
        ({"tiers": "轻微：其他情形：每人100元以上200元以下"}, None, "没有到法定上限"),
        ({"tiers": "轻微"}, "tiers", "第1行读不出来"),
        ({"leniency": "第一次"}, "leniency", "读不出来"),
        ({"measure": "不涉及金额"}, None, "金额性质不一致"),
    ],
)
def test_cell_that_cannot_be_kept_is_refused(draft, drafter, change, field, why):
    with pytest.raises(Refused, match=why) as refused:
        put(draft, drafter, code="LD-97", **change)
    assert refused.value.field == field
    assert draft.entries.count() == 1


def test_clause_may_be_typed_by_its_name_where_that_is_one_clause(draft, drafter):
    entry = put(
        draft, drafter, code="LD-96", basis="《劳动合同法》第八十条", statutory="不罚款", measure="不涉及金额", tiers="",
        penalty_kinds="警告",
    )  # fmt: skip
    assert entry.columns["basis"] == ["LCL-2012:80"]


def test_rare_characters_and_markup_are_kept_as_typed(draft, drafter):
    entry = put(draft, drafter, code="䶮-1", violation="<b>䶮某</b>等人的行为")
    assert (entry.code, entry.columns["violation"]) == ("䶮-1", "<b>䶮某</b>等人的行为")


def test_row_taken_out_is_gone_from_the_draft_only():
    old = an_adopted_edition()
    drafter = a_drafter(old.body)
    new = draft_edition(list_kind=old.list_kind, body=old.body, copied=True, actor=drafter, at=Moment.now())
    entry = new.entries.get()
    remove_entry(entry=entry, actor=drafter, at=Moment.now())
    assert (new.entries.count(), old.entries.count()) == (0, 1)
    with pytest.raises(Refused, match="已经不在"):
        remove_entry(entry=entry, actor=drafter, at=Moment.now())


def test_draft_given_up_leaves_its_line_in_the_ledger(draft, drafter):
    discard_draft(edition=draft, actor=drafter, at=Moment.now())
    assert not Edition.objects.filter(pk=draft.pk).exists()
    assert LedgerEntry.objects.filter(event="EditionDiscarded", subject_ref=draft.public_id).exists()


def test_adopted_edition_is_not_given_up():
    edition = an_adopted_edition()
    with pytest.raises(Refused, match="内容不能再改"):
        discard_draft(edition=edition, actor=a_drafter(edition.body), at=Moment.now())


def test_empty_list_is_not_put_forward():
    draft = a_draft(codes=())
    with pytest.raises(Refused, match="还没有条目"):
        submit(draft)


def test_list_for_a_day_gone_by_is_not_put_forward(draft):
    with pytest.raises(Refused, match="不能早于今天"):
        submit(draft, from_day=date(2026, 1, 4))


@pytest.mark.clause("APL-2021:5.3")
def test_row_whose_basis_is_not_in_force_that_day_is_refused():
    body = a_body()
    draft = a_draft(body=body, codes=("LD-14",), on=date(2020, 2, 3))
    with pytest.raises(Refused, match="第LD-14条的依据“保障农民工工资支付条例第五十五条”") as refused:
        submit(draft, on=date(2020, 2, 3), from_day=date(2020, 2, 3))
    assert refused.value.clause == "APL-2021:5.3"
    submit(draft, on=date(2020, 2, 3), from_day=date(2020, 5, 1))


def test_matter_that_names_an_unknown_standard_is_refused():
    draft = a_draft(kind=ListKind.MATTERS, codes=("LDJC-01",))
    with pytest.raises(Refused, match="裁量基准“LD-01”"):
        submit(draft)
    an_adopted_edition(body=draft.body)
    submit(draft)


def submit(draft, *, on=A_DAY, from_day=A_DAY):
    return submit_for_review(
        edition=draft, in_force_from=from_day, opinion="", actor=a_drafter(draft.body), at=Moment.on(on)
    )
