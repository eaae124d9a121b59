"""The job process: delivers what acts announced and runs scheduled jobs, until told to stop. Several may run at once.

作业进程：投递操作发出的事件，运行定时作业，直到收到停止信号。可以同时运行多个。
"""

from __future__ import annotations

import argparse

from yangguang.base.commands.terminal import answer
from yangguang.base.serving import worker
from yangguang.base.serving.parent import stop_with_supervisor
from yangguang.base.serving.stopping import Stop

NAME = "worker"
HELP = "运行作业进程 · run the job process"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whether to stop when nothing is due."""
    parser.add_argument("--once", action="store_true", help="做完到期的工作就退出 do what is due, then stop")


def run(arguments: argparse.Namespace) -> int:
    """Work until a signal asks to stop, or once."""
    if arguments.once:
        delivered, ran = worker.work_off()
        lines = [f"投递 {delivered} 件，运行作业 {ran} 项。 {delivered} delivered, {ran} jobs run."]
        answer({"delivered": delivered, "jobs": ran}, as_json=arguments.json, lines=lines)
        return 0
    stop = Stop.by_signal()
    stop_with_supervisor()
    worker.work_until_stopped(stop)
    return 0
