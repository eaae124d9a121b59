"""Kinds of case: each a stage table with its documents."""
