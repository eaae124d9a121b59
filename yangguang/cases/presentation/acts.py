"""下一步 and 还缺什么: which acts this person may take now, which not yet and why, and what the main act still lacks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from yangguang.base import pages
from yangguang.cases import gates, panels
from yangguang.cases.models import Case, CaseKind
from yangguang.cases.policy import may_take
from yangguang.cases.presentation.approvals import steps_being_signed
from yangguang.cases.presentation.idle_acts import HELD, is_idle, without_object
from yangguang.cases.presentation.lines_to_serve import to_serve_beside
from yangguang.cases.presentation.progress import ORDER, flow_of
from yangguang.cases.rules.flow import Flow, Step
from yangguang.cases.standing import has_taken
from yangguang.cases.use_cases.sign_approval import may_sign
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Verdict

KEPT_ELSEWHERE = frozenset({"content", "draft", "officers"})  # gates read these from the file when a form gives none
ABOUT_THE_ACTOR = frozenset({"head_decides", "handler_not_reviewer", "reviewer_qualified"})
WAYS_OUT = {
    "records_made": ("interview", "inspect_on_site"), "facts_clear": ("find_facts",), "two_officers": ("assign_officers",),
    "certificates_valid": ("assign_officers",), "no_conflict": ("assign_officers",), "draft_prepared": ("prepare_draft",),
    "recusal_settled": ("decide_recusal", "decide_recusal_of_head"), "chair_independent": ("replace_hearing_staff",),
    "notice_served": ("serve_document", "give_prior_notice"), "statement_re_examined": ("re_examine",),
    "hearing_done": ("notify_hearing", "hold_hearing"), "collective_discussion": ("discuss_collectively",),
    "legal_review_passed": ("request_review", "exempt_from_review"), "discretion_explained": ("prepare_draft",),
    "review_file_complete": ("prepare_draft",), "decision_items_complete": ("prepare_draft",),
    "investigation_concluded": ("conclude_investigation",), "paper_to_serve": ("give_prior_notice",),
    "electronic_consent": ("confirm_service_address",), "announcement_agreed": ("request_announcement",),
    "same_as_notified": ("give_prior_notice_again",), "new_evidence_notified": ("give_prior_notice_again",),
    "head_decides": ("request_decision",), "filed_with_authority": ("file_with_authority",), "vouchers_filed": ("supply_voucher",),
    "collected_fine_banked": ("remit_to_agency", "remit_to_bank"), "circumstances_shown": ("find_circumstances", "prepare_draft"),
    "exemption_shown": ("find_circumstances", "prepare_draft"),
}  # fmt: skip
# What a handler looks for now and then: folded away where the list is long, never left out.
SELDOM = frozenset({
    "request_recusal", "record_jurisdiction_dispute", "add_party", "request_opening_annulment", "request_extension",
    "request_decision_extension",
    "request_suspension", "request_asset_query", "find_by_worker_evidence", "rectify_on_the_spot", "record_service_failure",
    "assign_officers", "transfer_case", "request_announcement", "collect_on_the_spot", "correct_clerical_error", "propose_alteration",
    "record_supervision", "receive_application", "record_succession", "supply_voucher", "add_material", "decide_recusal_of_head",
    "replace_hearing_staff",
})  # fmt: skip
NEXT_WHERE_WANTED = ("collective_discussion", "collected_fine_banked", "filed_with_authority")  # no stage of every case
AT_THE_SCENE = frozenset(
    {"collect_on_the_spot"}
)  # seldom in an ordinary case, the very next thing in one decided on the spot
ONCE = frozenset({"confirm_service_address"})  # wanted at the first contact, then only when the address changes
ASKS_FOR_THE_MAIN_ACT = frozenset({"request_decision", "request_closing", "request_resumption", "record_payment"})


class Unanswered(dict[str, Any]):
    """What a form would bring, still empty: it remembers whether a gate asked for something only the form can tell."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def get(self, key: str, default: Any = None) -> Any:
        """Nothing is given yet; the question is noted."""
        self.asked.add(key)
        return default

    def __missing__(self, key: str) -> Any:
        self.asked.add(key)
        return None


