"""The public site's half: take a bundle in whole or not at all, whatever moment the process dies.

Everything is checked and laid out beside the site first. Then, in one transaction: rows change, the site is compared with what
the desk says it must be, and files that will read otherwise are taken away – their pages are made from the rows until the new
ones are in place. After the commit the files are put in place, and put in place again by the next run if this one died.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from yangguang.bulletin import passages, search_index
from yangguang.bulletin.bundles import answers, contents, keys
from yangguang.bulletin.bundles.container import BadBundle, Header, Opened, opened
from yangguang.bulletin.bundles.sending import KIND, READABLE, ROWS
from yangguang.bulletin.models import BundleTaken, Notice, Passage
from yangguang.bulletin.passages import PASSAGES
from yangguang.bulletin.search_index import NOTICES
from yangguang.kernel import clock, disk
from yangguang.kernel.refusal import Refused

STORE = "public"
INDEXES = ((Notice, NOTICES, search_index.indexed), (Passage, PASSAGES, passages.indexed))
EVERYTHING, AFTER = " --whole", " --after {}"  # how the desk makes up for what is missing or does not follow


@dataclass(frozen=True)
class Taken:
    """What became of one bundle: its number, and whether it had been taken in before."""

    number: int
    already: bool


def take_in(place: Path) -> list[Taken]:
    """Take in one bundle, or every one in a folder by number. Raises Refused at the first that cannot be taken in."""
    paths = sorted(place.glob("bundle-*.tar")) if place.is_dir() else [place]
    if not paths or not place.exists():
        raise Refused(f"{place} 里没有数据包。", remedy="请指出数据包文件，或者放数据包的文件夹。")
    with disk.locked(_in() / "lock"):
        finish()
        return [_taken(path) for path in _from_the_whole_one(paths)]


def finish() -> None:
    """Put files in place that a run which died had committed to; forget what it had not. The caller is alone."""
    journal = in_hand()
    if journal:
        if BundleTaken.objects.filter(number=journal["number"]).exists():
            _put_in_place(journal)
        else:
            disk.remove_durably(_journal())


def in_hand() -> dict[str, Any]:
    """The bundle that is just being taken in, or that a run which died left half in place; empty when there is none."""
    return json.loads(_journal().read_bytes()) if _journal().exists() else {}


def last_taken() -> BundleTaken | None:
    """The newest bundle that was taken in."""
    return BundleTaken.objects.order_by("-number").first()


def _taken(path: Path) -> Taken:
    signer = keys.trusted()
    with path.open("rb") as file:
        try:
            bundle = opened(file, signer, KIND)
            if _is_known(bundle.header):
                return Taken(bundle.header.number, already=True)
            _follows(bundle)
            _lay_out(bundle)
            _become(bundle.header, bundle.manifest)
        except (KeyError, TypeError, ValueError, ValidationError, IntegrityError) as fault:
            told, options = ("数据包的内容不合格式。", "")
            if isinstance(fault, BadBundle):
                told, options = str(fault), fault.options
            raise Refused(
                f"{path.name}：{told}什么也没有导入。",
                remedy=f"请在办公端运行 yangguang bundle export 文件夹{options}，把生成的文件全部原样拿来。",
            ) from None
    return Taken(bundle.header.number, already=False)


def _from_the_whole_one(paths: list[Path]) -> list[Path]:
    """What is to be taken in: nothing before the newest one that carries everything."""
    signer = keys.trusted()
    for at in range(len(paths) - 1, 0, -1):
        with paths[at].open("rb") as file:
            try:
                bundle = opened(file, signer, KIND)
            except (KeyError, TypeError, ValueError):  # refused when its turn comes
                continue
        if bundle.manifest.get("whole") is True:
            return paths[at:]
    return paths


def _is_known(header: Header) -> bool:
    known, last = BundleTaken.objects.filter(number=header.number).first(), last_taken()
    if known is not None and known.digest != header.digest:
        raise BadBundle(
            f"第 {header.number} 号以前导入过，内容不一样。同号的数据包只能有一个。",
            options=EVERYTHING + AFTER.format(last.number if last else header.number),
        )
    if known is None and last is not None and header.number < last.number:
        raise BadBundle(
            f"已经导入到第 {last.number} 号，不能退回到第 {header.number} 号。", options=AFTER.format(last.number)
        )
    return known is not None


def _follows(bundle: Opened) -> None:
    """A bundle comes right after the last one; one with everything in it may also come over a gap."""
    last, header = last_taken(), bundle.header
    reached = last.number if last else 0
    if bundle.manifest["shape"] != contents.shape():
        raise BadBundle("公示端与办公端的软件版本不一样。请先升级到同一版本。")
    if bundle.manifest["whole"] is True:
        return
    if header.number > reached + 1:
        missing = "、".join(str(number) for number in range(reached + 1, header.number)[:20])
        raise BadBundle(f"缺少第 {missing} 号，不能先导入第 {header.number} 号。", options=AFTER.format(reached))
    if last is not None and header.previous != last.digest:
        raise BadBundle(f"这一份不是接着第 {last.number} 号的。", options=EVERYTHING)


def _lay_out(bundle: Opened) -> None:
    """Write everything out beside the site; what lies there from a run that died is used again."""
    folder = _staged(bundle.header)
    for other in _in().glob("staged-*"):
        if other != folder:
            shutil.rmtree(other)
    for member, copy in bundle.members():
        if member.name.partition("/")[0] not in {ROWS, *contents.folders()}:
            raise BadBundle(f"数据包里有不应当有的文件 {member.name}。")
        disk.make_durably(folder / member.name, partial(_written, copy), mode=READABLE)


def _written(copy: Any, path: Path) -> None:
    with path.open("wb") as file:
        copy(file)


def _become(header: Header, manifest: Mapping[str, Any]) -> None:
    folder = _staged(header)
    members = [name for name, _, _ in manifest["members"] if name != ROWS]
    # A whole one says of everything else that it goes; one that follows says what goes.
    gone = sorted(set(dict(contents.files())) - set(members)) if manifest["whole"] else manifest["gone_files"]
    forgotten = [name for name in manifest["gone_rows"] if answers.is_answer(name)]
    journal = {"number": header.number, "folder": folder.name, "put": members, "gone": gone, "forgotten": forgotten}
    for name in (*members, *gone):
        contents.path_of(name)  # every name has a place of its own on this site before anything changes
    lines = list(_lines(folder / ROWS, manifest["rows"]))
    with transaction.atomic(using=STORE):
        _change_rows(lines, manifest)
        BundleTaken.objects.create(
            number=header.number, digest=header.digest, rows_root=manifest["rows_root"],
            files_root=manifest["files_root"], taken_at=clock.now(),
        )  # fmt: skip
        if contents.root_of(contents.row_fingerprints()) != manifest["rows_root"]:
            raise BadBundle("导入以后的公示库会与办公端不一致。", options=EVERYTHING)
        disk.write_durably(_journal(), contents.canonical(journal))
        for name in (*reversed(members), *gone):  # an index before what it names
            if name.startswith("pages/"):  # the log is never without a head that its tiles bear out
                disk.remove_durably(contents.path_of(name))
    _put_in_place(journal)


def _lines(path: Path, fingerprints: Iterable[tuple[str, str]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Rows with their names, each as the manifest has it."""
    with path.open("rb") as file:
        for name, fingerprint in fingerprints:
            line = file.readline().removesuffix(b"\n")
            if hashlib.sha256(line).hexdigest() != fingerprint:
                raise BadBundle(f"{name} 与清单的指纹不符。")
            yield name, json.loads(line)


