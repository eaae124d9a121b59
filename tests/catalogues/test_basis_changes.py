"""A change of law flags each entry that rests on it, until somebody adjusts the list or says why it need not be (D02, D03)."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders.catalogues import OVERTIME, a_drafter, a_head, an_adopted_edition, the_guides, the_labour_lists
from tests.builders.changed_law import amend, repeal
from tests.builders.directory import a_body, an_account
from tests.builders.standing import released
from yangguang.base.events import SYSTEM
from yangguang.base.jobs import register
from yangguang.base.models import LedgerEntry
from yangguang.catalogues.basis_changes import changes_visible_to
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import BasisChange
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.rules.basis_changes import SettlingOutcome
from yangguang.catalogues.use_cases.adopt_edition import adopt_edition
from yangguang.catalogues.use_cases.draft_edition import draft_edition
from yangguang.catalogues.use_cases.flag_basis_changes import flag_basis_changes
from yangguang.catalogues.use_cases.put_entry import put_entry
from yangguang.catalogues.use_cases.remove_entry import remove_entry
from yangguang.catalogues.use_cases.settle_basis_changes import settle_basis_changes
from yangguang.catalogues.use_cases.submit_for_review import submit_for_review
from yangguang.desk.today.rows import day_of
from yangguang.directory.api import Role
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D02", "D03"), pytest.mark.clause("GIR-2019:26")]
FINE, CHANGED = "LSR-2004:25#fine", date(2026, 11, 2)
STANDARDS, MATTERS = ListKind.DISCRETION_STANDARDS, ListKind.MATTERS


@pytest.fixture
def body():
    return a_body()


def flag(on=None):
    return flag_basis_changes(actor=SYSTEM, at=Moment.on(on) if on else Moment.now())


def settle(body, rows, outcome=SettlingOutcome.UNNEEDED, **told):
    told = {"reason": "只改了文字，罚款幅度没有变化。", "actor": a_drafter(body), **told}
    return settle_basis_changes(
        body=body,
        list_kind=rows[0].list_kind,
        refs=[row.public_id for row in rows],
        outcome=outcome,
        at=Moment.now(),
        **told,
    )


def a_next_edition(body, kind, *, change=None, remove=None):
    """A copy of the list in force, adopted today, with one row changed or taken out."""
    drafter, at = a_drafter(body), Moment.now()
    draft = draft_edition(list_kind=kind, body=body, copied=True, actor=drafter, at=at)
    if change:
        row = draft.entries.get(code=change)
        cells = list_of(kind).show(row.columns) | {"source": "按新条文修改"}
        put_entry(edition=draft, entry=row, code=change, cells=cells, official=False, actor=drafter, at=at)
    if remove:
        remove_entry(entry=draft.entries.get(code=remove), actor=drafter, at=at)
    submit_for_review(edition=draft, in_force_from=at.day, opinion="", actor=drafter, at=at)
    return adopt_edition(edition=draft, opinion="", actor=a_head(body), at=at)


def test_amended_clause_flags_exactly_the_entries_that_cite_it_in_every_list(body, monkeypatch):
    lists = the_labour_lists(body)
    amend(monkeypatch, FINE, on=CHANGED)
    citing = sum(FINE in row.columns.get("basis", []) for one in lists.values() for row in one.entries.all())
    assert citing == 2
    assert flag() == citing
    one = BasisChange.objects.get(list_kind=MATTERS, code="LDJC-01")
    assert (one.kind, one.changed_on, one.found_on) == ("amended", CHANGED, clock.today())
    assert one.words == "劳动保障监察条例第二十五条已修改，新条文2026年11月2日起施行。"
    assert (one.due_on, one.due_clause) == (date(2026, 11, 30), "GIR-2019:26")
    assert one.owner_name == lists[MATTERS].drafted_by_name
    assert not BasisChange.objects.filter(code="LDJC-13").exists()


def test_looking_again_finds_nothing_new_and_writes_nothing(body, monkeypatch):
    the_labour_lists(body)
    amend(monkeypatch, FINE, on=CHANGED)
    flag()
    before = (LedgerEntry.objects.count(), list(BasisChange.objects.values_list("pk", "due_on")))
    assert flag() == 0
    assert (LedgerEntry.objects.count(), list(BasisChange.objects.values_list("pk", "due_on"))) == before
    assert "catalogues.basis_changes" in register()


def test_law_of_a_later_day_flags_nothing_yet_and_edition_adopted_after_it_never(body, monkeypatch):
    an_adopted_edition(body=body, from_day=date(2026, 11, 3))
    amend(monkeypatch, FINE, on=date(2026, 11, 20))
    assert flag(on=date(2026, 11, 19)) == 0
    assert flag(on=date(2026, 11, 20)) == 1
    BasisChange.objects.all().delete()
    amend(monkeypatch, FINE, on=CHANGED)
    assert flag(on=date(2026, 11, 19)) == 0


def test_clause_behind_the_whole_list_flags_the_list(body, monkeypatch):
    an_adopted_edition(body=body)
    amend(monkeypatch, list_of(STANDARDS).clauses[0], on=CHANGED)
    assert flag() == 1
    assert BasisChange.objects.get().code == ""


def test_flag_stays_under_a_new_edition_until_somebody_deals_with_it(body, monkeypatch):
    the_labour_lists(body)
    amend(monkeypatch, FINE, on=CHANGED)
    amend(monkeypatch, "LSR-2004:26#compensation", on=CHANGED)
    flag()
    waiting = list(BasisChange.objects.filter(list_kind=MATTERS))
    new = a_next_edition(body, MATTERS, change="LDJC-01")
    assert flag() == 0
    assert BasisChange.objects.filter(list_kind=MATTERS, settled_on=None).count() == len(waiting)
    one, *others = waiting
    assert one.code == "LDJC-01"
    with pytest.raises(Refused, match=f"第{others[0].code}条在.*中与原来一样，没有调整"):
        settle(body, waiting, SettlingOutcome.ADJUSTED, edition=new)
    settle(body, [one], SettlingOutcome.ADJUSTED, edition=new)
    settle(body, others)
    one.refresh_from_db()
    assert (one.outcome, one.adjusted_in, one.settled_on) == ("adjusted", new, clock.today())
    assert not BasisChange.objects.filter(list_kind=MATTERS, settled_on=None).exists()
    assert flag() == 0
    line = LedgerEntry.objects.filter(event="BasisChangesSettled").latest("pk")
    assert line.facts["outcome"] == "不需要调整"


def test_dealing_with_it_is_refused_to_others_and_without_a_ground(body, monkeypatch):
    edition = an_adopted_edition(body=body)
    amend(monkeypatch, FINE, on=CHANGED)
    flag()
    row = BasisChange.objects.get()
    assert row.code == OVERTIME
    elsewhere = a_body(named="邻县人力资源和社会保障局", mark="邻人社")
    for refused, told in {
        "您不能处理": {"actor": a_drafter(elsewhere)}, "应当写明理由": {"reason": "无"},
        "没有选择调整的版本": {"outcome": SettlingOutcome.ADJUSTED},
        "不是在2026年11月2日的变化以后审定的新版": {"outcome": SettlingOutcome.ADJUSTED, "edition": edition},
    }.items():  # fmt: skip
        with pytest.raises(Refused, match=refused):
            settle(body, [row], **told)
    settle(body, [row])
    with pytest.raises(Refused, match="所选的已经处理"):
        settle(body, [row])


def test_entry_that_lost_its_basis_is_not_kept_by_words(body, monkeypatch):
    an_adopted_edition(body=body, codes=(OVERTIME, "LD-07"))
    repeal(monkeypatch, FINE, last=date(2026, 11, 1))
    flag()
    row = BasisChange.objects.get(code=OVERTIME)
    assert (row.kind, row.changed_on) == ("repealed", CHANGED)
    with pytest.raises(Refused, match=f"第{OVERTIME}条失去了依据"):
        settle(body, [row])
    new = a_next_edition(body, STANDARDS, remove=OVERTIME)
    settle(body, [row], SettlingOutcome.ADJUSTED, edition=new)


@pytest.mark.duty("D09")
def test_guide_whose_matter_changed_or_ended_is_flagged(body):
    the_guides(body)
    drafter, at = a_drafter(body), Moment.now()
    draft = draft_edition(list_kind=MATTERS, body=body, copied=True, actor=drafter, at=at)
    remove_entry(entry=draft.entries.get(code="LDJC-01"), actor=drafter, at=at)
    row = draft.entries.get(code="LDJC-02")
    cells = list_of(MATTERS).show(row.columns) | {"basis": "LSR-2004:23"}
    put_entry(edition=draft, entry=row, code="LDJC-02", cells=cells, official=False, actor=drafter, at=at)
    submit_for_review(edition=draft, in_force_from=at.day, opinion="", actor=drafter, at=at)
    adopt_edition(edition=draft, opinion="", actor=a_head(body), at=at)
    assert flag() == 2
    found = BasisChange.objects.order_by("code").values_list("code", "kind", "changed_on")
    assert list(found) == [("LDJC-01", "matter_gone", at.day), ("LDJC-02", "matter_changed", at.day)]


def test_day_of_the_drafter_shows_it_and_its_lateness_the_head_and_the_supervisor(monkeypatch):
    county = a_body(named="示范县人民政府", mark="示政")
    body = a_body(named="示范县人力资源和社会保障局", under=county)
    bureau = a_body(named="示范县司法局", mark="示司", under=county, supervises=True)
    an_adopted_edition(body=body)
    amend(monkeypatch, FINE, on=CHANGED)
    flag()
    drafter, head = a_drafter(body), a_head(body)
    supervisor = an_account(role=Role.SUPERVISOR, body=bureau)

    def of(account):
        return [row for part in vars(day_of(account)).values() for row in part if "依据变化" in row.what]

    assert [row.due_on for row in of(drafter)] == [date(2026, 11, 30)]
    assert of(head) == of(supervisor) == []
    BasisChange.objects.update(due_on=date(2026, 11, 10))
    assert day_of(supervisor).overdue == of(supervisor) != []
    assert len(of(head)) == 1
    assert changes_visible_to(an_account(role=Role.CASE_HANDLER, body=bureau)).count() == 0


def test_other_bodies_read_the_list_and_not_what_waits_for_it(client, body, monkeypatch):
    edition = an_adopted_edition(body=body)
    released(edition)
    amend(monkeypatch, FINE, on=CHANGED)
    flag()
    client.force_login(a_drafter(a_body()))
    for name, ref in (("edition", edition.public_id), ("entry", edition.entries.get().public_id)):
        answer = client.get(reverse(f"catalogues:{name}", args=(ref,)))
        assert answer.status_code == 200
        assert "依据已修改" not in answer.content.decode()


def test_screens_show_what_waits_and_take_what_was_decided(client, body, monkeypatch):
    edition = an_adopted_edition(body=body)
    amend(monkeypatch, FINE, on=CHANGED)
    flag()
    client.force_login(a_drafter(body))
    for name, args in (
        ("catalogues:lists", ()), ("catalogues:edition", (edition.public_id,)), ("catalogues:basis_changes", ()),
        ("catalogues:entry", (edition.entries.get().public_id,)), ("catalogues:settle_changes", (STANDARDS,)),
    ):  # fmt: skip
        page = client.get(reverse(name, args=args)).content.decode()
        assert "依据变化" in page or "依据已修改" in page
    address = reverse("catalogues:settle_changes", args=[STANDARDS])
    form = client.get(address).context["form"]
    told = {
        "refs": [BasisChange.objects.get().public_id],
        "outcome": "unneeded",
        "reason": "",
        "once": form["once"].value(),
    }
    assert "应当写明理由" in client.post(address, told).content.decode()
    client.post(
        address, told | {"reason": "罚款幅度没有变化。", "once": client.get(address).context["form"]["once"].value()}
    )
    assert BasisChange.objects.get().reason == "罚款幅度没有变化。"
    assert "没有待处理" in client.get(address).content.decode()
    settled = client.get(reverse("catalogues:basis_changes"), {"view": "settled"}).content.decode()
    assert "罚款幅度没有变化。" in settled
    assert client.get(reverse("catalogues:basis_changes"), {"format": "xlsx"}).content.startswith(b"PK")
