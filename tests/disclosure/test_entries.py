"""A listing of unpaid wages and a major violation go out, change and leave as lists do: four names, two people, a leaf (D23)."""

import json
from datetime import date

import pytest

from tests.builders import major_violations, sanctions
from tests.builders.cases import handler_of, on, person_of
from tests.builders.directory import a_body, an_account, fresh_code
from tests.builders.disclosure import deliver
from tests.builders.standing import a_publisher, approved, proposed
from yangguang.base import ledger, numbers, verifying
from yangguang.base.events import SYSTEM
from yangguang.base.models import LogLeaf
from yangguang.bulletin.api import PublicList, list_files, qr_of
from yangguang.cases.use_cases.annul_listing import annul_listing
from yangguang.cases.use_cases.expire_listing import expire_listing
from yangguang.cases.use_cases.remove_from_list import remove_from_list
from yangguang.cases.use_cases.restore_listing import restore_listing
from yangguang.directory.rules.roles import Role
from yangguang.disclosure.models import StandingPublication
from yangguang.disclosure.plugs.public_log import write_log
from yangguang.disclosure.rules.standing import ChangeKind, Ground
from yangguang.disclosure.use_cases.end_entry import end_entry
from yangguang.disclosure.use_cases.propose_file_correction import propose_file_correction
from yangguang.disclosure.use_cases.release_entry import release_entry
from yangguang.disclosure.use_cases.schedule_entry import schedule_entry
from yangguang.kernel import clock
from yangguang.kernel.digests import digest_of
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db(databases=["default", "public"]), pytest.mark.duty("D23")]
PAID, ASKED = date(2026, 10, 12), date(2027, 4, 13)
CHECKS = (
    "standing_publications", "standing_people", "log_lists", "log_pages", "entry_numbers", "entries_of_files", "numbers",
    "public_pages",
)  # fmt: skip


def sound(*names):
    """What the checks of verify say; nothing when all is well."""
    return [fault for _, _, faults in verifying.run(set(names or CHECKS)) for fault in faults]


def release(publication, actor, *, day=sanctions.LISTED, **given):
    with on(day, 15) as at:
        told = {"secrecy_note": "不涉密，已脱敏。", "shared_with": "县信用平台", "code": fresh_code(actor)} | given
        return release_entry(publication_id=publication.pk, actor=actor, at=at, **told)


def a_public_listing():
    line = sanctions.published(sanctions.a_listing())
    deliver()
    with on(sanctions.LISTED, 16):
        write_log()
    return line


def an_early_removal(line, *, day=ASKED):
    sanctions.paid(line.case, day=PAID)
    line = sanctions.asked_to_be_removed(line, day=day, rectified_on=PAID)
    head = sanctions.head_of(line)
    refs = [one.public_id for one in line.listed.order_by("pk")]
    with on(day, 15) as at:
        line = remove_from_list(
            listing=line, code=fresh_code(head), everybody=refs, reason="许景明已付清。", actor=head, at=at
        )
    with on(day, 16):
        deliver()
        write_log()
    return line


def test_decided_listing_waits_and_then_is_public_with_four_names_in_the_ledger():
    line = sanctions.a_listing()
    deliver()
    publication = StandingPublication.objects.get(listing=line)
    assert publication.status == "pending_publication"
    assert not PublicList.objects.exists()
    publisher = sanctions.a_publisher(line.case.body)
    release(publication, publisher)
    publication.refresh_from_db()
    names = [(step, ref) for step, ref, _, _ in publication.hands]
    handler, head = handler_of(line.case).actor_ref, sanctions.head_of(line).actor_ref
    assert names == [("采集", handler), ("传递", handler), ("审核", head), ("发布", publisher.actor_ref)]
    told = ledger.entries_about("standing_publication", publication.ref).last()
    assert told.event == "ListReleased"
    assert [told.facts[name] for name in ("collected_by", "reviewed_by", "released_by")] == [
        handler, head, publisher.actor_ref,
    ]  # fmt: skip
    assert not any(name in str(told.facts) for name in ("许景明", line.party.name))
    line.refresh_from_db()
    assert line.public_since == sanctions.LISTED


