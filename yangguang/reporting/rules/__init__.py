"""Templates of tables, what a column counts, when a report is due."""
