"""An entry of a public list as it lies on the public side: a listing of unpaid wages, a major violation."""

from datetime import date

from yangguang.bulletin.api import ListCopy, entries, list_copies, put_body

DAY = date(2026, 10, 9)
PARTY = "示范县兴隆建筑劳务有限公司"


def an_entry_copy(kind: str = "wage_arrears_sanctions", ref: str = "e" * 26) -> ListCopy:
    """What goes before the public of one."""
    label = entries.KINDS[kind].label
    return ListCopy(
        ref=ref, list_kind=kind, list_label=label, body_ref="b" * 26, body_name="示范县人社局", title=f"{label}（登记号2026-0001）",
        in_force_from=DAY, published_on=DAY, columns=[{"name": "party", "label": "单位", "subject": True}],
        rows=[{"code": "2026-0001", "cells": {"party": PARTY}}],
    )  # fmt: skip


def an_entry(kind: str = "wage_arrears_sanctions") -> str:
    """A standing one with the page of its body; its number."""
    copy = an_entry_copy(kind)
    put_body(copy.body_ref, name=copy.body_name, position=1, columns=[], entrustments=[], on=DAY)
    list_copies.receive_list(copy, version=1)
    return copy.ref
