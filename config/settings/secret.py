"""The site's own secret key: made once, kept in the data directory, readable by its owner only."""

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
