"""The desk's half: put what changed since the last bundle into the next one, and keep it until the other side has it.

The bundle is whole on this disk before its number counts, and its number counts before anybody may carry it away: whatever
moment the process dies, no two bundles of one number are ever out.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from yangguang.base.models import Delivery
from yangguang.base.tlog.site_log import site_log
from yangguang.bulletin import pages_on_disk
from yangguang.bulletin.bundles import answers, contents, keys
from yangguang.bulletin.bundles.container import NOTHING_BEFORE, BadBundle, Header, Member, write
from yangguang.bulletin.bundles.contents import Fingerprints
from yangguang.bulletin.models import Notice
from yangguang.bulletin.rendering import html_of
from yangguang.kernel import clock, disk
from yangguang.kernel.refusal import Refused

KIND = "yangguang-bundle/1"
ROWS = "rows.jsonl"
TRIES = 3
LAST_NUMBER = 999_998  # names sort by number as long as it has six digits
READABLE = 0o644
OF_A_NOTICE = (
    pages_on_disk.path_of, pages_on_disk.packed_path_of, pages_on_disk.paper_of, pages_on_disk.proof_of,
)  # fmt: skip


@dataclass
class State:
    """What the other side has once it has taken in everything up to a number."""

    number: int = 0
    digest: str = NOTHING_BEFORE
    rows: Fingerprints = field(default_factory=dict)
    files: Fingerprints = field(default_factory=dict)
    unsettled: list[int] = field(default_factory=list)  # decisions whose files were left out


@dataclass(frozen=True)
class Sent:
    """What an export did: the new bundle's number, or 0 when nothing had changed; which files lie in the folder now."""

    number: int
    names: list[str]
    on_their_way: int


def export(target: Path, *, whole: bool = False, after: int = 0) -> Sent:
    """Make the next bundle if anything changed, and put every one the other side may not have yet into a folder.

    `after` is how far the other side has come, by its own word: a desk that no longer has all that follows, or that was put
    back to an older state and does not know that number, makes a whole one with a number behind it.
    """
    if after > LAST_NUMBER:
        raise Refused(f"没有第 {after} 号数据包。", remedy="请核对 --after 后面的编号：公示端最后导入的是第几号。")
    with disk.locked(_out() / "lock"):
        for last in range(TRIES, 0, -1):
            try:
                number = _made(after, whole=whole or (after > 0 and not _goes_on_from(after)))
                break
            except (BadBundle, FileNotFoundError):  # something changed while it was read
                if last == 1:
                    raise Refused("公示内容一直在变动，没有生成数据包。", remedy="请过几分钟再导出。") from None
        names = [_carried(path, target) for path in _kept()]
    return Sent(number, names, Delivery.objects.filter(done_at=None).count())


def forget_up_to(number: int) -> None:
    """The other side has everything up to a number: what is kept for it goes."""
    for path in _kept():
        if _number_of(path) <= number:
            disk.remove_durably(path)


def name_of(number: int) -> str:
    """What the file of a bundle is called."""
    return f"bundle-{number:06}.tar"


def _goes_on_from(number: int) -> bool:
    """Whether every bundle after a number is still here."""
    return (
        set(range(number + 1, _state().number + 1)) <= {_number_of(path) for path in _kept()}
        and number <= _state().number
    )


def _made(after: int, *, whole: bool) -> int:
    before = _state()
    began = State() if whole else before
    rows_path = _out() / ROWS
    now = State(max(before.number, after) + 1)
    sources: list[tuple[Member, Path]] = []
    with ExitStack() as held:
        held.enter_context(site_log().alone())
        changed, now.rows = _write_rows(rows_path, began.rows)
        out, now.unsettled = _unsettled(changed, before.unsettled)
        now.files = contents.file_fingerprints(out)
        if (now.rows, now.files) == (began.rows, began.files):
            return 0
        sources.append((_member(ROWS, rows_path), rows_path))
        for name in sorted(now.files, key=_heads_last):
            if began.files.get(name) != now.files[name]:
                path = contents.path_of(name)
                sources.append((Member(name, path.stat().st_size, now.files[name]), path))
        manifest = contents.canonical(_manifest(began, now, changed, [one for one, _ in sources], whole=whole))
        header = Header(KIND, now.number, before.digest, hashlib.sha256(manifest).hexdigest())
        made = _out() / name_of(now.number)
        disk.make_durably(made, lambda path: write(path, keys.own_key(), header, manifest, sources), mode=READABLE)
    now.digest = header.digest
    disk.write_durably(_out() / "state.json", contents.canonical(vars(now)))
    rows_path.unlink()
    return now.number


