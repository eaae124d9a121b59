"""The tables of open data, one module a subject: the public store's own rows, field by field, and nothing that no page shows.

What is left out on purpose: photos, and who sits at a window today – a file outlives the day on which that may be told.
"""
