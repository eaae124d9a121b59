"""What penalties on the spot plug in: their gates, their panel, and which of their acts no form takes."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from yangguang.cases.kinds.summary import gates
from yangguang.cases.kinds.summary.documents.record import shown_in_words
from yangguang.cases.models import CaseKind, Lead, OnTheSpotCollection, OnTheSpotPenalty
from yangguang.cases.panels import Panel, act_page, panel
from yangguang.kernel.money import in_figures

__all__ = ["gates"]

act_page("begin_on_the_spot", None)


@panel("on_the_spot")
def on_the_spot_panel(case: Any, account: Any) -> Panel | None:
    """Scene, certificates, filing, where the collected fine is, and the lead a converted one became."""
    if case.kind != CaseKind.SUMMARY:
        return None
    scene = OnTheSpotPenalty.objects.get(case=case)
    collected = OnTheSpotCollection.objects.filter(case=case).first()
    lead = Lead.objects.filter(public_id=scene.lead_ref).first() if scene.lead_ref else None
    rows = [("地点", scene.place), ("执法人员和证件", shown_in_words(scene.certificates))]
    if case.decisions.exists():
        filed = f"{scene.filed_on:%Y年%-m月%-d日}，{scene.filed_with_name}接收" if scene.filed_on else "尚未报备"
        rows.append(("报所属机关备案", filed))
    rows += _way_of(collected) if collected else []
    values = {"rows": rows, "lead": lead, "lead_href": reverse("cases:lead", args=[lead.public_id]) if lead else ""}
    return Panel("on_the_spot", "当场处罚", "cases/summary/panel.html", values)


def _way_of(one: OnTheSpotCollection) -> list[tuple[str, str]]:
    told = f"{in_figures(one.amount_fen)} 元，{one.get_ground_display()}，票据{one.receipt_number}"
    slip, receipt = f"，交款单{one.remittance_number}", f"，回单{one.bank_receipt_number}"
    return [
        ("当场收缴", told), ("交机关", f"{one.remitted_on:%Y年%-m月%-d日}{slip}" if one.remitted_on else "尚未交"),
        ("缴银行", f"{one.banked_on:%Y年%-m月%-d日}{receipt}" if one.banked_on else "尚未缴"),
    ]  # fmt: skip