def test_nobody_who_brought_or_decided_it_releases_it_nor_anybody_without_a_fresh_code():
    line = sanctions.a_notified_listing()
    head = sanctions.head_of(line)
    named_so = an_account(role=Role.PUBLISHER, body=line.case.body, named=head.name, second_factor=True)
    line = sanctions.decided(line)
    deliver()
    publication = StandingPublication.objects.get(listing=line)
    with pytest.raises(Refused, match="应当由不同的人办理") as found:
        release(publication, named_so)
    assert found.value.clauses == ("TSO-2018:publish_duties",)
    other = a_publisher(a_body(named="邻县局", mark="邻"))
    with pytest.raises(Refused, match="只有本机关的公示员"):
        release(publication, other)
    publisher = a_publisher(line.case.body, named="公示员甲")
    with pytest.raises(Refused, match="请输入动态验证码"):
        release(publication, publisher, code="")
    line.refresh_from_db()
    assert line.public_since is None
    release(publication, publisher)
    assert publication.listing.case.steps_taken.filter(act="publish_listing").count() == 1


@pytest.mark.clause("APL-2021:50")
def test_what_is_private_in_the_words_is_hidden_or_keeps_it_from_going_out(monkeypatch):
    line = major_violations.marked(major_violations.a_decided_case(), facts="加班的有关材料，电话13900001234。")
    line = major_violations.confirmed(line)
    line = major_violations.published(line)
    deliver()
    facts = PublicList.objects.get().rows[0]["cells"]["facts"]
    assert "13900001234" not in facts
    assert "已隐去" in facts


def test_copy_that_still_says_something_known_is_refused_and_nothing_is_public(monkeypatch):
    monkeypatch.setattr("yangguang.disclosure.entry_copies._hidden", lambda cells, worded, known: cells)
    line = major_violations.marked(major_violations.a_decided_case(), facts="加班的有关材料，电话13900001234。")
    line = major_violations.confirmed(line)
    with pytest.raises(Refused, match="还能读到不应公开的信息") as found:
        major_violations.published(line)
    assert "13900001234" not in str(found.value)
    line.refresh_from_db()
    assert (line.status, PublicList.objects.count()) == ("confirmed", 0)


def test_public_entry_has_its_number_its_files_its_leaf_and_its_proof(client, settings):
    settings.PUBLIC_SITE = settings.PUBLIC_SITE | {"url": "https://gongshi.example"}
    line = a_public_listing()
    found = PublicList.objects.get()
    publication = StandingPublication.objects.get(listing=line)
    assert (publication.register_number, found.rows[0]["code"]) == ("2026-0001", "2026-0001")
    assert found.title == "拖欠农民工工资失信联合惩戒对象名单（登记号2026-0001）"
    assert set(list_files.files_of(found.ref)) == set(list_files.FORMATS)
    leaf = LogLeaf.objects.get(subject_ref=found.ref)
    assert (leaf.kind, leaf.proven) == ("list_snapshot", True)
    assert client.get(f"/lists/{found.ref}/files/tlog-proof").status_code == 200
    page = client.get(f"/lists/{found.ref}").content.decode()
    assert "起列入" in page
    assert sound() == []
    (told,) = json.loads(client.get(f"/lists/{found.ref}/files/json").content)["rows"]
    assert (told["code"], told["credit_code"]) == ("2026-0001", line.party.code)
    assert "核验这一页" in page
    assert f"公开编号 {found.ref}" in page
    assert digest_of(client.get(f"/lists/{found.ref}/files/snapshot").content) in page
    assert qr_of(f"https://gongshi.example/lists/{found.ref}") in page
    assert "施行" not in page
    assert sound() == []


