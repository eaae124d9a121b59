"""The public log: re-derive it, hand its head to witnesses, be a witness, let it go on after a restore.

公示存证日志：从文件重新推算整本日志；把日志头交给见证人、收回联署；自己做见证人；从备份恢复之后核对再用。见证人不联署退回、
分叉的日志。没有网络也行：请求和答复都是小文件。
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from django.conf import settings

from yangguang.base.commands.terminal import NotReady, answer, complain, say
from yangguang.base.tlog import cosigned, fsck, keys, resuming, second_line, watching, witness
from yangguang.base.tlog.keys import KeyUnusable
from yangguang.base.tlog.listed import NotToBeRead
from yangguang.base.tlog.log import TO_RESUME, LogHeld
from yangguang.base.tlog.monitor import Forked
from yangguang.base.tlog.site_log import begun_log, site_log
from yangguang.base.tlog.witness import Witness

NAME = "tlog"
HELP = "公示存证日志：核验、见证、恢复 · the public log"
Work = Callable[[argparse.Namespace], int]
Shelf: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with the log, or as a witness."""
    shelf = parser.add_subparsers(title="做什么 what to do", metavar="WHAT", required=True)
    _sub(shelf, "fsck", "从文件重新推算整本日志 re-derive the whole log", _fsck)
    _sub(shelf, "key", "日志的公钥 the log's public key", _key)
    _sub(shelf, "sm2", "日志头从此加签国密一行 put an SM2 line under every head from now on", _sm2)
    _sub(shelf, "policy", "读者应当信任的日志和见证人 whom readers have to trust (C2SP tlog-policy)", _policy)
    request = _sub(shelf, "request", "给见证人的请求 a request to a witness", _request)
    request.add_argument("--old", type=int, default=0, help="见证人已见过的条数 entries the witness knows")
    _with_file(_sub(shelf, "cosigned", "收回见证人的联署 take over a cosigned head", _cosigned))
    trust = _sub(shelf, "trust", "认可一个见证人 go by a witness", _trust)
    trust.add_argument("vkey", help="见证人的公钥 its public key")
    hold = _sub(shelf, "hold", "停止签名 sign nothing from now on", _hold)
    hold.add_argument("reason", help="理由 why")
    resume = _sub(shelf, "resume", "核对最新的日志头之后继续签名 go on after a look at the newest head", _resume)
    resume.add_argument("newest", type=Path, help="留存的日志头文件，或者镜像文件夹 a kept checkpoint or a mirror")
    watch = _sub(shelf, "monitor", "从外面盯住一本日志和公示网站 watch a log and its portal from outside", _monitor)
    watch.add_argument("url", help="公示网站的网址 the portal's address")
    watch.add_argument("--folder", type=Path, required=True, help="留存日志的文件夹 where the log is kept")
    watch.add_argument("--key", default="", help="日志的公钥，从别处得知的 the log's public key, from elsewhere")
    _add_witness(_sub(shelf, "witness", "做见证人 be a witness", _witness_key))


def run(arguments: argparse.Namespace) -> int:
    """Do it; a log or a key that cannot be used is told, with what to do first."""
    try:
        return int(arguments.work(arguments))
    except Forked as fault:
        complain(f"发现问题：{fault} The log is not the one that was kept.")
        return 1
    except NotToBeRead as fault:
        raise NotReady(f"{fault} Not to be read at the moment.") from None
    except (KeyUnusable, LogHeld) as fault:
        remedy = TO_RESUME if isinstance(fault, LogHeld) else ""
        raise NotReady(f"日志现在不能用：{fault}{remedy} The log cannot be used now.") from None
    except (ValueError, OSError) as fault:
        complain(f"不予办理：{fault}")
        return 1


