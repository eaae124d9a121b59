"""Carries publications from the desk to a public site it has no network to, and what citizens sent in back to the desk.

数据包：办公端与公示端之间没有网络时，用光盘、U 盘传递。办公端 export 导出上次以来的全部变动，公示端 import 导入；有缺号、改动、
伪造、重复的不予导入，中途断电的再运行一次即可。不予导入时会说明在办公端用什么命令补上：缺号用 --after，接不上的用 --whole。
公示端 export 导出群众来件（加密给办公端），办公端 import 收取；重复收取不会重复登记。
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from yangguang.base.commands.terminal import answer, say
from yangguang.bulletin.bundles import keys, parcels, sending, taking_in

NAME = "bundle"
HELP = "数据包：导出、导入公示内容 · carry publications on a disk"
Work = Callable[[argparse.Namespace], int]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with bundles."""
    shelf = parser.add_subparsers(title="做什么 what to do", metavar="WHAT", required=True)

    def sub(name: str, what: str, work: Work) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = shelf.add_parser(name, help=what, description=what)
        made.set_defaults(work=work)
        return made

    export = sub("export", "导出到文件夹 put what changed into a folder", _export)
    export.add_argument("folder", type=Path, help="文件夹 the folder")
    export.add_argument("--whole", action="store_true", help="导出全部内容，可以越过缺号 everything, over any gap")
    export.add_argument(
        "--after", type=int, default=0, metavar="N", help="公示端已经导入到第 N 号 the public site has come as far as N"
    )
    sub("import", "导入 take in", _import).add_argument("place", type=Path, help="文件或者文件夹 a file or a folder")
    sub("key", "本站的公钥 this site's public key", _key)
    sub("trust", "认可对方的公钥 go by the other side's key", _trust).add_argument("vkey", help="公钥 the key")


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    return int(arguments.work(arguments))


def _export(arguments: argparse.Namespace) -> int:
    if settings.SITES == "portal":
        carried = parcels.export(arguments.folder)
        lines = [f"已导出来件第 {one.number} 号，{one.held} 件办公端还没有确认收到。" for one in carried]
        answer([vars(one) for one in carried], as_json=arguments.json, lines=lines)
        return 0
    sent = sending.export(arguments.folder, whole=arguments.whole, after=arguments.after)
    lines = [f"已导出第 {sent.number} 号。" if sent.number else "上次导出以来没有变动。"]
    lines += [f"  {name}" for name in sent.names]
    if sent.on_their_way:
        lines.append(f"还有 {sent.on_their_way} 件事正在送往公示库，稍后再导出一次。")
    answer(vars(sent), as_json=arguments.json, lines=lines)
    return 0


def _import(arguments: argparse.Namespace) -> int:
    if settings.SITES != "portal":
        came = parcels.take_in(arguments.place)
        lines = [f"来件第 {one.number} 号：{one.held} 件，新收 {one.fresh} 件" for one in came]
        answer([vars(one) for one in came], as_json=arguments.json, lines=lines)
        return 0
    taken = taking_in.take_in(arguments.place)
    lines = [f"第 {one.number} 号：{'以前已经导入' if one.already else '已导入'}" for one in taken]
    answer([vars(one) for one in taken], as_json=arguments.json, lines=lines)
    return 0


def _key(arguments: argparse.Namespace) -> int:
    say(keys.own_key().verifier.vkey)
    return 0


def _trust(arguments: argparse.Namespace) -> int:
    say(f"今后导入 {keys.trust(arguments.vkey).name} 签名的数据包。")
    return 0
