"""Lists whose rows are words and citations: nothing but columns, nothing another context computes with."""
