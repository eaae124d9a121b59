"""How fast the page of a decision is served: our own server against nginx on the same file, turn about.

Run: .venv/bin/python bench/portal_page.py [rounds] [seconds]. Needs nginx and wrk. Both serve the compressed twin of one page
to 32 connections; the ratio of each pair is taken, and the median, least and greatest ratio are printed with a line of JSON.
"""

import getpass
import json
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
DATA = Path(tempfile.mkdtemp(prefix="yangguang-bench-"))
os.environ |= {"DJANGO_SETTINGS_MODULE": "config.settings.base", "YANGGUANG_DATA_DIR": str(DATA)}
GOAL, CONNECTIONS, OURS, NGINX = 0.3, 32, 8931, 8932
REF = "abcdefghijklmnopqrstuvwxyz"[:20] + "234567"
CONFIGURATION = """
user {user}; worker_processes 1; pid {data}/nginx.pid; error_log {data}/nginx.log; events {{ worker_connections 1024; }}
http {{ access_log off; sendfile on; client_body_temp_path {data}/a; proxy_temp_path {data}/b; fastcgi_temp_path {data}/c;
uwsgi_temp_path {data}/d; scgi_temp_path {data}/e; gzip_static on; keepalive_requests 1000000; default_type text/html;
server {{ listen 127.0.0.1:{port}; location /decisions/ {{ alias {data}/flat/; }} }} }}
"""


def a_page():
    """One page as release writes it, and the same under nginx."""
    import django

    django.setup()
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0)
    from yangguang.bulletin.models import Notice
    from yangguang.bulletin.pages_on_disk import path_of, write
    from yangguang.bulletin.rendering import html_of

    notice = Notice(
        ref=REF, kind="penalty", kind_label="行政处罚", number="示人社监罚字〔2026〕第19号", title="示范县晨曦电子有限公司案",
        body_ref="b" * 26, body_name="示范县人力资源和社会保障局", party_name="示范县晨曦电子有限公司", conclusion="警告",
        decided_on=date(2026, 11, 10), published_on=date(2026, 11, 13), until=date(2027, 11, 10), digest="0" * 64,
        text=[f"第{n}段：经查，你单位安排劳动者超时加班，事实清楚。" for n in range(40)],
    )  # fmt: skip
    write(REF, html_of(notice))
    flat = DATA / "flat"
    flat.mkdir()
    shutil.copy(path_of(REF), flat / REF)
    shutil.copy(path_of(REF).with_suffix(".html.gz"), flat / f"{REF}.gz")


def servers():
    """Ours as `yangguang serve` runs it, with one worker; nginx with one worker."""
    (DATA / "nginx.conf").write_text(CONFIGURATION.format(data=DATA, port=NGINX, user=getpass.getuser()))
    ours = [sys.executable, "-m", "gunicorn", "-c", "python:yangguang.base.serving.web", "-w", "1", "-b",
            f"127.0.0.1:{OURS}", "--max-requests", "0", "config.wsgi:application"]  # fmt: skip
    started = [
        subprocess.Popen(ours, cwd=ROOT),
        subprocess.Popen(["nginx", "-c", str(DATA / "nginx.conf"), "-g", "daemon off;"]),
    ]
    for port in (OURS, NGINX):
        for _ in range(100):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/decisions/{REF}", timeout=2).read()
                break
            except OSError:
                time.sleep(0.2)
    return started


def per_second(port, seconds):
    """Requests per second by wrk."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-H", "Accept-Encoding: gzip", "--latency",
               f"http://127.0.0.1:{port}/decisions/{REF}"]  # fmt: skip
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in told, told
    slow = re.search(r"99%\s+([\d.]+)(us|ms|s)", told)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", told).group(1)), slow.group(1) + slow.group(2)


def main(rounds=5, seconds=4):
    """Turn about; ratios, not absolute numbers, are what is kept."""
    a_page()
    started = servers()
    try:
        pairs = []
        for number in range(rounds):
            order = (OURS, NGINX) if number % 2 else (NGINX, OURS)
            taken = {port: per_second(port, seconds) for port in order}
            pairs.append((taken[OURS][0], taken[NGINX][0], taken[OURS][1]))
            print(f"ours {pairs[-1][0]:>9,.0f}/s  nginx {pairs[-1][1]:>9,.0f}/s  p99 {pairs[-1][2]}")
    finally:
        for process in started:
            process.send_signal(signal.SIGTERM)
            process.wait(20)
        shutil.rmtree(DATA, ignore_errors=True)
    ratios = [ours / nginx for ours, nginx, _ in pairs]
    result = {
        "bench": "portal_page", "ratio": round(statistics.median(ratios), 3), "least": round(min(ratios), 3),
        "greatest": round(max(ratios), 3), "goal": GOAL, "ours_per_second": round(statistics.median(p[0] for p in pairs)),
    }  # fmt: skip
    print(f"ratio {result['ratio']} ({result['least']}–{result['greatest']}), goal {GOAL}")
    print(json.dumps(result))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
