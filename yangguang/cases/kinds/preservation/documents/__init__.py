"""Papers of advance registration and preservation."""
