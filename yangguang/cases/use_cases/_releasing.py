"""What every release does: the decision, each thing on its way back, the clocks stopped by the step."""

from __future__ import annotations

from collections.abc import Mapping

from yangguang.cases.events.custody import MeasureReleased
from yangguang.cases.kinds.coercion.documents import decision
from yangguang.cases.kinds.custody import papers
from yangguang.cases.kinds.custody.held import held_items
from yangguang.cases.models import CoerciveMeasure, ItemFate, ReleaseGround
from yangguang.cases.use_cases._lines import step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures

WAYS = {"return": "当场退还", "collect": "通知领取"}


def released(
    line: CoerciveMeasure, act: str, *, ground: str, note: str, ways: Mapping[str, str], actor: Account, at: Moment
) -> CoerciveMeasure:
    """The things a way is named for are returned at once or their owner is told to come; nothing stays."""
    taken = step_taken(line, act, actor=actor, at=at)
    items = held_items(line)
    said = []
    for item in items:
        way = ways.get(item.public_id, "collect")
        item.fate, item.fate_on = ItemFate.RETURNED, at.day
        item.collect_notice_on = at.day if way == "collect" else None
        item.save()
        sold = f"（已变卖，退还价款{in_figures(item.proceeds_fen)}元）" if item.sold_on else ""
        said.append(f"{item}，{WAYS[way]}{sold}")
    line.release_ground, line.ended_on = ground, at.day
    line.save()
    paper = papers.letter(
        line.case, kind="release_decision", title=f"解除{line.get_kind_display()}决定书", number_kind="解措",
        to=line.party.name, words=decision.release_words(line, ground=ground, note=note, ways=said), items=items,
        actor=actor, at=at,
    )  # fmt: skip
    event = MeasureReleased(paper.number, ReleaseGround(ground).label, len(items))
    told(taken, line, event, actor=actor, at=at)
    return line
