"""How fast the page of a decision is served: our own server, and nginx with the documentation's example, against their peers.

Run: .venv/bin/python bench/portal_page.py [rounds] [seconds]. Needs nginx and wrk, and Datasette: its path in YANGGUANG_DATASETTE,
out of an environment of its own (`python3 -m venv /tmp/d && /tmp/d/bin/pip install datasette`), never out of ours; without it the
bench says so and ends with 1. Turn about, 32 connections that stay open, one worker each, all ask for one page and take gzip:

- `ours`, the built-in server, against `packed`, nginx on the same file compressed before (goal 0.3);
- `example`, the example of the documentation over the exported file, against `plain`, nginx alone on that file, both compressing
  it as it goes out (goal 0.8);
- `ours` against `datasette`, its page of the same row among the same rows (goal 20).

Ratios of each round by the clock and by CPU of the servers; their medians, least and greatest, and a line of JSON.
"""

import json
import os
import re
import shutil
import sqlite3
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
CONNECTIONS, ROWS, REF = 32, 1_000, "abcdefghijklmnopqrstuvwxyz"[:20] + "234567"
GOALS = {("ours", "packed"): 0.3, ("example", "plain"): 0.8, ("ours", "datasette"): 20}
PACKED = """
server {{ listen 127.0.0.1:{port}; gzip_static on; default_type text/html; location /decisions/ {{ alias {data}/flat/; }} }}
"""
PLAIN = "server {{ listen 127.0.0.1:{port}; root {data}/www; gzip on; }}"

from bench.desk_site import cpu_of
from tests import nginx


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
    (DATA / "www" / "decisions").mkdir(parents=True)
    shutil.copy(path_of(REF), DATA / "www" / "decisions" / f"{REF}.html")
    rows_for_datasette(notice)


def rows_for_datasette(notice):
    """The same row among others like it, as Datasette is given a table."""
    told = {
        field.column: getattr(notice, field.attname) for field in notice._meta.concrete_fields if field.column != "id"
    }
    plain = {name: value if isinstance(value, int | str) else json.dumps(value, ensure_ascii=False, default=str)
             for name, value in told.items()}  # fmt: skip
    with sqlite3.connect(DATA / "site.db") as database:
        names = ", ".join(f'"{name}"' for name in plain)
        database.execute(f"CREATE TABLE notices ({names}, PRIMARY KEY (ref))")
        rows = (list((plain | {"ref": REF if number == 0 else f"{number:026d}"}).values()) for number in range(ROWS))
        database.executemany(f"INSERT INTO notices VALUES ({', '.join('?' * len(plain))})", rows)


def servers():
    """Who serves, at which address: ours as `yangguang serve` runs it, one nginx with three servers, and Datasette."""
    ports = {name: nginx.a_port() for name in ("ours", "packed", "plain", "example", "datasette")}
    folder = DATA / "nginx"
    nginx.example(folder, www=DATA / "www", port=ports["example"], process=f"http://127.0.0.1:{ports['ours']}")
    for name, text in (("packed", PACKED), ("plain", PLAIN)):
        (folder / "servers" / f"{name}.conf").write_text(text.format(data=DATA, port=ports[name]))
    ours = [sys.executable, "-m", "gunicorn", "-c", "python:yangguang.base.serving.web", "-w", "1", "-b",
            f"127.0.0.1:{ports['ours']}", "--max-requests", "0", "config.wsgi:application"]  # fmt: skip
    datasette = os.environ.get("YANGGUANG_DATASETTE") or shutil.which("datasette")
    started = {"ours": subprocess.Popen(ours, cwd=ROOT)}
    if datasette:
        asked = [datasette, "serve", "--immutable", str(DATA / "site.db"), "-p", str(ports["datasette"])]
        started["datasette"] = subprocess.Popen(asked, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    pages = {"ours": f"/decisions/{REF}", "packed": f"/decisions/{REF}", "example": f"/decisions/{REF}",
             "plain": f"/decisions/{REF}.html", "datasette": f"/site/notices/{REF}"}  # fmt: skip
    addresses = {name: f"http://127.0.0.1:{ports[name]}{path}" for name, path in pages.items()}
    if not datasette:
        print(
            "!!! Datasette is MISSING: that goal is NOT measured. See above how to install it; YANGGUANG_DATASETTE names it. !!!"
        )
        del addresses["datasette"]
    return addresses, started, folder, [ports[name] for name in ("packed", "plain", "example")]


def wait_for(address):
    """Until it answers."""
    for _ in range(300):
        try:
            return urllib.request.urlopen(address, timeout=5).read()
        except OSError:
            time.sleep(0.2)
    raise SystemExit(f"{address} does not answer")


def per_second(address, process, seconds):
    """Requests by wrk: a second of the clock, a second of the server's CPU, and p99."""
    command = [
        "wrk",
        "-t1",
        f"-c{CONNECTIONS}",
        f"-d{seconds}s",
        "-H",
        "Accept-Encoding: gzip",
        "--timeout",
        "30s",
        "--latency",
        address,
    ]
    before = cpu_of(process)
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    cpu = cpu_of(process) - before
    assert "Non-2xx" not in told, told
    done = int(re.search(r"(\d+) requests in", told).group(1))
    slow = re.search(r"99%\s+([\d.]+)(us|ms|s)", told)
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", told).group(1))
    return rate, done / max(cpu, 0.01), slow.group(1) + slow.group(2)


def compared(rounds):
    """For every goal: the ratio by the clock and by CPU."""
    for (one, other), goal in GOALS.items():
        if other not in rounds[0]:
            yield {"of": one, "to": other, "goal": goal, "ratio": None}
            continue
        clock, cpu = ([taken[one][at] / taken[other][at] for taken in rounds] for at in (0, 1))
        yield {"of": one, "to": other, "goal": goal, "ratio": round(statistics.median(clock), 3), "least": round(min(clock), 3),
               "greatest": round(max(clock), 3), "cpu_ratio": round(statistics.median(cpu), 3)}  # fmt: skip


def main(rounds=5, seconds=4):
    """Turn about; ratios, not absolute numbers, are what is kept."""
    a_page()
    addresses, started, folder, ports = servers()
    taken = []
    try:
        with nginx.running(folder, ports) as web:
            processes = dict.fromkeys(("packed", "plain", "example"), web) | started
            for address in addresses.values():
                wait_for(address)
            for number in range(rounds):
                order = list(addresses)[:: 1 if number % 2 else -1]
                taken.append({name: per_second(addresses[name], processes[name], seconds) for name in order})
                said = (
                    f"{name} {rate:,.0f}/s (CPU {cpu:,.0f}/s, p99 {slow})"
                    for name, (rate, cpu, slow) in taken[-1].items()
                )
                told = ", ".join(said)
                print(told, flush=True)
    finally:
        for process in started.values():
            process.terminate()
            process.wait(20)
        shutil.rmtree(DATA, ignore_errors=True)
    results = list(compared(taken))
    print(json.dumps({"bench": "portal_page", "compared": results}))
    sys.exit(0 if all(one["ratio"] is not None for one in results) else 1)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
