"""The acts of an evaluation, one verb a file."""
