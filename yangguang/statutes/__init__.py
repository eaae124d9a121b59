"""The law as this software keeps it.

One TOML file a clause, with source, values and units, and worked examples that run as tests.
"""
