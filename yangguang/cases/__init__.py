"""Case files: clue, opening, investigation, examination, decision, execution, closing; stages, gates and clocks.

Leaves legal review and disclosure to the contexts above.
"""
