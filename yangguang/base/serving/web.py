"""Settings of the web server (gunicorn, threads). Read by gunicorn itself: `gunicorn -c python:yangguang.base.serving.web`."""

import gc
from pathlib import Path
from typing import Any

from yangguang.base.serving.parent import stop_with_supervisor

LIVELY = 20_000  # new objects before the collector looks: a page makes about as many

worker_class = "yangguang.base.serving.quick_worker.QuickWorker"
threads = 4
timeout = 60
graceful_timeout = 15
keepalive = 5
max_requests = 5000  # a worker is renewed now and then, so that memory never creeps
max_requests_jitter = 500
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 – heartbeats in memory: a slow disk is no hung worker
control_socket_disable = True
accesslog = None
loglevel = "warning"
proc_name = "yangguang-web"


def post_worker_init(worker: Any) -> None:
    """What was loaded is there for good: the collector looks at the rest only, and less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(LIVELY)


def when_ready(server: Any) -> None:
    """The server stops with the supervisor."""
    stop_with_supervisor()
