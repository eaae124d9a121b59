"""The lists of the duties beyond cases: exactly their columns, shipped rows that read, and copies of the registers."""

from datetime import date

import pytest

from tests.builders.catalogues import a_drafter, a_head, cells_of
from tests.builders.directory import a_body, an_entrustment, an_officer
from yangguang.base.events import SYSTEM
from yangguang.catalogues.lists.register import LISTS, list_of
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.queries import changes_between, find_in_force
from yangguang.catalogues.shipped_lists import FILES, shipped_rows
from yangguang.catalogues.use_cases.adopt_edition import adopt_edition
from yangguang.catalogues.use_cases.draft_edition import draft_edition
from yangguang.catalogues.use_cases.fill_draft import fill_draft
from yangguang.catalogues.use_cases.fill_from_register import fill_from_register
from yangguang.catalogues.use_cases.put_entry import put_entry
from yangguang.catalogues.use_cases.submit_for_review import submit_for_review
from yangguang.directory.use_cases.leave_post import leave_post
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.row_changes import ChangeKind

DAY = date(2026, 11, 18)
COLUMNS = {
    "regulatory_matters": ["监管事项", "监管主体", "职责", "权限", "依据"],
    "random_inspection": ["抽查内容", "抽查主体", "抽查依据", "抽查对象", "抽查方式", "抽查比例", "抽查频次"],
    "post_enforcement_publication": [
        "公开范围", "公开内容", "公开方式", "公开时限（工作日）", "公开程序", "公开期限", "依据",
    ],
    "audiovisual_recording": [
        "记录事项", "执法类别", "执法事项", "记录场合", "记录方式", "全过程无间断", "执法时限", "执法部门", "记录人",
        "开始记录时间", "记录过程", "结束记录时间", "执法记录类别", "存储期限", "备注", "依据",
    ],
    "review_elements": ["审核要素", "审核内容", "依据"],
    "bodies": [
        "机构名称", "机构性质", "经费来源", "队伍编制状况", "主体类别", "执法职责和权限", "法定代表人", "单位地址",
        "投诉举报电话", "委托执法协议及备案",
    ],
    "officers": ["姓名", "单位", "职务", "证件编号", "执法类别", "执法区域", "证件有效期"],
}  # fmt: skip


@pytest.mark.duty("D03", "D05", "D06", "D07", "D15", "R05", "L07")
@pytest.mark.parametrize("kind", COLUMNS)
def test_list_has_exactly_the_columns_its_duty_names(kind):
    assert [c.label for c in LISTS[kind].columns if c.name != "source"] == COLUMNS[kind]


@pytest.mark.parametrize("kind", FILES)
def test_shipped_rows_read_and_stand_on_clauses_in_force(kind):
    for row in shipped_rows(kind):
        stored = list_of(kind).read(cells_of(kind, row["code"]))
        assert list_of(kind).read(list_of(kind).show(stored)) == stored
    if kind in COLUMNS:
        assert all(not row["official"] and row["source"].startswith("演示") for row in shipped_rows(kind))


@pytest.mark.clause("DRI-2015:1")
def test_draw_without_a_basis_is_refused():
    with pytest.raises(Refused, match="没有填写抽查依据"):
        list_of("random_inspection").read(cells_of(ListKind.RANDOM_INSPECTION, "CC-01", basis=""))


@pytest.mark.clause("TSO-2018:publish_penalty")
@pytest.mark.duty("D15")
def test_publication_slower_than_its_clause_is_refused():
    kind = ListKind.POST_ENFORCEMENT_PUBLICATION
    assert list_of(kind).read(cells_of(kind, "GK-01", limit="5"))["limit"] == 5
    with pytest.raises(Refused, match="长于所引条款规定的7个工作日"):
        list_of(kind).read(cells_of(kind, "GK-01", limit="8"))


@pytest.mark.duty("L07")
def test_ten_elements_and_other_are_there():
    elements = [row["element"] for row in shipped_rows(ListKind.REVIEW_ELEMENTS)]
    assert (len(elements), elements[-1]) == (11, "其他")


def drafted(kind, body, at):
    drafter = a_drafter(body)
    return draft_edition(list_kind=kind, body=body, copied=True, actor=drafter, at=at), drafter


@pytest.mark.django_db
@pytest.mark.duty("D06", "D07")
def test_lists_of_qualification_are_copies_of_the_registers_compared_with_the_copy_before():
    body, at = a_body(), Moment.on(DAY)
    entrusted = an_entrustment(entrusting=body).entrusted
    officer, stays = an_officer(body=body, named="王海涛"), an_officer(body=entrusted, named="李敏")
    an_officer(named="别处的人")
    editions = []
    for day in (DAY, date(2026, 11, 25)):
        draft, drafter = drafted(ListKind.OFFICERS, body, Moment.on(day))
        fill_from_register(edition=draft, actor=drafter, at=Moment.on(day))
        submit_for_review(edition=draft, in_force_from=day, opinion="", actor=drafter, at=Moment.on(day))
        editions.append(adopt_edition(edition=draft, opinion="", actor=a_head(body), at=Moment.on(day)))
        if day == DAY:
            leave_post(officer=officer, left_on=DAY, actor=SYSTEM, at=at)
    first, second = editions
    assert {row.columns["name"] for row in first.entries.all()} == {"王海涛", "李敏"}
    assert [(c.kind, (c.before or {}).get("name")) for c in changes_between(first, second)
            if c.kind is ChangeKind.REMOVED] == [(ChangeKind.REMOVED, "王海涛")]  # fmt: skip
    row = second.entries.get()
    assert (row.code, row.official) == (stays.certificates.get().number, True)
    assert set(row.columns) == {"name", "body", "post", "number", "fields", "areas", "valid", "source"}
    below = a_body(under=body)
    assert find_in_force(ListKind.OFFICERS, below, DAY) is None

    draft, drafter = drafted(ListKind.BODIES, body, at)
    fill_from_register(edition=draft, actor=drafter, at=at)
    rows = {row.columns["name"]: row.columns for row in draft.entries.all()}
    assert set(rows) == {body.name, entrusted.name, below.name}
    assert rows[entrusted.name]["entrustments"].startswith(f"受{body.name}委托：协议")
    with pytest.raises(Refused, match="从登记册装入，不能逐条修改"):
        put_entry(edition=draft, code="X", cells={}, official=False, actor=drafter, at=at)
    with pytest.raises(Refused, match="从登记册装入"):
        fill_draft(edition=draft, rows=[], actor=drafter, at=at)
