"""Two publishers at the same moment, each a process of its own: one lets it out or takes it back, the other is told why not."""

import pytest

from tests.builders import disclosure as build
from tests.builders.directory import an_account, fresh_code
from tests.disclosure.elsewhere import at_once
from yangguang.base import verifying
from yangguang.base.models import LedgerEntry
from yangguang.base.tlog.site_log import site_log
from yangguang.disclosure.plugs.public_log import write_log

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "public"])
CHECKED = {"ledger", "tlog", "log_pages", "publications", "public_pages", "withdrawal_people"}
RELEASED_ALREADY = "这条公示信息已经由他人发布，没有待发布的内容。"
WITHDRAWN_ALREADY = "这项撤回已经办理。"


@pytest.fixture
def publishers():
    """Everybody of a body, and two who did not prepare it: either may let it out."""
    people = build.the_people()
    third = an_account(role="publisher", body=people.body, named="沈芳", second_factor=True)
    return people, (people.second, third)


def by_both(act, publishers, **given):
    """Each does the same with a code of its own."""
    return at_once(*((act, given | {"actor": one.pk, "code": fresh_code(one)}) for one in publishers))


def leaves():
    """What the log says once it was carried to the public and two job processes wrote the log at the same moment."""
    build.deliver()
    assert at_once(("write_log", {}), ("write_log", {})) == ["done"] * 2
    return [leaf.type for _, leaf in site_log().leaves()]


def entries(event):
    return LedgerEntry.objects.filter(event=event).count()


def faults():
    return [fault for _, _, found in verifying.run(CHECKED) for fault in found]


def test_one_of_two_publishers_lets_it_out_and_the_other_is_told_why_not(publishers):
    people, two = publishers
    publication = build.a_publication(people, state="prepared")
    assert sorted(by_both("release", two, publication_id=publication.pk)) == sorted(["done", RELEASED_ALREADY])
    assert (entries("PublicationPublished"), leaves()) == (1, ["publish"])
    assert faults() == []


def test_one_of_two_take_downs_is_carried_out_and_the_other_is_told_why_not(publishers):
    people, two = publishers
    publication = build.a_publication(people, state="published")
    write_log()
    proposal = build.withdrawal_proposed(publication, people)
    assert sorted(by_both("withdraw", two, proposal_id=proposal.pk)) == sorted(["done", WITHDRAWN_ALREADY])
    assert (entries("PublicationWithdrawn"), leaves()) == (1, ["publish", "withdraw"])
    assert faults() == []
