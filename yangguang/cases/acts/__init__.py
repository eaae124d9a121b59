"""The forms of the acts of a case: one module an act, all on one page (pages/act.py)."""
