"""Commands of disclosure, one module each."""
