"""What must hold of listings and major violations between their files, the desk and the public store."""

from __future__ import annotations

from collections.abc import Iterator

from yangguang.base import numbers
from yangguang.base.models import Delivery
from yangguang.base.verifying import invariant
from yangguang.bulletin.api import PublicList
from yangguang.cases.api import public_entries
from yangguang.disclosure.entry_copies import KINDS
from yangguang.disclosure.models import StandingPublication
from yangguang.disclosure.models.standing_publication import WHOLE
from yangguang.disclosure.plugs.standing_invariants import on_their_way

NUMBERED = "登记号{number}）"


@invariant("entry_numbers", title="失信名单和重大违法的登记号都取过号，公示库中一致")
def entry_numbers() -> Iterator[str]:
    """The series are gapless by themselves; what bears a number took it, and the public reads the same one."""
    borne = StandingPublication.objects.exclude(register_number="").order_by("pk")
    yield from numbers.unissued("standing_publication", borne.values_list("ref", "register_number"))
    titles = dict(PublicList.objects.filter(list_kind__in=KINDS).order_by("pk").values_list("ref", "title"))
    waiting = on_their_way()
    for ref, number in borne.values_list("ref", "register_number"):
        if ref not in waiting and not titles.get(ref, "").endswith(NUMBERED.format(number=number)):
            yield f"登记号 {number}：公示库中没有，或者是别的号"


@invariant("entries_of_files", title="案卷中已经移出、停止公布的失信名单和重大违法没有继续公开")
def entries_of_files() -> Iterator[str]:
    """Whatever stands in public stands in its file; what the file says is public went through a publication."""
    waiting = on_their_way() | set(_ending())
    for one in StandingPublication.objects.filter(edition=None, officer=None).select_related(*WHOLE).order_by("pk"):
        entry = one.entry
        if entry is not None and one.stands and not public_entries.may_stand(entry) and one.ref not in waiting:
            yield f"{one}：案卷中已经结束，仍在公开"
    for title in public_entries.shown_without(set(_known())):
        yield f"{title}：案卷说在公开，没有经过公示发布"


def _known() -> Iterator[str]:
    """The public names of everything that was released."""
    yield from StandingPublication.objects.filter(version__gt=0).order_by("pk").values_list("ref", flat=True)


def _ending() -> Iterator[str]:
    """Those whose end in the file has not been told yet."""
    told = Delivery.objects.filter(done_at=None, listener="disclosure.entries").order_by("pk")
    refs = set(told.values_list("entry__subject_ref", flat=True))
    rows = StandingPublication.objects.filter(edition=None, officer=None).select_related("listing", "violation")
    yield from (one.ref for one in rows.order_by("pk") if one.entry is not None and one.entry.public_id in refs)
