"""The histories no case may have and the odd ones it must be able to have, with the tests that prove each.

`python -m structure.histories` prints how many are proved and which are not yet.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from structure import marked

HISTORIES = Path(__file__).with_suffix(".toml")
PARTS = {"P9": "impossible", "P10": "odd and lawful", "I": "impossible, beside penalties", "O": "odd, beside penalties"}


@dataclass(frozen=True)
class History:
    """One history by its number, in words, with the clauses that forbid or allow it and the tests that prove it."""

    number: str
    text: str
    clauses: tuple[str, ...]
    tests: tuple[str, ...]

    @property
    def part(self) -> str:
        """P9 or P10; I or O beside penalties."""
        return self.number.partition(".")[0]


def histories() -> Iterator[History]:
    """Every history in order."""
    proofs = marked.tests_marked("history")
    for number, row in tomllib.loads(HISTORIES.read_text(encoding="utf-8")).items():
        yield History(number, row["text"], tuple(row["clauses"]), tuple(proofs.get(number, ())))


def main() -> None:
    """Say how far the tests have come."""
    every = list(histories())
    for part, label in PARTS.items():
        rows = [one for one in every if one.part == part]
        missing = [one.number.partition(".")[2] for one in rows if not one.tests]
        proved = f"{len(rows) - len(missing)} of {len(rows)}"
        print(f"histories {part} ({label}): {proved} proved" + (f"; not yet {', '.join(missing)}" if missing else ""))  # noqa: T201


if __name__ == "__main__":
    main()
