"""Voices for tests: sealed on the public site, taken over by the desk, each act through its use case."""

from __future__ import annotations

from datetime import date

from tests.builders.disclosure import deliver
from yangguang.bulletin.api import voices
from yangguang.bulletin.models import PublicBody
from yangguang.directory.models import Account, Body
from yangguang.disclosure.api import announce_key
from yangguang.kernel import chance, clock
from yangguang.kernel.moment import Moment
from yangguang.voice import letter_box
from yangguang.voice.models import Voice
from yangguang.voice.use_cases.keep_voice import keep_voice

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00" + (
    b"\x1f\x15\xc4\x89\x00\x00\x00\x00IEND\xaeB`\x82"
)
WAGES = {
    "side": "complaint", "employer_name": "示范县宏远建筑劳务有限公司", "employer_address": "示范县东风路工地",
    "account": "2026年3月到9月在工地做木工，约定每天300元，只付过一次。", "requests": "支付拖欠的工资。", "workers_count": 3,
    "amount": 3660000, "began_on": "2026-03-01", "ended_on": "2026-09-30", "name": "万春山", "phone": "13900001111",
    "person_id": "", "workers": "", "representatives": [{"name": "邓长顺", "person_id": "", "phone": "13900002222"}],
}  # fmt: skip
CONDUCT = {
    "account": "10月8日到厂里检查时没有出示证件。",
    "wanted": "请查实。",
    "name": "卢志远",
    "phone": "13900003333",
}
QUESTION = {"account": "非全日制用工要不要签合同？", "name": "", "phone": ""}
TOLD = {"wages": WAGES, "conduct": CONDUCT, "question": QUESTION}


def a_public_body(body: Body) -> PublicBody:
    """The copy of a body the public site offers."""
    known, _ = PublicBody.objects.get_or_create(
        ref=body.public_id,
        defaults={"name": body.name, "columns": [["投诉举报电话", "0000-1"]], "updated_on": clock.today()},
    )
    return known


def posted(body: Body, kind: str = "wages", *, files=(), sender="203.0.113.7", slip="", **told) -> voices.Posted:
    """As the public site keeps it."""
    announce_key()
    enclosed = [voices.Enclosed(f"照片{n}.png", content) for n, content in enumerate(files)]
    return voices.post_voice(
        kind,
        a_public_body(body),
        slip=slip or chance.public_id(),
        told=TOLD[kind] | told,
        files=enclosed,
        sender=sender,
    )


def a_voice(body: Body, kind: str = "wages", *, on: date | None = None, **given) -> Voice:
    """The desk has taken it over; `on` is the day it was sent."""
    with clock.frozen(clock.beijing(on, 9) if on else clock.now()):
        sent = posted(body, kind, sender=chance.public_id(), **given)
        letter_box.collect()
    deliver()
    return Voice.objects.get(receipt=sent.receipt)


def kept(voice: Voice, by: Account) -> Voice:
    """Somebody has it in hand."""
    return keep_voice(voice_id=voice.pk, actor=by, at=Moment.now())
