"""Database triggers that keep adopted editions, their entries and sample forms as they are, on SQLite and PostgreSQL. For
migrations.
"""

from __future__ import annotations

from typing import Any

from yangguang.base.append_only import swept

FORMS = "catalogues_sampleform"
FIXED = "('adopted', 'superseded', 'repealed')"
KEPT = (
    "public_id", "list_kind", "body_id", "version", "based_on_id", "source", "note", "workbook_id", "drafted_by_ref",
    "drafted_by_name", "drafted_at", "adopted_by_ref", "adopted_by_name", "adopted_on", "in_force_from",
)  # fmt: skip
# An end once given may come nearer, never farther; an edition once ended is not adopted again; a reason stands.
REVIVED = (
    "(OLD.superseded_from IS NOT NULL AND (NEW.superseded_from IS NULL OR NEW.superseded_from > OLD.superseded_from))"
    " OR (OLD.state <> 'adopted' AND NEW.state = 'adopted')"
    " OR (OLD.end_reason <> '' AND NEW.end_reason <> OLD.end_reason)"
)


Rules = dict[tuple[str, str], str]  # what is refused: table and verb with the condition


def _rows(table: str) -> Rules:
    """Nothing of an adopted edition comes, changes or goes."""
    old, new = (f"(SELECT state FROM catalogues_edition WHERE id = {r}.edition_id) IN {FIXED}" for r in ("OLD", "NEW"))  # noqa: S608 – constants
    return {(table, "INSERT"): new, (table, "UPDATE"): f"{old} OR {new}", (table, "DELETE"): old}


def _rules(differs: str) -> Rules:
    """Editions and entries, `differs` being how the database compares with NULL."""
    changed = " OR ".join(f"NEW.{c} {differs} OLD.{c}" for c in KEPT)
    moved = f"OLD.state IN {FIXED} AND (NEW.state NOT IN {FIXED} OR {changed} OR {REVIVED})"
    edition = "catalogues_edition"
    return _rows("catalogues_entry") | {(edition, "UPDATE"): moved, (edition, "DELETE"): f"OLD.state IN {FIXED}"}


def names() -> list[str]:
    """The triggers that keep adopted editions."""
    fixed = [f"{table}_fixed_{verb.lower()}" for table, verb in (*_rules("IS NOT"), *_rows(FORMS))]
    return [*fixed, swept("catalogues_edition"), swept("catalogues_entry"), swept(FORMS)]


def install(apps: Any, editor: Any) -> None:
    """Make the triggers of editions and entries."""
    _install(editor, _rules("IS NOT" if editor.connection.vendor == "sqlite" else "IS DISTINCT FROM"))


def _install(editor: Any, rules: Rules) -> None:
    if editor.connection.vendor == "sqlite":
        for (table, verb), condition in rules.items():
            editor.execute(
                f"CREATE TRIGGER {table}_fixed_{verb.lower()} BEFORE {verb} ON {table} WHEN {condition} "
                f"BEGIN SELECT RAISE(ABORT, 'adopted edition: {verb} on {table}'); END;"
            )
    elif editor.connection.vendor == "postgresql":
        for (table, verb), condition in rules.items():
            name = f"{table}_fixed_{verb.lower()}"
            back = "OLD" if verb == "DELETE" else "NEW"
            editor.execute(
                f"CREATE FUNCTION {name}() RETURNS trigger AS $$ BEGIN IF {condition} THEN "
                f"RAISE EXCEPTION 'adopted edition: {verb} on {table}'; END IF; RETURN {back}; END; $$ LANGUAGE plpgsql;"
            )
            editor.execute(f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}();")


def remove(apps: Any, editor: Any) -> None:
    """Take the triggers away."""
    _remove(editor, _rules("IS NOT"))


def _remove(editor: Any, rules: Rules) -> None:
    for table, verb in rules:
        name = f"{table}_fixed_{verb.lower()}"
        if editor.connection.vendor == "sqlite":
            editor.execute(f"DROP TRIGGER IF EXISTS {name}")
        elif editor.connection.vendor == "postgresql":
            editor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
            editor.execute(f"DROP FUNCTION IF EXISTS {name}")


def put_anew(apps: Any, editor: Any) -> None:
    """Take away whatever stands, and make the triggers."""
    remove(apps, editor)
    install(apps, editor)


def put_on_forms(apps: Any, editor: Any) -> None:
    """The same for sample forms, which came later."""
    take_off_forms(apps, editor)
    _install(editor, _rows(FORMS))


def take_off_forms(apps: Any, editor: Any) -> None:
    """Take them away."""
    _remove(editor, _rows(FORMS))
