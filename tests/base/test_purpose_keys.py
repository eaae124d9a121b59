"""What was sealed at rest, and marked, before the keys were drawn in one place still opens and is still found."""

from pathlib import Path

import pytest
from cryptography.fernet import InvalidToken

import yangguang
from yangguang.base.purpose_keys import box_for, key_for
from yangguang.bulletin import subscriptions, voices
from yangguang.cases import sealed_codes
from yangguang.cases.kinds.labour import sealing as informants
from yangguang.voice import sealing as writers
from yangguang.voice.rules.told import Person

SECRET = "only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz"
WRITER = (
    "gAAAAABrDDtdFE_ZS9dZnFYWxUwDGenpeZphnNGmrPxaXhOy6Coez2RyNwnDnmI7qRMaSbcKAp1jO9JoyejLqnON52I-ohgZC7q9EOC2EPi7"
    "8gIzfQ6k4bAchC3a5lBHr1n9fi9SjZ4yWI0CGaLnddpZolPlL7OsS5aGDIXdVVPgS7rlTGdp-KC2jYhquJmXAYtQUBE0zJuT0t4AQHX0hUaBVs"
    "Cw0F8l2Hxy_6heJJLctc5aj2q6ADQ="
)
INFORMANT = (
    "gAAAAABrDDtd2WiNurmzosAuAZeAAaR5y_-bkHq6VnB20Mo82ZK77eZGedPvoG5sPl4fGMzH9qQYuZhGZnz2mxT_Gr9YA5ldkfzZogD3-KQ330"
    "PkCwMG5yia-lXUa5IL9YY-mmQeodNJRya54gQiuQqdDh5h7Vf3Nw=="
)
CODE = (
    "gAAAAABrDDtd73d62nUcW1ZDn5MNyFASAbeq5GX4KOl9unnN-gg_WedaujMyGXC8OBYcTgUz2EFNGMPCM7FVoZNczGdo92fXw5Lu3QykrC8v9O"
    "_d-nf7z2M="
)


@pytest.fixture(autouse=True)
def of_then(settings):
    settings.SECRET_KEY = SECRET


def test_who_wrote_who_told_and_numbers_of_persons_sealed_before_still_open():
    assert writers.unseal(WRITER) == Person("万春山", "13900001111", representatives=(("邓长顺", "", ""),))
    assert informants.unseal(INFORMANT) == informants.Identity("万春山", "", "13900001111")
    assert sealed_codes.unseal(CODE) == "110101198804120071"


@pytest.mark.parametrize(
    ("mark", "known"),
    [
        (
            lambda: sealed_codes.fingerprint("id", "110101198804120071"),
            "ba246a586ba549b07c323a1e47f8e2f890c89918ec8174d887d7cb1ad2fc4a89",
        ),
        (
            lambda: subscriptions._mark("someone@mail.example"),
            "27c045387aeaa86697db0ba1a3aa0c5639d03e5512e85dd886b6bcde43d40ad5",
        ),
        (
            lambda: voices._mark("abcdefghjkmn", "1111"),
            "ef93745b3d48668fc5a4470548fe1b27964772da13c908f358c54385bcc2b89a",
        ),
    ],
)
def test_what_was_marked_before_is_still_found(mark, known):
    assert mark() == known


def test_key_of_one_purpose_opens_nothing_of_another_and_of_another_site(settings):
    one = box_for(b"one").encrypt(b"words")
    assert key_for(b"one") != key_for(b"two")
    with pytest.raises(InvalidToken):
        box_for(b"two").decrypt(one)
    settings.SECRET_KEY = SECRET[::-1]
    with pytest.raises(InvalidToken):
        box_for(b"one").decrypt(one)


def test_secret_of_the_site_is_read_in_one_place():
    root = Path(yangguang.__file__).parent
    readers = [one for one in root.rglob("*.py") if "settings.SECRET_KEY" in one.read_text("utf-8")]
    assert [one.relative_to(root).as_posix() for one in readers] == ["base/purpose_keys.py"]
