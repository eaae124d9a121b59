"""Takes the recordings of a body camera's card, or of the station's folder, into the case files they belong to.

导入录音录像：从执法记录仪的存储卡或者采集站文件夹读取，按文件名和领用登记找领用人，按案号或者现场办案记录找案件；找不到的存入
待认领，由人指定。同一个文件导入过的不再入库；中断以后再运行一次，接着导入。卡上的文件不改动、不删除。--dry-run 只看结果，不入库。
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from yangguang.base.commands.terminal import NotReady, answer, with_progress
from yangguang.directory.api import Account
from yangguang.records.card import CardFile
from yangguang.records.use_cases._import_recordings import import_recordings, in_words
from yangguang.records.use_cases._take_from_card import OUTCOMES, Outcome

NAME = "import"
HELP = "导入录音录像 · take in recordings from a card"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to import, from where, and in whose name."""
    shelf = parser.add_subparsers(title="导入什么 what to import", metavar="WHAT", required=True)
    made = shelf.add_parser("recordings", help="录音录像 recordings", description=__doc__)
    made.add_argument("folder", type=Path, help="文件夹 the folder")
    made.add_argument("--as", dest="account", required=True, metavar="账号", help="以谁的名义导入 in whose name")
    made.add_argument("--device", default="", metavar="编号", help="整张卡属于哪台设备 the device of the whole card")
    made.add_argument("--dry-run", action="store_true", help="只看结果，不入库 show what would be done")


def run(arguments: argparse.Namespace) -> int:
    """Import, with progress; 1 when something could not be read."""
    account = Account.objects.select_related("body").filter(username=arguments.account, is_active=True).first()
    if account is None:
        raise NotReady(f"没有这个账号：{arguments.account}。 No such account.")

    def watched(files: list[CardFile]) -> Iterable[CardFile]:
        return with_progress(files, len(files), "导入 importing")

    told = import_recordings(
        arguments.folder, actor=account, device_number=arguments.device, dry_run=arguments.dry_run, watched=watched
    )
    counts = dict(Counter(one.outcome for one in told))
    result = {"dry_run": arguments.dry_run, "counts": counts, "files": [vars(one) for one in told]}
    head = "试运行，没有入库：" if arguments.dry_run else ""
    lines = [f"{head}{in_words(counts) or '没有录音录像'}。", *(_line(one) for one in told if one.outcome != "stored")]
    answer(result, as_json=arguments.json, lines=lines)
    return 1 if counts.get("unread") else 0


def _line(one: Outcome) -> str:
    return f"  {OUTCOMES[one.outcome]}　{one.name}　{one.words}".rstrip()
