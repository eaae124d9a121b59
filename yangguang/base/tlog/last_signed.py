"""What the log has last signed, in a file of its own: outside every database and every dump of one.

It is kept before the head is signed, and once more when the head is public: a served head that is older is the trace of a
process that died in between, or else of somebody who put an old one back.

The file names its own inode and the instant it was made. A copy that is put back has others, so that a restored log is
noticed before it signs; whoever puts back a whole disk has to hold the log first (`yangguang tlog hold`).
"""

from __future__ import annotations

from pathlib import Path

from yangguang.base.tlog import notes
from yangguang.base.tlog.checkpoint import number
from yangguang.kernel import birth, disk

SIGNING, PUBLIC = "signing", "public"


class LastSigned:
    """The file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def exists(self) -> bool:
        """Whether anything was ever signed here."""
        return self.path.exists()

    def read(self) -> tuple[int, bytes]:
        """Size and root. Raises ValueError when the file is damaged."""
        lines = self._lines()
        return number(lines[0]), notes.decoded(lines[1])

    def keep(self, size: int, root: bytes, *, public: bool) -> None:
        """Remember a head, durably: before it is signed, and again when it is public."""
        state = PUBLIC if public else SIGNING
        facts = f"{size}\n{notes.encoded(root)}\n{state}"
        disk.write_in_its_place(self.path, lambda itself: f"{facts}\n{itself}\n".encode(), mode=0o600)

    def is_public(self) -> bool:
        """Whether the head was seen to be public."""
        return self._lines()[2] == PUBLIC

    def is_in_its_place(self) -> bool:
        """Whether this is the file that was written here, and no copy of it."""
        return self._lines()[3] == birth.of(self.path)

    def _lines(self) -> list[str]:
        lines = self.path.read_text(encoding="ascii").split("\n")
        if len(lines) != 5 or lines[4]:
            raise ValueError(f"文件 {self.path.name} 损坏")
        return lines[:4]
