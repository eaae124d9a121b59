"""Who deals with a voice, who sees who wrote it, who asks for an answer: one sentence each."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from yangguang.cases.api import Assignment
from yangguang.directory.api import Account, Entrustment, Role, supervised_body_ids
from yangguang.kernel import clock
from yangguang.voice.complained_of import names_certificate_of
from yangguang.voice.models import Voice

TAKERS = frozenset({Role.WINDOW_CLERK, Role.CASE_HANDLER})
ORDINARY = TAKERS | {Role.UNIT_HEAD, Role.AGENCY_HEAD}
HEADS = frozenset({Role.UNIT_HEAD, Role.AGENCY_HEAD})
CONCERNED = "来件投诉的是您本人，或者您承办的案件，您不能看到，也不能办理。"
NOT_YOURS = "这件来件不由您办理。"
KEEP_FIRST = "请先认领，再办理。"
TAKEN_BY = "投诉、举报用人单位的来件要登记为线索，由窗口人员或者承办人认领。"


def way_on(fault: str) -> str:
    """What whoever may not deal with a voice does instead."""
    return {
        CONCERNED: "请机关负责人指定他人办理。", NOT_YOURS: "请办理机关的窗口人员、承办人或者负责人认领。",
    }.get(fault, "")  # fmt: skip


def served_by(account: Account, on: date) -> Q:
    """What came to the account's own body, or to one in whose name it acts on a day: part of whatever question is asked."""
    rows = Entrustment.objects.in_force_on(on).filter(entrusted_id=account.body_id).order_by()
    return Q(body_id=account.body_id) | Q(body_id__in=rows.values("entrusting_id"))


def concerned(account: Account) -> Q:
    """Complaints about the account's own person, or about decisions of cases it handled; a namesake keeps away too."""
    handled = Assignment.objects.filter(officer__account=account).values("case_id")
    named = Q(about_name__contains=account.name) | Q(officer__name=account.name) if account.name else Q(pk__in=[])
    mine = Q(officer__account=account) | named | Q(names_certificate_of(account))
    theirs = Q(decision__case_id__in=handled) | Q(publication__case_id__in=handled)
    return Q(kind="conduct") & (mine | theirs)


def is_concerned(account: Account, voice: Voice) -> bool:
    """Whether a complaint is about this very person, or a case of theirs."""
    return voice.is_conduct and Voice.objects.filter(concerned(account), pk=voice.pk).exists()


def handler_fault(account: Account, voice: Voice) -> str:
    """Why the account may not deal with a voice; empty when it may: takers and heads of the body, heads alone for conduct."""
    if is_concerned(account, voice):
        return CONCERNED
    if voice.is_conduct:
        fits = bool(account.role_names & HEADS) and account.body_id == voice.body_id
    else:
        ours = Voice.objects.filter(served_by(account, clock.today()), pk=voice.pk)
        fits = bool(account.role_names & ORDINARY) and ours.exists()
    return "" if fits else NOT_YOURS


def claim_fault(account: Account, voice: Voice) -> str:
    """Why the account may not take a voice in hand; what becomes a lead is for those who may register one."""
    fault = handler_fault(account, voice)
    return fault or ("" if voice.kind != "wages" or account.role_names & TAKERS else TAKEN_BY)


def take_fault(account: Account, voice: Voice) -> str:
    """Why the account may not register a voice as a lead; empty for the taker who has it in hand."""
    return claim_fault(account, voice) or keeper_fault(account, voice)


def keeper_fault(account: Account, voice: Voice) -> str:
    """Why the account may not settle a voice; empty for the handler who took it in hand."""
    return handler_fault(account, voice) or ("" if voice.keeper_id == account.pk else KEEP_FIRST)


def may_see_writer(account: Account, voice: Voice) -> bool:
    """Who took it in hand; and whoever looks after the lead it became."""
    if voice.keeper_id == account.pk and not handler_fault(account, voice):
        return True
    return voice.lead is not None and voice.lead.keepers.filter(account=account, ends_on=None).exists()


def supervises(account: Account, voice: Voice) -> bool:
    """A supervisor above the body, for what is said of officers and decisions; never of the supervisor's own person."""
    return voice.is_conduct and voice.body_id in supervised_body_ids(account) and not is_concerned(account, voice)


def may_move(account: Account, voice: Voice) -> bool:
    """Who took it in hand; and the supervisor, so that no complaint is stuck where everybody is concerned."""
    return not keeper_fault(account, voice) or supervises(account, voice)
