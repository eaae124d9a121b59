"""Pure rules of legal review."""
