"""The package that goes outside: the files, a signed list of them as JSON and on paper, proofs and how to check them."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from typing import Any

from yangguang.base import vault
from yangguang.base.media_kinds import is_recording
from yangguang.base.models import Blob
from yangguang.base.outbox import listener
from yangguang.base.press.blocks import Heading, Letterhead, Table, facts
from yangguang.base.press.foreign import page_pictures, pictures_of
from yangguang.base.press.pdf import render_pdf
from yangguang.base.press.sheet import Sheet
from yangguang.base.press.watermark import marked_pdf
from yangguang.base.sending import SUFFIXES
from yangguang.kernel import clock
from yangguang.kernel.digests import canonical
from yangguang.records.access_queries import key_of, offered
from yangguang.records.events.outside import OutsideApproved
from yangguang.records.marked_copies import blob_of
from yangguang.records.models import BY_PAPER, AccessItem, AccessScope, OutsideProvision
from yangguang.records.proving import bundle
from yangguang.records.sealing import record_key
from yangguang.records.use_cases.make_document import sheet_of

LIST, NOTE = "清单.pdf", "核对说明.txt"
CHECKING = """核对这个文件包

1. 清单.json 列明每个文件的名称、大小和 SHA-256；末行是提供机关的签名，公钥在“key”。
2. 计算文件的 SHA-256：Windows 用 certutil -hashfile 文件名 SHA256，其他系统用 sha256sum 文件名，与清单比对。
3. “核对包”文件夹里是录音录像的入库证明。解开其中的 zip，运行 python3 check_recording.py . 原件文件，不连网。
4. 标明“带水印的副本”的，供阅看使用，不是原件。
5. 只能用于申请写明的用途，不得另行提供和传播。
"""


@listener(OutsideApproved, name="records.pack_outside", patient=True)
def pack(entry: Any) -> None:
    """Make the package once it is approved."""
    provision = OutsideProvision.objects.select_for_update(of=("self",)).select_related("body")
    one = provision.get(public_id=entry.subject_ref)
    if one.package_id is None:
        one.package = vault.store(packed(one), media_type="application/zip")
        one.save(update_fields=["package"])


def packed(provision: OutsideProvision) -> bytes:
    """The ZIP: the same bytes for the same provision, day and files."""
    known = {key_of(one): one for one in offered(provision.file_ref, AccessScope.WHOLE)}
    files: dict[str, bytes] = {}
    rows = []
    for number, key in enumerate(provision.items, start=1):
        item = known[key]
        name, content, way = _file(item, provision, number)
        files[f"文件/{name}"] = content
        digest = hashlib.sha256(content).hexdigest()
        rows.append({"name": f"文件/{name}", "size": len(content), "sha256": digest, "title": item.title, "way": way})
        media = item.evidence.media if item.evidence is not None else None
        if media is not None and getattr(media, "seal", None) is not None:
            files[f"核对包/{number}.zip"] = bundle(media)
    told = {
        "v": 1, "number": provision.number, "body": provision.body.name, "file": provision.file_number,
        "recipient": f"{provision.get_recipient_display()}　{provision.recipient_name}", "purpose": provision.purpose,
        "paper": provision.paper_number, "files": rows, "key": record_key().verifier.vkey,
    }  # fmt: skip
    statement = canonical(told).decode() + "\n"
    signed = {"statement": statement, "signature": record_key().line(statement), "key": record_key().verifier.vkey}
    files["清单.json"] = json.dumps(signed | {"list": told}, ensure_ascii=False, indent=1).encode()
    files[LIST] = render_pdf(_list(provision, rows))
    files[NOTE] = CHECKING.encode()
    return _zipped(files)


def _file(item: AccessItem, provision: OutsideProvision, number: int) -> tuple[str, bytes, str]:
    """Name, content and what it is: an original to whoever asked by paper, else a marked copy."""
    blob, safe = blob_of(item), "".join(sign if sign.isalnum() else "-" for sign in item.title)[:60]
    mark = (provision.number, f"{provision.get_recipient_display()}　{provision.recipient_name}", provision.body.name)
    if blob is None:
        assert item.document is not None
        pictures = pictures_of(render_pdf(sheet_of(item.document)))
        return f"{number:02d}-{safe}.pdf", marked_pdf(pictures, mark), "带水印的副本"
    suffix = SUFFIXES.get(blob.media_type, "")
    if provision.recipient in BY_PAPER or is_recording(blob.media_type):
        return (
            f"{number:02d}-{safe}{suffix}",
            _whole(blob),
            "原件" if provision.recipient in BY_PAPER else "处理后的副本",
        )
    pictures = page_pictures(vault.path_of(blob.sha256))
    if not pictures:
        raise ValueError(f"{item.title} cannot be drawn")
    return f"{number:02d}-{safe}.pdf", marked_pdf(pictures, mark), "带水印的副本"


def _whole(blob: Blob) -> bytes:
    return b"".join(vault.blocks(blob))


def _list(provision: OutsideProvision, rows: list[dict[str, Any]]) -> Sheet:
    table = Table(
        ("序号", "内容", "方式", "SHA-256"),
        tuple((str(number), row["title"], row["way"], row["sha256"]) for number, row in enumerate(rows, start=1)),
        widths=(1, 4, 2, 6),
    )
    blocks = (
        Letterhead(provision.body.name, red=False), Heading("对外提供材料清单"),
        facts(
            ("编号", provision.number), ("案号", provision.file_number), ("接收人", provision.recipient_name),
            ("调取文书", provision.paper_number), ("用途", provision.purpose), ("批准人", provision.decided_by_name),
        ), table,
    )  # fmt: skip
    day = clock.legal_day(provision.decided_at or provision.proposed_at)
    return Sheet("对外提供材料清单", blocks, day, number=provision.number, body_name=provision.body.name, form=True)


def _zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()
