"""复议、诉讼: taken up, leave to supplement evidence, outcome."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.fields import FenField, several
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.altering import content_now
from yangguang.cases.models import DecisionStatus, RemedyKind, RemedyOutcome
from yangguang.cases.rules.remaking import GROUNDS
from yangguang.cases.rules.remedies import CHANGES, MEDIATED, PARTLY, PERFORM, OutcomeTerms
from yangguang.cases.rules.severity import LABELS, in_order
from yangguang.cases.standing import remedies_of
from yangguang.cases.use_cases.record_evidence_leave import record_evidence_leave
from yangguang.cases.use_cases.record_performance import record_performance
from yangguang.cases.use_cases.record_remedy import record_remedy
from yangguang.cases.use_cases.record_remedy_outcome import record_remedy_outcome
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures

LESS = f"outcome={PARTLY}|{MEDIATED}|altered"


@form_of("record_remedy")
class RemedyForm(ActForm):
    """Which decision is contested, before whom, since when."""

    button = "登记"
    done = "已登记，答复、答辩的期限已经起算。没有同意或者准许，不得自行收集证据。"
    parts: ClassVar[Parts] = (
        ("所争议的决定", ("decision_ref",)),
        ("复议、诉讼", ("kind", "simplified", "authority", "number", "received_on")), *ActForm.parts,
    )  # fmt: skip

    decision_ref = forms.ChoiceField(label="决定")
    kind = forms.ChoiceField(label="途径", choices=[("", "请选择"), *RemedyKind.choices])
    authority = WrittenField(label="复议机关或者人民法院", most=120)
    number = WrittenField(label="案号", most=120, help_text="如：示政复受字〔2026〕第12号。")
    received_on = DayField(
        label="收到受理或者应诉通知的日期", help_text="申请书、起诉状副本随通知送达的日期。答复、答辩的期限从次日起算。"
    )
    simplified = forms.BooleanField(
        label="复议适用简易程序",
        required=False,
        help_text="简易程序的答复期限比普通程序短；登记以后按所选的程序起算，到期日和算法见案件页。",
    )

    def prepare(self) -> None:
        """The decisions that were made, the newest first, then what the agency made of them."""
        rows = self.case.decisions.exclude(status=DecisionStatus.VOIDED).order_by("-pk")
        altered = self.case.alterations.filter(fallen_on=None).select_related("document").order_by("-pk")
        self.fields["decision_ref"].choices = [  # type: ignore[attr-defined]
            *((d.public_id, d.number) for d in rows),
            *((one.public_id, f"只争议变更决定：{one.document.number}") for one in altered),
        ]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        return record_remedy(actor=actor, at=at, **self.told)


class OpenRemedyForm(ActForm):
    """About a reconsideration or lawsuit that has not ended."""

    remedy_ref = forms.ChoiceField(label="复议、诉讼")

    def prepare(self) -> None:
        """Those that have not ended."""
        rows = [one for one in remedies_of(self.case) if one.is_open]
        self.fields["remedy_ref"].choices = [(one.public_id, str(one)) for one in rows]  # type: ignore[attr-defined]


@form_of("record_evidence_leave")
class EvidenceLeaveForm(OpenRemedyForm):
    """By which paper evidence may be supplemented."""

    button = "登记"
    done = "已登记。可以在准许的范围内补充证据。"

    paper = WrittenField(label="同意或者准许的文书", most=200, help_text="写明名称、文号和准许补充的范围。")
    leave_on = DayField(label="文书日期")

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        return record_evidence_leave(actor=actor, at=at, **self.told)


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
        ("责令履行", ("perform", "perform_by")),
        ("文书", ("outcome_paper", "outcome_received_on", "outcome_words")), *ActForm.parts,
    )  # fmt: skip

    shown_when: ClassVar[dict[str, str]] = {
        "left_penalties": LESS, "left_fine": LESS, "left_confiscated": LESS, "fallen_parties": f"outcome={PARTLY}",
        "remake": f"outcome={PARTLY}", "remitted": f"outcome={MEDIATED}", "perform": f"outcome={PERFORM}",
        "perform_by": f"outcome={PERFORM}",
    }  # fmt: skip

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
        now = [content_now(one) for one in decisions]
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

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        told = self.told
        kinds, fine, gains = told.pop("left_penalties"), told.pop("left_fine"), told.pop("left_confiscated")
        less = told["outcome"] in CHANGES and bool(kinds)
        terms = OutcomeTerms(
            penalties=tuple(kinds) if less else None, fine_fen=int(fine or 0) if less else None,
            confiscated_fen=int(gains or 0) if less else None, fallen_parties=tuple(told.pop("fallen_parties", ()) or ()),
            remake=bool(told.pop("remake")), remitted_fen=int(told.pop("remitted") or 0), perform=told.pop("perform"),
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
