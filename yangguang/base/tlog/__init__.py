"""The public log (公示存证日志): an append-only Merkle tree of commitments as static files, after the C2SP specifications.

What is published, corrected, withdrawn or expired leaves a leaf without a name or a number in it. Anyone can check that a
page is what was published and that nothing vanished unsaid. It says neither that a decision is right nor that every one was
published. See docs/decisions/0018-public-log.md.
"""
