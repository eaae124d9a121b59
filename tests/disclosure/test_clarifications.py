"""What others say wrongly of a published decision is put right beside it: drafted by a publisher, approved by the agency head."""

import json

import pytest
from django.urls import reverse

from tests.builders.beside_publications import NOTHING, TITLE, WORDS, clarification_drafted, clarified, corrected
from tests.builders.disclosure import a_code, deliver, the_people, withdraw
from yangguang.base import approvals, verifying
from yangguang.base.models import LogLeaf
from yangguang.bulletin.api import Search, copy_of, find, notice_by_ref, pages_on_disk
from yangguang.desk.today.rows import day_of
from yangguang.disclosure.models import Clarification
from yangguang.disclosure.plugs.public_log import write_log
from yangguang.disclosure.use_cases.publish_clarification import publish_clarification
from yangguang.disclosure.use_cases.return_clarification import return_clarification
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D16"), pytest.mark.clause("GIR-2019:6.2")]
CHECKS = {"clarifications", "publications", "log_pages", "public_pages", "tlog"}


def published_by(row, actor):
    return publish_clarification(clarification_id=row.pk, code=a_code(actor), actor=actor, at=Moment.now())


def faults():
    return [one for _, _, found in verifying.run(CHECKS) for one in found]


def test_public_reads_it_beside_the_decision_in_search_and_in_feeds_and_the_log_vouches_for_it(
    client, people, published
):
    before = notice_by_ref(published.notice_ref).digest
    clarified(published, people)
    notice = notice_by_ref(published.notice_ref)
    page = client.get(f"/decisions/{published.notice_ref}").content.decode()
    assert f"澄清公告：{TITLE}" in page
    assert WORDS in page
    assert "发布澄清公告" in page
    assert page == pages_on_disk.path_of(published.notice_ref).read_text()
    assert [one.ref for one in find(Search("网传罚款二百万元")).notices] == [published.notice_ref]
    assert WORDS in client.get("/search?q=网传罚款").content.decode().replace("<mark>", "").replace("</mark>", "")
    (item,) = json.loads(client.get("/feeds/decisions.json").content)["items"]
    assert TITLE in item["content_text"]
    assert "澄清" in item["tags"]
    assert notice.digest == copy_of(notice).digest() != before
    write_log()
    assert LogLeaf.objects.latest("pk").kind == "correct"
    assert faults() == []


def test_nothing_is_public_before_the_agency_head_agrees(client, people, published):
    row = clarification_drafted(published, people)
    deliver()
    assert TITLE not in client.get(f"/decisions/{published.notice_ref}").content.decode()
    assert "批准澄清公告" in str(day_of(people.head))
    for actor in (people.first, people.second, the_people().head):
        with pytest.raises(Refused, match="由机关负责人批准"):
            published_by(row, actor)
    published_by(row, people.head)
    assert approvals.approved(row.subject, "publish_clarification").steps.count() == 2
    assert "批准澄清公告" not in str(day_of(people.head))
    with pytest.raises(Refused, match="没有在等候批准"):
        published_by(row, people.head)


@pytest.mark.parametrize(
    ("given", "words"),
    [({"found": " "}, "没有写明发现了什么"), ({"title": ""}, "没有标题"), ({"text": "不属实。"}, "说明准确的情况"),
     ({"secrecy": {}}, "未完成保密审查"), ({"secrecy": NOTHING | {"state_secret": "whole"}}, "主要事实涉及国家秘密"),
     ({"secrecy": NOTHING | {"personal_privacy": "hidden"}}, "不作隐去"),
     ({"text": "王小芸没有超时加班，网传情况不实。"}, "不能含有“王小芸”"), ({"title": "关于康平的说明"}, "不能含有"),
     ({"text": "请拨打13800138000核实网传情况是否属实。"}, "不能含有“13800138000”")],
)  # fmt: skip
def test_it_says_the_facts_is_examined_and_names_nothing_private(people, published, given, words):
    with pytest.raises(Refused, match=words):
        clarification_drafted(published, people, **given)
    assert not Clarification.objects.exists()


def test_words_that_became_private_meanwhile_are_seen_when_it_is_approved(people, published):
    row = clarification_drafted(published, people, text="网传情况不实，叶青云承包的工地没有停工。")
    published.case.workers.create(
        position=9,
        name="叶青云",
        person_id="110101199003071299",
        owed_fen=1,
        from_month=clock.today(),
        to_month=clock.today(),
    )
    with pytest.raises(Refused, match="不能含有“叶青云”"):
        published_by(row, people.head)


def test_one_at_a_time_and_only_beside_what_is_public(people, pending, published):
    with pytest.raises(Refused, match="不在公开"):
        clarification_drafted(pending, people)
    with pytest.raises(Refused, match="只有本机关的公示员"):
        clarification_drafted(published, people, actor=people.head)
    row = clarification_drafted(published, people)
    with pytest.raises(Refused, match="已经有一份"):
        clarification_drafted(published, people)
    with pytest.raises(Refused, match="写明理由"):
        return_clarification(clarification_id=row.pk, reason=" ", actor=people.head, at=Moment.now())
    return_clarification(clarification_id=row.pk, reason="请写明数额。", actor=people.head, at=Moment.now())
    assert clarification_drafted(published, people).status == "waiting"


def test_it_stays_through_a_correction_and_goes_with_the_decision(client, people, published):
    clarified(published, people)
    corrected(published, people)
    page = client.get(f"/decisions/{published.notice_ref}").content.decode()
    assert WORDS in page
    assert "创业路16号" in page
    assert faults() == []
    row = clarification_drafted(published, people)
    withdraw(published, people)
    assert WORDS not in client.get(f"/decisions/{published.notice_ref}").content.decode()
    assert notice_by_ref(published.notice_ref).clarifications == []
    assert not find(Search("网传罚款二百万元")).total
    with pytest.raises(Refused, match="不在公开"):
        published_by(row, people.head)
    assert faults() == []


def test_verify_tells_one_that_was_altered_after_the_head_agreed_and_one_that_is_missing(people, published):
    row = clarified(published, people)
    Clarification.objects.filter(pk=row.pk).update(text="改了。")
    found = faults()
    assert any("内容与批准时不一致" in one for one in found)
    assert any("没有带上全部澄清公告" in one for one in found)


def test_publisher_drafts_and_head_approves_on_their_pages(client, people, published):
    page = reverse("disclosure:publication", args=[published.public_id])
    draft = reverse("disclosure:clarify", args=[published.public_id])
    client.force_login(people.first)
    assert draft in client.get(page).content.decode()
    assert client.post(draft, {"found": "网帖", "title": TITLE, "text": "短", **NOTHING}).status_code == 200
    assert client.post(draft, {"found": "网帖", "title": TITLE, "text": WORDS, **NOTHING}).status_code == 302
    assert draft not in client.get(page).content.decode()
    row = Clarification.objects.get()
    client.force_login(people.head)
    approve = reverse("disclosure:approve_clarification", args=[row.public_id])
    assert approve in client.get(page).content.decode()
    assert WORDS in client.get(approve).content.decode()
    assert client.post(approve, {"opinion": "", "code": a_code(people.head)}).status_code == 302
    row.refresh_from_db()
    assert row.status == "released"
    assert "已公布" in client.get(page).content.decode()
