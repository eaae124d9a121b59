"""Forms of service ask for what the chosen way needs and nothing else: way first, then its proof."""

from __future__ import annotations

from django import forms

from yangguang.base.form_fields import DRAWN_FOR, ChoosingSelect, DayField, WrittenField
from yangguang.base.forms import DatedForm
from yangguang.cases.acts.fields import StoredFileField
from yangguang.cases.models import Relation, ServiceMethod
from yangguang.cases.rules.service_ways import OF_A_WAY, WAYS, way_of
from yangguang.cases.use_cases.serve_document import ServiceFacts

DIRECT = str(ServiceMethod.DIRECT)
ARRIVALS = [("", "请选择"), ("arrived", "已到达对方系统"), ("bounced", "退回或者没有到达")]
PROOF = ("怎样送达", (
    "method", "through", "letter", "sent_on", "sent_to", "arrival", "place", "recipient", "relation", "refused_because",
    "witness", "witness_unit", "witness_relation", "recording", "online_channel", "proof_number", "proof",
))  # fmt: skip


class ByWay(DatedForm):
    """How a paper was served. What a way does not ask for is not on the form."""

    machinery = DatedForm.machinery | {DRAWN_FOR}
    method = forms.ChoiceField(
        label="送达方式", choices=[one for one in ServiceMethod.choices if one[0] in WAYS], initial=DIRECT,
        widget=ChoosingSelect,
    )  # fmt: skip
    drawn_for = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    through = WrittenField(label="受托机关", most=120, required=False)
    letter = WrittenField(label="委托函文号", most=120, required=False)
    sent_on = DayField(label="寄出、发出日期", required=False)
    sent_to = WrittenField(label="邮寄地址", most=200, required=False)
    arrival = forms.ChoiceField(label="系统显示", choices=ARRIVALS, required=False)
    place = WrittenField(label="送达地点", most=200, required=False)
    recipient = WrittenField(label="签收人", most=80, required=False)
    relation = forms.ChoiceField(label="与受送达人的关系", choices=[("", "—"), *Relation.choices], required=False)
    refused_because = WrittenField(label="拒收事由", most=400, required=False, help_text="何人、以何种理由拒收。")
    witness = WrittenField(label="见证人姓名", most=80, required=False, help_text="没有见证人的，上传拍照、录像。")
    witness_unit = WrittenField(label="见证人单位", most=120, required=False)
    witness_relation = WrittenField(
        label="见证人身份", most=80, required=False, help_text="例如：社区工作人员、物业管理人员。"
    )
    recording = StoredFileField(label="拍照、录像", required=False)
    online_channel = WrittenField(
        label="随件告知的网上行政复议渠道", most=200, required=False, help_text="经互联网送达决定书的必填，传真不填。"
    )
    proof_number = WrittenField(label="送达回证或者回执编号", most=80, required=False)
    proof = StoredFileField(label="送达回证、回执存件", required=False, help_text="编号和存件至少有一样。")

    def arrange(self) -> None:
        """Leave what the chosen way asks for, and say what proves it and which day counts. The last word of `prepare`."""
        chosen = str((self.data if self.is_bound else self.initial).get("method") or DIRECT)
        way = way_of(chosen)
        self.initial[DRAWN_FOR] = f"method={chosen}"
        for name in set(OF_A_WAY) - set(way.fields):
            self.fields.pop(name, None)
        self.fields["method"].help_text = f"{way.proof}{way.effect}"
        self.fields["occurred_at"].label = way.day
        self.fields["occurred_at"].help_text = "这一天就是送达之日，期限从次日起算。"
        if chosen == ServiceMethod.FORWARDED:
            self.fields["through"].label, self.fields["letter"].label = "转交单位（监所、部队等）", "转交函文号"

    def service(self) -> ServiceFacts:
        """What the use case is given."""
        told = self.cleaned_data
        asked = {name: told[name] for name in OF_A_WAY if told.get(name) and name != "refused_because"}
        more = {name: told[name] for name in ("sealed",) if name in told}
        return ServiceFacts(method=told["method"], refusal=told.get("refused_because", ""), **asked, **more)