@pytest.mark.clause("DWL-2021:17.1")
@pytest.mark.duty("D16")
def test_early_removal_leaves_a_tombstone_that_names_nobody_and_the_log_says_so(client):
    line = an_early_removal(a_public_listing())
    found = PublicList.objects.get()
    answer = client.get(f"/lists/{found.ref}")
    told = answer.content.decode()
    assert answer.status_code == 410
    assert "提前移出" in told
    assert "登记号2026-0001" in told
    assert not any(name in told for name in (line.party.name, line.party.code, "许景明"))
    assert client.get(f"/lists/{found.ref}/files/pdf").status_code == 410
    leaf = LogLeaf.objects.filter(subject_ref=found.ref).latest("version")
    assert (leaf.kind, leaf.ground) == ("withdraw", "removed_early")
    assert line.taken_down_on is None
    assert sound() == []


@pytest.mark.clause("DWL-2021:11")
def test_end_of_three_years_is_said_as_an_end_of_its_time(client):
    line = a_public_listing()
    with on(date(2029, 10, 10)) as at:
        expire_listing(listing=line, actor=SYSTEM, at=at)
    with on(date(2029, 10, 10), 11):
        deliver()
        write_log()
    found = PublicList.objects.get()
    assert "公开的期限届满" in client.get(f"/lists/{found.ref}").content.decode()
    assert LogLeaf.objects.filter(subject_ref=found.ref).latest("version").kind == "expire"
    assert sound() == []


@pytest.mark.clause("DWL-2021:16")
def test_annulled_before_it_went_out_waits_no_more():
    line = sanctions.a_listing()
    deliver()
    with on(PAID) as at:
        annul_listing(listing=line, reason="认定事实错误。", actor=sanctions.head_of(line), at=at)
    publication = StandingPublication.objects.get(listing=line)
    with pytest.raises(Refused, match="没有在等候发布"):
        release(publication, sanctions.a_publisher(line.case.body), day=PAID)
    deliver()
    publication.refresh_from_db()
    assert (publication.status, publication.version) == ("withdrawn", 0)
    assert sound() == []


@pytest.mark.clause("DWL-2021:15")
def test_listed_again_it_waits_again_and_keeps_its_number_and_address(client):
    line = an_early_removal(a_public_listing())
    head, day = sanctions.head_of(line), date(2027, 6, 1)
    with on(day) as at:
        line = restore_listing(
            listing=line, serious=True, reason="支付凭证系伪造。", code=fresh_code(head), actor=head, at=at
        )
        deliver()
    publication = StandingPublication.objects.get(listing=line)
    assert publication.status == "pending_publication"
    found = PublicList.objects.get()
    assert client.get(f"/lists/{found.ref}").status_code == 410
    release(publication, sanctions.a_publisher(line.case.body), day=day)
    with on(day, 16):
        deliver()
        write_log()
    found.refresh_from_db()
    assert (found.version, found.rows[0]["code"], found.rows[0]["cells"]["until"]) == (2, "2026-0001", "2030-06-01")
    page = client.get(f"/lists/{found.ref}")
    assert page.status_code == 200
    assert "恢复列入，期限重新计算" in page.content.decode()
    assert sound() == []


@pytest.mark.duty("D16")
def test_correction_by_two_shows_what_stood_before(client):
    line = major_violations.a_published_violation()
    deliver()
    publication = StandingPublication.objects.get(violation=line)
    with on(major_violations.PUBLISHED, 15):
        with pytest.raises(Refused, match="公开的文本里没有"):
            proposed(publication, ChangeKind.CORRECT, replacements=[("没有的字", "别的字")])
        with pytest.raises(Refused, match="不能在公开文本里更正"):
            proposed(publication, ChangeKind.CORRECT, replacements=[(line.party.code, "别的代码")])
        change = proposed(
            publication, ChangeKind.CORRECT, replacements=[("36小时", "40小时")], reason="小时数录入有误。"
        )
        with pytest.raises(Refused, match="提出和批准应当由不同的人办理"):
            approved(change, by=change.proposed_by)
        approved(change)
        write_log()
    found = PublicList.objects.get()
    assert (found.status, "40小时" in found.rows[0]["cells"]["facts"]) == ("corrected", True)
    page = client.get(f"/lists/{found.ref}").content.decode()
    assert "36小时" in page
    assert "小时数录入有误" in page
    assert LogLeaf.objects.filter(subject_ref=found.ref).latest("version").kind == "correct"
    assert sound() == []


