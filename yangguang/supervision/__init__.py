"""Whether finished files were made well: case-file evaluation (案卷评查, R13), and what records are used for (R11).

Sheets, rounds, samples, scores, objections and the putting right of what was found. What a file holds is told by `cases`; a
file that is archived is never changed from here.
"""
