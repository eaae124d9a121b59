"""The way back: what citizens sent in, sealed for the desk, carried there and taken over once.

Each export holds everything the desk has not confirmed, so that one that is lost is made up for by the next. What the desk
confirms comes back as an answer in the next bundle, and only then is the letter wiped here.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model, Q

from yangguang.base import letter_secret
from yangguang.bulletin.bundles import contents, keys, sending
from yangguang.bulletin.bundles.answers import ANSWERED, ENCLOSED, kind_of
from yangguang.bulletin.bundles.container import NOTHING_BEFORE, BadBundle, Header, Member, opened, write
from yangguang.bulletin.bundles.sending import READABLE
from yangguang.bulletin.bundles.taking_in import last_taken
from yangguang.bulletin.inbox import forget_senders
from yangguang.bulletin.models import LetterKey
from yangguang.bulletin.progress import forget_asks
from yangguang.bulletin.voices import forget_voices
from yangguang.kernel import clock, disk, letters
from yangguang.kernel.refusal import Refused

KIND = "yangguang-letters/1"
SEALED = "letters.sealed"
NEVER = {"id", "sender_mark"}  # where it came from is nobody's to carry
ASK_AGAIN = "请在公示端再运行一次 yangguang bundle export，把生成的文件原样拿来。"
AT_MOST = 64 << 20  # bytes of letters in one file
MOST_SEALED = 4 * AT_MOST  # one letter more, and what sealing adds


@dataclass(frozen=True)
class Carried:
    """What a file held: its number, how many things in it, and how many of them the desk did not have yet."""

    number: int
    held: int
    fresh: int


def export(target: Path) -> list[Carried]:
    """At the public site: put everything the desk has not confirmed into a folder, as few files as may be."""
    key, last = LetterKey.objects.first(), last_taken()
    if key is None or last is None:
        raise Refused(
            "本站还没有导入过数据包，不知道来件要加密给谁。",
            remedy="请先运行 yangguang bundle import 导入。",
        )
    forget_marks()
    with disk.locked(_folder() / "lock"):
        return [_written(target, batch, key.public, last.number) for batch in _batches()]


def forget_marks() -> None:
    """What a public site without a job process may not keep: marks of who sent and who asked, once they do not count."""
    forget_senders()
    forget_asks()
    forget_voices()


def take_in(place: Path) -> list[Carried]:
    """At the desk: take over what is new in one file, or in every file of a folder. Raises Refused."""
    paths = sorted(place.glob("letters-*.tar")) if place.is_dir() else [place]
    if not paths or not place.exists():
        raise Refused(f"{place} 里没有公示端的来件。", remedy="请指出来件文件，或者放来件的文件夹。")
    return [_taken(path) for path in paths]


def _batches() -> Iterator[list[Any]]:
    """Letters in files of a size that can be handled; one file that only says what has arrived where there are none."""
    batch: list[Any] = []
    size = 0
    for model in ANSWERED:
        for row in model._default_manager.exclude(sealed="").order_by("pk").iterator(chunk_size=contents.AT_ONCE):
            told = [contents.name_of(model), _outward(row), _enclosed_in(row)]
            length = len(contents.canonical(told))
            if batch and size + length > AT_MOST:
                yield batch
                batch, size = [], 0
            batch.append(told)
            size += length
    yield batch


def _written(target: Path, batch: list[Any], public: str, has_bundle: int) -> Carried:
    told = {"made_at": clock.now().isoformat(), "has_bundle": has_bundle, "letters": batch}
    number = _next_number()
    content = letters.seal(contents.canonical(told).decode(), to=public).encode("ascii")
    sealed = _folder() / SEALED
    disk.write_durably(sealed, content)
    member = Member(SEALED, len(content), contents.digest_of(sealed))
    manifest = contents.canonical({"members": [[member.name, member.size, member.sha256]]})
    header = Header(KIND, number, NOTHING_BEFORE, hashlib.sha256(manifest).hexdigest())
    path = target / f"letters-{number:06}.tar"
    disk.make_durably(
        path, lambda made: write(made, keys.own_key(), header, manifest, [(member, sealed)]), mode=READABLE
    )
    sealed.unlink()
    return Carried(number, len(batch), 0)


def _taken(path: Path) -> Carried:
    with path.open("rb") as file:
        try:
            parcel = opened(file, keys.trusted(), KIND)
            held = io.BytesIO()
            for member, copy in parcel.members():
                if member.name != SEALED:
                    raise BadBundle(f"来件里有不应当有的文件 {member.name}。")
                if member.size > MOST_SEALED:
                    raise BadBundle("来件太大。")
                copy(held)
            told = letters.unseal_facts(held.getvalue().decode("ascii"), secret=letter_secret.secret())
            with transaction.atomic(using=settings.INBOX_STORE):
                fresh = sum(_kept(*one) for one in told["letters"])
            sending.forget_up_to(int(told["has_bundle"]))
        except (KeyError, TypeError, ValueError, ValidationError, IntegrityError) as fault:
            words = str(fault) if isinstance(fault, BadBundle) else "来件的内容打不开或者不合格式。"
            raise Refused(
                f"{path.name}：{words}什么也没有收取。",
                remedy=ASK_AGAIN,
            ) from None
    return Carried(parcel.header.number, len(told["letters"]), fresh)


def _outward(row: Model) -> dict[str, Any]:
    """What goes to the desk of a letter: not what the desk itself decides, nor where it came from."""
    left_out = NEVER | (set(ANSWERED[type(row)]) - _given(type(row)))
    return {name: value for name, value in contents.told(row).items() if name not in left_out}


def _given(model: type[Model]) -> set[str]:
    """What a letter must say from the beginning though the desk decides it later."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return {name for name in ANSWERED[model] if not fields[name].blank and not fields[name].has_default()}


def _enclosed_in(row: Model) -> list[dict[str, Any]]:
    if type(row) not in ENCLOSED:
        return []
    model, by = ENCLOSED[type(row)]
    return [
        {name: value for name, value in contents.told(one).items() if name not in {"id", f"{by}_id"}}
        for one in model._default_manager.filter(**{by: row}).order_by("pk")
    ]


def _kept(kind: str, values: dict[str, Any], enclosed: list[dict[str, Any]]) -> bool:
    """Keep a letter the desk has not seen; whether it was new. The same receipt or the same form is the same letter."""
    model = kind_of(kind)
    if model._default_manager.filter(Q(receipt=values["receipt"]) | Q(slip=values["slip"])).exists():
        return False
    wanted = {one.attname for one in model._meta.concrete_fields} - NEVER - (set(ANSWERED[model]) - _given(model))
    row = _row(model, {name: values[name] for name in wanted})
    if not values["sealed"]:
        raise ValueError("nothing is in it")
    row.full_clean(validate_unique=False)
    row.save(force_insert=True)
    for one in enclosed:
        file, by = ENCLOSED[model]
        _row(file, {name: value for name, value in one.items() if name != "id"}, **{by: row}).save(force_insert=True)
    return True


def _row(model: type[Model], values: dict[str, Any], **more: Any) -> Model:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return model(**{name: fields[name].to_python(value) for name, value in values.items()}, **more)


def _next_number() -> int:
    path = _folder() / "number"
    number = int(path.read_text(encoding="ascii")) + 1 if path.exists() else 1
    disk.write_durably(path, str(number).encode("ascii"))
    return number


def _folder() -> Path:
    return keys.folder() / "parcels"
