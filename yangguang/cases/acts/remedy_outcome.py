"""复议、诉讼结果: how it ended, what it left of the decision, and that what it ordered was done."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.contesting import OpenRemedyForm
from yangguang.cases.acts.fields import FenField, several
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.altering import content_now
from yangguang.cases.models import Decision, DecisionKind, RemedyOutcome
from yangguang.cases.rules.remaking import GROUNDS
from yangguang.cases.rules.remedies import CHANGES, MEDIATED, PARTLY, PERFORM, OutcomeTerms
from yangguang.cases.rules.severity import LABELS, in_order
from yangguang.cases.rules.wages_left import WorkerLeft
from yangguang.cases.standing import remedies_of
from yangguang.cases.use_cases.record_performance import record_performance
from yangguang.cases.use_cases.record_remedy_outcome import record_remedy_outcome
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures, parse_yuan
from yangguang.kernel.refusal import Refused

LESS = f"outcome={PARTLY}|{MEDIATED}|altered"
OF_PENALTIES = ("left_penalties", "left_fine", "left_confiscated", "remake", "remitted")
SHOWN = 100  # workers of an annex that stand beside the form


@form_of("record_remedy_outcome")
class RemedyOutcomeForm(OpenRemedyForm):
    """How it ended, by which paper, received when."""

    button = "登记结果"
    done = "已登记。变更、撤销、确认违法或者确认无效的，已经公开的决定应当撤回，期限见公示页面。"
    consequence = (
        "撤销、确认无效的，原决定失去效力；只争议变更决定的，变更失去效力，原决定恢复。"
        "已经公开的决定，撤回期限自收到文书之日起算。"
    )
    parts: ClassVar[Parts] = (
        ("结果", ("remedy_ref", "outcome", "fallen_ground", "in_force")),
        ("留下的处罚", ("left_penalties", "left_fine", "left_confiscated", "fallen_parties", "remake", "remitted")),
        ("留下的款项和期限", ("left_wages", "pay_by")),
        ("责令履行", ("perform", "perform_by")),
        ("文书", ("outcome_paper", "outcome_received_on", "outcome_words")), *ActForm.parts,
    )  # fmt: skip

    shown_when: ClassVar[dict[str, str]] = {
        **dict.fromkeys(("left_penalties", "left_fine", "left_confiscated", "left_wages"), LESS),
        **dict.fromkeys(("fallen_parties", "remake"), f"outcome={PARTLY}"),
        **dict.fromkeys(("pay_by", "remitted"), f"outcome={MEDIATED}"),
        **dict.fromkeys(("perform", "perform_by"), f"outcome={PERFORM}"),
    }

    outcome = forms.ChoiceField(label="结果", choices=[("", "请选择"), *RemedyOutcome.choices])
    fallen_ground = forms.ChoiceField(
        label="变更决定被撤销的原因", required=False, choices=[("", "请选择"), *((g.value, w) for g, w in GROUNDS.items())],
        help_text="只争议变更决定并且撤销的才填。只因违反法定程序的，可以再作同样的变更。",
    )  # fmt: skip
    in_force = forms.BooleanField(label="裁判已经生效", required=False, help_text="诉讼的须生效；复议决定不填。")
    left_penalties = several(
        "留下的处罚种类", required=False, help_text="勾选仍然有效的处罚；全部不再成立的，结果是撤销。"
    )
    left_fine = FenField(
        label="留下的罚款", max_length=40, required=False, help_text="罚款不变的照原决定填写，不再罚款的不填。"
    )
    left_confiscated = FenField(label="留下的没收违法所得", max_length=40, required=False)
    fallen_parties = several("不再受处罚的当事人", required=False)
    remake = forms.BooleanField(label="责令对被撤销的部分重新作出决定", required=False)
    remitted = FenField(
        label="减免的加处罚款", max_length=40, required=False, help_text="调解书减免加处罚款的才填；罚款本金以“留下的罚款”为准。",
    )  # fmt: skip
    left_wages = WrittenField(
        label="各人留下的金额", most=20000, lines=True, required=False,
        help_text="每行一人：附表序号、姓名、劳动报酬、加付赔偿金，如“1 万春山 8000 4000”。只写金额有变化的，不再支付的写0。",
    )  # fmt: skip
    pay_by = DayField(
        label="重新确定的缴款、履行期限", required=False,
        help_text="调解书重新确定期限的才填。加处罚款从新的期限届满次日起计算，此前的不再计算；期限届满以前不催告、不申请法院强制执行。",
    )  # fmt: skip
    perform = WrittenField(label="责令履行的事项", most=1000, lines=True, required=False)
    perform_by = DayField(label="文书指定的履行期限", required=False)
    outcome_paper = WrittenField(label="结果文书", most=200, help_text="如：示政复决字〔2026〕第12号行政复议决定书。")
    outcome_received_on = DayField(label="收到文书的日期")
    outcome_words = WrittenField(label="结果的内容", most=2000, lines=True, help_text="复议决定或者裁判的主文。")

    def prepare(self) -> None:
        """Why it fell is asked only where an alteration alone is contested; what is left, of the decisions contested."""
        super().prepare()
        self._left()
        if not any(one.is_open and one.alteration_id for one in remedies_of(self.case)):
            del self.fields["fallen_ground"]

    def _left(self) -> None:
        rows = [one for one in remedies_of(self.case) if one.is_open]
        decisions = list({one.decision_id: one.decision for one in rows}.values())
        self.annexes = {one.public_id: content_now(one)["annex"] for one in decisions if _pays(one)}
        if not self.annexes:
            del self.fields["left_wages"]
        now = [content_now(one) for one in decisions if not _pays(one)]
        if not now:
            for name in OF_PENALTIES:
                del self.fields[name]
            return
        kinds = in_order({kind for content in now for kind in content.get("penalties") or ()})
        parties = {p["ref"]: p["name"] for one in decisions for p in one.content.get("parties") or () if p.get("ref")}
        self.fields["left_penalties"].choices = [(kind, LABELS[kind]) for kind in kinds]  # type: ignore[attr-defined]
        self.fields["fallen_parties"].choices = list(parties.items())  # type: ignore[attr-defined]
        if len(parties) < len("当事"):  # of one party alone nothing can be left to others
            del self.fields["fallen_parties"]
        if len(now) == 1:
            self.fields["left_penalties"].initial = kinds
            for name, kept in (("left_fine", "fine_fen"), ("left_confiscated", "confiscated_fen")):
                fen = int(now[0].get(kept) or 0)
                self.fields[name].initial = in_figures(fen) if fen else ""

    def clean(self) -> dict[str, Any]:
        """The lines about workers are read against the annex of the decision that is chosen."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        rows = {one.public_id: one.decision for one in remedies_of(self.case) if one.is_open}
        chosen = rows.get(told.get("remedy_ref") or "")
        text = str(told.get("left_wages") or "").strip()
        if text and chosen is not None and chosen.public_id in self.annexes:
            try:
                told["left_wages"] = workers_left(text, self.annexes[chosen.public_id])
            except forms.ValidationError as fault:
                self.add_error("left_wages", fault)
        elif text:
            self.add_error("left_wages", "这份决定没有责令支付的款项，请不填。")
        return told

    def aside(self) -> dict[str, Any]:
        """What each worker is to be paid now."""
        lines = [line for annex in self.annexes.values() for line in annex][:SHOWN]
        if not lines:
            return {}
        rows = [(f"{number} {line['name']}", _sums(line)) for number, line in enumerate(lines, start=1)]
        return {"title": "附表现在的金额（劳动报酬、加付赔偿金，元）", "rows": rows, "note": "", "source": ""}

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        told = self.told
        kinds, fine, gains = (told.pop(name, None) for name in ("left_penalties", "left_fine", "left_confiscated"))
        less = told["outcome"] in CHANGES and bool(kinds)
        terms = OutcomeTerms(
            penalties=tuple(kinds) if less else None, fine_fen=int(fine or 0) if less else None,
            confiscated_fen=int(gains or 0) if less else None, fallen_parties=tuple(told.pop("fallen_parties", ()) or ()),
            workers=tuple(told.pop("left_wages", None) or ()), remake=bool(told.pop("remake", False)),
            remitted_fen=int(told.pop("remitted", None) or 0), pay_by=told.pop("pay_by"), perform=told.pop("perform"),
            perform_by=told.pop("perform_by"),
        )  # fmt: skip
        return record_remedy_outcome(actor=actor, at=at, terms=terms, **told)


