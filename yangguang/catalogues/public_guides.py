"""Service guides as the public and their papers get them: fifteen cells in the order of the duty, and forms (D09)."""

from __future__ import annotations

from typing import Any

from yangguang.base import vault
from yangguang.catalogues.lists.clause_column import as_read
from yangguang.catalogues.lists.plain.service_guides import FIELDS, missing_of
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import Edition, Entry
from yangguang.catalogues.queries import rows_in_order, sample_forms_of
from yangguang.kernel.refusal import Refused


def guide_copies(edition: Edition) -> list[dict[str, Any]]:
    """The guides of an adopted edition. Raises Refused for a draft, and for a guide that lacks one of the fifteen."""
    definition = list_of(edition.list_kind)
    rows = list(rows_in_order(edition))
    faulty = next((row for row in rows if missing_of(row.columns)), None)
    if not edition.is_fixed or faulty is not None:
        lacking = f"第{faulty.code}条缺少{'、'.join(missing_of(faulty.columns))}。" if faulty else "没有审定。"
        raise Refused(f"服务指南不能公开：{lacking}", definition.clauses, remedy="请补齐后出新版。")
    files = sample_forms_of(edition)
    return [
        {"ref": row.public_id, "code": row.code, "name": row.columns["name"], "cells": cells_of(row),
         "forms": row.columns["forms"], "files": [one.told for one in files.get(row.code, ())]}
        for row in rows
    ]  # fmt: skip


def form_files(edition: Edition) -> dict[tuple[str, str], bytes]:
    """The files of an edition's sample forms by fingerprint and kind, each checked against its fingerprint."""
    codes = set(edition.entries.values_list("code", flat=True))
    held = [one for code, files in sample_forms_of(edition).items() if code in codes for one in files]
    return {(one.blob.sha256, one.suffix): vault.read(one.blob) for one in held}


def cells_of(row: Entry) -> list[list[str]]:
    """The fifteen, with their labels, as people read them: without the numbers by which clauses are kept."""
    told = list_of("service_guides").show(row.columns)
    return [[label, as_read(told[name])] for name, label in FIELDS.items()]
