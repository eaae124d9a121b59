"""What a public site consists of: rows and files under names of their own, each with its fingerprint."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Model

from yangguang.bulletin.bundles.container import NAME, BadBundle
from yangguang.bulletin.models import (
    LetterKey,
    Notice,
    PublicBoard,
    PublicBody,
    PublicFlowchart,
    PublicGuide,
    PublicList,
    PublicMonth,
    PublicOfficer,
    PublicPhoto,
    PublicProgress,
    PublicReport,
    PublicVoiceCount,
)

# What travels, in an order in which each row finds the rows it refers to. Every model of the store is here, or stays where it is.
TRAVELS: tuple[type[Model], ...] = (
    LetterKey, Notice, PublicBody, PublicOfficer, PublicPhoto, PublicList, PublicGuide, PublicFlowchart, PublicBoard, PublicProgress,
    PublicVoiceCount, PublicReport, PublicMonth,
)  # fmt: skip
BEING_WRITTEN = ".new-"
AT_ONCE = 500
Fingerprints = dict[str, str]


def name_of(model: type[Model]) -> str:
    """What a model is called in a bundle."""
    return str(model._meta.model_name)


def rows() -> Iterator[tuple[str, bytes]]:
    """Every row under its name as canonical JSON; those that refer to others come first, so that what they refer to is there."""
    for model in reversed(TRAVELS):
        for row in model._default_manager.order_by("pk").iterator(chunk_size=AT_ONCE):
            yield f"{name_of(model)}/{row.pk}", canonical(told(row))


def told(row: Model) -> dict[str, Any]:
    """A row as plain values."""
    return {field.attname: _plain(getattr(row, field.attname)) for field in row._meta.concrete_fields}


def restored(model: type[Model], values: Mapping[str, Any]) -> Model:
    """The row again. Raises KeyError or ValidationError when the values are not those of this model."""
    return model(**{field.attname: field.to_python(values[field.attname]) for field in model._meta.concrete_fields})


def shape() -> str:
    """A fingerprint of the models: two sites of different versions do not exchange rows."""
    names = [[name_of(model), [field.attname for field in model._meta.concrete_fields]] for model in TRAVELS]
    return hashlib.sha256(canonical(names)).hexdigest()


def folders() -> dict[str, Path]:
    """Where files lie that travel, by the first part of their name."""
    return {"pages": Path(settings.PAGES_DIR), "tlog": Path(settings.TLOG_DIR) / "public"}


def files() -> Iterator[tuple[str, Path]]:
    """Every file of the site under its name; what somebody else left beside them is none."""
    for first, folder in folders().items():
        for path in sorted(folder.rglob("*")):
            name = f"{first}/{path.relative_to(folder).as_posix()}"
            if path.is_file() and not path.name.startswith(BEING_WRITTEN) and NAME.fullmatch(name):
                yield name, path


def path_of(name: str) -> Path:
    """Where a file lies on this site. Raises BadBundle for a name that leads out of the folders that travel."""
    first, _, rest = name.partition("/")
    folder = folders().get(first)
    path = folder / rest if folder and rest and NAME.fullmatch(name) else None
    if folder is None or path is None or not path.resolve().is_relative_to(folder.resolve()):
        raise BadBundle(f"数据包里有不应当有的文件 {name}。")
    return path


def digest_of(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def root_of(fingerprints: Mapping[str, str]) -> str:
    """One fingerprint over all."""
    return hashlib.sha256(
        "".join(f"{name} {fingerprints[name]}\n" for name in sorted(fingerprints)).encode()
    ).hexdigest()


def row_fingerprints() -> Fingerprints:
    """The fingerprint of every row that is here now."""
    return {name: hashlib.sha256(line).hexdigest() for name, line in rows()}


def file_fingerprints(left_out: Iterable[str] = ()) -> Fingerprints:
    """The fingerprint of every file that lies here now."""
    out = set(left_out)
    return {name: digest_of(path) for name, path in files() if name not in out}


def canonical(value: Any) -> bytes:
    """JSON that is the same for the same value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, bytes | memoryview):
        return b64encode(value).decode("ascii")
    return value.isoformat() if isinstance(value, date) else value
