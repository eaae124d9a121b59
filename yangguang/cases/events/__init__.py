"""What cases announce: one module for each kind."""
