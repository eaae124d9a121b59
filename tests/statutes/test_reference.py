"""The printed register of clauses agrees with the clause files."""

from structure.clause_reference import PLACE, page


def test_the_register_of_clauses_is_fresh() -> None:
    assert PLACE.read_text(encoding="utf-8") == page(), "run: python -m structure.clause_reference"
