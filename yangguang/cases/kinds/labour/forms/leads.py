"""Forms of leads and complaints."""

from __future__ import annotations

from typing import Any

from django import forms

from yangguang.base.form_fields import DayField, WrittenField, offer
from yangguang.base.forms import DatedForm
from yangguang.cases.counterpart_forms import LookAlikes
from yangguang.cases.kinds.labour.forms.fields import MoneyField, handlers_of_body, officers_of_body
from yangguang.cases.kinds.labour.forms.listed import known_matters, known_violations
from yangguang.cases.kinds.labour.queries import same_employer
from yangguang.cases.models import (
    AnsweredBy,
    Arbitration,
    DeclineReason,
    Lead,
    LeadSource,
    PartyKind,
    ReceivedBy,
    RedirectGround,
)
from yangguang.cases.rules.lead_entry import ComplaintEntry, Employer, Person
from yangguang.directory.api import Account, Officer
from yangguang.kernel import clock

SHORTEST_NUMBER = 15


class LeadForm(LookAlikes):
    """What is taken down when word of a violation comes in: at the window, on the phone, on site."""

    parts = (
        ("投诉人、举报人", ("informant_name", "informant_person_id", "informant_phone", "representatives")),
        (
            "用人单位",
            (
                "employer_name", "employer_code", "same_party", "counterpart", "employer_contact", "employer_phone",
                "employer_address",
            ),
        ),
        (
            "反映的情况",
            (
                "account", "requests", "workers_count", "amount_fen",
                "violation_began_on", "violation_ended_on", "arbitration",
            ),
        ),
        *DatedForm.parts,
    )  # fmt: skip
    source = forms.ChoiceField(label="案件来源", choices=[("", "请选择"), *LeadSource.choices])
    received_way = forms.ChoiceField(label="接收方式", choices=ReceivedBy.choices)
    informant_name = WrittenField(
        label="投诉人、举报人姓名",
        most=60,
        required=False,
        help_text="单独加密保存，只有承办人可以查看；匿名举报不填。",
    )
    informant_person_id = WrittenField(label="身份证号码", most=30, required=False)
    informant_phone = WrittenField(label="联系电话", most=40, required=False)
    representatives = WrittenField(
        label="推选的代表",
        most=600,
        lines=True,
        required=False,
        help_text="多人投诉的，每行一名：姓名 身份证号码 电话。",
    )
    employer_name = WrittenField(label="用人单位名称", most=120, required=False)
    employer_code = WrittenField(label="统一社会信用代码", most=30, required=False)
    employer_address = WrittenField(label="住所或者工作地点", most=200, required=False)
    employer_contact = WrittenField(label="法定代表人或者负责人", most=60, required=False)
    employer_phone = WrittenField(label="用人单位电话", most=40, required=False)
    account = WrittenField(
        label="反映的情况", most=4000, lines=True, help_text="不写投诉人、举报人的姓名、证件号码和电话。"
    )
    requests = WrittenField(label="投诉请求", most=4000, lines=True, required=False, help_text="投诉应当填写。")
    workers_count = forms.IntegerField(label="涉及人数", min_value=1, max_value=100000, required=False, initial=1)
    amount_fen = MoneyField(label="涉及金额（元）", required=False)
    violation_began_on = DayField(label="违法行为发生日", required=False)
    violation_ended_on = DayField(label="违法行为终了日", required=False, help_text="仍在继续的不填。")
    arbitration = forms.ChoiceField(label="仲裁、诉讼情况", choices=Arbitration.choices, required=False)

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_which(account, "employer_name", "employer_code")

    def entry(self) -> dict[str, Any]:
        """What the use case is given."""
        facts = self.facts
        complaint = facts["source"] == LeadSource.COMPLAINT
        people = [
            Person(part, name, number, phone)
            for part, name, number, phone in [
                ("complainant" if complaint else "informant", facts["informant_name"], facts["informant_person_id"],
                 facts["informant_phone"]),
                *self._representatives(),
            ]
            if name
        ]  # fmt: skip
        return {
            "source": facts["source"], "received_way": facts["received_way"], "employer": employer_of(facts),
            "account": facts["account"], "people": people, "violation_began_on": facts["violation_began_on"],
            "violation_ended_on": facts["violation_ended_on"], "anonymous": not complaint and not people,
            "counterpart": self.recognised,
            "complaint": ComplaintEntry(
                facts["requests"], facts["workers_count"] or 1, facts["amount_fen"],
                arbitration=facts["arbitration"] or Arbitration.NONE,
            ) if complaint else None,
        }  # fmt: skip

    def _representatives(self) -> list[tuple[str, str, str, str]]:
        rows = [line.split() for line in self.facts["representatives"].splitlines() if line.strip()]
        padded = [(*(row if _is_number(row) else (row[0], "", *row[1:])), "", "") for row in rows]
        return [("representative", row[0], row[1], row[2]) for row in padded]


def _is_number(row: list[str]) -> bool:
    """Whether an identity number stands behind the name; a telephone alone is shorter."""
    return len(row) != 2 or len(row[1]) >= SHORTEST_NUMBER


def employer_of(facts: dict[str, Any]) -> Employer:
    """The employer from a form's values."""
    return Employer(*(facts[f"employer_{name}"] for name in ("name", "code", "address", "contact", "phone")))


