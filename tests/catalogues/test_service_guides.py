"""Service guides: one a matter, what it knows taken over, whole before the head, public with papers, closed with the matter."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders.catalogues import a_draft, a_drafter, a_head, cells_of, the_guides, the_labour_lists
from tests.builders.directory import a_body
from tests.builders.disclosure import deliver
from tests.builders.standing import released
from yangguang.bulletin.api import PublicGuide, guides
from yangguang.catalogues.lists import workbook
from yangguang.catalogues.lists.plain.service_guides import FIELDS
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.public_guides import guide_copies
from yangguang.catalogues.queries import changes_between
from yangguang.catalogues.shipped_lists import rest_of_guides
from yangguang.catalogues.use_cases.adopt_edition import adopt_edition
from yangguang.catalogues.use_cases.draft_edition import draft_edition
from yangguang.catalogues.use_cases.draw_guides import draw_guides
from yangguang.catalogues.use_cases.put_entry import put_entry
from yangguang.catalogues.use_cases.remove_entry import remove_entry
from yangguang.catalogues.use_cases.submit_for_review import submit_for_review
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.row_changes import ChangeKind

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D09"), pytest.mark.clause("TSO-2018:service_guides")]
DAY = date(2026, 11, 18)
GUIDES, MATTERS = ListKind.SERVICE_GUIDES, ListKind.MATTERS
FIFTEEN = [
    "事项名称", "依据", "受理机构", "审批机构", "许可条件", "优惠政策", "申请材料", "办理流程", "办理时限", "监督方式", "责任追究",
    "救济渠道", "办公时间", "地址", "电话",
]  # fmt: skip


@pytest.fixture
def body():
    return a_body()


def a_drawn_draft(body, *, copied=False):
    the_labour_lists(body) if not copied else None
    drafter = a_drafter(body)
    draft = draft_edition(list_kind=GUIDES, body=body, copied=copied, actor=drafter, at=Moment.on(DAY))
    return draw_guides(edition=draft, actor=drafter, at=Moment.on(DAY)), drafter


def change(draft, code, drafter, **cells):
    row = draft.entries.get(code=code)
    told = list_of(draft.list_kind).show(row.columns) | cells
    put_entry(edition=draft, entry=row, code=code, cells=told, official=False, actor=drafter, at=Moment.on(DAY))


def submitted(draft, drafter, on=DAY):
    return submit_for_review(edition=draft, in_force_from=on, opinion="", actor=drafter, at=Moment.on(DAY))


def without_the_first_matter(body, *, on):
    """A later matters list in which the first matter is gone and the second has another basis."""
    drafter, at = a_drafter(body), Moment.on(DAY)
    draft = draft_edition(list_kind=MATTERS, body=body, copied=True, actor=drafter, at=at)
    remove_entry(entry=draft.entries.get(code="LDJC-01"), actor=drafter, at=at)
    change(draft, "LDJC-02", drafter, basis="LSR-2004:23")
    submitted(draft, drafter, on)
    return adopt_edition(edition=draft, opinion="", actor=a_head(body), at=at)


def test_guide_has_the_fifteen_fields_of_the_duty():
    assert list(FIELDS.values()) == FIFTEEN
    assert [c.label for c in list_of(GUIDES).columns if c.name in FIELDS] == FIFTEEN


def test_guide_takes_what_the_matter_and_the_body_know_and_asks_for_the_rest(body):
    draft, drafter = a_drawn_draft(body)
    assert draft.entries.count() == 22
    row = draft.entries.get(code="LDJC-01").columns
    assert row["name"] == "对违法延长劳动者工作时间的行政处罚"
    assert row["basis"] == ["LSR-2004:25#fine", "LSR-2004:25#warning", "LL-2018:90"]
    assert row["accepting"] == "劳动保障监察大队"
    assert (row["approving"], row["time_limit"], row["address"]) == (body.name, "60个工作日", body.address)
    assert body.complaint_phone in row["supervision"]
    with pytest.raises(
        Refused,
        match="“对违法延长劳动者工作时间的行政处罚”的服务指南缺少：许可条件、优惠政策、申请材料、办理流程、责任追究",
    ) as refused:
        submitted(draft, drafter)
    assert "TSO-2018:service_guides" in refused.value.clauses


def test_guide_that_lacks_one_field_is_refused_by_its_name(body):
    edition = the_guides(body)
    copied, drafter = a_drawn_draft(body, copied=True)
    change(copied, "LDJC-03", drafter, remedies="")
    with pytest.raises(Refused, match="的服务指南缺少：救济渠道。"):
        submitted(copied, drafter)
    assert len(guide_copies(edition)) == 22
    with pytest.raises(Refused, match="第LDJC-03条缺少救济渠道"):
        guide_copies(copied)


def test_guide_of_no_matter_or_against_its_matter_is_refused(body):
    the_guides(body)
    draft, drafter = a_drawn_draft(body, copied=True)
    change(draft, "LDJC-02", drafter, name="另一个名称")
    with pytest.raises(Refused, match="第LDJC-02条在2026-11-18施行的行政执法事项清单中，事项名称与指南写的不一样"):
        submitted(draft, drafter)
    draw_guides(edition=draft, actor=drafter, at=Moment.on(DAY))
    cells = list_of(GUIDES).show(draft.entries.get(code="LDJC-02").columns)
    put_entry(edition=draft, code="X-1", cells=cells, official=False, actor=drafter, at=Moment.on(DAY))
    with pytest.raises(Refused, match="第X-1条在2026-11-18施行的行政执法事项清单中没有"):
        submitted(draft, drafter)


def test_changed_matters_are_taken_over_and_what_was_typed_stays(body):
    first = the_guides(body)
    without_the_first_matter(body, on=DAY)
    draft, drafter = a_drawn_draft(body, copied=True)
    changed = {row.code: row for row in changes_between(first, draft) if row.kind is not ChangeKind.SAME}
    assert {code: row.kind for code, row in changed.items()} == {
        "LDJC-01": ChangeKind.REMOVED, "LDJC-02": ChangeKind.CHANGED,
    }  # fmt: skip
    assert list(changed["LDJC-02"].columns) == ["basis"]
    submitted(draft, drafter)


def test_guides_without_a_matters_list_are_refused(body):
    drafter = a_drafter(body)
    draft = draft_edition(list_kind=GUIDES, body=body, copied=False, actor=drafter, at=Moment.on(DAY))
    with pytest.raises(Refused, match="没有施行中的行政执法事项清单"):
        draw_guides(edition=draft, actor=drafter, at=Moment.on(DAY))
    plain = a_draft(body=body)
    with pytest.raises(Refused, match="不是按事项编制的"):
        draw_guides(edition=plain, actor=drafter, at=Moment.on(DAY))


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("姓名：张某某", "前面没有表名"), ("《投诉书》", "没有栏目"), ("《投诉书》\n姓名", "应当写成"),
        ("《投诉书》\n姓名：", "应当写成"),
        ("《投诉书》\n姓名：甲\n姓名：乙", "写了两次"), ("《投诉书》\n姓名：甲\n《投诉书》\n姓名：乙", "写了两次"),
        (f"《投诉书》\n{'姓' * 41}：甲", "过长"),
    ],
)  # fmt: skip
def test_form_that_cannot_be_made_is_refused(typed, why):
    with pytest.raises(Refused, match=why):
        list_of(GUIDES).column("forms").value_of(typed)


def test_forms_read_back_as_they_were_written():
    column = list_of(GUIDES).column("forms")
    stored = column.value_of(rest_of_guides()["forms"])
    assert [form["title"] for form in stored] == ["劳动保障监察投诉书", "授权委托书"]
    assert column.value_of(column.show(stored)) == stored


def test_adopted_guide_is_public_with_search_and_papers(client, body, settings, tmp_path):
    settings.PAGES_DIR = tmp_path
    edition = the_guides(body)
    released(edition)
    row = edition.entries.get(code="LDJC-01")
    found = client.get("/guides/?q=延长 工作时间").content.decode()
    assert f"/guides/{row.public_id}" in found
    assert "LDJC-02" not in found
    page = client.get(f"/guides/{row.public_id}").content.decode()
    for label in FIFTEEN:
        assert f"<dt>{label}</dt>" in page
    assert "〔LSR-2004" not in page
    for paper, begins in (("guide", b"%PDF"), ("form-1", b"%PDF"), ("sample-2", b"%PDF"), ("form-1-word", b"PK")):
        answer = client.get(f"/guides/{row.public_id}/files/{paper}")
        assert answer.status_code == 200
        assert answer.content.startswith(begins)
    assert client.get(f"/guides/{row.public_id}/files/form-3").status_code == 404
    assert "22 个事项的办理指南" in client.get(f"/bodies/{body.public_id}").content.decode()


def test_guide_of_a_matter_that_ends_is_closed_from_that_day(client, body):
    edition = the_guides(body)
    released(edition)
    ends = date(2026, 11, 18)
    without_the_first_matter(body, on=ends)
    deliver()
    ended, kept = (edition.entries.get(code=code).public_id for code in ("LDJC-01", "LDJC-02"))
    assert PublicGuide.objects.get(ref=ended).gone_from == ends
    assert PublicGuide.objects.get(ref=kept).gone_from is None
    assert "执法事项清单中没有这一事项" in client.get(f"/guides/{ended}").content.decode()
    standing = guides.standing_guides(ends).values_list("ref", flat=True)
    assert kept in standing
    assert ended not in standing


def test_superseded_guide_leads_to_the_one_in_force(client, body):
    first = the_guides(body)
    second = the_guides(body, on=DAY, materials="只要身份证")
    for edition in (first, second):
        released(edition)
    old, new = (edition.entries.get(code="LDJC-05").public_id for edition in (first, second))
    page = client.get(f"/guides/{old}").content.decode()
    assert "这份指南已经停止施行" in page
    assert f"/guides/{new}" in page
    assert guides.standing_guides(DAY).count() == 22


def test_guide_is_seen_on_paper_at_the_desk_before_it_is_adopted(client, body):
    the_labour_lists(body)
    draft, drafter = a_drawn_draft(body, copied=True)
    change(draft, "LDJC-01", drafter, **rest_of_guides())
    row = draft.entries.get(code="LDJC-01")
    client.force_login(drafter)
    page = client.get(reverse("catalogues:entry", args=[row.public_id])).content.decode()
    assert "劳动保障监察投诉书（空白表）" in page
    answer = client.get(reverse("catalogues:guide_paper", args=[row.public_id, "sample-1"]))
    assert answer.content.startswith(b"%PDF")
    assert client.get(reverse("catalogues:guide_paper", args=[row.public_id, "sample-9"])).status_code == 404
    other = a_draft(body=body, kind=MATTERS, codes=())
    put_entry(
        edition=other, code="A", cells=cells_of(MATTERS, "LDJC-01"), official=False, actor=drafter, at=Moment.on(DAY)
    )
    matter = other.entries.get()
    assert client.get(reverse("catalogues:guide_paper", args=[matter.public_id, "guide"])).status_code == 404


def test_guides_are_drawn_up_by_the_screen_and_go_through_a_workbook_unchanged(client, body):
    the_labour_lists(body)
    drafter = a_drafter(body)
    draft = draft_edition(list_kind=GUIDES, body=body, copied=False, actor=drafter, at=Moment.on(DAY))
    client.force_login(drafter)
    address = reverse("catalogues:fill", args=[draft.public_id])
    assert "按事项清单编制" in client.get(address).content.decode()
    once = client.get(address).context["form"]["once"].value()
    client.post(address, {"once": once})
    assert draft.entries.count() == 22
    definition, rows = list_of(GUIDES), draft.entries.order_by("position")
    change(draft, "LDJC-01", drafter, **rest_of_guides())
    content = workbook.write(
        definition, [(row.code, row.columns, row.official) for row in rows.all()],
        title="指南", filters="", by="林静", at=clock.now(),
    )  # fmt: skip
    read, faults = workbook.read(definition, content)
    assert faults == []
    assert {row.code: row.columns for row in read} == {row.code: row.columns for row in rows.all()}
