"""Secrets in files: the site's own key, made once in the data directory, and those of services it uses; only the owner reads them."""

import os
import secrets
from pathlib import Path


def secret_key_from(data_dir: Path) -> str:
    """The key in data_dir/secret_key; makes it on the first start."""
    path = data_dir / "secret_key"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
    return path.read_text(encoding="ascii").strip()


def secret_in(path: str) -> str:
    """What a file of a secret says; nothing without a path. Raises PermissionError for one that others can read."""
    if not path:
        return ""
    if os.stat(path).st_mode & 0o077:
        raise PermissionError(f"{path} may be read by others: chmod 600")
    return Path(path).read_text(encoding="utf-8").strip()
