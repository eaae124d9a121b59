"""The page of a lead that came in by the public site leads back to what was sent."""

from __future__ import annotations

from yangguang.base.addresses import address_of
from yangguang.cases.api import Lead, LeadLink, lead_link
from yangguang.directory.api import Account
from yangguang.voice.models import Voice
from yangguang.voice.queries import voices_visible_to


@lead_link("voice")
def voice_of_lead(lead: Lead, account: Account) -> LeadLink | None:
    """Whoever sees the lead sees that there was one; the way to it is for those it is shown to."""
    voice = Voice.objects.filter(lead=lead).first()
    if voice is None:
        return None
    shown = voices_visible_to(account).filter(pk=voice.pk).exists()
    return LeadLink(f"网上来件 {voice.receipt}", address_of("voice:voice", voice.public_id) if shown else "")
