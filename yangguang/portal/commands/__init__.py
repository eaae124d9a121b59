"""Commands of the public site, one module each."""
