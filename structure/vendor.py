"""Fetch the parts of other projects that the pages ship with, and write down what they are.

Run by the maintainer who updates a part (`python -m structure.vendor`); needs npm, nobody else does.
The files are committed, and `manifest.json` holds the SHA-256 of each.
"""

import hashlib
import json
import re
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

VENDOR = Path(__file__).resolve().parent.parent / "yangguang/base/static/vendor"
ICON_PACKAGE = "@tabler/icons@3.51.0"
ICON_LICENCE = "MIT"

ICON_NAMES = """
accessible adjustments-horizontal alert-circle alert-triangle archive arrow-back-up arrow-down arrow-left arrow-right
arrow-up arrows-diff arrows-left-right arrows-shuffle arrows-sort bell book book-2 briefcase building building-bank
calendar-event calendar-off calendar-time camera cash certificate chart-bar check checks chevron-down chevron-left
chevron-right circle circle-check circle-dashed circle-x clipboard-check clipboard-list clock clock-off cloud-off copy
device-floppy device-mobile dots download edit eraser external-link eye eye-off file-certificate file-download
file-plus file-search file-spreadsheet file-text filter fingerprint flag flask folder-open folders gavel help history
home hourglass id-badge-2 info-circle key layout-columns list-check list-details lock lock-open logout mail map-pin
menu-2 message-2 message-circle-question message-plus message-report microphone minus note paperclip pencil phone
player-pause player-play player-track-next plus printer qrcode refresh report-analytics rss scale school search
selector send settings shield-check sort-ascending sort-descending star text-size tool trash upload user users video
world world-search writing x
"""


def unpack(package: str, into: Path) -> Path:
    """Download one npm package of a fixed version and return the folder it was unpacked to."""
    subprocess.run(["npm", "pack", "--silent", package], cwd=into, check=True, capture_output=True)  # noqa: S603, S607
    archive = next(into.glob("*.tgz"))
    with tarfile.open(archive) as opened:
        opened.extractall(into, filter="data")
    return into / "package"


def lean_icon(svg: str) -> str:
    """Keep only the drawing: the tag that inlines an icon adds size, stroke and accessibility."""
    paths = re.findall(r"<(?:path|circle|rect|line|polyline|polygon|ellipse)\b[^>]*/>", svg)
    return "\n".join(path for path in paths if 'd="M0 0h24v24H0z"' not in path) + "\n"


def vendor_icons(package: Path, target: Path) -> None:
    """Write the drawings of the icons in use, and the licence they come under."""
    target.mkdir(parents=True, exist_ok=True)
    for old in target.iterdir():
        old.unlink()
    (target / "LICENSE").write_text((package / "LICENSE").read_text())
    for name in ICON_NAMES.split():
        (target / f"{name}.svg").write_text(lean_icon((package / f"icons/outline/{name}.svg").read_text()))


def manifest() -> dict[str, Any]:
    """What is vendored: package, version, licence, and the fingerprint of every file."""
    files = sorted(path for path in VENDOR.rglob("*") if path.is_file() and path.name != "manifest.json")
    digests = {str(path.relative_to(VENDOR)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    return {"tabler-icons": {"package": ICON_PACKAGE, "licence": ICON_LICENCE, "files": digests}}


def main() -> None:
    """Fetch everything again and rewrite the manifest."""
    with tempfile.TemporaryDirectory() as scratch:
        vendor_icons(unpack(ICON_PACKAGE, Path(scratch)), VENDOR / "tabler-icons")
    (VENDOR / "manifest.json").write_text(json.dumps(manifest(), indent=1) + "\n")


if __name__ == "__main__":
    main()