class AboutLead(DatedForm):
    """A form about one lead."""

    def __init__(self, *args: Any, lead: Lead, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lead = lead
        self.body_ids = {pk for pk in (lead.body_id, lead.acting_body_id) if pk}


class WantedForm(AboutLead):
    """What is missing, all at once."""

    wanted = WrittenField(label="需要补正的内容", most=2000, lines=True, help_text="一次列明，不能分次要求。")


class CompletedForm(AboutLead):
    """The facts as completed."""

    employer_name = WrittenField(label="用人单位名称", most=120, required=False)
    employer_code = WrittenField(label="统一社会信用代码", most=30, required=False)
    employer_address = WrittenField(label="住所或者工作地点", most=200, required=False)
    employer_contact = WrittenField(label="法定代表人或者负责人", most=60, required=False)
    employer_phone = WrittenField(label="用人单位电话", most=40, required=False)
    account = WrittenField(label="反映的情况", most=4000, lines=True)
    violation_began_on = DayField(label="违法行为发生日", required=False)
    violation_ended_on = DayField(label="违法行为终了日", required=False)

    def __init__(self, *args: Any, lead: Lead, **kwargs: Any) -> None:
        super().__init__(*args, lead=lead, **kwargs)
        for name in self.fields:
            if hasattr(lead, name):
                self.fields[name].initial = getattr(lead, name)


class OpeningForm(AboutLead):
    """What is put before the unit head."""

    parts = (
        ("拟立案件", ("title", "party_kind", "matter_code", "violation_code", "criteria_met")),
        ("承办", ("officers", "opinion")), *DatedForm.parts,
    )  # fmt: skip

    title = WrittenField(label="案由", most=200)
    party_kind = forms.ChoiceField(label="当事人类别", choices=PartyKind.choices)
    matter_code = forms.ChoiceField(label="执法事项", help_text="取自本机关施行中的行政执法事项清单。")
    violation_code = forms.ChoiceField(
        label="违法行为", required=False, help_text="取自施行中的裁量基准；还看不出的先不选。"
    )
    criteria_met = forms.BooleanField(label="已对照公布的立案标准，符合立案标准", required=False)
    officers = forms.ModelMultipleChoiceField(
        Officer.objects.none(),
        label="承办人",
        widget=forms.CheckboxSelectMultiple,
        help_text="两名以上持证人员。",
        to_field_name="public_id",
    )
    opinion = WrittenField(label="承办人意见", most=2000, lines=True)

    def __init__(self, *args: Any, lead: Lead, **kwargs: Any) -> None:
        super().__init__(*args, lead=lead, **kwargs)
        self.fields["officers"].queryset = officers_of_body(self.body_ids)  # type: ignore[attr-defined]
        matters: Any = self.fields["matter_code"]
        violations: Any = self.fields["violation_code"]
        matters.choices = [("", "请选择"), *known_matters(lead.body, clock.today())]
        violations.choices = [("", "尚未确定"), *known_violations(lead.body, clock.today())]
        matters.initial, violations.initial = lead.matter_code, lead.violation_code


class DeclineForm(AboutLead):
    """Why a complaint is not accepted."""

    reason = forms.ChoiceField(label="不予受理的法定理由", choices=[("", "请选择"), *DeclineReason.choices])
    note = WrittenField(label="说明", most=400, lines=True, required=False)


class RedirectForm(AboutLead):
    """Which other way."""

    ground = forms.ChoiceField(label="理由", choices=[("", "请选择"), *RedirectGround.choices])
    to = WrittenField(label="告知前往", most=120)
    note = WrittenField(label="说明", most=400, lines=True, required=False)


class ReasonForm(AboutLead):
    """Why."""

    reason = WrittenField(label="理由", most=400, lines=True)


class OverdueReasonForm(AboutLead):
    """Why the term has passed."""

    reason = WrittenField(label="逾期原因", most=400, lines=True)


class TransferForm(AboutLead):
    """To whom, why, with which papers."""

    to = WrittenField(label="接收机关", most=120)
    reason = WrittenField(label="移送理由", most=400, lines=True)
    papers = WrittenField(label="移送材料", most=400, lines=True)


class AnswerForm(AboutLead):
    """What the complainant is told."""

    answer = WrittenField(label="答复内容", most=4000, lines=True, help_text="不写其他投诉人、举报人的身份信息。")
    way = forms.ChoiceField(label="告知方式", choices=AnsweredBy.choices)
    proof = WrittenField(
        label="告知凭证", most=120, required=False,
        help_text="邮件号、短信或者通话记录编号；当面交付的可以不填，签收件在文书页上传。",
    )  # fmt: skip


class MergeForm(AboutLead):
    """Into which lead about the same employer."""

    into = forms.ModelChoiceField(Lead.objects.none(), label="并入", to_field_name="public_id")

    def __init__(self, *args: Any, lead: Lead, **kwargs: Any) -> None:
        super().__init__(*args, lead=lead, **kwargs)
        rows = same_employer(lead)
        offer(self, "into", rows, words=lambda one: f"{one.number}　{one.employer_name}　{one.get_status_display()}")


class PassOnForm(AboutLead):
    """Who looks after it from now on."""

    to = forms.ModelMultipleChoiceField(
        Account.objects.none(), label="承办人", widget=forms.CheckboxSelectMultiple, to_field_name="public_id"
    )
    wanted = WrittenField(
        label="办理要求",
        most=1000,
        lines=True,
        required=False,
        help_text="印在交办单上。不写投诉人、举报人的姓名。",
    )

    def __init__(self, *args: Any, lead: Lead, **kwargs: Any) -> None:
        super().__init__(*args, lead=lead, **kwargs)
        self.fields["to"].queryset = handlers_of_body(self.body_ids)  # type: ignore[attr-defined]
