"""`migrate`, which leaves out of a database what can never lie there."""

from __future__ import annotations

from typing import Any

from django.core.management.commands.migrate import Command as DjangoMigrate

from yangguang.base.empty_database import is_empty, make_tables
from yangguang.base.stores import context_in

ONLY_LOOKING = ("migration_name", "plan", "check_unapplied", "fake", "fake_initial", "prune")


class Command(DjangoMigrate):
    """Django's, but a database that holds one context alone is not led through the history of all the others, and an empty one
    not through its own: every step would be drawn there and make nothing.
    """

    def handle(self, *args: Any, **options: Any) -> None:
        """As Django, with the context of the database where nobody named one."""
        context = context_in(options["database"])
        if not options["app_label"] and context:
            options |= {"app_label": context, "run_syncdb": False}
        whole = options["app_label"] in (None, context) and not any(options[name] for name in ONLY_LOOKING)
        if whole and is_empty(options["database"]):
            steps = make_tables(options["database"], context)
            if options["verbosity"]:
                self.stdout.write(f"  {steps} 步一次完成")
        super().handle(*args, **options)
