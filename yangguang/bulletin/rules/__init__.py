"""Pure rules of the public store."""
