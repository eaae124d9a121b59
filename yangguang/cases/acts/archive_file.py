"""归档."""

from __future__ import annotations

from typing import Any

from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.use_cases.archive_file import archive_file, contents_of
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("archive_file")
class ArchiveForm(ActForm):
    """The contents with their page numbers; afterwards nothing in the file changes."""

    button = "归档"
    done = "案卷已归档。"
    consequence = "归档后案卷不再增加、删除和改动。"

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Archive it."""
        return archive_file(actor=actor, at=at, **self.told)

    def aside(self) -> dict[str, Any]:
        """What the catalogue will say."""
        rows, pages = contents_of(self.case.public_id)
        return {
            "title": "卷内目录", "note": f"{len(rows)} 份，{pages} 页",
            "rows": [(f"{row[0]}　{row[4]}", f"{row[2]} {row[1]}") for row in rows], "source": "",
        }  # fmt: skip
