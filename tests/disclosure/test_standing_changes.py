"""What is public besides decisions is corrected and taken back by two people, with a reason everybody reads (D16)."""

from datetime import date

import pytest

from tests.builders.catalogues import OVERTIME, an_adopted_edition, the_guides
from tests.builders.directory import a_body, an_account, an_officer, fresh_code
from tests.builders.disclosure import deliver
from tests.builders.standing import (
    WHY,
    a_publisher,
    approved,
    listed,
    officer_taken_back,
    proposed,
    released,
    taken_back,
)
from yangguang.base import ledger
from yangguang.bulletin.api import ListStatus, PublicList, PublicOfficer, list_copies
from yangguang.directory.rules.roles import Role
from yangguang.disclosure.models import StandingStatus
from yangguang.disclosure.rules.standing import ChangeKind
from yangguang.disclosure.use_cases.approve_change import approve_change
from yangguang.disclosure.use_cases.return_change import return_change
from yangguang.disclosure.use_cases.take_back_officer import take_back_officer
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D16"), pytest.mark.clause("TSO-2018:withdraw")]
DAY = date(2026, 11, 18)
OLD, NEW = "劳动保障监察条例", "《劳动保障监察条例》"


@pytest.fixture
def out():
    return released(an_adopted_edition(from_day=DAY))


def words_of(publication):
    """A text of the first row that a correction may touch."""
    return publication.copy["rows"][0]["cells"]["violation"]


def test_second_person_takes_a_list_back_with_a_public_reason(out):
    change = proposed(out, ChangeKind.WITHDRAW)
    assert PublicList.objects.get(ref=out.ref).stands
    publication = approved(change)
    public = PublicList.objects.get(ref=out.ref)
    assert (publication.status, public.status) == (StandingStatus.WITHDRAWN, ListStatus.WITHDRAWN)
    assert (public.rows, public.columns, public.digest, public.withdrawal_reason) == ([], [], "", WHY)
    assert public.withdrawal_basis.startswith("公开的内容有误；《国务院办公厅")
    told = ledger.entries_about("standing_publication", out.ref).last()
    assert (told.event, told.facts["ground"], told.facts["reason"]) == ("StandingWithdrawn", "mistaken", WHY)
    assert told.facts["proposed_by"] == change.proposed_by.actor_ref != told.actor_ref


def test_who_proposed_does_not_approve_and_a_namesake_neither(out):
    first = a_publisher(out.body)
    change = proposed(out, ChangeKind.WITHDRAW, by=first)
    head = an_account(roles=(Role.AGENCY_HEAD,), body=out.body, named="何晓东", second_factor=True)
    stranger = a_publisher(a_body(named="邻县局", mark="邻"))
    unfit = an_account(role=Role.LEGAL_REVIEWER, body=out.body, second_factor=True)
    for actor, match in ((first, "是您提出的"), (head, "同名"), (stranger, "只有本机关"), (unfit, "只有本机关")):
        with pytest.raises(Refused, match=match) as refusal:
            approve_change(change_id=change.pk, code=fresh_code(actor), actor=actor, at=Moment.now())
        assert refusal.value.clauses == ("TSO-2018:withdraw",)
    second = a_publisher(out.body, named="林国栋")
    with pytest.raises(Refused, match="动态验证码"):
        approve_change(change_id=change.pk, code="", actor=second, at=Moment.now())
    approved(change, by=second)
    with pytest.raises(Refused, match="已经办理"):
        approve_change(change_id=change.pk, code=fresh_code(second), actor=second, at=Moment.now())


def test_proposal_without_reason_ground_or_with_a_number_in_the_reason_is_refused(out):
    for given, field in (
        ({"reason": " "}, "reason"), ({"ground": ""}, "ground"), ({"ground": "because"}, "ground"),
        ({"reason": "误公开了13800138000这个号码。"}, "reason"),
    ):  # fmt: skip
        with pytest.raises(Refused) as refusal:
            proposed(out, ChangeKind.WITHDRAW, **given)
        assert (refusal.value.field, refusal.value.clauses) == (field, ("TSO-2018:withdraw",))
    proposed(out, ChangeKind.WITHDRAW)
    with pytest.raises(Refused, match="已经有一项变更"):
        proposed(out, ChangeKind.CORRECT, replacements=[(words_of(out), "更正后的文字")])


