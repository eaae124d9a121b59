"""Parts of a case page: stage strip, what is due, what is missing, next acts, gates, timeline, facts."""

from typing import Any

from yangguang.base.components.library import filled, register

SHOWN_AT_ONCE = 8
LACKS_AT_ONCE = 4
STAGE_WORDS = {"done": "已完成", "current": "正在进行", "next": "下一步", "ahead": "未到"}
GATE_SHAPES = {"missing": "circle-x", "waiting": "alert-triangle", "held": "circle-check"}
GATE_WORDS = {"missing": "没有满足", "waiting": "等待中", "held": "已满足"}


@register.inclusion_tag("components/stage_strip.html")
def stage_strip(stages: Any, label: str = "案件阶段") -> dict[str, Any]:
    """Where a case stands: rows of label, note, state (done, current, next, ahead), href."""
    rows = filled(stages, label="", note="", state="ahead", href="")
    for number, row in enumerate(rows, start=1):
        row["number"] = number
        row["spoken"] = STAGE_WORDS[row["state"]]
    return {"stages": rows, "label": label}


@register.inclusion_tag("components/due.html")
def due(label: str, face: Any, why: str = "", clause_id: str = "") -> dict[str, Any]:
    """A dated duty with the reason for its date beside it and the way to the explanation."""
    return {"label": label, "face": face, "why": why, "clause_id": clause_id}


@register.inclusion_tag("components/lacks.html")
def lacks(rows: Any) -> dict[str, Any]:
    """还缺什么: rows of label, words, clause, state (missing or doubtful), href. Of a long list the first, the rest folded away."""
    shaped = filled(rows, label="", words="", clause="", state="missing", href="")
    for row in shaped:
        row["shape"] = "circle-x" if row["state"] == "missing" else "alert-triangle"
        row["spoken"] = "缺" if row["state"] == "missing" else "待补正"
    first = LACKS_AT_ONCE if len(shaped) > LACKS_AT_ONCE + 1 else len(shaped)
    return {"rows": shaped[:first], "rest": shaped[first:]}


@register.inclusion_tag("components/acts.html")
def acts(possible: Any, blocked: Any = ()) -> dict[str, Any]:
    """下一步: acts possible now (label, href, icon, primary, seldom) and not yet (label, why_href, reason).

    Where the list is long, what is seldom done and what cannot be done yet are folded away behind a word and a count.
    """
    shown = filled(possible, label="", href="", icon="chevron-right", primary=False, seldom=False)
    locked = filled(blocked, label="", why_href="", reason="")
    long = len(shown) + len(locked) > SHOWN_AT_ONCE
    return {
        "possible": [row for row in shown if not (long and row["seldom"])],
        "seldom": [row for row in shown if long and row["seldom"]], "blocked": locked, "folded": long and len(locked) > 1,
    }  # fmt: skip


@register.inclusion_tag("components/gate_list.html")
def gate_list(rows: Any) -> dict[str, Any]:
    """Rows of a refusal: label, clause, words, state (missing, waiting, held), action_label, action_href, primary, note."""
    shaped = filled(
        rows, label="", clause="", words="", state="missing", action_label="", action_href="", primary=False, note=""
    )
    for row in shaped:
        row["shape"], row["spoken"] = GATE_SHAPES[row["state"]], GATE_WORDS[row["state"]]
    return {"rows": shaped}


@register.inclusion_tag("components/gate_line.html")
def gate_line(lead: str, rows: Any) -> dict[str, Any]:
    """The green line on top of an act form: what already holds, with clauses."""
    return {"lead": lead, "rows": filled(rows, label="", clause="")}


@register.inclusion_tag("components/timeline.html")
def timeline(entries: Any, with_time: bool = True, with_year: bool = False) -> dict[str, Any]:
    """The ledger, newest first: rows of at (or day), title, who, words, href. A page that lies on disk names every year."""
    rows = filled(entries, at=None, day=None, title="", who="", words="", href="")
    return {"entries": rows, "with_time": with_time, "with_year": with_year}


@register.inclusion_tag("components/facts.html")
def facts(rows: Any, ruled: bool = False) -> dict[str, Any]:
    """A fact list: pairs of words and value; empty values are left out."""
    pairs = rows.items() if hasattr(rows, "items") else rows
    return {"pairs": [(label, value) for label, value in pairs if value not in (None, "")], "ruled": ruled}
