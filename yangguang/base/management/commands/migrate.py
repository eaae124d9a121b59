"""`migrate`, which leaves out of a database what can never lie there."""

from __future__ import annotations

from typing import Any

from django.core.management.commands.migrate import Command as DjangoMigrate

from yangguang.base.stores import context_in


class Command(DjangoMigrate):
    """Django's, but a database that holds one context alone is not led through the history of all the others: every step of
    theirs would be drawn there (14 s of CPU) and make nothing.
    """

    def handle(self, *args: Any, **options: Any) -> None:
        """As Django, with the context of the database where nobody named one."""
        if not options["app_label"] and (context := context_in(options["database"])):
            options |= {"app_label": context, "run_syncdb": False}
        super().handle(*args, **options)
