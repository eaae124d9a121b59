"""Who may open a page about papers at all; which files, the readers of each kind of file decide."""

from yangguang.directory.api import Account, Role

KEEPERS = frozenset({Role.CASE_HANDLER})
FILE_READERS = frozenset({
    Role.CASE_HANDLER, Role.UNIT_HEAD, Role.AGENCY_HEAD, Role.LEGAL_REVIEWER, Role.PUBLISHER, Role.ARCHIVIST,
    Role.SUPERVISOR,
})  # fmt: skip
PAPER_READERS = FILE_READERS | {Role.WINDOW_CLERK}  # the window reads the papers of the complaints it takes down

LOOKS_FOR = {
    Role.CASE_HANDLER: "办案", Role.UNIT_HEAD: "审批", Role.AGENCY_HEAD: "审批", Role.LEGAL_REVIEWER: "法制审核",
    Role.PUBLISHER: "公示审查", Role.ARCHIVIST: "归档", Role.SUPERVISOR: "执法监督",
}  # fmt: skip


def purpose_of(account: Account) -> str:
    """What somebody looks at recordings for, by the duty that lets them."""
    return next((words for role, words in LOOKS_FOR.items() if role in account.role_names), "查阅")
