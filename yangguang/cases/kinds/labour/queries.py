"""What a person may see of the labour lines, and the figures read from them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from yangguang.base.guards import asked_once
from yangguang.cases.kinds.labour import sealing
from yangguang.cases.models import Case, ContractLink, Disposition, Lead, RosterWorker
from yangguang.cases.models.lead import OPEN_STATUSES
from yangguang.cases.queries import Onlooker, onlooker_of
from yangguang.cases.rules import wage_arrears, who_pays
from yangguang.directory.api import Account, Body, Role, agreement_acted_by, own_rows

SEES_BODY = frozenset({Role.UNIT_HEAD, Role.AGENCY_HEAD, Role.WINDOW_CLERK, Role.ARCHIVIST})


def leads_visible_to(account: Account) -> QuerySet[Lead]:
    """Handlers see their unit's leads and those they look after; heads and the window their body's; supervisors below."""
    rows = Lead.objects.filter(scope_of_leads(onlooker_of(account))).select_related(
        "body", "unit", "acting_body", "complaint", "case", "merged_into"
    )
    return rows.order_by("-pk")


def scope_of_leads(who: Onlooker) -> Q:
    """The leads somebody may see, as a condition on leads."""
    scope = Q(pk__in=[])
    if who.role_names & SEES_BODY:
        scope |= own_rows(who)
    if Role.CASE_HANDLER in who.role_names:
        unit = own_rows(who) & Q(unit_id=who.unit_id) if who.unit_id else own_rows(who)
        kept = Lead.objects.filter(keepers__account_id=who.pk, keepers__ends_on=None).values("pk")
        scope |= unit | Q(pk__in=kept)
    if who.supervised:
        scope |= Q(body__pk__in=who.supervised)
    return scope


def in_whose_name(account: Account, on: date) -> tuple[Body, Body | None]:
    """The body in whose name an account acts, and the entrusted body when it acts for another."""
    agreement = agreement_acted_by(account.body_id, on)
    return (agreement.entrusting, account.body) if agreement else (account.body, None)


def same_employer(lead: Lead) -> QuerySet[Lead]:
    """Other leads of the same body about the same employer, by code or by name, that are open or became a case."""
    same = Q(pk__in=[])
    if lead.employer_code:
        same |= Q(employer_code=lead.employer_code)
    if lead.employer_name:
        same |= Q(employer_name=lead.employer_name)
    rows = Lead.objects.filter(same, body_id=lead.body_id).exclude(pk=lead.pk)
    standing = Q(status__in=OPEN_STATUSES) | Q(case__isnull=False, case__closed_on=None)
    return rows.filter(standing).exclude(status="merged").order_by("pk")


def identities_of(leads: Iterable[Lead]) -> list[sealing.Identity]:
    """Who told, unsealed, for comparing with papers that go out. Never shown through here."""
    return [sealing.unseal(one.sealed) for lead in leads for one in lead.informants.order_by("pk")]


def gives_away(text: str, leads: Iterable[Lead]) -> bool:
    """Whether a text holds a name, number or phone of somebody who told."""
    plain = "".join(text.split())
    return any("".join(word.split()) in plain for who in identities_of(leads) for word in who.words())


def leads_of(case: Case) -> list[Lead]:
    """The leads a case came from, and those merged into them."""
    rows = Lead.objects.filter(Q(case=case) | Q(merged_into__case=case)).order_by("pk")
    return sorted(rows, key=lambda lead: lead.case_id != case.pk)


def workers_of(case: Case) -> QuerySet[RosterWorker]:
    """The standing rows of a case's roster."""
    return case.workers.filter(removed_on=None).order_by("position", "pk")


@asked_once
def claims_of(case: Case) -> list[wage_arrears.WageClaim]:
    """The roster as the rules read it."""
    return [
        wage_arrears.WageClaim(w.public_id, w.name, w.owed_fen, w.paid_fen, w.from_month, w.to_month)
        for w in workers_of(case)
    ]


@asked_once
def dispositions_of(case: Case) -> list[Disposition]:
    """The dispositions of a case, the first first, with what was decided."""
    return list(case.dispositions.order_by("pk").select_related("decision"))


def totals_of(case: Case) -> wage_arrears.RosterTotals:
    """What a case's roster adds up to."""
    return wage_arrears.totals(claims_of(case))


def links_of(case: Case) -> QuerySet[ContractLink]:
    """The standing links of a case's contract chain."""
    return case.contract_chain.filter(removed_on=None).select_related("above").order_by("pk")


def liabilities_of(case: Case) -> tuple[who_pays.Liability, ...]:
    """Who must pay, read from the chain."""
    return who_pays.who_pays(
        [
            who_pays.Link(
                one.public_id,
                one.name,
                one.level,
                one.above.public_id if one.above else "",
                one.relation,
                one.qualified,
                one.hired_workers,
                one.price_overdue_fen,
            )  # fmt: skip
            for one in links_of(case)
        ]
    )
