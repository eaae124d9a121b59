"""Lists at the desk, as drafters, heads and other bodies see them."""

import io
from datetime import date

import pytest
from django.urls import reverse

from tests.builders.catalogues import (
    OVERTIME,
    a_draft,
    a_drafter,
    a_head,
    a_submitted_edition,
    an_adopted_edition,
    cells_of,
    the_labour_lists,
)
from tests.builders.directory import a_body
from tests.catalogues.test_import_edition import GOOD, a_workbook
from yangguang.catalogues.lists import workbook
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import Edition
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.use_cases.put_entry import fingerprint, put_entry
from yangguang.kernel.moment import Moment

pytestmark = pytest.mark.django_db
STANDARDS = ListKind.DISCRETION_STANDARDS
TODAY = date(2026, 11, 18)


def at(name, thing, **query):
    address = reverse(f"catalogues:{name}", args=[getattr(thing, "public_id", thing)])
    return f"{address}?{'&'.join(f'{k}={v}' for k, v in query.items())}" if query else address


def text(response):
    return response.content.decode()


def test_drafter_sees_every_list_and_what_is_in_force(client):
    body = the_labour_lists()[STANDARDS].body
    client.force_login(a_drafter(body))
    page = text(client.get(reverse("catalogues:lists")))
    for title in ("行政执法事项清单", "行政处罚裁量基准清单", "重大执法决定法制审核目录清单"):
        assert title in page
    assert page.count("2026年第1版") == 3


def test_county_sees_that_a_list_is_the_one_above(client):
    above = an_adopted_edition()
    county = a_body(under=above.body)
    client.force_login(a_drafter(county))
    assert "沿用上级" in text(client.get(reverse("catalogues:lists")))
    assert "适用" + above.body.name in text(client.get(at("list", STANDARDS)))


def test_unknown_list_is_not_found(client):
    client.force_login(a_drafter(a_body()))
    assert client.get(at("list", "penalty_points")).status_code == 404


def test_edition_shows_rows_clauses_and_the_mark_of_a_demonstration(client):
    edition = the_labour_lists()[STANDARDS]
    client.force_login(a_drafter(edition.body))
    page = text(client.get(at("edition", edition)))
    assert "每人401元以上500元以下" in page
    assert "劳动保障监察条例 第二十五条" in page
    assert "条标为演示" in page


def test_search_in_an_edition_keeps_the_matching_rows(client):
    lists = the_labour_lists()
    client.force_login(a_drafter(lists[STANDARDS].body))
    page = text(client.get(at("edition", lists[STANDARDS], q="童工")))
    assert "LD-11-2" in page
    assert "LD-01" not in page
    disposition = text(client.get(at("edition", lists[ListKind.MATTERS], filter="行政处理")))
    assert "LDJC-22" in disposition
    assert "LDJC-01" not in disposition


def test_drafts_are_seen_by_their_own_body_only(client):
    draft = a_draft()
    for person, status in ((a_drafter(draft.body), 200), (a_head(draft.body), 200), (a_drafter(a_body()), 404)):
        client.force_login(person)
        assert client.get(at("edition", draft)).status_code == status
        assert client.get(at("entry", draft.entries.get())).status_code == status


def test_workbook_of_the_screen_has_its_filter_and_rows(client):
    edition = the_labour_lists()[STANDARDS]
    client.force_login(a_drafter(edition.body))
    response = client.get(at("workbook", edition, q="童工"))
    rows, faults = workbook.read(list_of(STANDARDS), response.content)
    assert faults == []
    assert [row.code for row in rows] == ["LD-11", "LD-11-2", "LD-12"]


def test_comparison_marks_what_changed_and_where(client):
    old = an_adopted_edition(codes=(OVERTIME, "LD-08"))
    drafter = a_drafter(old.body)
    new = a_draft(body=old.body, drafter=drafter, codes=("LD-12",))
    tiers = cells_of()["tiers"].replace("超过50人", "超过40人").replace("不超过50人", "不超过40人")
    put_entry(edition=new, code=OVERTIME, cells=cells_of(tiers=tiers), official=False, actor=drafter, at=Moment.now())
    client.force_login(drafter)
    page = text(client.get(at("compare", new, **{"with": old.public_id})))
    assert "改动 1 条" in page
    assert "新增 1 条" in page
    assert "删去 1 条" in page
    assert '<del><span class="visually-hidden">删去：</span>50</del>' in page
    assert '<ins><span class="visually-hidden">增加：</span>40</ins>' in page
    assert "每人100元以上200元以下" not in page


