"""Bodies, officers and adopted lists reach the public store whenever they change (D02, D04, D06, D07)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yangguang.base.events import SYSTEM
from yangguang.base.outbox import listener
from yangguang.bulletin.api import (
    forget_people,
    list_copies,
    list_files,
    put_body,
    put_filing,
    put_officers,
    supersede_list,
)
from yangguang.catalogues.api import Edition
from yangguang.catalogues.events import EditionAdopted, EditionFiled, EditionRepealed
from yangguang.directory import events
from yangguang.directory.api import Body, Entrustment, Officer, public_officer_rows, public_photo_of
from yangguang.disclosure.list_copies import (
    copy_of_edition,
    filing_words,
    has_left,
    is_taken_back,
    locked_people,
    out_since_adoption,
)
from yangguang.disclosure.models import StandingPublication
from yangguang.disclosure.plugs.log_lists import retell_lists
from yangguang.disclosure.use_cases.schedule_list import schedule_list
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

OF_BODIES = (
    events.BodyRegistered, events.BodyChanged, events.PowerEntrusted, events.EntrustmentPublished,
    events.EntrustmentFiled, events.EntrustmentEnded,
)  # fmt: skip
OF_OFFICERS = (
    events.OfficerEnrolled, events.OfficerChanged, events.OfficerLeft, events.CertificateIssued, events.CertificateSuspended,
    events.CertificateResumed, events.CertificateDeregistered, events.OfficerPhotoSet, events.OfficerPhotoRemoved,
)  # fmt: skip


@listener(*OF_BODIES, name="disclosure.body")
def body_changed(entry: Any) -> None:
    """Copy the body and its published entrustments."""
    body = Body.objects.get(public_id=entry.chain)
    agreements = Entrustment.objects.filter(entrusting=body).select_related("entrusted").order_by("starts_on", "pk")
    put_body(
        body.public_id, name=body.name, position=body.pk, columns=_columns(body),
        entrustments=[_agreement(one) for one in agreements if one.published_on], on=clock.today(),
    )  # fmt: skip


@listener(*OF_OFFICERS, name="disclosure.officer")
def officer_changed(entry: Any) -> None:
    """Copy the officer with every certificate; who has left leaves the public register (D07)."""
    (officer,) = locked_people(Officer.objects.select_related("body").filter(public_id=entry.subject_ref))
    if has_left(officer, clock.today()):
        forget_people([officer.public_id], list(officer.certificates.values_list("number", flat=True)))
        retell_lists()
        return
    if is_taken_back(officer):
        return  # taken back: nothing of the register is shown until it is put back
    rows = [row for row in public_officer_rows(officer.body) if row["officer_ref"] == officer.public_id]
    photos = {officer.public_id: public_photo_of(officer, clock.today())}
    put_officers(rows, body_ref=officer.body.public_id, on=clock.today(), photos=photos)


@listener(EditionAdopted, name="disclosure.list")
def list_adopted(entry: Any) -> None:
    """List the edition as to be released, and close the one it takes the place of."""
    edition = Edition.objects.select_related("body").get(public_id=entry.facts["edition_ref"])
    publication = schedule_list(edition=edition, actor=SYSTEM, at=Moment(entry.occurred_at, clock.now()))
    if earlier := out_since_adoption(publication.ref):
        list_copies.receive_list(copy_of_edition(earlier), version=1, superseded_from=edition.superseded_from)
    before = Edition.objects.filter(public_id=entry.facts.get("supersedes") or "").first()
    if before is not None and before.superseded_from is not None:  # one that was repealed ended earlier
        supersede_list(before.public_id, since=before.superseded_from)


@listener(EditionAdopted, name="bulletin.list_files")
def draw_adopted(entry: Any) -> None:
    """What went out with its adoption may still wait to be drawn; what was adopted since is drawn when it is released."""
    ref = entry.facts["edition_ref"]
    if out_since_adoption(ref) and not list_files.put_files(ref):
        raise LookupError(f"list {ref} has not arrived")


@listener(EditionFiled, name="disclosure.list_filed")
def list_filed(entry: Any) -> None:
    """Say under which number it is filed; an edition that goes out later brings it along. A copy on its way is waited for."""
    told = entry.facts
    publication = StandingPublication.objects.filter(ref=told["edition_ref"]).first()
    waits = publication is None or publication.stands
    if not put_filing(told["edition_ref"], filing=filing_words(**_named(told))) and waits:
        raise LookupError(f"list {told['edition_ref']} has not arrived")


@listener(EditionRepealed, name="disclosure.list_repealed")
def list_repealed(entry: Any) -> None:
    """Say that it is not in force any more."""
    supersede_list(entry.facts["edition_ref"], since=date.fromisoformat(entry.facts["ends_on"]))


def _named(told: Mapping[str, str]) -> dict[str, str]:
    return {name: told[name] for name in ("office_name", "number", "filed_on")}


def _columns(body: Body) -> list[list[str]]:
    """The columns of the public list of bodies."""
    shown = ("category", "nature", "funding", "staffing", "duties", "legal_representative", "address",
             "complaint_phone", "office_hours", "region_name", "credit_code")  # fmt: skip
    values = {name: str(getattr(body, name)) for name in shown} | {"category": body.get_category_display()}
    rows = [[_label(name), values[name]] for name in shown if values[name]]
    return [*rows, ["执法类别", "、".join(body.fields)]]


def _label(name: str) -> str:
    return str(getattr(Body._meta.get_field(name), "verbose_name", name))


def _agreement(agreement: Entrustment) -> dict[str, Any]:
    return {
        "entrusted": agreement.entrusted.name, "entrusted_ref": agreement.entrusted.public_id,
        "number": agreement.agreement_number, "matters": list(agreement.matters), "powers": agreement.powers,
        "filing": agreement.filing_number, "where": agreement.published_where,
        "starts_on": agreement.starts_on.isoformat(), "ends_on": agreement.last_day.isoformat(),
    }  # fmt: skip
