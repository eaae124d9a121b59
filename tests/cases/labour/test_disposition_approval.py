"""案件处理报批表: six entries the law wants, the opinions in order, and the decision that rests on them."""

import pytest

from tests.builders.cases import approve, handler_of, on, person_of
from tests.builders.labour import DECIDED, a_decided_disposition, a_reviewed_disposition
from tests.cases.refusing import refusal_of
from yangguang.base import outbox, vault
from yangguang.base.models import LedgerEntry
from yangguang.base.press.reading import page_texts
from yangguang.cases.kinds.labour.documents.disposition_approval import SIX, TITLE, entries
from yangguang.cases.models import Decision
from yangguang.cases.use_cases.decide_disposition import decide_disposition
from yangguang.cases.use_cases.request_disposition_decision import request_disposition_decision
from yangguang.records.api import documents_of, plan_of

pytestmark = [pytest.mark.django_db, pytest.mark.clause("LSP-2004:33")]


def asked(disposition, opinion="事实清楚，建议作出处理决定。"):
    with on(DECIDED, 8) as at:
        return request_disposition_decision(
            disposition=disposition, opinion=opinion, actor=handler_of(disposition.case), at=at
        )


@pytest.mark.duty("L11")
def test_form_with_six_entries_and_every_opinion_lies_in_the_side_volume_before_the_decision():
    disposition = a_decided_disposition()
    case = disposition.case
    form = documents_of(case.public_id).get(kind="disposition_approval")
    assert (form.title, form.volume) == (TITLE, "side")
    outbox.deliver_all()
    form.refresh_from_db()
    text = "".join(page_texts(vault.read(form.pdf))).replace("\r\n", "").replace(" ", "")
    for words in (
        "当事人",
        "案由",
        "违法事实",
        "陈述申辩",
        "处理依据",
        "处理建议",
        "加付赔偿金",
        "该单位在期限内没有提出陈述申辩",
    ):
        assert words in text
    places = [text.index(words) for words in ("承办人意见", "承办机构负责人意见", "法制审核意见", "机关负责人意见")]
    assert places == sorted(places)
    side = next(volume for volume in plan_of(case.public_id) if any(one.title == TITLE for one in volume.entries))
    assert side.label.startswith("副卷")


def test_disposition_is_decided_by_the_signature_on_its_form_alone():
    disposition = a_reviewed_disposition()
    head = person_of(disposition.case.body, "agency_head")
    with on(DECIDED) as at:
        told = {"disposition": disposition, "proof": None, "actor": head, "at": at}
        assert "没有经机关负责人签署" in refusal_of(decide_disposition, **told).reason
    approve(asked(disposition), disposition.case.body, DECIDED, hour=9)
    assert Decision.objects.get().decided_by_name == head.name
    assert LedgerEntry.objects.filter(event="ApprovalAsked", subject_ref=disposition.public_id).exists()


def test_draft_changed_after_it_was_put_up_is_not_decided():
    disposition = a_reviewed_disposition()
    approval = asked(disposition)
    disposition.draft.digest = "0" * 64
    disposition.draft.save()
    refusal = refusal_of(approve, approval, disposition.case.body, DECIDED)
    assert not Decision.objects.exists()
    assert refusal.clauses or refusal.verdicts


def test_form_that_lacks_an_entry_is_not_put_up():
    disposition = a_reviewed_disposition()
    draft = disposition.draft
    draft.content = {**draft.content, "heard": " "}
    draft.save()
    verdicts = refusal_of(asked, disposition).verdicts
    (missing,) = [one for one in verdicts if not one.holds and "LSP-2004:33" in one.clauses]
    assert missing.reason == "案件处理报批表缺陈述申辩。"


def test_opinion_of_the_handler_is_not_left_out():
    refusal = refusal_of(asked, a_reviewed_disposition(), " ")
    assert refusal.field == "opinion"


def test_entries_are_those_of_the_clause():
    disposition = a_reviewed_disposition()
    told = entries("拖欠工资", "示范公司", disposition.draft.content)
    assert tuple(told) == SIX
    assert all(told.values())
