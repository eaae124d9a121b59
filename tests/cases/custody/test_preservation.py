"""Advance registration and preservation: approved first, listed on the spot, settled thing by thing in seven working days."""

import json
from datetime import date

import pytest

from tests.builders import custody as build
from tests.builders import summary
from tests.builders.cases import an_open_case, handler_of, on, person_of
from tests.builders.cases import approve as approve_all
from tests.cases.refusing import failing, refusal_of
from yangguang.base import local_values
from yangguang.base.events import SYSTEM
from yangguang.base.models import LedgerEntry
from yangguang.cases.models import Clock
from yangguang.cases.rules.witnesses import Witness
from yangguang.cases.use_cases.advance_preservation import advance_preservation
from yangguang.cases.use_cases.approve_advance_preservation import approve_advance_preservation
from yangguang.cases.use_cases.mark_expired import mark_all_expired
from yangguang.cases.use_cases.record_item_return import record_item_return
from yangguang.cases.use_cases.request_advance_preservation import request_advance_preservation
from yangguang.cases.use_cases.sign_approval import sign_approval
from yangguang.records.models import Document

pytestmark = pytest.mark.django_db
LAST_DAY, TOO_LATE = date(2026, 10, 23), date(2026, 10, 26)
APPROVAL = "APL-2021:56#approval"
ONLY_EVIDENCE = "先行登记保存只能用于可能灭失或者以后难以取得的证据。"
OVER = "先行登记保存期限已满，应当作出处理。"
A_WITNESS = Witness("王某", "滨河社区居民委员会", "社区工作人员", "滨河路2号", "signed")


def refs_of(line):
    return [item.public_id for item in line.items.order_by("position")]


def returned(line, *, day, items=None):
    with on(day, 15) as at:
        return record_item_return(
            line=line, items=items or refs_of(line), received_by="罗玉梅", receipt_number="退001",
            actor=handler_of(line.case), at=at,
        )  # fmt: skip


def expired(day=TOO_LATE):
    with on(day) as at:
        return mark_all_expired(actor=SYSTEM, at=at)


@pytest.mark.clause("APL-2021:56#settle")
def test_preserved_evidence_is_listed_and_its_seven_working_days_run():
    line = build.a_preservation()
    assert line.status == "preserved"
    assert line.number.endswith("登保字〔2026〕第1号")
    assert [(i.name, i.spec, i.quantity, i.photo, i.kept_at) for i in line.items.order_by("position")][0] == (
        "考勤记录本", "A4", "3本", "照片1", "当事人资料室",
    )  # fmt: skip
    assert Clock.objects.get(kind="dispose_preserved_items_by").due_on == LAST_DAY
    papers = {
        one.kind: json.dumps(one.sheet, ensure_ascii=False)
        for one in Document.objects.filter(file_ref=line.case.public_id)
    }
    notice, inventory = papers["notice_of_advance_preservation"], papers["case_item_inventory"]
    for words in ("7个工作日", "2026年10月23日", "不得销毁或者转移", "示范县人民法院"):
        assert words in notice
    for words in ("考勤记录本", "冲压机", "封面磨损", "照片2", "一式2份"):
        assert words in inventory
    assert "机关负责人意见" in papers["preservation_approval"]
    assert LedgerEntry.objects.get(event="EvidencePreserved").facts["items"] == 2


@pytest.mark.clause(APPROVAL)
def test_request_without_the_danger_of_loss_is_refused():
    refusal = refusal_of(build.a_requested_preservation, an_open_case(), reason=" ")
    assert (refusal.reason, refusal.field) == ("应当写明证据可能灭失或者以后难以取得的情况。", "reason")
    assert refusal.clauses == (APPROVAL,)


@pytest.mark.history("P9.64")
@pytest.mark.clause(APPROVAL)
@pytest.mark.parametrize("facts", [{"proves": ""}, {"instead_of_seizure": True}])
def test_request_for_what_is_no_evidence_is_refused(facts):
    refusal = refusal_of(build.a_requested_preservation, an_open_case(), **facts)
    assert refusal.reason == ONLY_EVIDENCE
    assert APPROVAL in refusal.clauses