def test_first_edition_has_nothing_to_be_compared_with(client):
    edition = an_adopted_edition()
    client.force_login(a_drafter(edition.body))
    assert "这是第一版" in text(client.get(at("compare", edition)))


def test_drafter_walks_from_draft_to_review_and_the_head_adopts(client):
    body = a_body()
    client.force_login(a_drafter(body))
    client.post(at("draft", STANDARDS), {"copied": "no", "version": "", "source": "示人社发〔2026〕9号", "note": ""})
    draft = Edition.objects.get(body=body)
    fields = cells_of() | {"entry_code": OVERTIME, "measure": "罚款"}
    added = client.post(at("add_entry", draft), fields)
    assert added.status_code == 302, text(added)
    entry = draft.entries.get()
    changed = client.post(
        at("change_entry", entry),
        fields | {"seen": fingerprint(entry), "official": "on", "source": "示人社发〔2026〕9号"},
    )
    assert changed.status_code == 302, text(changed)
    client.post(at("submit", draft), {"in_force_from": "2026-12-01", "opinion": "请审定"})

    client.force_login(a_head(body))
    assert "等您审定" in text(client.get(reverse("catalogues:lists")))
    client.post(at("adopt", draft), {"opinion": "同意。"})
    draft.refresh_from_db()
    assert (draft.state, draft.in_force_from, draft.entries.get().official) == ("adopted", date(2026, 12, 1), True)
    assert "已审定，尚未生效" in text(client.get(at("list", STANDARDS)))


def test_bad_cell_comes_back_beside_its_field_with_everything_typed(client):
    draft = a_draft()
    client.force_login(a_drafter(draft.body))
    typed = cells_of(statutory="每人一百元", violation="<b>䶮某</b>") | {"entry_code": "LD-98"}
    response = client.post(at("add_entry", draft), typed)
    page = text(response)
    assert response.status_code == 200
    assert "读不出来" in page
    assert "&lt;b&gt;䶮某&lt;/b&gt;" in page
    assert draft.entries.count() == 1


def test_stale_form_is_refused_and_kept(client):
    draft = a_draft()
    drafter = a_drafter(draft.body)
    entry = draft.entries.get()
    opened = fingerprint(entry)
    put_entry(
        edition=draft, entry=entry, code=OVERTIME, cells=cells_of(source="改过"), official=False, actor=drafter,
        at=Moment.now(),
    )  # fmt: skip
    client.force_login(drafter)
    response = client.post(
        at("change_entry", entry), cells_of(violation="我的修改") | {"entry_code": OVERTIME, "seen": opened}
    )
    assert "被别人改过" in text(response)
    assert "我的修改" in text(response)


def test_double_submit_removes_one_row_once(client):
    draft = a_draft(codes=(OVERTIME, "LD-08"))
    client.force_login(a_drafter(draft.body))
    entry = draft.entries.get(code="LD-08")
    form = client.get(at("remove_entry", entry)).context["form"]
    token = {"once": form["once"].value()}
    first = client.post(at("remove_entry", entry), token)
    assert first.status_code == 302
    assert draft.entries.count() == 1


def test_workbook_is_examined_before_it_is_imported(client):
    draft = a_draft()
    client.force_login(a_drafter(draft.body))
    bad = io.BytesIO(a_workbook(GOOD, GOOD | {"编号": "LD-02", "法定幅度": "很多"}))
    bad.name = "清单.xlsx"
    client.post(at("import", draft), {"file": bad})
    page = text(client.get(at("import", draft)))
    assert "有 1 处需要改" in page
    assert "第 3 行" in page
    refused = client.post(at("confirm_import", draft))
    assert "第3行“法定幅度”" in text(refused)
    assert [e.code for e in draft.entries.all()] == [OVERTIME]

    good = io.BytesIO(a_workbook(GOOD | {"编号": "N-1"}))
    good.name = "清单.xlsx"
    client.post(at("import", draft), {"file": good})
    assert "可以导入" in text(client.get(at("import", draft)))
    assert client.post(at("confirm_import", draft)).status_code == 302
    assert [e.code for e in draft.entries.all()] == ["N-1"]


