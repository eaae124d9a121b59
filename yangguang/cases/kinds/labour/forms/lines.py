"""Forms of what happens to an instruction or a disposition beside the ordinary way: on the spot, posted, put off, to court."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base import vault
from yangguang.base.form_fields import DayField, WrittenField, YesNoField
from yangguang.base.forms import DatedForm, Parts
from yangguang.cases.acts.fields import several
from yangguang.cases.acts.register import officers_named, officers_to_choose
from yangguang.cases.kinds.execution.court_gates import PAPERS
from yangguang.cases.kinds.labour.delivery_gates import NOT_FILMED, TRIES
from yangguang.cases.models import Disposition, Execution, Instruction, Relation
from yangguang.cases.recordings import unrecorded
from yangguang.cases.rules.unheeded import FOLLOWS
from yangguang.cases.standing import officers_on
from yangguang.cases.use_cases.post_order import Posting
from yangguang.cases.use_cases.serve_document import ServiceFacts
from yangguang.kernel import clock


class LineForm(DatedForm):
    """A form that knows the instruction or disposition it is about."""

    def __init__(self, *args: Any, line: Instruction | Disposition | Execution, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.line = line
        if "officers" in self.fields:
            officers: Any = self.fields["officers"]
            officers.choices = officers_to_choose(line.case)
            officers.initial = [one.public_id for one in officers_on(line.case, clock.today())]
        self.prepare()

    def prepare(self) -> None:
        """Fill in choices from the line."""


class OnTheSpotForm(LineForm):
    """By whom, that certificates were shown, that facts are plain, and who took the paper in."""

    parts: ClassVar[Parts] = (
        ("能否当场作出", ("facts_plain", "certificate_shown", "officers")),
        ("当场交付", ("place", "recipient", "relation", "refused_because", "proof_number")), *DatedForm.parts,
    )  # fmt: skip

    facts_plain = forms.BooleanField(
        label="事实确凿，并有法定依据", required=False, help_text="需要进一步调查的不能当场作出。"
    )
    certificate_shown = forms.BooleanField(label="已主动出示执法证件", required=False)
    officers = several("执法人员")
    place = WrittenField(label="交付地点", most=200)
    recipient = WrittenField(label="签收人", most=80, required=False)
    relation = forms.ChoiceField(
        label="与被责令单位的关系", choices=[("", "请选择"), *Relation.choices], required=False
    )
    refused_because = WrittenField(label="拒签的情况", most=400, required=False, help_text="拒签的，注明情况即为交付。")
    proof_number = WrittenField(label="回证编号", most=80, required=False)

    def given(self) -> dict[str, Any]:
        """What the use case is given."""
        told = self.facts
        service = ServiceFacts(
            method="on_announcement", recipient=told["recipient"], relation=told["relation"], place=told["place"],
            refusal=told["refused_because"], proof_number=told["proof_number"],
        )  # fmt: skip
        return {
            "facts_plain": told["facts_plain"], "certificate_shown": told["certificate_shown"], "service": service,
            "officers": officers_named(told["officers"]),
        }  # fmt: skip


class UnheededForm(LineForm):
    """What follows on an order that was punished and not heeded."""

    follows = forms.ChoiceField(
        label="后续处理", choices=[("", "请选择"), *((f.value, label) for f, label in FOLLOWS.items())]
    )
    words = WrittenField(
        label="情况", most=2000, lines=True, help_text="当事人为什么仍未改正，本机关接下来做什么、由谁负责。"
    )
    watch_until = DayField(label="复查日期", required=False, help_text="列入重点监督检查的必填。")


class PostingForm(LineForm):
    """Where, that they fled and how that is known, what came of each try, and the picture."""

    parts: ClassVar[Parts] = (
        ("行为人逃匿", ("fled", "fled_how")),
        ("无法送交的情况", ("tried_person", "tried_family", "tried_reception")),
        ("张贴", ("places", "film", "officers")), *DatedForm.parts,
    )  # fmt: skip

    when_empty: ClassVar[dict[str, str]] = dict.fromkeys((*TRIES, "film"), NOT_FILMED)

    fled = forms.BooleanField(label="行为人逃匿", required=False, help_text="没有逃匿的，应当依法送达。")
    fled_how = WrittenField(
        label="逃匿的证据", most=1000, lines=True, help_text="何时、以何种方式联系，现场情况，对应的证据。"
    )
    tried_person = WrittenField(label="送交本人的情况", most=400)
    tried_family = WrittenField(label="送交同住成年家属的情况", most=400)
    tried_reception = WrittenField(label="送交单位收件人的情况", most=400)
    places = WrittenField(label="张贴地点", most=400, help_text="住所地、生产经营场所等。")
    film = forms.FileField(
        label="张贴的照片、录像", help_text="归入视听资料。", error_messages={"empty": "文件是空的，请重新选择。"}
    )  # fmt: skip
    officers = several("张贴人")

    def given(self) -> dict[str, Any]:
        """What the use case is given."""
        told = dict(self.facts)
        officers, upload = told.pop("officers"), told.pop("film")
        film = {"film": vault.content_of(upload), "film_name": upload.name} if upload else {}
        return {"posting": Posting(**told, **film), "officers": officers_named(officers)}


class LaterDayForm(LineForm):
    """Which order, until when, why."""

    position = forms.TypedChoiceField(label="哪一项", coerce=int)
    until = DayField(label="延长至")
    reason = WrittenField(label="理由", most=400, lines=True, help_text="写入延长改正期限通知书。")

    def prepare(self) -> None:
        """The orders of the instruction."""
        rows = self.line.orders.order_by("position") if isinstance(self.line, Instruction) else ()
        choices: Any = self.fields["position"]
        choices.choices = [(0, "全部"), *((one.position, f"第{one.position}项　{one.text}") for one in rows)]


class HandOverForm(LineForm):
    """Who took the papers in, and why late if they are."""

    received_by = WrittenField(label="接收人", most=60)
    overdue_reason = WrittenField(label="逾期原因", most=400, required=False, help_text="没有逾期的不填。")


class CourtForm(LineForm):
    """What is attached, what there is to enforce upon, whether anybody stayed it, and why late if it is."""

    when_empty: ClassVar[dict[str, str]] = {"papers": "申请强制执行材料不全。"}

    papers = several("申请材料")
    situation = WrittenField(
        label="执行标的情况", most=1000, lines=True, help_text="已知的账户、房产、车辆、工程款等。"
    )
    stayed = YesNoField(label="复议机关或者人民法院已决定停止执行")
    late_because = WrittenField(label="逾期申请的理由", most=400, required=False, help_text="在三个月内申请的不填。")

    def prepare(self) -> None:
        """The five kinds of papers."""
        papers: Any = self.fields["papers"]
        papers.choices = list(PAPERS.items())


class ClosingForm(LineForm):
    """How it ended; the court's ruling and why recordings are missing, where they are."""

    summary = WrittenField(label="收口情况", most=1000, lines=True)
    ended_by = WrittenField(label="人民法院终结执行的裁定", most=200, required=False, help_text="已经履行的不填。")
    recording_note = WrittenField(label="音像记录缺失的说明", most=400, required=False)
    opinion = WrittenField(label="承办人意见", most=1000, lines=True)

    def prepare(self) -> None:
        """Which recordings are missing."""
        missing = unrecorded(self.line.case)
        if not missing:
            del self.fields["recording_note"]
            return
        self.fields["recording_note"].help_text = f"没有找到{'、'.join(missing)}当日的音像证据，写明原因。"
