"""What happens to a decision after it is public: it is paid, corrected, and in the end taken back, while a citizen looks on."""

from playwright.sync_api import expect

from tests.journeys.scenes import HANDLER, HEAD, address
from yangguang.base import outbox
from yangguang.disclosure.api import Publication

FIRST, SECOND = "沈芳", "郑晓燕"
RULING = "示府复决字〔2026〕第21号行政复议决定书"


def citizen_reads(walk, publication, called, *told, without=()):
    """A citizen opens the public page on a phone."""
    tab = walk.person_outside()
    tab.goto(f"{walk.url}/decisions/{publication.notice_ref}")
    for words in told:
        expect(tab.locator("main")).to_contain_text(words)
    for words in without:
        assert words not in tab.content()
    walk.picture(tab, called)
    return tab


def paid(walk, case, amount):
    """The bank's receipt comes in; the public page says so, and nobody typed it there."""
    walk.later(2)
    walk.act(HANDLER, address(case, "record_payment"), amount=amount, paid_on=f"{walk.day}", receipt_number="NO.0001")
    outbox.deliver_all()
    citizen_reads(walk, Publication.objects.get(case=case), "paid", "缴清")


def corrected(walk, case, old, new):
    """One publisher puts a word right, another releases it; the earlier version stays beside the new one."""
    walk.later(1)
    publication = Publication.objects.get(case=case)
    place = f"/desk/publications/{publication.public_id}"
    walk.act(FIRST, f"{place}/correct/", "correct", reason="住所的门牌号登记有误", old=old, new=new)
    walk.later()
    walk.act(SECOND, f"{place}/release/", code=walk.code(SECOND))
    outbox.deliver_all()
    tab = citizen_reads(walk, publication, "corrected", "已更正", "住所的门牌号登记有误", new)
    tab.get_by_text("更正前后").click()
    expect(tab.locator("main del")).to_contain_text(old)
    expect(tab.locator("main ins")).to_contain_text(new)
    walk.picture(tab, "both-versions")


def annulled(walk, case):
    """The reconsideration body quashes the decision; the clock of withdrawal starts without anybody typing it again."""
    walk.later(3)
    walk.act(
        HEAD, address(case, "annul_decision"), "annul", reason=f"{RULING}：程序瑕疵影响陈述申辩，撤销原决定。",
        received_on=f"{walk.day}", decision_ref=case.decisions.get().public_id,
    )  # fmt: skip
    outbox.deliver_all()
    tab = walk.person(FIRST)
    tab.goto(f"{walk.url}/desk/publications/withdrawals/")
    expect(tab.locator("main")).to_contain_text("剩 3 个工作日")
    walk.picture(tab, "due-for-withdrawal")


def withdrawn(walk, case):
    """Within three working days, with a public reason; what is left is a tombstone, and search finds only its number."""
    walk.later(2)
    publication = Publication.objects.get(case=case)
    employer, number = case.parties.get().name, case.decisions.get().number
    walk.act(
        FIRST, f"/desk/publications/{publication.public_id}/withdraw/", "withdraw", reason="复议机关撤销了原行政处罚决定。",
    )  # fmt: skip
    place = f"/desk/publications/withdrawals/{publication.proposals.get().public_id}/approve/"
    walk.act(SECOND, place, code=walk.code(SECOND))
    outbox.deliver_all()
    publication.refresh_from_db()
    assert publication.withdrawn_on <= publication.withdraw_by
    tab = citizen_reads(
        walk, publication, "withdrawn", number, "复议机关撤销了原行政处罚决定。", RULING, without=[employer]
    )
    for words in (case.title, "27,000"):
        tab.goto(f"{walk.url}/search?q={words}")
        assert number not in tab.content()
    tab.goto(f"{walk.url}/search?q={number}")
    expect(tab.locator("main")).to_contain_text("已撤回")
    walk.picture(tab, "found-by-number-only")
