"""The public store: published copies, their pages and their search index, in a database of their own.

Knows no case.
"""
