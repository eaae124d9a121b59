"""What became of what citizens sent in, on its way back to whoever holds the receipt: where it stands and the answer, no more."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Model

from yangguang.bulletin.bundles import contents
from yangguang.bulletin.models import Letter, PublicVoice, PublicVoiceFile

# Each kind of thing citizens send, with what goes back to the public site of it. A new kind is one line here; it has a receipt,
# the slip of its form, and `sealed`, which is empty once the desk has it.
ANSWERED: dict[type[Model], tuple[str, ...]] = {
    Letter: ("status", "outcome", "reply", "due_on", "answered_on"),
    PublicVoice: ("taken", "stage", "next_step", "next_on", "reply", "answered_on", "until"),
}
# What is enclosed in it, and by which field.
ENCLOSED: dict[type[Model], tuple[type[Model], str]] = {PublicVoice: (PublicVoiceFile, "voice")}
FIRST = "answer"
MARK = "answer_to"  # in the line of an answer: which kind of thing, and its receipt


def is_answer(name: str) -> bool:
    """Whether a row of a bundle is one."""
    return name.startswith(f"{FIRST}/")


def kind_of(name: str) -> type[Model]:
    """The kind of thing by its name. Raises KeyError."""
    return {contents.name_of(model): model for model in ANSWERED}[name]


def rows() -> Iterator[tuple[str, bytes]]:
    """Everything the desk has confirmed or answered, under its receipt."""
    for model, names in ANSWERED.items():
        for row in model._default_manager.filter(sealed="").order_by("pk").iterator(chunk_size=contents.AT_ONCE):
            told = contents.told(row)
            to = f"{contents.name_of(model)}/{told['receipt']}"
            yield f"{FIRST}/{to}", contents.canonical({MARK: to} | {name: told[name] for name in names})


def put(told: Mapping[str, Any]) -> None:
    """Take an answer over where the letter is; it is nobody's where there is none. Twice changes nothing.

    What the desk has confirmed is wiped here.
    """
    kind, _, receipt = told[MARK].partition("/")
    model = kind_of(kind)
    fields = {field.attname: field for field in model._meta.concrete_fields}
    values = {name: fields[name].to_python(told[name]) for name in ANSWERED[model] if name in told}
    with transaction.atomic(using=settings.INBOX_STORE):
        if model in ENCLOSED:
            enclosed, by = ENCLOSED[model]
            enclosed._default_manager.filter(**{f"{by}__receipt": receipt}).delete()
        model._default_manager.filter(receipt=receipt).update(**values, sealed="")


def forget(names: Collection[str]) -> None:
    """What the desk has forgotten is forgotten here; what it never confirmed is not."""
    for name in names:
        _, kind, receipt = name.split("/")
        kind_of(kind)._default_manager.filter(receipt=receipt, sealed="").delete()
