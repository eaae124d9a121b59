"""送达: how a document was handed over, and its proof."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.fields import StoredFileField, several
from yangguang.cases.acts.register import ActForm, form_of, officers_named, officers_to_choose
from yangguang.cases.agents import agents_on
from yangguang.cases.models import AgentPower, Case, Relation, ServiceMethod
from yangguang.cases.standing import papers_to_serve
from yangguang.cases.use_cases.serve_document import ServiceFacts, serve_document
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment


def to_serve(case: Case) -> list[tuple[str, str]]:
    """The papers that wait to be served, to choose from."""
    return [(paper.public_id, f"{paper.title}{paper.number}") for paper in papers_to_serve(case)]


@form_of("serve_document", "serve_decision")
class ServiceForm(ActForm):
    """Document, party, method, who took it in, proof. The day of the act is the day of service."""

    button = "登记送达"
    done = "已送达。期限从送达之日起算。"

    parts: ClassVar[Parts] = (
        ("送达什么，给谁", ("document_ref", "party_ref", "sealed")),
        ("怎样送达", ("method", "place", "recipient", "relation", "refused_because", "witness", "recording")),
        ("送达回证", ("proof_number", "proof", "officers")), *ActForm.parts,
    )  # fmt: skip
    shown_when: ClassVar[dict[str, str]] = {
        "refused_because": "method=left", "witness": "method=left", "recipient": "method=direct|post",
        "relation": "method=direct|post",
    }  # fmt: skip

    document_ref = forms.ChoiceField(label="文书")
    party_ref = forms.ChoiceField(label="受送达人")
    sealed = forms.BooleanField(
        label="文书已加盖本机关印章", required=False, help_text="决定书应当盖作出决定的机关的印章，不能盖内设机构章。"
    )
    method = forms.ChoiceField(label="送达方式", choices=ServiceMethod.choices)
    place = WrittenField(label="送达地点", most=200, required=False)
    recipient = WrittenField(label="签收人", most=80, required=False, help_text="留置送达的不填。")
    relation = forms.ChoiceField(label="与受送达人的关系", choices=[("", "—"), *Relation.choices], required=False)
    refused_because = WrittenField(label="拒收事由", most=400, required=False, help_text="留置送达的必填。")
    witness = WrittenField(label="见证人", most=80, required=False)
    recording = StoredFileField(label="拍照、录像", required=False)
    proof_number = WrittenField(label="送达回证或者回执编号", most=80, required=False)
    proof = StoredFileField(label="送达回证存件", required=False)
    officers = several("送达人")

    def prepare(self) -> None:
        """Papers, parties and officers of the case."""
        self.fields["document_ref"].choices = to_serve(self.case)  # type: ignore[attr-defined]
        parties = self.case.parties.order_by("position", "pk")
        self.fields["party_ref"].choices = [(p.public_id, p.name) for p in parties]  # type: ignore[attr-defined]
        takers = "、".join(one.name for one in agents_on(self.case, clock.today(), AgentPower.SERVICE))
        if takers:
            self.fields["recipient"].help_text = f"留置送达的不填。可以代收的委托代理人：{takers}。"
        self.fields["officers"].choices = officers_to_choose(self.case)  # type: ignore[attr-defined]
        self.fields["officers"].initial = self.officers_of_today

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """One attempt that succeeded."""
        told = self.cleaned_data
        service = ServiceFacts(
            method=told["method"], recipient=told["recipient"], relation=told["relation"], place=told["place"],
            sealed=told["sealed"],
            refusal=told["refused_because"], witness=told["witness"], proof_number=told["proof_number"], proof=told["proof"],
            recording=told["recording"], officers=officers_named(told["officers"]),
        )  # fmt: skip
        return serve_document(
            case_id=self.case.pk, document_ref=told["document_ref"], party_ref=told["party_ref"], service=service,
            actor=actor, at=at, overdue_reason=self.overdue_reason, seen_version=told["seen_version"],
        )  # fmt: skip
