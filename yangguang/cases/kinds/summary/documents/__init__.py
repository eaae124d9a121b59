"""Papers of the summary procedure: one module a paper."""
