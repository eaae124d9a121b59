"""The way back: what citizens sent in, sealed for the desk, carried there as one file and taken over once.

Each file holds everything the desk has not confirmed, so that one that is lost is made up for by the next. What the desk
confirms comes back as an answer in the next bundle, and only then is the letter wiped here.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model, Q

from yangguang.bulletin.bundles import contents, keys, sending
from yangguang.bulletin.bundles.answers import ANSWERED
from yangguang.bulletin.bundles.container import NOTHING_BEFORE, BadBundle, Header, Member, opened, write
from yangguang.bulletin.bundles.sending import READABLE
from yangguang.bulletin.bundles.taking_in import last_taken
from yangguang.bulletin.models import LetterKey
from yangguang.kernel import clock, disk, letters
from yangguang.kernel.refusal import Refused

KIND = "yangguang-letters/1"
SEALED = "letters.sealed"
NEVER = {"id", "sender_mark"}  # who sent it is nobody's to carry
Opener = Callable[[str], str]
_openers: list[Opener] = []


@dataclass(frozen=True)
class Carried:
    """What a file held: its number, how many things in it, and how many of them the desk did not have yet."""

    number: int
    held: int
    fresh: int


def opens(opener: Opener) -> None:
    """Plug in what can open what is sealed for this desk."""
    _openers[:] = [opener]


def export(target: Path) -> Carried:
    """At the public site: put everything the desk has not confirmed into a folder, as one file."""
    key, last = LetterKey.objects.first(), last_taken()
    if key is None or last is None:
        raise Refused("本站还没有导入过数据包，不知道来件要加密给谁。", remedy="请先导入办公端的数据包。")
    waiting = [
        [contents.name_of(model), _outward(row)]
        for model in ANSWERED
        for row in model._default_manager.exclude(sealed="").order_by("pk")
    ]
    told = {"made_at": clock.now().isoformat(), "has_bundle": last.number, "letters": waiting}
    with disk.locked(_folder() / "lock"):
        number = _next_number()
        content = letters.seal(contents.canonical(told).decode(), to=key.public).encode("ascii")
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
    return Carried(number, len(waiting), 0)


def take_in(place: Path) -> list[Carried]:
    """At the desk: take over what is new in one file, or in every file of a folder. Raises Refused."""
    paths = sorted(place.glob("letters-*.tar")) if place.is_dir() else [place]
    if not paths or not place.exists():
        raise Refused(f"{place} 里没有公示端的来件。", remedy="请指出来件文件，或者放来件的文件夹。")
    return [_taken(path) for path in paths]


def _taken(path: Path) -> Carried:
    with path.open("rb") as file:
        try:
            parcel = opened(file, keys.trusted(), KIND)
            held = io.BytesIO()
            for member, copy in parcel.members():
                if member.name != SEALED:
                    raise BadBundle(f"来件里有不应当有的文件 {member.name}。")
                copy(held)
            told = json.loads(_openers[0](held.getvalue().decode("ascii")))
            with transaction.atomic(using=settings.INBOX_STORE):
                fresh = sum(_kept(kind, values) for kind, values in told["letters"])
            sending.forget_up_to(int(told["has_bundle"]))
        except (KeyError, TypeError, ValueError, ValidationError, IntegrityError) as fault:
            words = str(fault) if isinstance(fault, BadBundle) else "来件的内容打不开或者不合格式。"
            raise Refused(f"{path.name}：{words}什么也没有收取。", remedy="请在公示端再导出一次。") from None
    return Carried(parcel.header.number, len(told["letters"]), fresh)


def _outward(row: Model) -> dict[str, Any]:
    """What goes to the desk of a letter: not what the desk itself decides, nor where it came from."""
    left_out = NEVER | set(ANSWERED[type(row)])
    return {name: value for name, value in contents.told(row).items() if name not in left_out}


def _kept(kind: str, values: dict[str, Any]) -> bool:
    """Keep a letter the desk has not seen; whether it was new. The same receipt or the same form is the same letter."""
    model = next(one for one in ANSWERED if contents.name_of(one) == kind)
    fields = {field.attname: field for field in model._meta.concrete_fields if field.attname not in NEVER}
    known = model._default_manager.filter(Q(receipt=values["receipt"]) | Q(slip=values["slip"]))
    if known.exists():
        return False
    wanted = fields.keys() - set(ANSWERED[model])
    row = model(**{name: fields[name].to_python(values[name]) for name in wanted})
    row.full_clean(validate_unique=False)
    row.save(force_insert=True)
    return True


def _next_number() -> int:
    path = _folder() / "number"
    number = int(path.read_text(encoding="ascii")) + 1 if path.exists() else 1
    disk.write_durably(path, str(number).encode("ascii"))
    return number


def _folder() -> Path:
    return keys.folder() / "parcels"
