"""Case files: clue, opening, investigation, examination, decision, execution, closing; stages, gates and clocks; and the
register of counterparts across them.

Leaves legal review and disclosure to the contexts above.
"""