def test_reason_of_a_change_that_names_somebody_of_the_file_is_refused():
    line = a_public_listing()
    publication = StandingPublication.objects.get(listing=line)
    with pytest.raises(Refused, match="理由会公开，不能含有"):
        proposed(publication, ChangeKind.WITHDRAW, reason="电话13900001234有误，撤回。")


def test_violation_taken_back_by_two_ends_in_its_file_and_does_not_come_back(client):
    line = major_violations.a_published_violation()
    deliver()
    publication = StandingPublication.objects.get(violation=line)
    with on(major_violations.PUBLISHED, 15):
        change = proposed(publication, ChangeKind.WITHDRAW, ground="annulled", reason="处罚决定经复议撤销。")
        line.refresh_from_db()
        assert line.status == "published"
        approved(change, by=person_of(line.case.body, "agency_head"))
        write_log()
        line.refresh_from_db()
        assert line.status == "expired"
        with pytest.raises(Refused, match="不能恢复公开"):
            proposed(publication, ChangeKind.RESTORE)
    answer = client.get(f"/lists/{publication.ref}")
    assert (answer.status_code, "处罚决定经复议撤销" in answer.content.decode()) == (410, True)
    assert sound() == []


def test_checks_tell_an_entry_changed_or_left_behind_its_back():
    a_public_listing()
    row = PublicList.objects.get()
    kept = [dict(one) for one in row.rows]
    row.rows = [one | {"cells": one["cells"] | {"reason": "别的理由"}} for one in row.rows]
    row.save()
    assert any("不一致" in fault for fault in sound("standing_publications"))
    row.rows = kept
    row.save()
    entries = StandingPublication.objects.exclude(listing=None)
    entries.update(register_number="2026-0009")
    assert any("2026-0009" in fault for fault in sound("entry_numbers"))
    entries.update(register_number="2026-0001")
    publication = StandingPublication.objects.exclude(listing=None).get()
    publication.hands = [*publication.hands[:3], ["发布", *publication.hands[2][1:]]]
    publication.save()
    assert any("同一人" in fault for fault in sound("standing_people"))
    publication.delete()
    assert any("没有公示员发布过" in fault for fault in sound("standing_publications"))
    assert list(numbers.faults()) == []


def test_told_twice_it_is_listed_once():
    line = sanctions.a_listing()
    deliver()
    with clock.frozen(clock.beijing(sanctions.LISTED, 16)):
        again = schedule_entry(entry=line, actor=SYSTEM, at=Moment.now())
    assert again == StandingPublication.objects.exclude(listing=None).get()
    assert ledger.entries_about("standing_publication", again.ref).count() == 1


def test_end_and_correction_told_by_the_file_twice_happen_once():
    line = major_violations.a_published_violation()
    publication, at = line.publication, Moment.on(major_violations.PUBLISHED)
    told = {"publication": publication, "reason": "人数应为18人。", "actor": handler_of(line.case), "at": at}
    assert propose_file_correction(**told) is not None
    assert propose_file_correction(**told) is None
    for _ in range(2):
        end_entry(publication_id=publication.pk, ground=Ground.RAN_OUT, actor=SYSTEM, at=at)
    ended = ledger.entries_about("standing_publication", publication.ref).filter(event="StandingWithdrawn")
    assert (ended.count(), publication.changes.get().approved) == (1, False)
