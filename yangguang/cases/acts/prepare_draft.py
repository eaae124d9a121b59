"""拟制决定: the draft that is reviewed, signed and issued."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import DayField, WrittenField, YesNoField
from yangguang.base.forms import Parts
from yangguang.cases import standing
from yangguang.cases.acts.apart import initial_of
from yangguang.cases.acts.fields import FenField
from yangguang.cases.acts.proposal import ProposalForm, standard_of
from yangguang.cases.acts.register import form_of
from yangguang.cases.circumstances import circumstance_rows
from yangguang.cases.models import Case, DecisionKind, Outcome
from yangguang.cases.rules.exemptions import GROUNDS, lacking_for_any
from yangguang.cases.rules.shares import shares_of
from yangguang.cases.use_cases.prepare_draft import JUDGED, prepare_draft
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures

KINDS = [(k.value, k.label) for k in DecisionKind if k != DecisionKind.DISPOSITION]
EXEMPTIONS = [
    ("", "处罚，或者违法事实不成立"),
    *[(o.value, o.label) for o in (
        Outcome.MINOR_VIOLATION_EXEMPTION, Outcome.FIRST_VIOLATION_EXEMPTION, Outcome.NO_FAULT_EXEMPTION,
        Outcome.AGE_OR_CAPACITY_EXEMPTION,
    )],
]  # fmt: skip
RECTIFICATION = (("ordered", "责令改正"), ("done", "已经改正"), ("impossible", "不能改正"))
QUESTIONS = {
    "public_interest": "涉及重大公共利益", "social_risk": "可能造成重大社会影响、引发社会风险",
    "major_interest": "直接关系当事人、第三人重大权益", "complex": "案件情况疑难复杂",
}  # fmt: skip

OF_A_PENALTY = ("penalties", "fine", "confiscated", "tier", "tier_reasons", "leniency", "outside_reason")
OF_EDUCATION = ("educated_on", "educated_by", "educated_how")


@form_of("prepare_draft", "change_draft")
class DraftForm(ProposalForm):
    """Everything a decision says that the file does not know by itself."""

    button = "保存代拟稿"
    done = "代拟稿已保存。审核过的内容有改动的，要重新送审。"

    parts: ClassVar[Parts] = (
        ("决定", ("kind", "outcome")),
        ("处罚内容", ("penalties", "fine", "confiscated")),
        ("依据和理由", ("basis", "several_acts", "reasons", "comparison")),
        ("裁量", ("tier", "tier_reasons", "leniency", "outside_reason")),
        ("违法所得和改正", ("gains", "gains_note", "rectification", "rectification_note")),
        ("履行", ("fulfilment", "additional_fine")),
        ("教育", OF_EDUCATION),
        ("是否属于重大执法决定", (*QUESTIONS, "legal_relations")), *ProposalForm.parts,
    )  # fmt: skip
    shown_when: ClassVar[dict[str, str]] = dict.fromkeys(
        (*OF_A_PENALTY, "fulfilment", "additional_fine"), "kind=penalty"
    ) | dict.fromkeys(("outcome", *OF_EDUCATION), "kind=no_penalty")

    free_when_shown = frozenset({"fine", "confiscated", "leniency", "outside_reason"})

    kind = forms.ChoiceField(label="决定种类", choices=KINDS)
    outcome = forms.ChoiceField(label="不予处罚的情形", choices=EXEMPTIONS, required=False)
    rectification = forms.ChoiceField(label="改正", choices=RECTIFICATION)
    rectification_note = WrittenField(
        label="改正要求或者核查情况",
        most=400,
        lines=True,
        help_text="责令改正的写明要求和期限；已经改正的写明怎样核查。",
    )
    gains = FenField(label="违法所得", required=False, max_length=40)
    gains_note = WrittenField(label="违法所得和退赔情况", most=400, initial="无", help_text="没有的写“无”。")
    fulfilment = WrittenField(
        label="履行方式和期限",
        most=400,
        lines=True,
        required=False,
        help_text="缴款期限、代收机构由系统写入决定书；这里写其他履行要求。",
    )
    additional_fine = forms.BooleanField(
        label="逾期不缴纳的加处罚款", required=False, initial=True, help_text="决定书没有写明的，逾期不得加处。"
    )
    educated_on = DayField(label="教育日期", required=False)
    educated_by = WrittenField(label="教育人员", most=80, required=False)
    educated_how = WrittenField(
        label="教育方式和内容", most=400, required=False, help_text="不予处罚的，应当对当事人进行教育。"
    )
    legal_relations = forms.IntegerField(
        label="涉及法律关系数", min_value=1, max_value=99, initial=1, help_text="多个法律关系的属于疑难复杂。"
    )

    def prepare(self) -> None:
        """The review questions have no default: an unasked question is not a no. The stored draft comes back."""
        super().prepare()
        for name in ("penalties", "basis", "tier", "tier_reasons"):
            self.fields[name].required = False
        for name, label in QUESTIONS.items():
            self.fields[name] = YesNoField(label=label, help_text="决定是否属于重大执法决定。")
        self.fields["outcome"].help_text = exemption_words(self.case)
        draft = next((d for d in map(lambda k: standing.draft_of(self.case, k[0]), KINDS) if d), None)
        notice = next(iter(standing.current_notices(self.case)), None)
        known = dict(draft.content) if draft else (dict(notice.content) if notice else self._from_report())
        shares = shares_of(known) if draft else [n.content for n in standing.current_notices(self.case)]
        told = _initial(shares[0] | {"kind": known.get("kind")} if known.get("shares") else known)
        for name, value in (told | (initial_of(shares) if len(shares) > 1 else {})).items():
            if name in self.fields:
                self.fields[name].initial = value

    def _from_report(self) -> dict[str, Any]:
        """Where nobody was told of a penalty: what the investigation report judged."""
        report = self.case.reports.filter(superseded_on=None).order_by("-pk").first()
        told = dict(report.content) if report else {}
        gains = {"note": told.get("gains")}
        return {"basis": told.get("basis"), "reasons": told.get("nature"), "illegal_gains": gains} if told else {}

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """One draft of its kind."""
        told = self.cleaned_data
        more = {
            "outcome": told["outcome"] or told["kind"],
            "rectification": {"status": told["rectification"], "note": told["rectification_note"]},
            "illegal_gains": {"fen": told["gains"], "note": told["gains_note"]},
            "fulfilment": told["fulfilment"], "additional_fine": told["additional_fine"],
            "education": {
                "on": told["educated_on"].isoformat() if told["educated_on"] else "", "by": told["educated_by"],
                "how": told["educated_how"],
            },
            "judged": {name: told[name] for name in JUDGED} | {"legal_relations": told["legal_relations"]},
        }  # fmt: skip
        return prepare_draft(
            case_id=self.case.pk, kind=told["kind"], proposal=self.proposal | more, actor=actor, at=at,
            seen_version=told["seen_version"],
        )  # fmt: skip


def exemption_words(case: Case) -> str:
    """Which grounds what was found bears out, what those begun still lack, and what the body's standard says of them."""
    rows, parties = circumstance_rows(case), [one.public_id for one in standing.parties_of(case)]
    told = ["每一项条件都要先“认定情节”并列明证据。"]
    for ground in GROUNDS:
        lacks = lacking_for_any(ground, rows, parties)
        if len(lacks) < len(ground.elements):
            told.append(f"“{ground.label}”：{'还缺' + '、'.join(lacks) if lacks else '已经全部认定'}。")
    if (standard := standard_of(case)) and standard.leniency:
        told.append(f"本机关裁量基准的首违不罚条件：{standard.leniency.says()}。")
    return "".join(told)


def _initial(known: dict[str, Any]) -> dict[str, Any]:
    if not known:
        return {}
    discretion = known.get("discretion") or {}
    found = {
        "penalties": known.get("penalties"), "basis": known.get("basis"), "reasons": known.get("reasons"),
        "fine": in_figures(known["fine_fen"]) if known.get("fine_fen") else "",
        "confiscated": in_figures(known["confiscated_fen"]) if known.get("confiscated_fen") else "",
        "tier": discretion.get("tier"), "tier_reasons": discretion.get("reasons"),
        "leniency": discretion.get("leniency"), "comparison": discretion.get("comparison"),
        "outside_reason": discretion.get("outside_reason"), "several_acts": discretion.get("several_acts"),
        "kind": known.get("kind"), "fulfilment": known.get("fulfilment"),
        "rectification": (known.get("rectification") or {}).get("status"),
        "rectification_note": (known.get("rectification") or {}).get("note"),
        "gains_note": (known.get("illegal_gains") or {}).get("note"),
    }  # fmt: skip
    return {name: value for name, value in found.items() if value}
