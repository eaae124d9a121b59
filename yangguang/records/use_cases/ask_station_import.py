"""Ask for the station's folder to be read; the job process does it, so that nobody waits in front of a page."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account, Body
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.events import StationImportAsked
from yangguang.records.models import StationImport
from yangguang.records.policy import may_keep_devices
from yangguang.records.use_cases._import_recordings import station_folder

CLAUSE = "APL-2021:47"


@transaction.atomic
def ask_station_import(*, actor: Account, at: Moment) -> StationImport:
    """Raises Refused where the site has no folder for this body, and while one is being read."""
    body = Body.objects.select_for_update().get(pk=actor.body_id)
    if not may_keep_devices(actor, body):
        raise Refused("只有本机关的设备管理人员可以导入。", CLAUSE, remedy="请由档案员或者承办机构负责人导入。")
    folder = station_folder(body)
    if folder is None or not folder.is_dir():
        remedy = "请系统管理员在服务器上设置采集站文件夹，其中以本机关统一社会信用代码命名一个子文件夹。"
        raise Refused("本机关没有采集站文件夹。", CLAUSE, remedy=remedy)
    if StationImport.objects.filter(body=body, ended_at=None).exists():
        raise Refused("上一次导入还没有完成。", CLAUSE, remedy="请稍后再看结果。")
    run = StationImport.objects.create(body=body, account=actor, folder=str(folder)[:400], asked_at=at.recorded_at)
    ledger.record(StationImportAsked(run.folder), subject=run.subject, actor=actor, at=at)
    return run
