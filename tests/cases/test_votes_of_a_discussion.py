"""Who sat in a collective discussion, how each voted, and that what is decided is what the votes led to (APL-2021:57.2)."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders.criminal import a_principal
from tests.builders.directory import an_account
from tests.cases.refusing import refusal_of
from tests.cases.test_collective_discussion import AGAIN, MAJOR, asked_for
from yangguang.base import verifying
from yangguang.base.models import LedgerEntry
from yangguang.cases.models import CollectiveDiscussion
from yangguang.cases.rules import collective_discussion as rule
from yangguang.cases.use_cases._meeting import Said
from yangguang.cases.use_cases.request_recusal import request_recusal
from yangguang.kernel import clock
from yangguang.records.api import documents_of

pytestmark = [pytest.mark.django_db, pytest.mark.clause("APL-2021:57.2")]

OWN_RULES = {"collective_discussion_rule": "首长负责制"}


def a_case_of_three(**settings):
    """A case ready to decide in a body whose heads are 高建华 (the principal one), 薛志勇 and 苗立新."""
    with build.on(date(2026, 9, 1)):  # the rules of the body were known before anything was decided
        body = build.an_agency(settings=MAJOR | settings)
        first = a_principal(body)
        others = [an_account(role="agency_head", body=body, named=name) for name in ("薛志勇", "苗立新")]
    return build.a_case_ready_to_decide(body=body), [first, *others]


def voted(case, heads, *votes, **told):
    said = {
        head.public_id: Said(vote, f"{head.name}的意见。") for head, vote in zip(heads, votes, strict=False) if vote
    }
    return build.discussed(case, said=said, presided_by=next(iter(said)), **told)


@pytest.mark.parametrize(
    ("votes", "by_majority", "by_principal"),
    [
        ("for for for", "agreed", "agreed"),
        ("for against for", "agreed", "agreed"),
        ("for against against", "changed", "agreed"),
        ("against for for", "agreed", "changed"),
        ("for abstained abstained", "undecided", "agreed"),
        ("for against abstained", "undecided", "agreed"),
        ("abstained for for", "agreed", "undecided"),
        ("for against", "undecided", "agreed"),  # half is not more than half
        ("for for against against", "undecided", "agreed"),
    ],
)
def test_conclusion_is_what_the_votes_lead_to(votes, by_majority, by_principal):
    rows = [{"name": str(place), "opinion": "", "vote": vote} for place, vote in enumerate(votes.split())]
    rows[0]["principal"] = "yes"
    assert (rule.follows(rows), rule.follows(rows, rule.PRINCIPAL)) == (by_majority, by_principal)


@pytest.mark.history("P9.37")
@pytest.mark.parametrize(
    ("votes", "follows"), [("for against against", "改变代拟稿的内容"), ("for against abstained", "没有形成多数意见")]
)
def test_conclusion_against_the_votes_is_refused(votes, follows):
    case, heads = a_case_of_three()
    refusal = refusal_of(voted, case, heads, *votes.split(), conclusion="agreed")
    assert refusal.reason.startswith("集体讨论的结论与表决结果不一致：赞成1票")
    assert (refusal.field, refusal.clauses) == ("conclusion", ("APL-2021:57.2",))
    assert follows in refusal.remedy
    assert not CollectiveDiscussion.objects.exists()


@pytest.mark.history("P9.37")
def test_where_no_side_has_most_nothing_is_decided_until_the_heads_have_met_again():
    case, heads = a_case_of_three()
    case = voted(case, heads, "for", "against", "abstained", conclusion="undecided", conclusion_words="下周再议。")
    assert case.status == "review_passed"
    refusal = refusal_of(asked_for, case)
    assert (refusal.reason, refusal.clauses) == ("集体讨论没有形成多数意见，不得据以作出决定。", ("APL-2021:57.2",))
    case = voted(case, heads, "for", "against", "for", day=build.DECIDED)
    assert build.decision_signed(case, day=AGAIN).status == "decided"
    assert {name: faults for name, _, faults in verifying.run({"collective_discussion"})} == {
        "collective_discussion": []
    }


def test_where_the_principal_head_answers_for_the_agency_a_conclusion_against_the_others_says_why():
    case, heads = a_case_of_three(**OWN_RULES)
    silent = refusal_of(voted, case, heads, "for", "against", "against")
    assert (silent.reason, silent.field) == (
        "主要负责人的结论与多数人的意见不一致，应当记录理由。", "differing_reason",
    )  # fmt: skip
    case = voted(case, heads, "for", "against", "against", differing_reason="事实和依据没有争议，争议的只是数额。")
    row = case.discussions.get()
    assert (row.settled_by, row.minority) == ("principal", "薛志勇：薛志勇的意见。\n苗立新：苗立新的意见。")
    paper = str(documents_of(case.public_id).get(kind="collective_discussion_record").sheet)
    assert "首长负责制" in paper
    assert "争议的只是数额" in paper
    assert build.decision_signed(case).status == "decided"


def test_where_the_principal_head_answers_for_the_agency_nobody_concludes_without_that_one():
    case, heads = a_case_of_three(**OWN_RULES)
    refusal = refusal_of(voted, case, heads, "", "for", "for", absent={heads[0].public_id: "出差。"})
    assert (refusal.reason, refusal.field) == ("实行首长负责制的，主要负责人应当参加集体讨论。", "attendees")


@pytest.mark.parametrize("vote", ["", "yes", "abstain"])
def test_head_without_a_vote_is_refused(vote):
    case, heads = a_case_of_three()
    said = {head.public_id: Said(vote if head == heads[1] else "for", "意见。") for head in heads}
    refusal = refusal_of(build.discussed, case, said=said)
    assert (refusal.reason, refusal.field) == ("集体讨论应当记录每人的表决。", f"vote_{heads[1].public_id}")


@pytest.mark.history("P9.11")
def test_head_who_has_withdrawn_stays_outside_and_the_record_says_so():
    case, heads = a_case_of_three()
    gone = heads[2]
    with build.on(build.SIGNED, 11) as at:
        request_recusal(
            case_id=case.pk, by_officer=True, reason="亲属。", actor=build.handler_of(case), at=at, role="agency_head",
            account=gone,
        )  # fmt: skip
    assert refusal_of(voted, case, heads, "for", "for", "for").reason == "执法人员与本案有利害关系，应当回避。"
    listening = refusal_of(voted, case, heads, "for", "for", others=[gone.name])
    assert (listening.reason, listening.field) == ("苗立新已经回避，不得列席或者记录集体讨论。", "others")
    case = voted(case, heads, "for", "for")
    assert [one["name"] for one in case.discussions.get().withdrawn] == ["苗立新"]
    paper = str(documents_of(case.public_id).get(kind="collective_discussion_record").sheet)
    assert "苗立新（负责人）已经回避，没有参加讨论，不在场" in paper
    assert build.decision_signed(case).status == "decided"


@pytest.mark.history("P9.11")
def test_discussion_a_head_took_part_in_who_withdrew_afterwards_supports_no_decision():
    case, heads = a_case_of_three()
    case = voted(case, heads, "for", "for", "for")
    with build.on(build.DECIDED, 9) as at:
        request_recusal(
            case_id=case.pk, by_officer=True, reason="亲属。", actor=build.handler_of(case), at=at, role="agency_head",
            account=heads[2],
        )  # fmt: skip
    refusal = refusal_of(asked_for, case)
    assert refusal.reason == "苗立新已经回避，其参加的集体讨论不得据以作出决定。"
    assert refusal.clauses == ("APL-2021:57.2", "APL-2021:43.1")


def test_record_says_who_attended_what_each_said_how_each_voted_and_what_the_minority_held():
    case, heads = a_case_of_three()
    case = voted(case, heads, "for", "against", "for", others=["赵文斌"])
    paper = documents_of(case.public_id).get(kind="collective_discussion_record")
    assert (paper.title, paper.volume) == ("集体讨论记录", "side")
    sheet = str(paper.sheet)
    for words in ("三楼会议室", "主持人", "林静", "赵文斌", "赞成2票、反对1票、弃权0票", "少数服从多数", "薛志勇：薛志勇的意见。",
                  "机关负责人 3 人，参加 3 人，缺席 0 人，回避 0 人", "同意代拟稿", "伍仟元整"):  # fmt: skip
        assert words in sheet, words
    told = LedgerEntry.objects.get(event="CollectivelyDiscussed").facts
    assert (told["in_favour"], told["against"], told["abstained"], told["settled_by"]) == (2, 1, 0, "majority")


def test_votes_changed_behind_the_ledger_are_found():
    case, heads = a_case_of_three()
    case = build.decision_signed(voted(case, heads, "for", "for", "against"))
    row = case.discussions.get()
    row.opinions[2]["vote"] = "for"
    row.save()
    ((_, _, faults),) = verifying.run({"collective_discussion"})
    assert faults == [
        f"决定 {build.the_decision(case).number}：集体讨论记录中的表决与账目不一致，或者结论不是表决的结果"
    ]


def test_page_of_discussions_shows_votes_and_is_unseen_by_others(client):
    case, heads = a_case_of_three()
    case = voted(case, heads, "for", "for", "", absent={heads[2].public_id: "在市里开会。"})
    address = f"/desk/cases/{case.public_id}/discussions/"
    with clock.frozen(clock.beijing(build.SIGNED, 15)):
        client.force_login(build.handler_of(case))
        page = client.get(address)
        shown = page.content.decode()
        for words in ("赞成2票、反对0票、弃权0票", "薛志勇的意见。", "在市里开会。", "缺席", "三楼会议室", "林静"):
            assert words in shown, words
        assert f'href="{address}"' in client.get(f"/desk/cases/{case.public_id}/").content.decode()
        client.force_login(build.handler_of(build.a_case_ready_to_decide(body=build.an_agency(mark="邻人社"))))
        assert client.get(address).status_code == 404
