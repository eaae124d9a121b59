"""Forms of the labour lines: one module for leads, one for the roster, one for instructions and dispositions."""
