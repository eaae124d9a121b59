"""The sub-commands of records."""
