"""Who may open a page about papers at all; which files, the readers of each kind of file decide."""

from yangguang.directory.api import Role

KEEPERS = frozenset({Role.CASE_HANDLER})
FILE_READERS = frozenset({
    Role.CASE_HANDLER, Role.UNIT_HEAD, Role.AGENCY_HEAD, Role.LEGAL_REVIEWER, Role.PUBLISHER, Role.ARCHIVIST,
    Role.SUPERVISOR,
})  # fmt: skip
PAPER_READERS = FILE_READERS | {Role.WINDOW_CLERK}  # the window reads the papers of the complaints it takes down
