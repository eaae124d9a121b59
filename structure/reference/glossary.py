"""Writes the words: every term the code uses, in Chinese and English, from GLOSSARY.toml."""

from structure import glossary
from structure.reference.markdown import cited, head, table
from yangguang.statutes import clause_ids

COLUMNS = ("中文", "名称", "含义", "依据")


def page() -> str:
    """The whole page, a table for each context."""
    told = "一个词一个意思；页面、文书、代码说的是同一件事。"
    written = [head("词汇", source=" `GLOSSARY.toml` ", told=told)]
    for context, words in glossary.read().items():
        own = words.get("", {})
        rows = [
            (row["zh"], f"`{name}`", row["definition"], _basis(row["clause"])) for name, row in words.items() if name
        ]
        terms = f"\n{table(COLUMNS, rows)}" if rows else ""
        written.append(f"\n## {own.get('zh', context)} `{context}`\n\n{own.get('definition', '')}\n{terms}")
    return "".join(written)


def _basis(told: str) -> str:
    """A clause as the statutes name it; law that is not kept as a clause in the words of the glossary."""
    return cited([told]) if told in clause_ids() else told
