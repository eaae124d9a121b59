"""送达: how a document was handed over, and its proof."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from django import forms

from yangguang.base import local_values
from yangguang.base.forms import Parts
from yangguang.cases.acts.by_way import PROOF, ByWay
from yangguang.cases.acts.fields import several
from yangguang.cases.acts.register import ActForm, form_of, officers_named, officers_to_choose
from yangguang.cases.agents import agents_on
from yangguang.cases.models import AgentPower, Case
from yangguang.cases.presentation.serving import addresses_of
from yangguang.cases.serving import recipients_of_main_line
from yangguang.cases.standing import papers_to_serve
from yangguang.cases.use_cases.serve_document import serve_document
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment


def to_serve(case: Case) -> list[tuple[str, str]]:
    """The papers that wait to be served, to choose from."""
    return [(paper.public_id, f"{paper.title}{paper.number}") for paper in papers_to_serve(case)]


@form_of("serve_document", "serve_decision")
class ServiceForm(ByWay, ActForm):
    """Document, party, way, and what the way needs. The day of the act is the day of service."""

    button = "登记送达"
    done = "已送达。期限从送达之日起算。"

    parts: ClassVar[Parts] = (
        ("送达什么，给谁", ("document_ref", "party_ref", "sealed")), PROOF, ("送达人", ("officers",)), *ActForm.parts,
    )  # fmt: skip

    document_ref = forms.ChoiceField(label="文书")
    party_ref = forms.ChoiceField(label="受送达人")
    sealed = forms.BooleanField(
        label="文书已加盖本机关印章", required=False, help_text="决定书应当盖作出决定的机关的印章，不能盖内设机构章。"
    )
    officers = several("送达人")

    def prepare(self) -> None:
        """Papers, parties and officers of the case."""
        self.fields["document_ref"].choices = to_serve(self.case)  # type: ignore[attr-defined]
        self.fields["party_ref"].choices = recipients_of_main_line(self.case)  # type: ignore[attr-defined]
        takers = "、".join(one.name for one in agents_on(self.case, clock.today(), AgentPower.SERVICE))
        if takers:
            self.fields["recipient"].help_text = f"可以代收的委托代理人：{takers}。"
        self.fields["officers"].choices = officers_to_choose(self.case)  # type: ignore[attr-defined]
        self.fields["officers"].initial = self.officers_of_today
        self.fields["online_channel"].initial = channel_of(self.case)
        self.arrange()

    def aside(self) -> dict[str, Any]:
        """Where each party confirmed that it is to be served."""
        return {"title": "送达地址", "note": "", "rows": addresses_of(self.case, clock.today()),
                "source": "没有确认书的，按案卷记载的住所送达，不能电子送达。"}  # fmt: skip

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """One attempt that succeeded."""
        told = self.cleaned_data
        return serve_document(
            case_id=self.case.pk, document_ref=told["document_ref"], party_ref=told["party_ref"],
            service=replace(self.service(), officers=officers_named(told["officers"])), actor=actor, at=at,
            overdue_reason=self.overdue_reason, seen_version=told["seen_version"],
        )  # fmt: skip


def channel_of(case: Case) -> str:
    """Where one applies for reconsideration online, as the body has set it."""
    found = local_values.find("online_reconsideration_channel", chain=case.body.public_id, on=clock.today())
    return str(found.value) if found is not None else ""