def _add_witness(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--folder", type=Path, required=True, help="见证人的文件夹 the witness's folder")
    shelf = parser.add_subparsers(title="见证人做什么 what the witness does", metavar="WHAT")
    _sub(shelf, "init", "生成密钥 make its key", _witness_init).add_argument(
        "name", help="名称，如 sfj.example.gov.cn/w"
    )
    _sub(shelf, "trust", "认可一本日志 trust a log", _witness_trust).add_argument(
        "vkey", help="日志的公钥 its public key"
    )
    add = _with_file(_sub(shelf, "add-checkpoint", "答复一个请求 answer a request", _witness_add))
    add.add_argument(
        "--whole", action="store_true", help="给出整个联署文件，供带回 the whole cosigned head, to carry back"
    )


def _sub(shelf: Shelf, name: str, what: str, work: Work) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = shelf.add_parser(name, help=what, description=what)
    parser.set_defaults(work=work)
    return parser


def _with_file(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("file", nargs="?", default="-", help="文件；- 为标准输入 a file, - for standard input")
    return parser


def _content(arguments: argparse.Namespace) -> bytes:
    return sys.stdin.buffer.read() if arguments.file == "-" else Path(arguments.file).read_bytes()


def _fsck(arguments: argparse.Namespace) -> int:
    log = site_log()
    faults = list(fsck.faults(log))
    size = log.head().size if log.begun and not faults else 0
    lines = [*faults, "日志有问题。 The log is not sound." if faults else f"{size} 条，全部成立。 {size} entries hold."]
    answer({"clean": not faults, "entries": size, "faults": faults}, as_json=arguments.json, lines=lines)
    return 1 if faults else 0


def _key(arguments: argparse.Namespace) -> int:
    say(begun_log().verifier().vkey)
    return 0


def _sm2(arguments: argparse.Namespace) -> int:
    say(second_line.begin(begun_log()).vkey)
    return 0


def _policy(arguments: argparse.Namespace) -> int:
    say(cosigned.policy(begun_log(), settings.TLOG_COSIGNATURES).rstrip("\n"))
    return 0


def _request(arguments: argparse.Namespace) -> int:
    say(cosigned.request(site_log(), arguments.old).decode().rstrip("\n"))
    return 0


def _cosigned(arguments: argparse.Namespace) -> int:
    names = cosigned.take_over(site_log(), _content(arguments))
    answer({"witnesses": names}, as_json=arguments.json, lines=[f"已收：{'、'.join(names)}"])
    return 0


def _trust(arguments: argparse.Namespace) -> int:
    cosigned.trust_witness(site_log(), arguments.vkey)
    return 0


def _hold(arguments: argparse.Namespace) -> int:
    log = site_log()
    with log.alone():
        log.hold(arguments.reason)
    return 0


def _resume(arguments: argparse.Namespace) -> int:
    head = resuming.resume(site_log(), arguments.newest)
    answer({"entries": head.size}, as_json=arguments.json, lines=[f"从第 {head.size} 条之后继续。"])
    return 0


def _monitor(arguments: argparse.Namespace) -> int:
    found = watching.watched(arguments.url, arguments.folder, arguments.key)
    told = (
        f"日志 {found.head.size} 条（上次 {found.before} 条），在公开 {found.standing} 件，网站列出 {found.listed} 件。"
    )
    ending = "有问题；刚刚撤下的，请十分钟后再看一次。 Faults found." if found.faults else "相符。 They agree."
    answer(
        {"clean": not found.faults, "entries": found.head.size, "before": found.before, "standing": found.standing,
         "listed": found.listed, "faults": found.faults}, as_json=arguments.json, lines=[*found.faults, told, ending],
    )  # fmt: skip
    return 1 if found.faults else 0


def _witness_init(arguments: argparse.Namespace) -> int:
    keys.make_key(Witness(arguments.folder).key_path, arguments.name)
    return _witness_key(arguments)


def _witness_key(arguments: argparse.Namespace) -> int:
    say(Witness(arguments.folder).verifier().vkey)
    return 0


def _witness_trust(arguments: argparse.Namespace) -> int:
    Witness(arguments.folder).trust(arguments.vkey)
    return 0


def _witness_add(arguments: argparse.Namespace) -> int:
    request = _content(arguments)
    told = Witness(arguments.folder).add_checkpoint(request)
    if told.status != witness.GOOD:
        complain(f"不予联署：{witness.WORDS[told.status]}。{told.status} {told.body}".rstrip())
        return 1
    say((witness.cosigned_note(request, told).decode() if arguments.whole else told.body).rstrip("\n"))
    return 0