def _change_rows(lines: Iterable[tuple[str, dict[str, Any]]], manifest: Mapping[str, Any]) -> None:
    came: dict[str, list[dict[str, Any]]] = {}
    for name, values in lines:
        if not answers.is_answer(name):
            came.setdefault(name.partition("/")[0], []).append(values)
    gone: dict[str, list[int]] = {}
    for name in manifest["gone_rows"]:
        kind, _, pk = name.partition("/")
        if not answers.is_answer(name):
            gone.setdefault(kind, []).append(int(pk))
    for model in contents.TRAVELS:  # all that was before goes first: rows may have exchanged what is unique
        kind = contents.name_of(model)
        for pks in _some([*gone.get(kind, []), *(row["id"] for row in came.get(kind, []))]):
            model._default_manager.filter(pk__in=pks)._raw_delete(STORE)
        if manifest["whole"]:
            model._default_manager.all()._raw_delete(STORE)
    for model, index, _ in INDEXES:
        if manifest["whole"]:
            index.empty()
        kind = contents.name_of(model)
        index.remove_many([*gone.get(kind, []), *(row["id"] for row in came.get(kind, []))])
    for model in contents.TRAVELS:
        for rows in _some(came.get(contents.name_of(model), [])):
            made = [contents.restored(model, row) for row in rows]
            model._default_manager.bulk_create(made)
            for indexed_model, index, indexed in INDEXES:
                if model is indexed_model:
                    index.put_many(indexed(made))  # type: ignore[arg-type]


def _some(everything: list[Any]) -> Iterator[list[Any]]:
    for at in range(0, len(everything), contents.AT_ONCE):
        yield everything[at : at + contents.AT_ONCE]


def _put_in_place(journal: Mapping[str, Any]) -> None:
    """Files, then answers, then nothing is left of it. May be done again from anywhere."""
    folder = _in() / journal["folder"]
    for name in journal["put"]:
        disk.make_durably(contents.path_of(name), partial(_copied, folder / name), mode=READABLE)
    for name in journal["gone"]:
        disk.remove_durably(contents.path_of(name))
    with (folder / ROWS).open("rb") as file:
        for line in file:
            told = json.loads(line)
            if answers.MARK in told:
                answers.put(told)
    answers.forget(journal["forgotten"])
    disk.remove_durably(_journal())
    shutil.rmtree(folder)


def _copied(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)


def _in() -> Path:
    return keys.folder() / "in"


def _journal() -> Path:
    return _in() / "journal.json"


def _staged(header: Header) -> Path:
    return _in() / f"staged-{header.digest[:16]}"
