"""What the list asks of its own rows: windows of objection, the months of early removal, what bars it."""

from __future__ import annotations

from datetime import date

from yangguang.base import calendars
from yangguang.cases.kinds.criminal_transfer.queries import newest_of, stands_with_police
from yangguang.cases.models import CriminalTransferStatus, ListedParty, SanctionsListing
from yangguang.statutes import deadlines

PROSECUTED = frozenset({CriminalTransferStatus.POLICE_OPENED, CriminalTransferStatus.HANDED_OVER})


def last_day_to_object(one: ListedParty) -> date | None:
    """The last day of somebody's five working days; None before the notice."""
    if one.told_on is None:
        return None
    return deadlines.due("DWL-2021:6.2#object", one.told_on, calendars.in_force()).day


def may_be_listed(one: ListedParty, on: date) -> bool:
    """Told, and heard, waived or silent to the end of the days."""
    last = last_day_to_object(one)
    if last is None:
        return False
    if one.objected_on is not None:
        return one.verified_on is not None
    return one.waived_on is not None or on > last


def earliest_removal(line: SanctionsListing) -> date | None:
    """From which day removal may be asked for: six months listed since the arrears were made good."""
    if line.listed_on is None or line.rectified_on is None:
        return None
    since = max(line.listed_on, line.rectified_on)
    return deadlines.due("DWL-2021:12#months", since, calendars.in_force()).day


def bars_removal(line: SanctionsListing) -> str:
    """Why nothing is removed early: a criminal case is open or was, or the unit owed again while listed."""
    newest = newest_of(line.case)
    if newest is not None and (newest.status in PROSECUTED or stands_with_police(line.case) or newest.court_fined):
        return "刑事诉讼期间或者已经被追究刑事责任"
    code, name = line.party.code, line.party.name
    others = SanctionsListing.objects.exclude(pk=line.pk).filter(proposed_on__gt=line.listed_on or line.proposed_on)
    again = others.filter(party__code=code) if code else others.filter(party__name=name)
    return "列入期内再次拖欠农民工工资" if again.exists() else ""