def test_file_that_is_no_workbook_is_refused_beside_the_field(client):
    draft = a_draft()
    client.force_login(a_drafter(draft.body))
    file = io.BytesIO(b"<script>alert(1)</script>")
    file.name = "清单.xlsx"
    response = client.post(at("import", draft), {"file": file})
    assert response.status_code == 200
    assert "文件内容与允许的种类不符" in text(response)


def test_head_returns_with_a_reason_and_the_drafter_reads_it(client):
    edition = a_submitted_edition(from_day=TODAY)
    client.force_login(a_head(edition.body))
    client.post(at("return", edition), {"opinion": "请补充首违不罚条件。"})
    client.force_login(a_drafter(edition.body))
    assert "请补充首违不罚条件。" in text(client.get(at("edition", edition)))


def test_repeal_and_discard_end_an_edition(client):
    edition = an_adopted_edition()
    draft = a_draft(body=edition.body)
    client.force_login(a_drafter(edition.body))
    client.post(at("discard", draft))
    assert not Edition.objects.filter(pk=draft.pk).exists()
    client.force_login(a_head(edition.body))
    client.post(at("repeal", edition), {"ends_on": "2026-12-01", "reason": "省基准已覆盖。"})
    edition.refresh_from_db()
    assert (edition.state, edition.superseded_from) == ("repealed", date(2026, 12, 1))


@pytest.mark.parametrize("name", ["submit", "add_entry", "import", "confirm_import", "discard"])
def test_stranger_finds_no_draft_and_head_may_not_write(client, name):
    draft = a_draft()
    client.force_login(a_drafter(a_body()))
    assert client.get(at(name, draft)).status_code == 404
    client.force_login(a_head(draft.body))
    assert client.get(at(name, draft)).status_code == 403


@pytest.mark.parametrize("name", ["adopt", "return"])
def test_only_the_head_of_the_body_adopts_and_returns(client, name):
    edition = a_submitted_edition(from_day=TODAY)
    for person, status in ((a_head(edition.body), 200), (a_head(a_body()), 404), (a_drafter(edition.body), 403)):
        client.force_login(person)
        assert client.get(at(name, edition)).status_code == status


def test_entry_form_gives_back_what_was_saved_by_itself(client):
    draft = a_draft()
    client.force_login(a_drafter(draft.body))
    here = at("add_entry", draft)
    typed = cells_of(violation="打到一半的违法行为") | {"entry_code": "LD-97"}
    assert client.post(f"{reverse('desk:autosave')}?key={here}", typed).status_code == 200
    page = text(client.get(here))
    assert "已恢复" in page
    assert "打到一半的违法行为" in page
    assert 'value="LD-97"' in page
    assert "打到一半的违法行为" not in text(client.get(f"{here}?fresh=1"))
    assert client.post(here, typed | {"measure": "罚款"}).status_code == 302
    assert "已恢复" not in text(client.get(here))


def test_box_left_empty_stays_empty_when_the_draft_comes_back(client):
    draft = a_draft()
    client.force_login(a_drafter(draft.body))
    here = at("change_entry", draft.entries.get())
    client.post(f"{reverse('desk:autosave')}?key={here}", cells_of() | {"entry_code": OVERTIME, "official": "on"})
    assert 'name="official"' in text(client.get(here))
    assert "checked" in text(client.get(here)).split('name="official"')[1].split(">")[0]
    client.post(f"{reverse('desk:autosave')}?key={here}", cells_of() | {"entry_code": OVERTIME})
    assert "checked" not in text(client.get(here)).split('name="official"')[1].split(">")[0]


def test_drafter_of_a_new_office_fills_an_empty_draft_with_what_ships(client):
    body = a_body()
    client.force_login(a_drafter(body))
    client.post(at("draft", STANDARDS), {"copied": "no", "version": "", "source": "", "note": ""})
    draft = Edition.objects.get(body=body)
    assert "装入随产品提供的内容" in text(client.get(at("edition", draft)))
    assert client.post(at("fill", draft)).status_code == 302
    assert draft.entries.filter(code=OVERTIME).exists()
    again = text(client.post(at("fill", draft)))
    assert "草案里已经有条目" in again
