"""Run the database tests on PostgreSQL: an existing server by YANGGUANG_TEST_POSTGRES, else one of our own.

`python -m structure.postgresql [pytest arguments]`; our own server comes from the dev-only package pgserver, needs no
root and no installation, lives in a temporary folder and is gone when the run ends.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Tests kill processes, not machines: their throwaway server need not wait for the disk. Read afresh without a restart.
HASTY = ("fsync", "synchronous_commit", "full_page_writes")


@contextmanager
def a_server(*, durable: bool = True) -> Iterator[str]:
    """The address of a PostgreSQL where test databases may be made; one of our own may do without syncing."""
    existing = os.environ.get("YANGGUANG_TEST_POSTGRES")
    if existing:
        yield existing
        return
    with tempfile.TemporaryDirectory(prefix="yangguang-pg-", ignore_cleanup_errors=True) as folder:
        runtime = Path(tempfile.gettempdir()) / f"runtime-{os.getuid()}"  # where pgserver keeps its locks
        runtime.mkdir(exist_ok=True)
        runtime.chmod(0o700)
        os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))
        import pgserver

        server = pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            if not durable:
                for setting in HASTY:
                    server.psql(f"ALTER SYSTEM SET {setting} = off")
                server.psql("SELECT pg_reload_conf()")
            yield server.get_uri()
        finally:
            server.cleanup()


def main(arguments: list[str]) -> int:
    """Run pytest with the database tests on PostgreSQL and return its exit code."""
    with a_server(durable=False) as address:
        environment = os.environ | {"YANGGUANG_TEST_DATABASE": address}
        command = [sys.executable, "-m", "pytest", *arguments]
        return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603 – our own pytest


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
