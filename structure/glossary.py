"""Keeps GLOSSARY.toml complete: one row for each context, model and enumeration. `make docs` adds what is missing.

A new model's row takes its Chinese from the model's verbose_name and its definition from the docstring; a person then puts
the definition into Chinese and names the law. What people wrote is never changed.
"""

from __future__ import annotations

import ast
import json
import os
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GLOSSARY = ROOT / "GLOSSARY.toml"
HEAD = """\
# Every word of the domain the code uses: context, then class. `zh` is the only Chinese name of the thing; a model's
# verbose_name equals it (tests/structure/test_glossary.py). `make docs` adds rows for new classes and keeps the order.
"""
Rows = dict[str, dict[str, dict[str, str]]]
ENUMERATIONS = {"StrEnum", "TextChoices", "IntegerChoices"}


def read() -> Rows:
    """The glossary: context → class name ("" for the context itself) → zh, definition, clause."""
    raw = tomllib.loads(GLOSSARY.read_text(encoding="utf-8")) if GLOSSARY.exists() else {}
    rows: Rows = {}
    for context, words in raw.items():
        own = {key: value for key, value in words.items() if isinstance(value, str)}
        rows[context] = {"": own} | {name: row for name, row in words.items() if isinstance(row, dict)}
    return rows


def models() -> Iterator[tuple[str, str, str, str]]:
    """(context, class, Chinese, docstring) of every model of the product."""
    from django.apps import apps

    for model in apps.get_models():
        if model.__module__.startswith("yangguang."):
            yield model._meta.app_label, model.__name__, str(model._meta.verbose_name), _first_line(model.__doc__)


def enumerations() -> Iterator[tuple[str, str, str]]:
    """(context, class, docstring) of every enumeration of the product, read from the source."""
    for path in sorted((ROOT / "yangguang").rglob("*.py")):
        code = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(code)) if "class " in code else ():
            if isinstance(node, ast.ClassDef) and ENUMERATIONS & {
                ast.unparse(base).split(".")[-1] for base in node.bases
            }:
                yield path.relative_to(ROOT / "yangguang").parts[0], node.name, _first_line(ast.get_docstring(node))


def contexts() -> list[str]:
    """Every package of the product."""
    return sorted(path.parent.name for path in (ROOT / "yangguang").glob("*/__init__.py"))


def completed(rows: Rows) -> Rows:
    """The rows with those added that are missing, and those dropped whose class is gone."""
    found: Rows = {context: {"": {}} for context in contexts()}
    for context, name, zh, definition in models():
        found[context][name] = {"zh": zh, "definition": definition, "clause": ""}
    for context, name, definition in enumerations():
        found[context].setdefault(name, {"zh": "", "definition": definition, "clause": ""})
    return {
        context: {name: rows.get(context, {}).get(name) or row for name, row in sorted(words.items())}
        for context, words in sorted(found.items())
    }


def write(rows: Rows) -> None:
    """Write the glossary in its one order."""
    lines = [HEAD]
    for context, words in rows.items():
        for name, row in words.items():
            lines.append(f"[{context}.{name}]" if name else f"[{context}]")
            lines += [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in row.items()]
            lines.append("")
    GLOSSARY.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def _first_line(text: str | None) -> str:
    return (text or "").strip().splitlines()[0] if (text or "").strip() else ""


def main() -> None:
    """Complete GLOSSARY.toml."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    import django

    django.setup()
    write(completed(read()))


if __name__ == "__main__":
    main()
