"""Writes the whole public site as files for nginx or a CDN; searching and forms stay with the process.

把公示端导出为静态文件，供 nginx 或者 CDN 直接提供；查询、填表仍由公示端进程答复。内容没有变的文件不动，撤下的随即删除。可以定时运行。
"""

from __future__ import annotations

import argparse
from pathlib import Path

from yangguang.base.commands.terminal import answer
from yangguang.portal.static_export import export

NAME = "static-export"
HELP = "导出静态公示网站 · the public site as files"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to."""
    parser.add_argument("folder", type=Path, help="文件夹：空的，或者上次导出的 an empty folder or an earlier export")


def run(arguments: argparse.Namespace) -> int:
    """Export and say what changed."""
    done = export(arguments.folder)
    lines = [f"共 {done.files} 个文件：写入 {done.written}，未变 {done.kept}，删除 {done.removed}。"]
    answer(vars(done), as_json=arguments.json, lines=lines)
    return 0