@dataclass(frozen=True)
class Answer:
    """What one gate says before the form is filled in; `in_form` when only the form can satisfy it."""

    verdict: Verdict
    in_form: bool

    @property
    def blocks(self) -> bool:
        """The act cannot be taken however the form is filled in."""
        return not self.verdict.holds and not self.in_form

    @property
    def lacking(self) -> bool:
        """The file lacks something, whoever looks at it."""
        return self.blocks and self.verdict.gate not in ABOUT_THE_ACTOR


@dataclass(frozen=True)
class Prospect:
    """One act seen from here: whether the person may take it, and every gate's answer."""

    step: Step
    may: bool
    answers: tuple[Answer, ...]

    @property
    def open(self) -> bool:
        """The person may take it now."""
        return self.may and not any(answer.blocks for answer in self.answers)


class Asking:
    """Asks the gates of one case on behalf of one person, before any form is filled in."""

    def __init__(self, case: Case, account: Account) -> None:
        self.case, self.account, self.at = case, account, Moment.now()
        self._may: dict[tuple[str, ...], bool] = {}

    def may(self, step: Step) -> bool:
        """Whether the person may take an act at all; asked once for each set of roles."""
        if step.by not in self._may:
            self._may[step.by] = may_take(self.account, self.case, step.by)
        return self._may[step.by]

    def prospect(self, step: Step) -> Prospect:
        """One act with its gates' answers."""
        return Prospect(step, self.may(step), tuple(self._answer(name, step.act) for name in step.gates))

    def _answer(self, name: str, act: str) -> Answer:
        given = Unanswered()
        (verdict,) = gates.judge((name,), gates.Attempt(self.case, act, self.account, self.at, given))
        kept = KEPT_ELSEWHERE - {"officers"} if act == "assign_officers" else KEPT_ELSEWHERE  # it names them anew
        return Answer(verdict, bool(given.asked - kept) and not verdict.holds)


def forward(flow: Flow, status: str) -> list[Step]:
    """The steps that lead on towards the end of the main line, the nearest first."""
    order = [one.name for one in flow.statuses]
    here = order.index(status)
    ends = {one.name for one in flow.statuses if one.final and one.name != "archived"} | {
        "annulled",
        "hearing_asked",
        "discussed",  # only where the law asks for it: then the decision lacks it, and the way out leads there
        "unfulfilled",
        "deferred",
        "in_execution",
    }
    steps = [s for s in flow.steps_from(status) if s.to and s.to not in ends and order.index(s.to) > here]
    return sorted(steps, key=lambda step: order.index(step.to or status))


def main_acts(flow: Flow, status: str) -> list[Step]:
    """The nearest act forward and, when that is another stage's business, the act that opens the next stage."""
    if status == HELD:
        return []
    ahead = forward(flow, status)
    if not ahead:
        return []
    nearest = ahead[0]
    stage = ORDER.index(flow.status(status).stage)
    opening = [s for s in flow.steps if s.to and ORDER.index(flow.status(s.to).stage) == stage + 1
               and not flow.status(s.to).final]  # fmt: skip
    late = flow.status(status).stage == "examined" and status not in {"concluded", "notified", "hearing_asked"}
    return [nearest, *[s for s in opening[:1] if late and s.act != nearest.act]]