def test_what_is_not_out_is_neither_corrected_nor_taken_back_and_what_stands_is_not_put_back(out):
    waiting = listed(an_adopted_edition(body=a_body(named="另一局", mark="另"), from_day=DAY))
    for kind in (ChangeKind.WITHDRAW, ChangeKind.CORRECT):
        with pytest.raises(Refused, match="不在公开"):
            proposed(waiting, kind)
    with pytest.raises(Refused, match="没有撤回"):
        proposed(out, ChangeKind.RESTORE)


def test_returned_proposal_changes_nothing_and_makes_room_for_another(out):
    change = proposed(out, ChangeKind.WITHDRAW)
    second = a_publisher(out.body, named="林国栋")
    with pytest.raises(Refused, match="退回应当写明理由"):
        return_change(change_id=change.pk, reason="", actor=second, at=Moment.now())
    with pytest.raises(Refused, match="只有本机关"):
        return_change(change_id=change.pk, reason="不用", actor=a_publisher(a_body(mark="邻")), at=Moment.now())
    return_change(change_id=change.pk, reason="版本没有选错。", actor=second, at=Moment.now())
    assert PublicList.objects.get(ref=out.ref).stands
    taken_back(out)


def test_correction_shows_what_stood_before_and_leaves_the_adopted_edition_alone(out, client):
    old = words_of(out)
    first_digest = out.digest
    publication = approved(
        proposed(out, ChangeKind.CORRECT, replacements=[(old, f"{old}（更正）")], reason="漏字，补正。")
    )
    public = PublicList.objects.get(ref=out.ref)
    assert (publication.status, public.status, public.version) == (StandingStatus.CORRECTED, ListStatus.CORRECTED, 2)
    assert public.digest == publication.digest != first_digest
    assert public.rows[0]["cells"]["violation"] == f"{old}（更正）"
    assert public.history[-1]["changes"] == [[OVERTIME, "违法行为", old, f"{old}（更正）"]]
    assert out.edition.entries.get().columns["violation"] == old
    page = client.get(f"/lists/{out.ref}").content.decode()
    assert "漏字，补正。" in page
    assert "更正前" in page
    again = approved(proposed(publication, ChangeKind.CORRECT, replacements=[("（更正）", "（再更正）")]))
    assert again.version == 3
    assert PublicList.objects.get(ref=out.ref).rows[0]["cells"]["violation"] == f"{old}（再更正）"


def test_correction_that_hides_shows_nothing_of_what_stood_before(out):
    old = words_of(out)
    first = approved(proposed(out, ChangeKind.CORRECT, replacements=[(old, f"{old}秘密")]))
    approved(
        proposed(first, ChangeKind.CORRECT, replacements=[("秘密", "")], hides_more=True, reason="不应公开的文字。")
    )
    public = PublicList.objects.get(ref=out.ref)
    assert "秘密" not in str(vars(public))
    assert public.history[-1]["hidden"] is True


def test_words_hidden_before_the_store_heard_of_them_are_never_shown_as_what_stood_before(out):
    """The job process is away while two corrections are approved: the public meets the second first."""
    old = words_of(out)
    secret = approved(proposed(out, ChangeKind.CORRECT, replacements=[(old, f"{old}秘密")]))
    plain = approved(proposed(secret, ChangeKind.CORRECT, replacements=[(old, f"{old}、")]), delivered=False)
    approved(
        proposed(plain, ChangeKind.CORRECT, replacements=[("秘密", "")], hides_more=True, reason="不应公开的文字。"),
        delivered=False,
    )
    deliver()
    public = PublicList.objects.get(ref=out.ref)
    assert public.version == 4
    assert "秘密" not in str(vars(public))


def test_reason_that_names_what_it_hides_is_refused(out):
    old = words_of(out)
    with pytest.raises(Refused, match="要隐去的") as refusal:
        proposed(out, ChangeKind.CORRECT, replacements=[(old, "")], hides_more=True, reason=f"“{old}”不应公开。")
    assert "不要引用原文" in refusal.value.remedy


