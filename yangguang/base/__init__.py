"""The Django ground floor: ledger, outbox, vault, approvals, pages, press, search.

Knows no case, no officer, no publication.
"""
