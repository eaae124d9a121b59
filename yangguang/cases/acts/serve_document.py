"""送达: how a document was handed over, and its proof."""

from __future__ import annotations

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.fields import StoredFileField, several
from yangguang.cases.acts.register import ActForm, form_of, officers_named, officers_to_choose
from yangguang.cases.models import Case, Relation, ServiceMethod
from yangguang.cases.use_cases.serve_document import ServiceFacts, serve_document
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import documents_of

OUTWARD = ("prior_notice", "penalty_decision", "no_penalty_decision", "annulment", "rectification_instruction")


def to_serve(case: Case) -> list[tuple[str, str]]:
    """The papers of a file that go to a party and have a number, newest first."""
    found = documents_of(case.public_id).filter(kind__in=OUTWARD).exclude(status="voided").order_by("-position")
    return [(d.public_id, f"{d.title}{d.number}") for d in found]


@form_of("serve_document", "serve_decision")
class ServiceForm(ActForm):
    """Document, party, method, who took it in, proof. The day of the act is the day of service."""

    button = "登记送达"
    done = "已送达。期限从送达之日起算。"

    document_ref = forms.ChoiceField(label="文书")
    party_ref = forms.ChoiceField(label="受送达人")
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
        self.fields["officers"].choices = officers_to_choose(self.case)  # type: ignore[attr-defined]
        self.fields["officers"].initial = self.officers_of_today

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """One attempt that succeeded."""
        told = self.cleaned_data
        service = ServiceFacts(
            method=told["method"], recipient=told["recipient"], relation=told["relation"], place=told["place"],
            refusal=told["refused_because"], witness=told["witness"], proof_number=told["proof_number"], proof=told["proof"],
            recording=told["recording"], officers=officers_named(told["officers"]),
        )  # fmt: skip
        return serve_document(
            case_id=self.case.pk, document_ref=told["document_ref"], party_ref=told["party_ref"], service=service,
            actor=actor, at=at, overdue_reason=self.overdue_reason, seen_version=told["seen_version"],
        )  # fmt: skip