@pytest.mark.history("P9.64")
@pytest.mark.clause(APPROVAL)
def test_goods_that_prove_nothing_are_not_preserved():
    goods = build.ItemEntry("成品电机", "200台", "全新", "仓库")
    refusal = refusal_of(build.preserved, build.an_approved_preservation(), items=[build.BOOKS, goods])
    assert refusal.reason == ONLY_EVIDENCE


@pytest.mark.history("P9.63")
@pytest.mark.clause(APPROVAL)
def test_preservation_before_the_head_has_approved_is_refused():
    line = build.a_requested_preservation(an_open_case())
    refusal = refusal_of(build.preserved, line, urgent_reason="正在销毁。")
    assert refusal.reason == "先行登记保存未经行政机关负责人批准。"
    assert APPROVAL in refusal.clauses
    assert refusal.remedy.startswith("请机关负责人先在审批表上签署")
    line.refresh_from_db()
    assert (line.status, line.items.count()) == ("requested", 0)


@pytest.mark.clause(APPROVAL)
def test_urgent_preservation_is_approved_afterwards_where_a_rule_lets_it():
    line = build.a_requested_preservation(an_open_case())
    local_values.set_value(
        "preservation_urgent_rule", "《示范规章》第十条", chain=line.case.body.public_id, source="示范规章",
        in_force=date(2026, 1, 5), by_name="系统管理员",
    )  # fmt: skip
    assert refusal_of(build.preserved, line).reason == "先行登记保存未经行政机关负责人批准。"
    kept = build.preserved(line, urgent_reason="当事人正在销毁记录。")
    approve_all(build.an_approval_asked(line, "approve_advance_preservation"), line.case.body, build.KEPT, 15)
    kept.refresh_from_db()
    assert kept.status == "preserved"
    assert kept.approved_at > kept.preserved_at


@pytest.mark.clause(APPROVAL)
def test_head_of_unit_does_not_approve_a_preservation():
    line = build.a_requested_preservation(an_open_case())
    with on(build.ASKED, 11) as at:
        refusal = refusal_of(
            approve_advance_preservation, preservation=line, approval=None, at=at,
            actor=person_of(line.case.body, "unit_head"),
        )  # fmt: skip
    assert refusal.reason == "您不能批准先行登记保存。"


@pytest.mark.clause("APL-2021:56#settle")
@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"items": []}, "先行登记保存应当当场清点、开具清单。"),
        ({"items": [build.ItemEntry("记录本", "", "完好", "资料室", proves="加班")]}, "先行登记保存应当当场清点、开具清单。"),
        ({"party_came": False}, "当事人不在场的，应当有见证人。"),
        ({"signature": "refused"}, "清单没有双方签名，也没有注明拒签。"),
        ({"certificate_shown": False}, "未记录主动出示执法证件。"),
    ],
)  # fmt: skip
def test_preservation_without_its_list_signatures_or_witness_is_refused(facts, words):
    assert refusal_of(build.preserved, build.an_approved_preservation(), **facts).reason == words


def test_preservation_by_one_officer_is_refused():
    line = build.an_approved_preservation()
    refusal = refusal_of(build.preserved, line, officers=[handler_of(line.case).officer])
    assert failing(refusal)["two_officers"].reason == "执法人员少于两人。"


def test_refused_signature_with_a_note_and_a_witness_is_preserved():
    line = build.preserved(
        build.an_approved_preservation(), signature="refused", refusal_note="拒绝签名", party_came=False, witness=A_WITNESS,
    )  # fmt: skip
    assert line.status == "preserved"


@pytest.mark.clause("APL-2021:56#settle")
def test_each_thing_has_its_own_fate_and_its_signed_receipt():
    line = build.a_preservation()
    books, press = refs_of(line)
    build.carried_out(line, "dispose_of_preserved_items", day=LAST_DAY, hour=9, fates={books: "kept_as_evidence"})
    assert line.status == "preserved"
    assert Clock.objects.get(kind="dispose_preserved_items_by").stopped_on is None
    build.carried_out(line, "dispose_of_preserved_items", day=LAST_DAY, hour=11, fates={press: "returned"})
    assert (line.status, line.settled_on) == ("disposed", LAST_DAY)
    assert Clock.objects.get(kind="dispose_preserved_items_by").stopped_on == LAST_DAY
    assert [one.is_open for one in line.items.order_by("position")] == [False, True]
    returned(line, day=LAST_DAY, items=[press])
    assert line.items.get(public_id=press).receipt_number == "退001"
    assert refusal_of(returned, line, day=LAST_DAY, items=[press]).reason == "所选物品还没有决定退还，或者已经签收。"
    assert Document.objects.filter(kind="acknowledgement_of_return").count() == 1


