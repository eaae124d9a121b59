"""Lists and officers' entries in public, for tests: released, changed and taken back by the people the rules ask for."""

from __future__ import annotations

from tests.builders.catalogues import an_adopted_edition
from tests.builders.directory import an_account, fresh_code
from tests.builders.disclosure import deliver
from yangguang.base.events import SYSTEM
from yangguang.catalogues.models import Edition
from yangguang.directory.models import Account, Body, Officer
from yangguang.directory.rules.roles import Role
from yangguang.disclosure.models import StandingChange, StandingPublication
from yangguang.disclosure.rules.standing import ChangeKind
from yangguang.disclosure.use_cases.approve_change import approve_change
from yangguang.disclosure.use_cases.propose_change import propose_change
from yangguang.disclosure.use_cases.release_list import release_list
from yangguang.disclosure.use_cases.schedule_list import schedule_list
from yangguang.disclosure.use_cases.take_back_officer import take_back_officer
from yangguang.kernel.moment import Moment

WHY = "版本选错，以另行公布的为准。"


def a_publisher(body: Body, *, named: str = "何晓东") -> Account:
    """A publisher of the body with a second factor; the same one when asked again."""
    known = Account.objects.filter(body=body, name=named).first()
    return known or an_account(role=Role.PUBLISHER, body=body, named=named, second_factor=True)


def listed(edition: Edition) -> StandingPublication:
    """The edition as it waits for a publisher."""
    edition.refresh_from_db()
    return schedule_list(edition=edition, actor=SYSTEM, at=Moment.now())


def released(edition: Edition, *, by: Account | None = None, delivered: bool = True, **given) -> StandingPublication:
    """The edition in public; lists adopted on the days tests stand on are late and say why."""
    publication = listed(edition)
    actor = by or a_publisher(edition.body)
    given = {"late_reason": "公示员出差"} | given
    publication = release_list(
        publication_id=publication.pk, code=fresh_code(actor), actor=actor, at=Moment.now(), **given
    )
    if delivered:
        deliver()
    return publication


def a_public_edition(**adopted) -> Edition:
    """An edition adopted and released."""
    edition = an_adopted_edition(**adopted)
    released(edition)
    return edition


def proposed(
    publication: StandingPublication, kind: ChangeKind, *, by: Account | None = None, **given
) -> StandingChange:
    """A change that waits for a second person."""
    grounds = {ChangeKind.WITHDRAW: {"ground": "mistaken"}}
    given = {"reason": WHY} | grounds.get(kind, {}) | given
    return propose_change(
        publication_id=publication.pk, kind=kind, actor=by or a_publisher(publication.body), at=Moment.now(), **given
    )


def approved(change: StandingChange, *, by: Account | None = None, delivered: bool = True) -> StandingPublication:
    """A second person approves it."""
    actor = by or a_publisher(change.publication.body, named="林国栋")
    publication = approve_change(change_id=change.pk, code=fresh_code(actor), actor=actor, at=Moment.now())
    if delivered:
        deliver()
    return publication


def taken_back(publication: StandingPublication, **given) -> StandingPublication:
    """Taken back by two."""
    return approved(proposed(publication, ChangeKind.WITHDRAW, **given))


def officer_taken_back(
    officer: Officer, *, reason: str = "证件信息登记有误，正在核实。", delivered: bool = True
) -> StandingPublication:
    """An officer's entry, taken back by two."""
    first = a_publisher(officer.body)
    change = take_back_officer(officer=officer, ground="mistaken", reason=reason, actor=first, at=Moment.now())
    return approved(change, delivered=delivered)