def test_correction_touches_plain_words_only(out):
    cells = out.copy["rows"][0]["cells"]
    for pair, match in (
        (("没有这样的文字", "x"), "公开的文本里没有"), ((cells["basis"], "别的依据"), "不能在公开文本里更正"),
        ((words_of(out), ""), "请写明更正为什么文字"), (("", "x"), "请写明原来的文字"),
    ):  # fmt: skip
        with pytest.raises(Refused, match=match):
            proposed(out, ChangeKind.CORRECT, replacements=[pair])


def test_list_taken_back_by_mistake_stands_again_and_late_arrivals_do_not_bring_it_back(out):
    down = taken_back(out)
    copy = list_copies.copy_of_list(PublicList.objects.get(ref=out.ref))
    assert not list_copies.receive_list(copy, version=1)
    assert not PublicList.objects.get(ref=out.ref).stands
    approved(proposed(down, ChangeKind.RESTORE, reason="核实无误，恢复公开。"))
    public = PublicList.objects.get(ref=out.ref)
    assert public.stands
    assert public.rows
    assert [one["what"] for one in public.history] == ["撤回", "恢复公开"]


def test_officer_entry_leaves_register_and_list_and_comes_back_when_put_back(client):
    officer = an_officer(named="王海涛")
    number = officer.certificates.get().number
    publication = officer_taken_back(officer)
    public = PublicOfficer.objects.get(ref=officer.public_id)
    assert (public.name, public.certificates, public.post) == ("", [], "")
    for address in (f"/officers/{officer.public_id}", f"/officers/no/{number}"):
        response = client.get(address)
        assert response.status_code == 410
        assert "证件信息登记有误，正在核实。" in response.content.decode()
        assert "王海涛" not in response.content.decode()
    assert "王海涛" not in str(ledger.entries_about("standing_publication", publication.ref).last().facts)
    approved(proposed(publication, ChangeKind.RESTORE, reason="已经核实，恢复公开。"))
    assert PublicOfficer.objects.get(ref=officer.public_id).name == "王海涛"
    assert client.get(f"/officers/no/{number}").status_code == 200


def test_officer_of_another_body_or_with_the_name_in_the_reason_is_refused():
    officer = an_officer(named="王海涛")
    mine, other = a_publisher(officer.body), a_publisher(a_body(named="邻县局", mark="邻"))
    told = {"officer": officer, "ground": "mistaken", "at": Moment.now()}
    with pytest.raises(Refused, match="只有本机关的公示员"):
        take_back_officer(**told, reason=WHY, actor=other)
    with pytest.raises(Refused, match="不能含有“王海涛”") as refusal:
        take_back_officer(**told, reason="王海涛的证件信息有误。", actor=mine)
    assert "请删去号码和姓名" in refusal.value.remedy
    with pytest.raises(Refused, match="请选择撤回情形"):
        take_back_officer(**told | {"ground": ""}, reason=WHY, actor=mine)
    publication = officer_taken_back(officer)
    with pytest.raises(Refused, match="已经撤回"):
        take_back_officer(**told, reason=WHY, actor=mine)
    with pytest.raises(Refused, match="不在公开"):
        proposed(publication, ChangeKind.CORRECT, replacements=[("a", "b")])


def test_correction_of_guides_reaches_the_guides(client):
    edition = the_guides()
    publication = released(edition)
    ref = edition.entries.order_by("position", "pk").first().public_id
    approved(proposed(publication, ChangeKind.CORRECT, replacements=[("工作日8:30至17:30", "工作日8:30至18:00")]))
    page = client.get(f"/guides/{ref}").content.decode()
    assert "工作日8:30至18:00" in page
    assert "工作日8:30至17:30" not in page
    taken_back(publication)
    for address in (f"/guides/{ref}", f"/guides/{ref}/files/guide"):
        assert client.get(address).status_code == 410


def test_correction_of_the_name_of_a_guide_is_its_heading(client):
    edition = the_guides()
    publication = released(edition)
    row = edition.entries.order_by("position", "pk").first()
    name = row.columns["name"]
    approved(proposed(publication, ChangeKind.CORRECT, replacements=[(name, "更正后的名称")]))
    page = client.get(f"/guides/{row.public_id}").content.decode()
    assert "更正后的名称</h1>" in page
    assert f"{name}</h1>" not in page
