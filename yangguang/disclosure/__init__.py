"""What the public sees, from when and until when.

Preparing, redacting, releasing, correcting and withdrawing publications.
"""
