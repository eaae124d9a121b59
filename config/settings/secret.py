"""The site's own keys: made once, kept in the data directory, readable by their owner only."""

import hashlib
import os
import secrets
from pathlib import Path

PROGRESS = b"yangguang.bulletin.progress"


def secret_key_from(data_dir: Path) -> str:
    """The key in data_dir/secret_key; makes it on the first start."""
    return _kept(data_dir / "secret_key", secrets.token_urlsafe(48))


def progress_key_from(path: Path, secret_key: str) -> str:
    """The key of the marks under which complaints are asked for, as hex.

    It is made out of the site's secret key at the first start, as marks were before it had a file: those there are stay good.
    """
    return _kept(path, hashlib.blake2b(secret_key.encode(), key=PROGRESS, digest_size=32).hexdigest())


def key_file(told: str, else_here: Path) -> Path:
    """Where a key lies: where a setting says, or in the data directory."""
    return Path(told) if told else else_here


def key_if_any(path: Path) -> str:
    """A key that was made elsewhere and brought here; empty while it was not."""
    return path.read_text(encoding="ascii").strip() if path.exists() else ""


def _kept(path: Path, made: str) -> str:
    """What the file holds; `made` once there is none."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(made)
    return path.read_text(encoding="ascii").strip()
