"""Yangguang (阳光执法): every official act is one function that runs under named clauses and leaves one record."""
