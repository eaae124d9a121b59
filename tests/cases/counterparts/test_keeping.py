"""Keeping the register: by hand with a source, changes from a day, mistakes struck, rows merged and parted again."""

from datetime import date

import pytest

from tests.builders.cases import a_credit_code, a_party, an_agency, an_open_case, handler_of, on, person_of
from tests.builders.counterparts import TODAY, a_counterpart, merged
from tests.builders.labour import a_complaint, a_labour_agency, a_person_id, an_employer
from yangguang.base.models import LedgerEntry
from yangguang.cases.counterparts import cases_of, facts_of, find_counterpart, leads_about, mergers_of
from yangguang.cases.models import Counterpart, CounterpartFact, CounterpartMerger, FactOf
from yangguang.cases.use_cases.identify_counterpart import identify_counterpart
from yangguang.cases.use_cases.merge_counterparts import merge_counterparts
from yangguang.cases.use_cases.record_counterpart_fact import record_counterpart_fact
from yangguang.cases.use_cases.separate_counterparts import separate_counterparts
from yangguang.cases.use_cases.strike_counterpart_fact import strike_counterpart_fact
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    return an_agency()


@pytest.fixture
def head(body):
    return person_of(body, "unit_head")


def recorded(**facts):
    with on(TODAY, 15) as at:
        return record_counterpart_fact(at=at, **facts)


def struck(**facts):
    with on(TODAY, 15) as at:
        return strike_counterpart_fact(at=at, **facts)


def identified(**facts):
    with on(TODAY, 15) as at:
        return identify_counterpart(at=at, **facts)


def found_one(**facts):
    with on(TODAY, 15) as at:
        return merge_counterparts(at=at, **facts)


def parted(**facts):
    with on(TODAY, 15) as at:
        return separate_counterparts(at=at, **facts)


def test_code_that_is_known_brings_its_counterpart_back(body):
    known = an_open_case(body=body).parties.get().counterpart
    assert a_counterpart(body, name=known.name, code=a_credit_code(1)) == known
    assert Counterpart.objects.count() == 1


def test_counterpart_without_a_source_is_refused(body):
    with pytest.raises(Refused, match="来源"):
        a_counterpart(body, source=" ")


def test_window_registers_no_counterpart():
    body = a_labour_agency()
    with pytest.raises(Refused, match="您不能登记行政相对人"):
        a_counterpart(body, by=person_of(body, "window_clerk"))


def test_change_of_name_counts_from_its_day_and_leaves_the_former_one(body, head):
    found = a_counterpart(body, name="示范县永安旅社")
    recorded(counterpart=found, what="name", text="示范县永安酒店", from_on=TODAY,
        source="变更登记通知书", actor=head)  # fmt: skip
    found.refresh_from_db()
    assert found.name == "示范县永安酒店"
    assert {"示范县永安旅社", "示范县永安酒店"} == {
        one.text for one in facts_of(found, head) if one.what == FactOf.NAME
    }


def test_change_of_an_earlier_day_does_not_rename(body, head):
    found = a_counterpart(body, name="示范县永安酒店")
    recorded(counterpart=found, what="name", text="示范县永安旅社", from_on=date(2020, 1, 6),
        source="登记档案", actor=head)  # fmt: skip
    found.refresh_from_db()
    assert found.name == "示范县永安酒店"


def test_change_of_a_day_to_come_is_refused(body, head):
    with pytest.raises(Refused, match="不能晚于今天"):
        recorded(counterpart=a_counterpart(body), what="name", text="甲", from_on=date(2027, 1, 4),
            source="档案", actor=head)  # fmt: skip


def test_struck_row_stays_to_be_read_and_counts_no_more(body, head):
    found = a_counterpart(body, name="示范县永安酒店")
    wrong = recorded(counterpart=found, what="name", text="示范县永泰酒店", from_on=TODAY,
                source="抄录", actor=head)  # fmt: skip
    struck(counterpart=found, fact=wrong, reason="抄录有误。", actor=head)
    found.refresh_from_db()
    assert found.name == "示范县永安酒店"
    assert CounterpartFact.objects.get(pk=wrong.pk).struck_reason == "抄录有误。"


def test_only_name_of_a_counterpart_is_not_struck(body, head):
    found = a_counterpart(body)
    with pytest.raises(Refused, match="至少要有一个名称"):
        struck(counterpart=found, fact=found.facts.get(), reason="误。", actor=head)


def test_row_of_another_body_is_not_struck(body, head):
    other = an_agency(named="邻县人力资源和社会保障局", mark="邻人社")
    found = a_counterpart(other, code=a_credit_code(1))
    a_counterpart(body, code=a_credit_code(1))
    with pytest.raises(Refused, match="您不能划去这条记录"):
        struck(counterpart=found, fact=found.facts.get(body=other), reason="误。", actor=head)


