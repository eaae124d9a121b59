"""What was released, corrected, withdrawn or ended reaches the public store and the page on disk."""

from __future__ import annotations

from datetime import date
from typing import Any

from yangguang.base.events import SYSTEM
from yangguang.base.outbox import listener
from yangguang.bulletin.api import (
    expire_notice,
    notice_by_ref,
    put_attachments,
    put_page,
    put_paper,
    receive_fulfilment,
    receive_notice,
    repair_notice,
    withdraw_notice,
)
from yangguang.disclosure.collecting import copy_of
from yangguang.disclosure.events import (
    FulfilmentPublished,
    PublicationCorrected,
    PublicationExpired,
    PublicationPublished,
    PublicationPutBack,
    PublicationWithdrawn,
)
from yangguang.disclosure.events.clarifications import ClarificationPublished
from yangguang.disclosure.events.repairs import PublicationRepaired
from yangguang.disclosure.foreign_papers import contents_of
from yangguang.disclosure.models import Publication, PublishedVersion
from yangguang.disclosure.queries import shown_version
from yangguang.disclosure.use_cases.issue_correction_notice import issue_correction_notice
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment


@listener(PublicationPublished, PublicationCorrected, PublicationPutBack, name="disclosure.release")
def release(entry: Any) -> None:
    """Send the version; one that was overtaken by a withdrawal stays down."""
    version = PublishedVersion.objects.select_related("publication").get(
        publication__public_id=entry.facts["publication_ref"], number=entry.facts["version"]
    )
    if not version.publication.stands:
        return
    receive_notice(
        copy_of(version), version=version.number, correction=version.reason, corrected_on=version.released_on,
        hides_more=_hides_more(version), again=entry.event == PublicationPutBack.__name__,
    )  # fmt: skip
    put_attachments(version.publication.notice_ref, contents_of(version), version=version.number)
    put_page(version.publication.notice_ref)


@listener(PublicationPublished, PublicationCorrected, PublicationPutBack, name="bulletin.paper")
def draw_paper(entry: Any) -> None:
    """The same as a PDF; drawing takes a moment, so it waits for the job process. A copy still on its way is waited for."""
    publication, version = Publication.objects.get(public_id=entry.facts["publication_ref"]), entry.facts["version"]
    if publication.stands and not put_paper(publication.notice_ref, version=version):
        raise LookupError(f"version {version} of {publication} has not arrived")


@listener(PublicationCorrected, name="disclosure.correction_notice")
def tell_the_party(entry: Any) -> None:
    """The paper that tells the party, as the public reads it; a copy still on its way is waited for."""
    version = PublishedVersion.objects.select_related("publication").get(
        publication__public_id=entry.facts["publication_ref"], number=entry.facts["version"]
    )
    notice = notice_by_ref(version.publication.notice_ref)
    if notice is None or (version.publication.stands and notice.version < version.number):
        raise LookupError(f"version {version.number} of {version.publication} has not arrived")
    moment = Moment(entry.occurred_at, clock.now())
    issue_correction_notice(version=version, notice=notice, actor=SYSTEM, at=moment)


def _hides_more(version: PublishedVersion) -> bool:
    """Whether this version, or one before it that has not arrived, hides what stood in public."""
    notice = notice_by_ref(version.publication.notice_ref)
    arrived = notice.version if notice else 0
    since = PublishedVersion.objects.filter(publication=version.publication, number__gt=arrived)
    return since.filter(number__lte=version.number, hides_more=True).exists()


@listener(FulfilmentPublished, ClarificationPublished, name="disclosure.fulfilment_copy")
def tell_fulfilment(entry: Any) -> None:
    """Send what became of it and was clarified, as it is known now; a version that is still on its way brings it along itself."""
    publication = Publication.objects.get(public_id=entry.facts["publication_ref"])
    version = shown_version(publication)
    if version is not None and receive_fulfilment(copy_of(version), version=version.number):
        put_page(publication.notice_ref)


@listener(PublicationWithdrawn, name="disclosure.take_down")
def take_down(entry: Any) -> None:
    """Leave the tombstone; where it stands again by now, nothing is taken down any more."""
    ref, facts = _notice_ref(entry), entry.facts
    day, publication = (
        date.fromisoformat(facts["withdrawn_on"]),
        Publication.objects.get(public_id=facts["publication_ref"]),
    )
    if publication.stands:
        return
    last = shown_version(publication)
    withdraw_notice(ref=ref, reason=facts["reason"], basis=facts["basis"], on=day, copy=copy_of(last) if last else None)
    put_page(ref)


@listener(PublicationExpired, name="disclosure.expire")
def expire(entry: Any) -> None:
    """The period is over."""
    ref = _notice_ref(entry)
    expire_notice(ref=ref, on=date.fromisoformat(entry.facts["ended_on"]))
    put_page(ref)


@listener(PublicationRepaired, name="disclosure.repair")
def repaired(entry: Any) -> None:
    """Credit was repaired: nothing of it is shown any longer."""
    ref = _notice_ref(entry)
    repair_notice(ref=ref, on=date.fromisoformat(entry.facts["ended_on"]))
    put_page(ref)


def _notice_ref(entry: Any) -> str:
    return str(Publication.objects.values_list("notice_ref", flat=True).get(public_id=entry.facts["publication_ref"]))
