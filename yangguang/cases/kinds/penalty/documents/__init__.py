"""The papers of the penalty line: one module a kind, each with `sheet(case, …)` made of plain values."""
