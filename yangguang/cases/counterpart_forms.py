"""Forms of the register of counterparts."""

from __future__ import annotations

from typing import Any

from django import forms

from yangguang.base.form_fields import DayField, WrittenField, offer
from yangguang.base.forms import DatedForm
from yangguang.cases.counterparts import (
    counterparts_visible_to,
    facts_of,
    known_otherwise,
    look_alikes_of,
    mergers_of,
)
from yangguang.cases.models import (
    CodeKind,
    Counterpart,
    CounterpartFact,
    CounterpartKind,
    CounterpartMerger,
    FactOf,
    Grade,
)
from yangguang.cases.presentation.counterparts import code_in_list
from yangguang.cases.rules.counterpart_facts import Told
from yangguang.directory.api import Account

NEW = "new"
PAPERS = [(kind.value, kind.label) for kind in CodeKind if kind not in {CodeKind.NONE, CodeKind.CREDIT_CODE}]
NOT_ANY = "都不是，另行登记"
LONGEST = 120


def in_a_line(one: Counterpart) -> str:
    """A counterpart to choose: its name, its code, its kind."""
    return "　".join(filter(None, (one.name, code_in_list(one), str(one.get_kind_display()))))


class WhoseCode(DatedForm):
    """A form that asks, when a code is typed that stands for another name, whether it is that one: nobody is renamed by a slip."""

    same_party = forms.BooleanField(required=False)

    def ask_whose(self, name: str, code: str) -> None:
        """The question stands in the form only where there is one; then it goes on once somebody has said yes."""
        known = known_otherwise(*(str(self.data.get(field, ""))[:LONGEST] for field in (name, code)))
        if not known:
            del self.fields["same_party"]
            return
        field: Any = self.fields["same_party"]
        field.label = f"就是“{known}”，名称已经变更或者写法不同"
        field.error_messages["required"] = f"这个代码登记的是“{known}”。填错的，请改正代码；确是同一单位的，请勾选。"
        field.required = True
        order = [one for one in self.fields if one != "same_party"]
        order.insert(order.index(code) + 1, "same_party")
        self.order_fields(order)


class LookAlikes(WhoseCode):
    """A form that asks, when a name is typed without a code and others look like it: which one, or none of them."""

    counterpart = forms.ChoiceField(label="是否已经登记过", required=False)

    def ask_which(self, account: Account, name: str, code: str) -> None:
        """Offer the look-alikes; the form goes on once somebody has chosen. The same code needs no question."""
        self.asker = account
        self.ask_whose(name, code)
        typed = str(self.data.get(name, ""))[:LONGEST]
        alike = look_alikes_of(typed, account) if typed and not str(self.data.get(code, "")).strip() else []
        if not alike:
            del self.fields["counterpart"]
            return
        field: Any = self.fields["counterpart"]
        field.choices = [("", "请选择"), *[(one.public_id, in_a_line(one)) for one in alike], (NEW, NOT_ANY)]
        field.error_messages["required"] = "已有名称相近的相对人，请选择是其中哪一个，或者选“都不是”。"
        field.required = True

    @property
    def recognised(self) -> Counterpart | None:
        """The look-alike somebody chose, if there was one to choose."""
        ref = self.cleaned_data.get("counterpart", "")
        return counterparts_visible_to(self.asker).filter(public_id=ref).first() if ref and ref != NEW else None


class CounterpartForm(LookAlikes):
    """Who it is, and how that is known."""

    parts = (
        ("身份", ("kind", "name", "code_kind", "code", "same_party", "counterpart")),
        ("情况", ("representative", "address", "source")), *DatedForm.parts,
    )  # fmt: skip
    shown_when = {"code_kind": "kind=person"}

    kind = forms.ChoiceField(label="类别", choices=CounterpartKind.choices)
    name = WrittenField(label="名称或者姓名", most=120)
    code_kind = forms.ChoiceField(label="证件种类", choices=[("", "请选择"), *PAPERS], required=False)
    code = WrittenField(
        label="统一社会信用代码或者证件号码",
        most=30,
        required=False,
        help_text="公民的证件号码加密保存，不在列表中显示。",
    )
    representative = WrittenField(label="法定代表人或者负责人", most=60, required=False)
    address = WrittenField(label="住所", most=200, required=False)
    source = WrittenField(label="来源", most=160, help_text="如营业执照副本、登记机关查询结果。")

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_which(account, "name", "code")

    @property
    def entry(self) -> dict[str, Any]:
        """What the use case is given."""
        facts = self.facts
        told = Told(
            facts["kind"], facts["name"], facts["code"], facts["code_kind"], facts["address"], facts["representative"]
        )
        return {"told": told, "source": facts["source"], "chosen": self.recognised}


