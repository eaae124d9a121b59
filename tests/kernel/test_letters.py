"""Sealed letters: only the holder of the secret half reads them."""

import base64

import pytest

from yangguang.kernel import letters

SECRET, OTHER = b"s" * 32, b"t" * 32


def test_letter_is_read_by_the_holder_of_the_secret_half():
    sealed = letters.seal("罚款数额写错了", to=letters.public_half(SECRET))
    assert letters.unseal(sealed, secret=SECRET) == "罚款数额写错了"


def test_letter_gives_nothing_away_and_is_never_the_same_twice():
    public = letters.public_half(SECRET)
    first, second = letters.seal("卢志远", to=public), letters.seal("卢志远", to=public)
    assert first != second
    assert "卢志远".encode() not in base64.b64decode(first)


def test_enclosure_is_read_by_the_holder_of_the_secret_half_alone():
    sealed = letters.seal_bytes(bytes(range(256)), to=letters.public_half(SECRET))
    assert letters.unseal_bytes(sealed, secret=SECRET) == bytes(range(256))
    with pytest.raises(letters.Unreadable):
        letters.unseal_bytes(sealed, secret=OTHER)


@pytest.mark.parametrize("how", ["another key", "changed", "cut", "no base64"])
def test_letter_for_another_or_changed_on_its_way_cannot_be_read(how):
    sealed, secret = letters.seal("卢志远", to=letters.public_half(SECRET)), SECRET
    if how == "another key":
        secret = OTHER
    raw = bytearray(base64.b64decode(sealed))
    raw[-1] ^= 1
    sealed = {"changed": base64.b64encode(raw).decode(), "cut": sealed[:20], "no base64": "不是"}.get(how, sealed)
    with pytest.raises(letters.Unreadable):
        letters.unseal(sealed, secret=secret)
