"""Time stamps of the day's originals from an authority outside (RFC 3161): asked for after the day is closed, tried until it
answers; no act ever waits for it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cryptography import x509
from django.conf import settings
from rfc3161_client import TimeStampRequest, TimestampRequestBuilder, VerifierBuilder, decode_timestamp_response

from yangguang.base.outbox import listener
from yangguang.kernel import net
from yangguang.records.events.custody import EvidenceDayClosed
from yangguang.records.models import EvidenceDay
from yangguang.records.sealing import content_of

QUERY = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
GRANTED = 200


class NotStamped(Exception):
    """The authority did not answer with a stamp of ours."""


@listener(EvidenceDayClosed, name="records.stamp", patient=True)
def stamp(entry: Any) -> None:
    """Keep the stamp of a day, once it is checked against the authority's root. Raises to be tried again later."""
    day = EvidenceDay.objects.select_related("body").get(public_id=entry.subject_ref)
    if not settings.TSA_URL or not settings.TSA_ROOTS_FILE or day.stamp:
        return
    content, host = content_of(day), urlsplit(settings.TSA_URL).hostname or ""
    asked = TimestampRequestBuilder().data(content).nonce(nonce=True).cert_request(cert_request=True).build()
    with net.through(net.client_for({host}, plain=True)):
        status, answer = net.send("POST", settings.TSA_URL, asked.as_bytes(), QUERY)
    if status != GRANTED:
        raise NotStamped(f"status {status}")
    must_stamp(answer, content, asked)
    EvidenceDay.objects.filter(pk=day.pk, stamp=b"").update(stamp=answer, stamped_by=host[:200])


def must_stamp(answer: bytes, content: bytes, asked: TimeStampRequest | None = None) -> None:
    """Raises NotStamped unless the answer stamps this content and the authority's root vouches for who signed it."""
    builder = VerifierBuilder.from_request(asked) if asked is not None else VerifierBuilder()
    try:
        for root in x509.load_pem_x509_certificates(Path(settings.TSA_ROOTS_FILE).read_bytes()):
            builder = builder.add_root_certificate(root)
        builder.build().verify_message(decode_timestamp_response(answer), content)
    except Exception as fault:  # whatever is wrong with it: it is no stamp
        raise NotStamped(str(fault)) from fault


def is_stamped(day: EvidenceDay) -> bool:
    """Whether the stamp that is kept is one of this day."""
    try:
        must_stamp(bytes(day.stamp), content_of(day))
    except NotStamped:
        return False
    return True
