"""The package for the police: every paper that was sent as PDF in one file, with a manifest of names and fingerprints."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from typing import Any

from yangguang.base import vault
from yangguang.base.press.pdf import render_pdf
from yangguang.cases.models import CriminalTransfer
from yangguang.kernel.clock import BEIJING
from yangguang.records.api import Document, documents_of, sheet_of

EARLIEST = (1980, 1, 1, 0, 0, 0)  # the same bytes whenever it is made
MANIFEST = "目录.json"


def package_of(line: CriminalTransfer) -> bytes:
    """The same papers give the same file, rendered already or not."""
    known = {one.public_id: one for one in documents_of(line.case.public_id)}
    papers = [(known[ref], _pdf(known[ref])) for ref in line.papers_sent if ref in known]
    told = manifest_of(line, papers)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        _put(target, MANIFEST, json.dumps(told, ensure_ascii=False, indent=1).encode())
        for row, (_, content) in zip(told["papers"], papers, strict=True):
            _put(target, row["file"], content)
    return written.getvalue()


def manifest_of(line: CriminalTransfer, papers: list[tuple[Document, bytes]]) -> dict[str, Any]:
    """What is in the package: the case, whom it went to and when, each paper with the fingerprint of its file."""
    return {
        "case": line.case.number, "title": line.case.title, "body": line.case.body.name, "police": line.police,
        "crime": line.crime, "sent_at": line.sent_at.astimezone(BEIJING).isoformat() if line.sent_at else "",
        "papers": [
            {
                "file": f"{position:02d}-{one.title}.pdf", "title": one.title, "number": one.number,
                "sha256": hashlib.sha256(content).hexdigest(), "sheet_sha256": one.sheet_digest,
            }
            for position, (one, content) in enumerate(papers, start=1)
        ],
    }  # fmt: skip


def _pdf(document: Document) -> bytes:
    return vault.read(document.pdf) if document.pdf else render_pdf(sheet_of(document))


def _put(target: zipfile.ZipFile, name: str, content: bytes) -> None:
    member = zipfile.ZipInfo(name, EARLIEST)
    member.compress_type = zipfile.ZIP_DEFLATED
    target.writestr(member, content)
