"""A certificate authority of the office's own, and the certificate its server shows: for sites no public authority certifies.

The authority may speak for the names it was made for and for no others: a stolen key opens no other site to those who trust it.
"""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from yangguang.kernel import chance, disk

A_DAY = timedelta(minutes=24 * 60)
AUTHORITY_LASTS = A_DAY * 3650
SERVER_LASTS = A_DAY * 820  # telephones refuse more than 825
RENEWED_BEFORE = A_DAY * 60
BEFORE = A_DAY  # clocks of telephones may be slow
ONLY_OWNER, ANYBODY = 0o600, 0o644
HOST = re.compile(r"(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
NO_HOST, NO_ADDRESS = (
    "yangguang.invalid",
    "192.0.2.0/32",
)  # stand for none: a kind without a limit would have no limit at all


class BadName(ValueError):
    """Neither a host name nor an address."""


@dataclass(frozen=True)
class Places:
    """Where the files lie."""

    folder: Path

    @property
    def authority(self) -> Path:
        """What telephones and computers are told to trust."""
        return self.folder / "ca.crt"

    @property
    def authority_key(self) -> Path:
        """What signs; best kept off the server afterwards."""
        return self.folder / "ca.key"

    @property
    def certificate(self) -> Path:
        """What the server shows."""
        return self.folder / "server.crt"

    @property
    def key(self) -> Path:
        """What the server proves it with."""
        return self.folder / "server.key"

    @property
    def guide(self) -> Path:
        """How devices are told, to be printed."""
        return self.folder / "信任指南.pdf"


def named(words: Sequence[str]) -> list[x509.GeneralName]:
    """Host names and addresses as certificates write them. Raises BadName."""
    return [_name(word.strip().lower()) for word in words]


def names_in(certificate: x509.Certificate) -> list[str]:
    """For which names a certificate speaks."""
    found = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return [str(one.value) for one in found]


def read(path: Path) -> x509.Certificate:
    """A certificate from its file."""
    return x509.load_pem_x509_certificate(path.read_bytes())


def fingerprint(certificate: x509.Certificate) -> str:
    """SHA-256 of a certificate, in pairs that can be compared by eye."""
    return certificate.fingerprint(hashes.SHA256()).hex(":").upper()


def make_authority(places: Places, names: Sequence[x509.GeneralName], office: str, now: datetime) -> None:
    """Key and certificate of an authority for these names. Raises FileExistsError: nobody's trust is thrown away."""
    if places.authority.exists() or places.authority_key.exists():
        raise FileExistsError(str(places.authority))
    key = ec.generate_private_key(ec.SECP256R1())
    subject = _subject(f"阳光执法内部证书 {now:%Y-%m-%d}", office)
    made = (
        _begun(subject, subject, key.public_key(), key.public_key(), now, AUTHORITY_LASTS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(_limits(names), critical=True)
        .sign(key, hashes.SHA256())
    )
    _kept(places.authority_key, places.authority, key, made)


def make_certificate(places: Places, names: Sequence[x509.GeneralName], now: datetime) -> None:
    """Key and certificate of the server. Raises FileExistsError."""
    if places.certificate.exists() or places.key.exists():
        raise FileExistsError(str(places.certificate))
    authority, signer = read(places.authority), _key(places.authority_key)
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, str(names[0].value)[:64])])
    lasts = min(SERVER_LASTS, authority.not_valid_after_utc - now)
    made = (
        _begun(subject, authority.subject, key.public_key(), signer.public_key(), now, lasts)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(signer, hashes.SHA256())
    )
    _kept(places.key, places.certificate, key, made)


def may_speak(places: Places, names: Sequence[x509.GeneralName]) -> bool:
    """Whether the authority was made for all of these names."""
    return _within(read(places.authority), names)


def put_aside(places: Places) -> list[Path]:
    """Certificate, key and guide under other names, so that new ones take their place; the old ones stay."""
    mark = f"{read(places.certificate).serial_number:x}"[:8]
    moved = []
    for path in filter(Path.exists, (places.certificate, places.key, places.guide)):
        aside = path.with_name(f"{path.stem}-{mark}{path.suffix}")
        path.rename(aside)
        moved.append(aside)
    disk.sync_folder(places.folder)
    return moved


def read_by_others(key: Path) -> bool:
    """Whether somebody besides the owner can read a key."""
    return bool(os.stat(key).st_mode & 0o077)


def _name(word: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(word))
    except ValueError:
        pass
    if not HOST.fullmatch(word) or word.replace(".", "").isdecimal():
        raise BadName(word)
    return x509.DNSName(word)


def _subject(common: str, office: str) -> x509.Name:
    told = [x509.NameAttribute(NameOID.COMMON_NAME, common)]
    return x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, office[:64]), *told] if office else told)


def _begun(
    subject: x509.Name, issuer: x509.Name, public: ec.EllipticCurvePublicKey, signer: ec.EllipticCurvePublicKey,
    now: datetime, lasts: timedelta,
) -> x509.CertificateBuilder:  # fmt: skip
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(int.from_bytes(chance.token_bytes(16)) >> 1 | 1)
        .not_valid_before(now - BEFORE)
        .not_valid_after(now + lasts)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer), critical=False)
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates, key_cert_sign=signs_certificates, crl_sign=signs_certificates,
        content_commitment=False, key_encipherment=False, data_encipherment=False, key_agreement=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip


def _limits(names: Sequence[x509.GeneralName]) -> x509.NameConstraints:
    hosts = [one for one in names if isinstance(one, x509.DNSName)] or [x509.DNSName(NO_HOST)]
    addresses = [ipaddress.ip_network(one.value) for one in names if isinstance(one, x509.IPAddress)]
    networks = [x509.IPAddress(one) for one in addresses or [ipaddress.ip_network(NO_ADDRESS)]]
    return x509.NameConstraints(permitted_subtrees=[*hosts, *networks], excluded_subtrees=None)


def _within(authority: x509.Certificate, names: Sequence[x509.GeneralName]) -> bool:
    limits = authority.extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees or []
    hosts = {one.value for one in limits if isinstance(one, x509.DNSName)}
    networks = [ipaddress.ip_network(one.value) for one in limits if isinstance(one, x509.IPAddress)]
    return all(
        any(ipaddress.ip_network(one.value).network_address in network for network in networks)
        if isinstance(one, x509.IPAddress)
        else any(one.value == host or one.value.endswith(f".{host}") for host in hosts)
        for one in names
    )


def _key(path: Path) -> ec.EllipticCurvePrivateKey:
    found = load_pem_private_key(path.read_bytes(), None)
    if not isinstance(found, ec.EllipticCurvePrivateKey):
        raise TypeError(str(path))
    return found


def _kept(key_path: Path, path: Path, key: ec.EllipticCurvePrivateKey, certificate: x509.Certificate) -> None:
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    disk.write_durably(key_path, secret, mode=ONLY_OWNER)
    disk.write_durably(path, certificate.public_bytes(Encoding.PEM), mode=ANYBODY)