def _manifest(began: State, now: State, changed: Fingerprints, members: list[Member], *, whole: bool) -> dict[str, Any]:
    return {
        "whole": whole, "made_at": clock.now().isoformat(), "shape": contents.shape(),
        "members": [[one.name, one.size, one.sha256] for one in members], "rows": list(changed.items()),
        "gone_rows": sorted(began.rows.keys() - now.rows.keys()), "gone_files": sorted(began.files.keys() - now.files.keys()),
        "rows_root": contents.root_of({name: one for name, one in now.rows.items() if not answers.is_answer(name)}),
        "files_root": contents.root_of(now.files),
    }  # fmt: skip


def _write_rows(path: Path, before: Mapping[str, str]) -> tuple[Fingerprints, Fingerprints]:
    """Write the rows that changed, one a line; their fingerprints, and those of all rows."""
    changed: Fingerprints = {}
    every: Fingerprints = {}
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        for name, line in (*contents.rows(), *answers.rows()):
            every[name] = hashlib.sha256(line).hexdigest()
            if before.get(name) != every[name]:
                changed[name] = every[name]
                file.write(line + b"\n")
    return changed, every


def _unsettled(changed: Mapping[str, str], before: list[int]) -> tuple[set[str], list[int]]:
    """Files of decisions whose page does not say yet what the row says, and those decisions: the other side makes them from the
    row until then.
    """
    pks = sorted({*before, *(int(name.partition("/")[2]) for name in changed if name.startswith("notice/"))})
    out: set[str] = set()
    found: list[int] = []
    for at in range(0, len(pks), contents.AT_ONCE):
        for notice in Notice.objects.filter(pk__in=pks[at : at + contents.AT_ONCE]).order_by("pk"):
            page = pages_on_disk.path_of(notice.ref)
            if not page.exists() or page.read_text(encoding="utf-8") != html_of(notice):
                folder = contents.folders()["pages"]
                found.append(notice.pk)
                theirs = (*(kind(notice.ref) for kind in OF_A_NOTICE), *page.parent.glob(f"{notice.ref}.*.pdf"))
                out |= {f"pages/{path.relative_to(folder).as_posix()}" for path in theirs}
    return out, found


def _heads_last(name: str) -> tuple[bool, str]:
    """The head of the log comes after the tiles it speaks of, an index after what it names."""
    return name.endswith(("checkpoint", "cosigned", "index.json")), name


def _member(name: str, path: Path) -> Member:
    return Member(name, path.stat().st_size, contents.digest_of(path))


def _carried(path: Path, target: Path) -> str:
    there = target / path.name
    if not there.exists() or contents.digest_of(there) != contents.digest_of(path):
        disk.make_durably(there, lambda copy: _copy(path, copy), mode=READABLE)
    return path.name


def _copy(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)


def _state() -> State:
    path = _out() / "state.json"
    return State(**json.loads(path.read_bytes())) if path.exists() else State()


def _kept() -> list[Path]:
    """Bundles whose number counts; one that was made when the process died does not, and is made anew."""
    number = _state().number
    return [path for path in sorted(_out().glob("bundle-*.tar")) if _number_of(path) <= number]


def _number_of(path: Path) -> int:
    return int(path.stem.removeprefix("bundle-"))


def _out() -> Path:
    return keys.folder() / "out"
