"""Commands of the public store, one module each."""
