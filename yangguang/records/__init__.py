"""Documents and evidence: composed from block templates, numbered without gaps, sealed, served from the vault.

Keeps R02, R03, R04, R12.
"""
