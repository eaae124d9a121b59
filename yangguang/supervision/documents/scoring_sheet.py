"""案卷评查表."""

from __future__ import annotations

from datetime import date

from yangguang.base.press.blocks import SignatureLine, Table, facts
from yangguang.base.press.sheet import Sheet
from yangguang.supervision.documents import frame
from yangguang.supervision.models import ScoringSheet
from yangguang.supervision.rules.scoring import shown_points
from yangguang.supervision.rules.sheets import from_content

TITLE = "案卷评查表"


def sheet(scored: ScoringSheet, *, dated_on: date) -> Sheet:
    """Veto items first, then every deduction with page, fact and item, then the sections and the score."""
    file = scored.file
    evaluation = file.evaluation
    standard = from_content(evaluation.standard.content)
    answers, items = {one["veto"]: one for one in scored.answers}, standard.items()
    vetoes = Table(
        ("否决项", "核查", "页码和事实"),
        tuple(
            (one.label, "有" if answers[one.code]["failed"] else "没有",
             " ".join(filter(None, (answers[one.code]["page"], answers[one.code]["fact"]))))
            for one in standard.vetoes
        ),
        (9, 2, 6),
    )  # fmt: skip
    deductions = Table(
        ("条目", "页码", "事实", "扣分"),
        tuple(
            (f"{one['item']} {items[one['item']][1].label}", one["page"], one["fact"], shown_points(one["points"]))
            for one in scored.deductions
        ) or (("没有扣分", "", "", ""),),
        (7, 2, 7, 2),
    )  # fmt: skip
    sections = [
        (f"{part.label}（{shown_points(part.maximum)}分）", shown_points(scored.sections[part.code]))
        for part in standard.sections
    ]
    told = facts(
        [("案号", file.case.number), ("单位", file.body.name)],
        [("评查标准", str(evaluation.standard)), ("第几次", str(scored.number))],
    )  # fmt: skip
    result = "一票否决，0分" if scored.vetoed and scored.settled else f"{shown_points(scored.score)}分"
    totals = facts(*sections, ("得分", result), ("评语", scored.remark or "无"))
    signed = [SignatureLine("评查人", scored.evaluator_name, scored.scored_on)]
    if scored.confirmed_by_name:
        signed.append(SignatureLine("确认否决的人", scored.confirmed_by_name, scored.scored_on))
    return frame.paper(evaluation, TITLE, told, vetoes, deductions, totals, *signed, dated_on=dated_on)
