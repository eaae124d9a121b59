"""Lock a request for access, and ask whether it stands: this person, this original, approved and not expired."""

from __future__ import annotations

from yangguang.base.events import Actor
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.events.access import ACCESS
from yangguang.records.models import AccessRequest
from yangguang.records.policy import is_askers, may_decide, stands
from yangguang.records.readers import owner_of

NOT_APPROVED = "未经批准或者批准已过期，不得调阅。"
ASK_FIRST = "请在“调阅”中申请，由承办机构负责人或者档案管理人员批准。"


def lock_access(access: AccessRequest) -> AccessRequest:
    """The row, locked."""
    return AccessRequest.objects.select_for_update(of=("self",)).select_related("body").get(pk=access.pk)


def must_stand(access: AccessRequest, *, actor: Actor, at: Moment) -> None:
    """The gate `access_approved`. Raises Refused."""
    if not is_askers(actor, access) or not stands(access, at.day):
        raise Refused(NOT_APPROVED, ACCESS, remedy=ASK_FIRST)


def must_decide(access: AccessRequest, actor: Actor) -> None:
    """The gate `different_person`, and that the actor may decide about this file. Raises Refused."""
    owner = owner_of(access.file_ref)
    if not may_decide(actor, access, owner.unit_id if owner else None):
        raise Refused("您不能审批这份案卷的调阅。", ACCESS, remedy="请由承办机构负责人或者档案管理人员办理。")
    if is_askers(actor, access):
        raise Refused(
            "申请人与审批人不得为同一人。", "TSO-2018:publish_duties", remedy="请由另一名有权审批的人员办理。"
        )
