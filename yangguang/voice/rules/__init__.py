"""Pure rules of voices."""
