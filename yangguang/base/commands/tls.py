"""Makes a certificate authority of the office's own and the server's certificate, so that telephones may use their cameras.

制作单位自己的证书机构和服务器证书，写出可打印的信任指南。已有的文件一律不覆盖；密钥文件只有服务账号可读。
"""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cryptography import x509
from django.conf import settings

from yangguang.base.commands.terminal import answer
from yangguang.base.press.pdf import render_pdf
from yangguang.base.serving import certificates, trust_guide
from yangguang.base.serving.certificates import Places
from yangguang.kernel import clock, disk
from yangguang.kernel.refusal import Refused

NAME = "tls"
HELP = "制作证书和信任指南 · make certificates and a trust guide"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """For which names, for whom, and whether the server's certificate is to be renewed."""
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help="办公用的域名或者 IP，可以多个 host names or addresses of the office"
    )
    parser.add_argument("--office", default="", help="单位名称，写入证书 name of the office, written into it")
    parser.add_argument("--folder", type=Path, help="放在哪里 where to put the files (data directory/tls)")
    parser.add_argument(
        "--renew", action="store_true", help="换发服务器证书，旧的改名保留 renew the server's; the old one is kept"
    )


def run(arguments: argparse.Namespace) -> int:
    """Make what is not there yet and say what to do with it."""
    places = Places(arguments.folder or settings.DATA_DIR / "tls")
    disk.make_folder(places.folder)
    with disk.locked(places.folder / ".lock"):
        moved = _renewing(places, arguments)
        names = _names(arguments.names or _former_names(moved))
        made_authority = _authority(places, names, arguments.office, clock.now())
        certificates.make_certificate(places, names, clock.now())
        _guide(places, arguments.office)
    told = _told(places) | {"made_authority": made_authority, "kept": [str(one) for one in moved]}
    lines = [f"{label}: {told[key]}" for key, label in LABELS] + trust_guide.lines_of(
        addresses=tuple(told["addresses"]), mark=told["fingerprint"]
    )
    answer(told, as_json=arguments.json, lines=lines)
    return 0


LOOPBACK = {"127.0.0.1", "localhost", "::1"}  # no device reaches the server by these
LABELS = (
    ("authority", "证书机构 authority"), ("certificate", "服务器证书 certificate"), ("key", "服务器密钥 key"),
    ("guide", "信任指南 guide"), ("expires", "有效期至 expires"),
)  # fmt: skip


def _renewing(places: Places, arguments: argparse.Namespace) -> list[Path]:
    if not places.certificate.exists():
        return []
    if not arguments.renew:
        if not places.guide.exists():  # whoever made the certificate was interrupted
            _guide(places, arguments.office)
        raise Refused(
            f"已经有服务器证书 {places.certificate}，没有改动。Nothing was changed: there is one already. ",
            remedy="换发请加 --renew，旧的改名保留。 To renew it, add --renew.",
        )
    if not places.authority_key.exists():
        raise Refused(NO_KEY, remedy=BACK)
    if arguments.names and not certificates.may_speak(places, _names(arguments.names)):
        raise Refused(OUTSIDE, remedy=ANOTHER)
    return certificates.put_aside(places)


def _former_names(moved: list[Path]) -> list[str]:
    return certificates.names_in(certificates.read(moved[0])) if moved else []


def _names(words: list[str]) -> list[x509.GeneralName]:
    if not words:
        raise Refused(
            "没有说明域名或者 IP。No name was given. ",
            remedy="例如 yangguang tls zhifa.example.gov.cn 192.168.1.10。",
        )
    try:
        return certificates.named(words)
    except certificates.BadName as wrong:
        raise Refused(
            f"“{wrong}”不是域名，也不是 IP。 Neither a host name nor an address. ",
            remedy="请去掉 https:// 和端口。 Leave out https:// and the port.",
        ) from None


NO_KEY = "证书机构的密钥 ca.key 不在，不能签发。 The authority's key is not there. "
BACK = "请把离线保存的 ca.key 放回后再试。 Put ca.key back first."
OUTSIDE = "这些名称不在证书机构的范围内，没有签发。 The authority was not made for these names. "
ANOTHER = "请用 --folder 另建一套，并在设备上重新安装。 Make another set in a --folder of its own."


def _authority(places: Places, names: list[x509.GeneralName], office: str, now: datetime) -> bool:
    if places.authority.exists():
        if not places.authority_key.exists():
            raise Refused(NO_KEY, remedy=BACK)
        if not certificates.may_speak(places, names):
            raise Refused(OUTSIDE, remedy=ANOTHER)
        return False
    certificates.make_authority(places, names, office, now)
    return True


def _guide(places: Places, office: str) -> None:
    told, today = _told(places), clock.today()
    expires = certificates.read(places.certificate).not_valid_after_utc.astimezone(clock.BEIJING).date()
    reached = tuple(one for one in told["addresses"] if urlsplit(one).hostname not in LOOPBACK) or told["addresses"]
    sheet = trust_guide.sheet_of(
        addresses=tuple(reached), mark=told["fingerprint"], expires=expires, made_on=today, office=office
    )
    disk.write_durably(places.guide, render_pdf(sheet), mode=certificates.ANYBODY)


def _told(places: Places) -> dict[str, Any]:
    certificate = certificates.read(places.certificate)
    names = certificates.names_in(certificate)
    return {
        "folder": str(places.folder), "authority": str(places.authority), "certificate": str(places.certificate),
        "key": str(places.key), "guide": str(places.guide), "names": names,
        "addresses": [f"https://{f'[{one}]' if ':' in one else one}/desk/" for one in names],
        "fingerprint": certificates.fingerprint(certificates.read(places.authority)),
        "expires": certificate.not_valid_after_utc.isoformat(),
    }  # fmt: skip
