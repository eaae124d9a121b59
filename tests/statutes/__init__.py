"""Tests of the law as the software keeps it."""
