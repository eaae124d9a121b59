"""What became of what citizens sent in, on its way back to whoever holds the receipt: where it stands and the answer, no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Model

from yangguang.bulletin.bundles import contents
from yangguang.bulletin.models import Letter

# Each kind of thing citizens send, with what goes back to the public site of it. A new kind is one line here.
ANSWERED: dict[type[Model], tuple[str, ...]] = {Letter: ("status", "outcome", "reply", "answered_on")}
FIRST = "answer"
MARK = "answer_to"  # in the line of an answer: which kind of thing, and its receipt


def is_answer(name: str) -> bool:
    """Whether a row of a bundle is one."""
    return name.startswith(f"{FIRST}/")


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
    kind, receipt = told[MARK].split("/")
    for model, names in ANSWERED.items():
        if contents.name_of(model) == kind:
            fields = {field.attname: field for field in model._meta.concrete_fields}
            values = {one: fields[one].to_python(told[one]) for one in names}
            model._default_manager.filter(receipt=receipt).update(**values, sealed="")
