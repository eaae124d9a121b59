"""A body's entry, checked and written: by the founding of a site, or once the judicial bureau agreed."""

from __future__ import annotations

from typing import Any

from yangguang.base.events import plain
from yangguang.directory.models import Body
from yangguang.directory.rules.body_facts import LABELS, MARK_IN_USE, OTHER_MARK, BodyFacts, checked
from yangguang.kernel.refusal import Refused

MAY_MISS = {"credit_code", "supervises", "office_hours"}


def whole(facts: BodyFacts) -> dict[str, Any]:
    """Every fact of a new body. Raises Refused for a missing one, or a name or a mark in use."""
    for field in LABELS:
        if field not in MAY_MISS and field not in facts:
            raise Refused(f"没有填写{LABELS[field]}。", field=field, remedy="请补充后保存。")
    kept = checked(facts)
    _unused(kept)
    return kept


def differing(body: Body, facts: BodyFacts) -> dict[str, Any]:
    """What differs from a body's entry. Raises Refused when nothing does, or the new name or mark is taken."""
    new = {field: value for field, value in checked(facts).items() if getattr(body, field) != value}
    if not new:
        raise Refused("没有改动。", remedy="请修改后再保存，或者返回。")
    _unused(new, but=body)
    return new


def amend(body: Body, new: dict[str, Any]) -> dict[str, list[Any]]:
    """Write what differs into the entry; what stood and what stands now, by label."""
    changes = {LABELS[field]: [plain(getattr(body, field)), plain(value)] for field, value in new.items()}
    for field, value in new.items():
        setattr(body, field, value)
    body.save(update_fields=list(new))
    return changes


def _unused(facts: dict[str, Any], but: Body | None = None) -> None:
    others = Body.objects.exclude(pk=but.pk) if but else Body.objects.all()
    if "name" in facts and others.filter(name=facts["name"]).exists():
        raise Refused("这个名称的执法主体已经登记。", field="name", remedy="请查看已有的登记，或者更正名称。")
    if "mark" in facts and others.filter(mark=facts["mark"]).exists():
        raise Refused(MARK_IN_USE, field="mark", remedy=OTHER_MARK)
