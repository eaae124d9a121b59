"""记录送达未果."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.fields import StoredFileField, several
from yangguang.cases.acts.register import ActForm, form_of, officers_named, officers_to_choose
from yangguang.cases.models import Case, ServiceMethod
from yangguang.cases.serving import recipients_to_choose, unserved_papers
from yangguang.cases.use_cases.record_service_failure import record_service_failure
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


def unserved(case: Case) -> list[tuple[str, str]]:
    """Every paper that has not arrived, of every line, to choose from."""
    return [(paper.public_id, f"{paper.title}{paper.number}") for paper in unserved_papers(case)]


@form_of("record_service_failure")
class ServiceFailureForm(ActForm):
    """Which paper did not reach whom, how it was tried, and why not."""

    button = "登记送达未果"
    done = "已登记。没有送达的文书不起算任何期限。"
    parts: ClassVar[Parts] = (
        ("送达什么，给谁", ("document_ref", "party_ref")),
        ("怎样送的，为什么没有送达", ("method", "place", "failure", "proof_number", "proof", "officers")), *ActForm.parts,
    )  # fmt: skip

    document_ref = forms.ChoiceField(label="文书")
    party_ref = forms.ChoiceField(label="受送达人")
    method = forms.ChoiceField(
        label="送达方式", choices=[one for one in ServiceMethod.choices if one[0] != ServiceMethod.ANNOUNCED],
        help_text="直接送达、邮寄送达等都没有结果的，凭这里的记录提请公告送达。",
    )  # fmt: skip
    place = WrittenField(label="地点或者寄往的地址", most=200, required=False)
    failure = WrittenField(
        label="没有送达的原因和经过",
        most=400,
        lines=True,
        help_text="例如：门锁无人，邻居称两月前搬离；邮件以“查无此人”退回。",
    )
    proof_number = WrittenField(label="邮件号、退件单号", most=80, required=False)
    proof = StoredFileField(label="退件、退信、现场照片", required=False)
    officers = several("送达人", required=False)

    def prepare(self) -> None:
        """Papers, parties and officers of the case."""
        self.fields["document_ref"].choices = unserved(self.case)  # type: ignore[attr-defined]
        self.fields["party_ref"].choices = recipients_to_choose(self.case)  # type: ignore[attr-defined]
        self.fields["officers"].choices = officers_to_choose(self.case)  # type: ignore[attr-defined]
        self.fields["officers"].initial = self.officers_of_today

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """One attempt that failed."""
        told = self.told
        return record_service_failure(**{**told, "officers": officers_named(told["officers"])}, actor=actor, at=at)
