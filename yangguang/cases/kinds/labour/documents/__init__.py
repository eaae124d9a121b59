"""The papers of the labour lines: one module for each kind, plain values in, a sheet out."""
