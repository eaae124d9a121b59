"""No decision of any kind without its facts and its reasons: what the law wants said is asked for, blank words are none."""

import pytest

from tests.builders import custody, fulfilment, labour, summary
from tests.cases.execution.test_own_execution import ordered
from tests.cases.labour.test_dispositions import propose
from tests.cases.refusing import refusal_of
from yangguang.records.models import Document

pytestmark = [pytest.mark.django_db, pytest.mark.duty("R03")]
BLANK = " \u3000\n"


@pytest.mark.parametrize("left_out", ["findings", "reasons"])
def test_disposition_without_facts_or_reasons_is_not_drawn_up(left_out):
    instruction = labour.an_unheeded_instruction(labour.a_roster(labour.an_accepted_complaint()))
    refused = refusal_of(propose, instruction, **{left_out: BLANK})
    assert refused.field == left_out
    assert not instruction.case.dispositions.exists()


def test_disposition_says_facts_evidence_law_and_reasons():
    disposition = labour.a_decided_disposition()
    paper = Document.objects.filter(file_ref=disposition.case.public_id, kind="disposition_decision").latest("pk")
    said = str(paper.sheet)
    for words in ("现已查明", "上述事实有下列证据证实", "本机关认为", "依据"):
        assert words in said, words


def test_things_are_neither_preserved_nor_seized_without_a_reason():
    case = custody.a_case_that_may_hold()
    assert refusal_of(custody.a_requested_preservation, case, reason=BLANK).field == "reason"
    assert refusal_of(custody.a_requested_measure, case, reason=BLANK).field == "reason"


def test_measure_is_not_extended_without_a_reason():
    line = custody.a_measure()
    refused = refusal_of(
        custody.proposed, line, "extend_coercive_measure", day=custody.KEPT, reason=BLANK, opinion="建议延长。"
    )
    assert refused.reason


def test_fine_is_not_executed_by_the_body_itself_without_a_reason():
    assert refusal_of(ordered, fulfilment.an_urged_fine_of_a_body_with_the_power(), reason=BLANK).field == "reason"


def test_nobody_is_penalised_on_the_spot_without_a_reason():
    case = summary.begun(summary.a_summary_agency())
    assert refusal_of(summary.notified, case, reasons=BLANK).reason == "告知内容不完整：缺少理由。"
