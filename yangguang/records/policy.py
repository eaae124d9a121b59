"""Who may open a page about papers at all; which files, the readers of each kind of file decide."""

from yangguang.directory.api import Role

FILE_READERS = frozenset({
    Role.CASE_HANDLER, Role.UNIT_HEAD, Role.AGENCY_HEAD, Role.LEGAL_REVIEWER, Role.PUBLISHER, Role.ARCHIVIST,
    Role.WINDOW_CLERK, Role.SUPERVISOR,
})  # fmt: skip
