"""What must hold on a public site that is fed by bundles only."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings

from yangguang.base.models import Delivery
from yangguang.base.tlog import register_numbers
from yangguang.base.verifying import invariant, reminder
from yangguang.bulletin.bundles import contents
from yangguang.bulletin.bundles.taking_in import in_hand, last_taken
from yangguang.bulletin.models import Notice

ARRIVES = "disclosure.release"  # the listener that brings a released decision here


@invariant("bundles", title="公示库和文件与最后导入的数据包一致", anywhere=True)
def bundles() -> Iterator[str]:
    """Every row and every file is as the desk said it would be; what is being put in place just now is looked at afterwards."""
    last = last_taken() if settings.SITES == "portal" else None
    if last is None:
        return
    if contents.root_of(contents.row_fingerprints()) != last.rows_root:
        yield f"公示库与{last}不一致：有数据在本机被改动"
    if not in_hand() and contents.root_of(contents.file_fingerprints()) != last.files_root:
        yield f"公示文件与{last}不一致：有文件在本机被改动"


@invariant("register_numbers", title="公示登记号按机关、年度连续，没有空号、重号", anywhere=True)
def no_number_is_missing() -> Iterator[str]:
    """From what is public alone: what was taken down keeps its number, so none may be missing. On the desk a body some of whose
    decisions are on their way is looked at once they have arrived.
    """
    rows = Notice.objects.exclude(register_number="").exclude(body_ref__in=_on_their_way()).order_by("pk")
    yield from register_numbers.faults(rows.values_list("body_ref", "body_name", "register_number"))


def _on_their_way() -> list[str]:
    """Bodies whose released decisions have still to reach the public store; a portal alone knows of none."""
    if settings.SITES == "portal":
        return []
    waiting = Delivery.objects.filter(done_at=None, listener=ARRIVES).order_by("pk")
    return sorted(set(waiting.values_list("entry__chain", flat=True)))


@reminder("bundle_in_hand", title="没有导入完的数据包", anywhere=True)
def bundle_in_hand() -> Iterator[str]:
    """The run that took it in was cut off: what is public is whole, some files wait for the next run."""
    if journal := in_hand():
        yield f"第 {journal['number']} 号数据包中途停止，请再运行一次 yangguang bundle import"
