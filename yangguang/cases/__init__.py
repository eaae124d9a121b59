"""Case files: clue, opening, investigation, examination, decision, execution, closing; the stage tables, gates and clocks.

Leaves legal review and disclosure to the contexts above.
"""