def next_acts(case: Case, account: Account) -> dict[str, list[dict[str, Any]]]:
    """The cards 下一步 and 还缺什么: `possible` (the main act first and primary), `blocked` and `lacks`."""
    flow, asking = flow_of(case), Asking(case, account)
    pointless = without_object(case, flow)
    mains = [step for step in main_acts(flow, case.status) if step.act not in pointless]
    mains = mains or [step for step in forward(flow, case.status) if step.act not in pointless][:1]
    onward = {step.act for step in forward(flow, case.status)}
    steps = [*flow.steps_from(case.status), *[s for s in mains if case.status not in s.sources]]
    possible: list[dict[str, Any]] = []
    blocked: list[dict[str, Any]] = []
    lacks: dict[str, dict[str, Any]] = {}
    for step in [one for one in steps if one.kind in {"", case.kind} and one.act not in pointless]:
        elsewhere = panels.page_of(step.act) is None
        if step not in mains and (elsewhere or not asking.may(step) or is_idle(case, step.act)):
            continue
        prospect = asking.prospect(step)
        if prospect.open and case.status in step.sources and not elsewhere:
            possible.append(_possible(case, step, main=step.act in onward - SELDOM))
        else:
            blocked.append({"label": step.label, "why_href": why_of(case, step.act)})
        if step in mains:
            lacks |= {a.verdict.gate: _lack(a.verdict) for a in prospect.answers if a.lacking} | lacks
    if wanted := [act for gate in NEXT_WHERE_WANTED if gate in lacks for act in WAYS_OUT[gate]]:
        for row in possible:
            row["main"] = row["act"] in wanted
    if not lacks and not any(row["main"] for row in possible):
        for row in possible:
            row["main"] = row["act"] in ASKS_FOR_THE_MAIN_ACT
    possible = [*_being_signed(case, account), *to_serve_beside(case, account), *possible]
    possible.sort(key=lambda row: not row["main"])
    if possible and possible[0]["main"]:
        possible[0]["primary"] = True
    return {"possible": possible, "blocked": blocked, "lacks": list(lacks.values())}


def home_of(case: Case) -> str:
    """The page of a case."""
    return reverse("cases:case", args=[case.public_id])


def why_of(case: Case, act: str) -> str:
    """Where every condition of an act is shown."""
    return reverse("cases:why", args=[case.public_id, act])


def _possible(case: Case, step: Step, *, main: bool) -> dict[str, Any]:
    href = address_of(case, step.act) or why_of(case, step.act)
    return {"act": step.act, "label": step.label, "href": href, "icon": icon_of(step), "primary": False, "main": main,
            "seldom": _is_seldom(case, step.act)}  # fmt: skip


def _is_seldom(case: Case, act: str) -> bool:
    if case.kind == CaseKind.SUMMARY and act in AT_THE_SCENE:
        return False
    return act in SELDOM or (act in ONCE and has_taken(case, act))


def _being_signed(case: Case, account: Account) -> list[dict[str, Any]]:
    """The approval forms of this case on their way: the one that waits for this person comes first."""
    rows = []
    for step in steps_being_signed(case):
        mine = may_sign(account, step.approval, step.role)
        rows.append({
            "act": "", "label": f"签署：{step.label}" if mine else f"审批中，等候{step.label}",
            "href": reverse("cases:approval", args=[step.approval.public_id]), "icon": "writing" if mine else "hourglass",
            "primary": False, "main": mine,
        })  # fmt: skip
    return rows


def address_of(case: Case, act: str) -> str:
    """Where an act is taken: its own page, or the form of acts; empty when this site has no page for it."""
    page = panels.page_of(act)
    if page is None or page not in pages.register():
        return ""
    return reverse(page, args=[case.public_id, act] if page == panels.ACT_PAGE else [case.public_id])


def icon_of(step: Step) -> str:
    """The icon beside an act."""
    for part, shape in ICONS.items():
        if part in step.act:
            return shape
    return "chevron-right"


ICONS = {
    "serve": "send", "payment": "cash", "evidence": "paperclip", "interview": "message-2", "inspect": "camera",
    "notice": "file-text", "review": "gavel", "draft": "writing", "decide": "gavel", "archive": "archive",
    "extension": "calendar-time", "suspension": "player-pause", "resumption": "player-play", "query": "search",
    "audit": "report-analytics",
    "assistance": "send", "spot": "checks", "close": "checks", "on_the_spot": "writing", "remit": "building-bank",
    "file_with": "send", "convert": "arrows-left-right", "statement": "note", "officers": "users", "investigation": "checks",
}  # fmt: skip


def _lack(verdict: Verdict) -> dict[str, Any]:
    state = "doubtful" if verdict.warns_only else "missing"
    words = f"{verdict.reason}{verdict.remedy}"
    return {"label": verdict.label, "words": words, "clause": verdict.clauses[:1], "state": state}
