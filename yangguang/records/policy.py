"""Who may open a page about papers at all; which files, the readers of each kind of file decide."""

from yangguang.base.events import Actor, SystemActor
from yangguang.directory.api import Account, Body, Role

KEEPERS = frozenset({Role.CASE_HANDLER})
FILE_READERS = frozenset({
    Role.CASE_HANDLER, Role.UNIT_HEAD, Role.AGENCY_HEAD, Role.LEGAL_REVIEWER, Role.PUBLISHER, Role.ARCHIVIST,
    Role.SUPERVISOR,
})  # fmt: skip
PAPER_READERS = FILE_READERS | {Role.WINDOW_CLERK}  # the window reads the papers of the complaints it takes down
DEVICE_KEEPERS = frozenset({Role.ARCHIVIST, Role.UNIT_HEAD})  # who keeps the devices keeps what comes from them
DEVICE_READERS = DEVICE_KEEPERS | {Role.CASE_HANDLER, Role.AGENCY_HEAD, Role.SUPERVISOR}

LOOKS_FOR = {
    Role.CASE_HANDLER: "办案", Role.UNIT_HEAD: "审批", Role.AGENCY_HEAD: "审批", Role.LEGAL_REVIEWER: "法制审核",
    Role.PUBLISHER: "公示审查", Role.ARCHIVIST: "归档", Role.SUPERVISOR: "执法监督",
}  # fmt: skip


def purpose_of(account: Account) -> str:
    """What somebody looks at recordings for, by the duty that lets them."""
    return next((words for role, words in LOOKS_FOR.items() if role in account.role_names), "查阅")


def may_keep_devices(actor: Actor, body: Body) -> bool:
    """The archivist and the heads of units keep the devices of their own body."""
    if isinstance(actor, SystemActor):
        return True
    return isinstance(actor, Account) and actor.body_id == body.pk and bool(actor.role_names & DEVICE_KEEPERS)
