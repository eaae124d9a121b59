"""Writes the pages: every address, its title, who may open it, and what it answers for the objects of others."""

from collections.abc import Iterator
from itertools import groupby

from structure.reference.markdown import head, table
from yangguang.base import pages
from yangguang.directory.rules.roles import LABELS, READERS, Role

SITES = {"root": "两端共用", "desk": "办公端", "portal": "公示端"}
COLUMNS = ("地址", "标题", "名称", "谁能打开", "读写", "本机关／其他机关／上级监督机关")


def page() -> str:
    """The whole page, a table for each site."""
    told = (
        "没有登记的地址不存在。末栏是打开一件具体事项时的答复：200 看得到，404 等于不存在；每一格都由测试逐岗位核对。"
    )
    every = sorted(pages.register().values(), key=lambda one: (list(SITES).index(one.site), one.address))
    written = [head("页面", source="页面登记 `@page` ", told=told)]
    for site, found in groupby(every, key=lambda one: one.site):
        written.append(f"\n## {SITES[site]}\n\n{table(COLUMNS, (_row(one) for one in found))}")
    return "".join(written)


def _row(one: pages.Page) -> tuple[str, ...]:
    address = f"/desk/{one.address}" if one.site == "desk" else f"/{one.address}"
    answers = f"{one.expects.own}／{one.expects.other}／{one.expects.superior}" if one.subject else ""
    return f"`{address}`", one.title, f"`{one.name}`", "、".join(_who(one)), "写" if one.writes else "读", answers


def _who(one: pages.Page) -> Iterator[str]:
    if one.allow == pages.PUBLIC:
        yield "任何人"
    elif one.allow == pages.SIGNED_IN:
        yield "登录的人"
    elif one.allow == READERS:
        yield "除审计管理员以外登录的人"
    else:
        yield from (LABELS[role] for role in Role if role in one.allow)
