"""The sanctions list reaches the public store when it is published, and leaves it the moment a listing ends (DWL-2021:9, 17)."""

from __future__ import annotations

from typing import Any

from yangguang.base.outbox import listener
from yangguang.bulletin.api import put_list
from yangguang.cases.api import public_sanctions
from yangguang.cases.events.sanctions import ListingPublished, TakenOffList
from yangguang.directory.api import Body
from yangguang.kernel import clock

KIND = "wage_arrears_sanctions"


@listener(ListingPublished, TakenOffList, name="disclosure.sanctions")
def sanctions_changed(entry: Any) -> None:
    """The whole list of the body as it stands now; sent twice, it is kept once."""
    body = Body.objects.get(public_id=entry.chain)
    told = public_sanctions(body)
    if told is None:
        return
    put_list(
        told["ref"], list_kind=KIND, list_label=told["title"], body_ref=body.public_id, body_name=body.name,
        title=told["title"], columns=told["columns"], rows=told["rows"], in_force_from=told["since"],
        on=clock.legal_day(entry.occurred_at),
    )  # fmt: skip
