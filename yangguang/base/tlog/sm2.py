"""SM2 signatures with SM3 (GB/T 32918.2, GB/T 32905), for the second line under the head of a log.

The part that makes them, `gmssl-pyx`, is an extra: `pip install 'yangguang[gm]'`. Whoever does not know the line passes it over.
OpenSSL 3 checks the same signatures (docs/how-to/public-log.md).
"""

from __future__ import annotations

from types import ModuleType

LABEL = b"sm2-with-sm3/1\n"  # stands before the key, so that its id is that of no other kind of key
POINT = 64  # bytes of a public key: both coordinates
SECRET = 32
LACKING = "本机没有国密算法组件，不能制作、核对 SM2 签名；请安装 yangguang[gm]（gmssl-pyx）"


class NoSm2(Exception):
    """The part that knows SM2 is not installed; the message says, in Chinese, what to install."""


def generated() -> tuple[bytes, bytes]:
    """A new secret and its public point."""
    public, secret = _part().sm2_key_generate()
    return secret, public


def signature(secret: bytes, public: bytes, message: bytes) -> bytes:
    """DER of r and s, over the message and the usual identity 1234567812345678."""
    made: bytes = _part().sm2_sign(secret, public, message)
    return made


def holds(public: bytes, message: bytes, made: bytes) -> bool:
    """Whether the signature is of this key over this message."""
    part = _part()
    try:
        return bool(part.sm2_verify(public, message, made))
    except part.GmsslInnerError:
        return False


def _part() -> ModuleType:
    try:
        import gmssl_pyx
    except ImportError:
        raise NoSm2(LACKING) from None
    part: ModuleType = gmssl_pyx
    return part
