"""Three people object to what was published: one is answered, two wait. A party that has paid asks for credit repair."""

from __future__ import annotations

from yangguang.bulletin.api import REPAIR, post_letter, public_lists, standing_notices, thing_of
from yangguang.desk.demo import fictions, journal
from yangguang.desk.demo.county import County
from yangguang.disclosure.api import announce_key, answer_objection, collect, objections_to_do
from yangguang.kernel import chance

PUBLISHER = "沈芳"


def objected(county: County) -> None:
    """Through the same doors as a citizen's: sealed on the public site, taken over by the desk, answered by the publisher."""
    told, publisher = fictions.content("objections"), county.account(PUBLISHER)
    notices = standing_notices().filter(body_ref=county.bodies["labour"].public_id).order_by("pk")
    announce_key()
    for number, (row, notice) in enumerate(zip(told["objection"], notices, strict=False)):
        post_letter(notice, slip=chance.public_id(), told=row["letter"], sender=f"演示{number}")
        collect()
        if "reply" in row:
            (waiting,) = objections_to_do(publisher)
            answer_objection(objection_id=waiting.pk, actor=publisher, at=journal.now(), **row["reply"])
    row, edition = told["objection_to_a_list"], public_lists(body_ref=county.bodies["labour"].public_id).first()
    if edition is not None and (thing := thing_of(edition.ref)) is not None:
        post_letter(thing, slip=chance.public_id(), told=row["letter"], sender="演示清单")
        collect()
    paid = notices.filter(kind="penalty", fulfilment__startswith="已履行").first()
    if paid is not None:
        post_letter(paid, slip=chance.public_id(), told={"about": REPAIR, **told["repair"]}, sender="演示信用修复")
        collect()