@pytest.mark.clause("ACL-2011:27")
def test_preserved_thing_is_not_confiscated_without_a_decision():
    line = build.a_preservation()
    refusal = refusal_of(
        build.carried_out, line, "dispose_of_preserved_items", day=LAST_DAY, fates={refs_of(line)[1]: "confiscated"}
    )
    assert refusal.reason == "没收应当依据处罚决定。"


@pytest.mark.clause("ACL-2011:22")
def test_preservation_does_not_become_a_seizure_by_itself():
    line = build.a_preservation()
    refusal = refusal_of(
        build.carried_out,
        line,
        "dispose_of_preserved_items",
        day=LAST_DAY,
        fates={refs_of(line)[1]: "turned_into_measure"},
    )
    assert refusal.reason == "没有法律、法规依据，不得采取该强制措施。"


@pytest.mark.history("P9.63")
@pytest.mark.clause("APL-2021:56#settle")
@pytest.mark.parametrize("fate", ["kept_as_evidence", "sent_to_examination", "turned_into_measure", "confiscated"])
@pytest.mark.parametrize("marked", [True, False])
def test_nothing_is_kept_beyond_the_seventh_working_day(fate, marked):
    line = build.a_preservation()
    assert expired(LAST_DAY) == 0
    if marked:
        assert expired() == 1
    line.refresh_from_db()
    refusal = refusal_of(
        build.proposed, line, "dispose_of_preserved_items", day=TOO_LATE, fates={refs_of(line)[0]: fate}
    )
    assert refusal.reason == OVER
    assert "APL-2021:56#settle" in refusal.clauses


@pytest.mark.clause("APL-2021:56#settle")
def test_expired_preservation_is_settled_late_by_returning_everything():
    line = build.a_preservation()
    expired()
    line.refresh_from_db()
    assert line.status == "expired"
    assert line.items.filter(fate="").count() == 2, "nothing goes back by itself"
    build.carried_out(line, "dispose_of_preserved_items", day=TOO_LATE, fates=dict.fromkeys(refs_of(line), "returned"))
    assert line.status == "disposed"
    assert LedgerEntry.objects.get(event="PreservedItemsDisposed").facts["overdue"] is True


def test_returned_request_is_refused_and_may_be_asked_for_anew():
    line = build.a_requested_preservation(an_open_case())
    approval = build.an_approval_asked(line, "approve_advance_preservation")
    with on(build.ASKED, 11) as at:
        sign_approval(
            approval=approval, agrees=False, opinion="理由不足。", actor=person_of(line.case.body, "unit_head"), at=at
        )
    line.refresh_from_db()
    assert (line.status, line.refusal_reason) == ("refused", "理由不足。")
    assert build.an_approved_preservation(line.case, hour=13).status == "approved"


def test_stranger_may_not_preserve():
    line = build.an_approved_preservation()
    with on(build.KEPT) as at:
        refusal = refusal_of(
            advance_preservation, preservation=line, items=[build.BOOKS], spot=build.a_spot(), at=at,
            actor=person_of(line.case.body, "unit_head"),
        )  # fmt: skip
    assert refusal.reason == "您不能实施先行登记保存。"


@pytest.mark.clause("APL-2021:51#citizen")
def test_nothing_is_held_beside_a_penalty_on_the_spot(client):
    case = summary.a_case_on_the_spot(until="notified")
    with on(summary.MET, 12) as at:
        refusal = refusal_of(
            request_advance_preservation, case=case, party=case.parties.get(), objects_named="考勤记录本", proves="加班",
            reason="可能灭失。", opinion="请批准。", actor=summary.actor_of(case.body), at=at,
        )  # fmt: skip
    assert refusal.reason == "不需要进一步调查取证的，才能当场处罚，不能登记保存、查封、扣押。"
    client.force_login(summary.actor_of(case.body))
    assert "提请先行登记保存" not in client.get(f"/desk/cases/{case.public_id}/custody/").content.decode()
