"""The review gate inside the database: no screen, import, command or ORM save stores a decision without its review.

APL-2021:58.1. A decision row is refused unless a passed review, or a confirmed exemption, of exactly its content exists;
decisions that impose nothing need the draft they were written from, and a major exemption from penalty its review as well.
A penalty on the spot needs none (APL-2021:51), within the amount of that article and in a case that never was another kind.
What was decided can never change afterwards, and no case becomes decided while its drafts have neither.
Used by the migrations that install it; the same triggers on SQLite and PostgreSQL.
"""

from __future__ import annotations

from typing import Any

from yangguang.kernel.money import FEN_IN_YUAN
from yangguang.statutes import clause

ON_THE_SPOT_FEN = clause("APL-2021:51#organisation").amount("cap", unit="yuan") * FEN_IN_YUAN

REVIEWED = """(
  EXISTS (SELECT 1 FROM legal_review_legalreview r
          WHERE r.case_id = NEW.case_id AND r.status = 'passed' AND r.draft_digest = NEW.digest)
  OR EXISTS (SELECT 1 FROM legal_review_reviewexemption e
             WHERE e.case_id = NEW.case_id AND e.draft_digest = NEW.digest)
  OR (NEW.kind IN ('no_penalty', 'violation_not_established') AND NEW.fine_fen = 0
      AND EXISTS (SELECT 1 FROM cases_decisiondraft d
                  WHERE d.case_id = NEW.case_id AND d.kind = NEW.kind AND d.digest = NEW.digest)
      AND (NEW.kind = 'violation_not_established'
           OR NOT EXISTS (SELECT 1 FROM cases_case c WHERE c.id = NEW.case_id AND c.review_required)))
  OR (NEW.kind = 'on_the_spot_penalty' AND NEW.fine_fen <= most_on_the_spot
      AND EXISTS (SELECT 1 FROM cases_case c WHERE c.id = NEW.case_id AND c.kind = 'summary')))""".replace(
    "most_on_the_spot", str(ON_THE_SPOT_FEN)
)
DRAFT_REVIEWED = """EXISTS (SELECT 1 FROM cases_decisiondraft d WHERE d.case_id = NEW.id AND (
  EXISTS (SELECT 1 FROM legal_review_legalreview r
          WHERE r.case_id = NEW.id AND r.status = 'passed' AND r.draft_digest = d.digest)
  OR EXISTS (SELECT 1 FROM legal_review_reviewexemption e
             WHERE e.case_id = NEW.id AND e.draft_digest = d.digest)
  OR d.kind = 'violation_not_established'
  OR (d.kind = 'no_penalty' AND NOT COALESCE(NEW.review_required, FALSE))))"""
WITHOUT_REVIEW = "APL-2021:58.1 decision without a passed legal review"
OTHER_PROCEDURE = "APL-2021:51 a case does not become one on the spot, nor stops being one"
CHANGED = "APL-2021:58.1 a decision keeps the content that was reviewed"
GUARDS = (
    ("decision_needs_review", "cases_decision", "INSERT", f"NOT {REVIEWED}", WITHOUT_REVIEW),
    (
        "decision_keeps_content", "cases_decision", "UPDATE",
        "NEW.digest <> OLD.digest OR NEW.content <> OLD.content OR NEW.case_id <> OLD.case_id OR NEW.kind <> OLD.kind "
        "OR NEW.fine_fen <> OLD.fine_fen OR NEW.decided_on <> OLD.decided_on",
        CHANGED,
    ),
    (
        "case_decided_needs_review", "cases_case", "UPDATE",
        f"NEW.status = 'decided' AND OLD.status <> 'decided' AND NEW.kind <> 'summary' AND NOT {DRAFT_REVIEWED}",
        WITHOUT_REVIEW,
    ),
    (
        "case_keeps_its_procedure", "cases_case", "UPDATE",
        "NEW.kind <> OLD.kind AND (NEW.kind = 'summary' OR OLD.kind = 'summary')", OTHER_PROCEDURE,
    ),
)  # fmt: skip


def install(apps: Any, editor: Any) -> None:
    """Create the triggers."""
    for name, table, verb, condition, message in GUARDS:
        for statement in _statements(editor.connection.vendor, name, table, verb, condition, message):
            editor.execute(statement)


def remove(apps: Any, editor: Any) -> None:
    """Drop the triggers, for going back to an earlier version."""
    for name, table, *_ in GUARDS:
        on = f" ON {table}" if editor.connection.vendor == "postgresql" else ""
        editor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


def _statements(vendor: str, name: str, table: str, verb: str, condition: str, message: str) -> list[str]:
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER {name} BEFORE {verb} ON {table} WHEN {condition} "
            f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
        ]
    return [
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger AS $$ BEGIN IF {condition} THEN "
        f"RAISE EXCEPTION '{message}'; END IF; RETURN NEW; END; $$ LANGUAGE plpgsql",
        f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()",
    ]


def put_anew(apps: Any, editor: Any) -> None:
    """Take away whatever stands, and make the triggers."""
    remove(apps, editor)
    install(apps, editor)
