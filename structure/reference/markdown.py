"""What the reference pages share: the head that says where a page comes from, and tables."""

from collections.abc import Iterable, Sequence

from yangguang.statutes import clause


def head(title: str, *, source: str, told: str) -> str:
    """The title of a page, what it is made from, and what it tells."""
    return f"# {title}\n\n由 `make docs` 从{source}生成，不要手改。{told}\n"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; a bar inside a cell is written so that it does not end the cell."""
    lines = [f"| {' | '.join(columns)} |", "|" + "---|" * len(columns)]
    lines += [f"| {' | '.join(cell.replace('|', '／') for cell in row)} |" for row in rows]
    return "\n".join(lines) + "\n"


def cited(clause_ids: Iterable[str]) -> str:
    """Clauses by law and article, with their ids: what a lawyer reads and what the code says."""
    return "；".join(f"{clause(id).short()} `{id}`" for id in clause_ids)


def code(names: Iterable[str]) -> str:
    """Names as the code writes them."""
    return " ".join(f"`{name}`" for name in names)
