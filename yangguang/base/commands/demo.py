"""Fills an empty site with a fictional county: bodies, officers, cases and published decisions, through the same acts
as the screens. Refuses a site that already has data.

演示：在空站点上生成虚构的示范县，全部通过与界面相同的操作产生。已有数据的站点不予生成。
"""

from __future__ import annotations

import argparse
from importlib import import_module

from django.conf import settings

from yangguang.base.commands import init
from yangguang.base.commands.terminal import NotReady, answer, with_progress
from yangguang.base.models.ledger import LedgerEntry
from yangguang.kernel import chance

NAME = "demo"
HELP = "生成演示数据 · make a demo site"

# What the demo county is made of, in this order: "module:function", each called with the one random source.
PARTS: tuple[str, ...] = ("yangguang.desk.demo.making:make",)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The seed, and whether a site with data is a mistake or simply done."""
    parser.add_argument(
        "--seed", default="示范县", help="随机种子，同一种子生成同样的数据 the same seed makes the same county"
    )
    parser.add_argument("--if-empty", action="store_true", help="已有数据时什么也不做 do nothing when there is data")


def run(arguments: argparse.Namespace) -> int:
    """Prepare the site and let every part add what it owns."""
    if not settings.DEMO:
        raise NotReady("请先设置 YANGGUANG_DEMO=true。 Set YANGGUANG_DEMO=true first.")
    init.prepare(quiet=arguments.json)
    if LedgerEntry.objects.exists():
        if arguments.if_empty:
            answer(
                {"made": False},
                as_json=arguments.json,
                lines=["站点已有数据，保持不变。 The site has data; nothing to do."],
            )
            return 0
        raise NotReady("站点已有数据，演示数据只写入空站点。 This site has data; a demo fills an empty site only.")
    with chance.seeded(arguments.seed) as source:
        for part in with_progress(PARTS, len(PARTS), "演示数据 demo data"):
            module, _, name = part.partition(":")
            getattr(import_module(module), name)(source)
    made = {"made": True, "entries": LedgerEntry.objects.count()}
    answer(made, as_json=arguments.json, lines=["演示数据已生成。 Demo data is ready."])
    return 0