class AboutCounterpart(DatedForm):
    """A form about one counterpart."""

    def __init__(self, *args: Any, counterpart: Counterpart, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.counterpart, self.account = counterpart, account
        self.prepare()

    def prepare(self) -> None:
        """Fill in choices and initial values."""


class FactForm(AboutCounterpart):
    """What changed, from which day, by which paper."""

    what = forms.ChoiceField(label="变更事项", choices=FactOf.choices)
    text = WrittenField(label="变更后的内容", most=200)
    from_on = DayField(label="自何日起")
    source = WrittenField(label="来源", most=160, help_text="如变更登记通知书的文号。")


class StrikeForm(AboutCounterpart):
    """Which row is wrong, and why."""

    fact = forms.ModelChoiceField(CounterpartFact.objects.none(), label="记录", to_field_name="public_id")
    reason = WrittenField(label="划去理由", most=400, lines=True)

    def prepare(self) -> None:
        """The rows the body put down that still stand."""
        own = [one.pk for one in facts_of(self.counterpart, self.account)
               if one.struck_on is None and one.body_id == self.account.body_id]  # fmt: skip
        rows = CounterpartFact.objects.filter(pk__in=own).order_by("-from_on", "-pk")
        offer(self, "fact", rows, words=lambda one: f"{one.get_what_display()}：{one.text}（{one.source}）")


class IdentityForm(AboutCounterpart):
    """Kind, code, superior, and how that was established."""

    shown_when = {"code_kind": "kind=person", "superior_code": "kind=branch"}

    kind = forms.ChoiceField(label="类别", choices=CounterpartKind.choices)
    code_kind = forms.ChoiceField(label="证件种类", choices=[("", "请选择"), *PAPERS], required=False)
    code = WrittenField(
        label="统一社会信用代码或者证件号码", most=30, required=False, help_text="已经登记的不填；登记过的代码不能改。"
    )
    superior_code = WrittenField(label="上级单位的统一社会信用代码", most=30, required=False)
    reason = WrittenField(label="核定依据", most=400, lines=True)

    def prepare(self) -> None:
        """As it is known now."""
        self.fields["kind"].initial = self.counterpart.kind


class MergeForm(AboutCounterpart):
    """Into which other row, and why they are one."""

    into = forms.ModelChoiceField(Counterpart.objects.none(), label="并入", to_field_name="public_id")
    reason = WrittenField(label="合并理由", most=400, lines=True, help_text="写明怎样核实是同一相对人。合并可以撤销。")

    def prepare(self) -> None:
        """Those whose names look alike."""
        alike = look_alikes_of(self.counterpart.name, self.account, apart_from=[self.counterpart.pk])
        rows = Counterpart.objects.filter(pk__in=[one.pk for one in alike]).order_by("pk")
        offer(self, "into", rows, words=in_a_line)


class SeparateForm(AboutCounterpart):
    """Which merger was wrong, and why."""

    merger = forms.ModelChoiceField(CounterpartMerger.objects.none(), label="合并", to_field_name="public_id")
    reason = WrittenField(label="撤销理由", most=400, lines=True)

    def prepare(self) -> None:
        """The mergers of the own body that stand."""
        own = [one.pk for one in mergers_of(self.counterpart, self.account)
               if one.undone_on is None and one.body_id == self.account.body_id]  # fmt: skip
        rows = CounterpartMerger.objects.filter(pk__in=own).select_related("absorbed", "into").order_by("pk")
        offer(self, "merger", rows, words=lambda one: f"“{one.absorbed.name}”并入“{one.into.name}”")


class GradeForm(AboutCounterpart):
    """The grade, its ground and its source."""

    year = forms.IntegerField(label="评价年度", min_value=2000, max_value=2100)
    grade = forms.ChoiceField(label="等级", choices=Grade.choices)
    ground = WrittenField(label="评价理由", most=400, lines=True, help_text="对照评价标准逐项写明事实。")
    source = WrittenField(
        label="评价依据", most=200, help_text="本省、本市评价办法的名称和条款；评价标准以该办法为准。"
    )
    opinion = WrittenField(label="承办人意见", most=1000, lines=True)
