"""Sheets, scores, draws and checks: pure functions and tables."""
