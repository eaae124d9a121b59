"""Whom a complaint is about, where the number of a certificate was typed: found among all of them, those that lapsed too."""

from __future__ import annotations

import re
import unicodedata
from functools import reduce
from typing import Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Value
from django.db.models.functions import Replace

from yangguang.directory.api import Account, Certificate, Officer
from yangguang.kernel.written_text import signs_of

BETWEEN = " \u3000-－—"
LEAST = 4  # signs of a number: fewer stand in any telephone number


def officer_named(words: str) -> Officer | None:
    """The officer whose certificate number stands whole in the words, however it is spaced; None where no number of ours does."""
    typed = signs_of(words)
    rows = Certificate.objects.order_by("pk").values_list("number", "officer_id") if typed else ()
    held = [
        (len(number), officer_id) for number, officer_id in rows if signs_of(number) in typed and _whole(number, words)
    ]
    return Officer.objects.get(pk=max(held)[1]) if held else None


def names_certificate_of(account: Account) -> Exists:
    """Whether `about_name` has the number of any certificate of the account's own: a text may name more than one officer."""
    typed = _plain(ExpressionWrapper(OuterRef("about_name"), output_field=CharField()))
    mine = Certificate.objects.filter(officer__account=account).exclude(number="").order_by()
    return Exists(mine.annotate(typed=typed, signs=_plain(F("number"))).filter(typed__icontains=F("signs")))


def _plain(words: Any) -> Any:
    """Without what people put between the signs of a number."""
    return reduce(_without, BETWEEN, words)


def _without(words: Any, sign: str) -> Any:
    return Replace(words, Value(sign), Value(""))


def _whole(number: str, words: str) -> bool:
    """Whether it is no part of a longer number."""
    signs = signs_of(number)
    spaced = r"[\W_]*".join(map(re.escape, signs))
    plain = unicodedata.normalize("NFKC", words).casefold()
    return len(signs) >= LEAST and re.search(rf"(?<![0-9a-z]){spaced}(?![0-9a-z])", plain) is not None