@form_of("record_performance")
class PerformanceForm(ActForm):
    """What was done of what a reconsideration decision or a judgment ordered."""

    button = "登记履行"
    done = "已登记。"
    parts: ClassVar[Parts] = (
        ("责令履行的文书", ("remedy_ref",)), ("履行", ("performed_on", "performed", "paper", "late_because")), *ActForm.parts,
    )  # fmt: skip

    remedy_ref = forms.ChoiceField(label="复议、诉讼")
    performed_on = DayField(label="履行日期")
    performed = WrittenField(label="履行的情况", most=1000, lines=True)
    paper = WrittenField(label="履行的凭据", most=200, help_text="如：作出的决定书、送达回证、付款凭证的名称和编号。")
    late_because = WrittenField(label="逾期原因", most=400, required=False, help_text="超过文书指定期限的才填。")

    def prepare(self) -> None:
        """The orders that wait."""
        rows = [one for one in remedies_of(self.case) if one.awaits_performance]
        self.fields["remedy_ref"].choices = [  # type: ignore[attr-defined]
            (one.public_id, f"{one}：{one.outcome_terms['perform'][:40]}") for one in rows
        ]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        told = self.told
        return record_performance(overdue_reason=told.pop("late_because"), actor=actor, at=at, **told)


def workers_left(text: str, annex: list[dict[str, Any]]) -> tuple[WorkerLeft, ...]:
    """Lines as people type them: number and name as in the annex, wages, compensation. Raises ValidationError."""
    found: dict[str, WorkerLeft] = {}
    for line in filter(None, (one.strip() for one in text.splitlines())):
        try:
            number, *name, wages, extra = line.split()
            known = {str(n): one for n, one in enumerate(annex, start=1)}[str(int(number.rstrip(".、")))]
            sums = parse_yuan(wages), parse_yuan(extra)
        except (ValueError, KeyError, Refused):
            raise forms.ValidationError(f"“{line}”读不出来，请写成“1 万春山 8000 4000”。") from None
        if "".join(name) != "".join(str(known["name"]).split()) or known["ref"] in found:
            raise forms.ValidationError(f"“{line}”与附表的序号、姓名不符，或者写了两次。")
        found[known["ref"]] = WorkerLeft(known["ref"], *sums)
    return tuple(found.values())


def _pays(decision: Decision) -> bool:
    return bool(decision.kind == DecisionKind.DISPOSITION)


def _sums(line: dict[str, Any]) -> str:
    return f"{in_figures(line['wages_fen'])}、{in_figures(line['extra_fen'])}"