def test_branch_belongs_to_an_organisation_that_is_registered(body, head):
    superior = a_counterpart(body, name="永安酒店集团", code=a_credit_code(2))
    branch = a_counterpart(body, name="永安酒店示范分店", code=a_credit_code(3))
    told = {"counterpart": branch, "kind": "branch", "reason": "营业执照", "actor": head}
    with pytest.raises(Refused, match="没有登记这个上级单位"):
        identified(superior_code=a_credit_code(9), **told)
    with pytest.raises(Refused, match="上级单位不能是自己"):
        identified(superior_code=a_credit_code(3), **told)
    assert identified(superior_code=a_credit_code(2), **told).superior == superior


def test_unregistered_unit_has_no_code_until_it_is_registered(body, head):
    found = a_counterpart(body, kind="unregistered", name="滨河路无照作坊")
    told = {"counterpart": found, "reason": "已经领取营业执照。", "actor": head, "code": a_credit_code(4)}
    with pytest.raises(Refused, match="未登记的单位没有统一社会信用代码"):
        identified(kind="unregistered", **told)
    assert identified(kind="individual_business", **told).code == a_credit_code(4)


def test_code_somebody_else_has_is_refused(body, head):
    a_counterpart(body, name="永安酒店集团", code=a_credit_code(2))
    with pytest.raises(Refused, match="一个代码只能有一个相对人"):
        identified(counterpart=a_counterpart(body), kind="organisation", code=a_credit_code(2),
            reason="执照", actor=head)  # fmt: skip


def test_known_code_is_never_replaced(body, head):
    with pytest.raises(Refused, match="已经登记的代码不能改"):
        identified(counterpart=a_counterpart(body, code=a_credit_code(2)), kind="organisation",
            code=a_credit_code(3), reason="执照", actor=head)  # fmt: skip


def test_merged_rows_show_the_files_of_both_and_parting_gives_each_its_own():
    body = a_labour_agency()
    head, case = person_of(body, "unit_head"), an_open_case(body=body)
    lead = a_complaint(body, employer=an_employer(code="", name="宏基建筑工程"))
    kept, absorbed = case.parties.get().counterpart, lead.counterpart
    merged(absorbed, kept, body)
    assert find_counterpart(head, absorbed.public_id) == kept
    assert list(cases_of(kept, head)) == [case]
    assert list(leads_about(kept, head)) == [lead]
    (merger,) = mergers_of(kept, head)
    parted(counterpart=kept, merger=merger, reason="名称相近的另一单位。", actor=head)
    absorbed.refresh_from_db()
    assert absorbed.stands_as is None
    assert find_counterpart(head, absorbed.public_id) == absorbed
    assert not leads_about(kept, head).exists()
    assert list(leads_about(absorbed, head)) == [lead]
    assert CounterpartMerger.objects.get().undone_reason == "名称相近的另一单位。"
    labels = LedgerEntry.objects.filter(subject_kind="counterpart").order_by("sequence").values_list("label", flat=True)
    assert list(labels) == ["合并行政相对人", "撤销合并相对人"]


def test_what_was_merged_into_a_merged_row_goes_back_with_it(body, head):
    first, second, third = (a_counterpart(body, name=f"永安酒店{n}") for n in "一二三")
    merged(first, second, body)
    merged(second, third, body)
    first.refresh_from_db()
    assert first.stands_as == third
    merger = CounterpartMerger.objects.get(absorbed=second)
    parted(counterpart=third, merger=merger, reason="误。", actor=head)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.stands_as, second.stands_as) == (second, None)


def test_two_codes_are_two_counterparts(body, head):
    one, other = a_counterpart(body, code=a_credit_code(2)), a_counterpart(body, name="乙", code=a_credit_code(3))
    with pytest.raises(Refused, match="双方各有代码"):
        found_one(counterpart=one, into=other, reason="同一单位。", actor=head)


def test_person_and_organisation_are_not_merged(body, head):
    person = a_counterpart(body, kind="person", name="石磊", code=a_person_id(3))
    with pytest.raises(Refused, match="公民和单位不能合并"):
        found_one(counterpart=a_counterpart(body), into=person, reason="同一。", actor=head)


def test_handler_merges_nothing(body):
    one, other = a_counterpart(body), a_counterpart(body, name="乙")
    with pytest.raises(Refused, match="您不能合并行政相对人"):
        found_one(counterpart=one, into=other, reason="同一单位。",
            actor=handler_of(an_open_case(body=body)))  # fmt: skip


def test_head_merges_only_what_the_own_files_show(body, head):
    elsewhere = a_counterpart(an_agency(named="邻县人力资源和社会保障局", mark="邻人社"), name="乙")
    with pytest.raises(Refused, match="您不能合并行政相对人"):
        found_one(counterpart=a_counterpart(body), into=elsewhere, reason="同一单位。", actor=head)


def test_ledger_never_holds_a_persons_number(body, head):
    number = a_person_id(3)
    found = a_counterpart(body, kind="person", name="石磊")
    identified(counterpart=found, kind="person", code=number, reason="身份证复印件", actor=head)
    an_open_case(body=body, parties=(a_party(kind="person", name="石磊", code=number, legal_representative=""),))
    told = LedgerEntry.objects.filter(subject_kind="counterpart").values_list("summary", "facts")
    assert not [row for row in told if number in str(row)]
