"""Rendered public pages and papers: written whole at release, temp → fsync → rename, with a compressed twin; removed at withdrawal."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings

from yangguang.kernel import disk


def form_mark() -> Path:
    """Where the fingerprint of how pages look now is kept."""
    return Path(settings.PAGES_DIR) / "form.txt"


def path_of(ref: str) -> Path:
    """Where the page of a public reference lives: pages/ab/<ref>.html."""
    return Path(settings.PAGES_DIR) / ref[:2] / f"{ref}.html"


def packed_path_of(ref: str) -> Path:
    """Where its compressed twin lives."""
    return path_of(ref).with_suffix(".html.gz")


def write(ref: str, html: str) -> None:
    """Put a page in place; a reader sees the old page or the new one, never a half."""
    content = html.encode()
    path = path_of(ref)
    disk.write_durably(packed_path_of(ref), gzip.compress(content, mtime=0), mode=0o644)
    disk.write_durably(path, content, mode=0o644)


def paper_of(ref: str) -> Path:
    """Where the paper of a public reference lives: pages/ab/<ref>.pdf."""
    return path_of(ref).with_suffix(".pdf")


def proof_of(ref: str) -> Path:
    """Where the log's proof of a public reference lives: pages/ab/<ref>.tlog-proof."""
    return path_of(ref).with_suffix(".tlog-proof")


def write_proof(ref: str, content: bytes) -> None:
    """Put a proof in place."""
    disk.write_durably(proof_of(ref), content, mode=0o644)


def remove_proof(ref: str) -> None:
    """Take a proof away, and the salt in it."""
    disk.remove_durably(proof_of(ref))


def write_paper(ref: str, content: bytes) -> None:
    """Put a paper in place."""
    disk.write_durably(paper_of(ref), content, mode=0o644)


def remove_paper(ref: str) -> None:
    """Take a paper away."""
    disk.remove_durably(paper_of(ref))


def attachment_of(ref: str, number: int) -> Path:
    """Where an attachment of a public reference lives, counted from 1: pages/ab/<ref>.1.pdf."""
    return path_of(ref).with_suffix(f".{number}.pdf")


def write_attachments(ref: str, contents: Sequence[bytes]) -> None:
    """Put the attachments of a version in place, and take away what an earlier one had more."""
    remove_attachments(ref, after=len(contents))
    for number, content in enumerate(contents, start=1):
        disk.write_durably(attachment_of(ref, number), content, mode=0o644)


def remove_attachments(ref: str, *, after: int = 0) -> None:
    """Take attachments away, those numbered higher than `after`."""
    kept = {attachment_of(ref, number) for number in range(1, after + 1)}
    for path in sorted(path_of(ref).parent.glob(f"{ref}.*.pdf")):
        if path not in kept:
            disk.remove_durably(path)


def list_file_of(ref: str, suffix: str) -> Path:
    """Where a file of a public list lives: pages/lists/ab/<ref>.xlsx."""
    return Path(settings.PAGES_DIR) / "lists" / ref[:2] / f"{ref}.{suffix}"


def write_list_file(ref: str, suffix: str, content: bytes) -> None:
    """Put a file of a public list in place."""
    disk.write_durably(list_file_of(ref, suffix), content, mode=0o644)


def remove_list_file(ref: str, suffix: str) -> None:
    """Take a file of a public list away."""
    disk.remove_durably(list_file_of(ref, suffix))


def month_proof_of(month: str) -> Path:
    """Where the log's proof of the counts of a month lies: pages/log/2026-10.tlog-proof."""
    return Path(settings.PAGES_DIR) / "log" / f"{month}.tlog-proof"


def write_month_proof(month: str, content: bytes) -> None:
    """Put the proof of a month in place."""
    disk.write_durably(month_proof_of(month), content, mode=0o644)


def remove(ref: str) -> None:
    """Take a page away."""
    path = path_of(ref)
    disk.remove_durably(path)
    disk.remove_durably(packed_path_of(ref))


def report_file_of(ref: str, suffix: str) -> Path:
    """Where a file of an annual report lives: pages/reports/ab/<ref>.xlsx."""
    return Path(settings.PAGES_DIR) / "reports" / ref[:2] / f"{ref}.{suffix}"


def write_report_file(ref: str, suffix: str, content: bytes) -> None:
    """Put a file of an annual report in place."""
    disk.write_durably(report_file_of(ref, suffix), content, mode=0o644)
